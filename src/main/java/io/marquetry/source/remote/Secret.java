package io.marquetry.source.remote;

import io.marquetry.base.Problem;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the password of a connection is found; never the password itself. */
public sealed interface Secret {

    /** The server asks for none. */
    record None() implements Secret {}

    /**
     * A variable of the environment.
     *
     * @param name begins with {@code MARQUETRY_}: a connection cannot ask for anybody else's
     */
    record InVariable(String name) implements Secret {

        private static final Pattern NAME = Pattern.compile("MARQUETRY_[A-Z0-9_]{1,100}");

        /**
         * Refuses another's variable.
         *
         * @throws io.marquetry.base.ProblemException if the name is none of ours
         */
        public InVariable {
            if (!NAME.matcher(name).matches()) {
                throw Problem.of("problem.remote.variable", name).asException();
            }
        }
    }

    /** The user's vault, under a name that {@link MachineLogins} makes of the server. */
    record InVault() implements Secret {}

    /** The first line of a file. */
    record InFile(Path file) implements Secret {}
}
