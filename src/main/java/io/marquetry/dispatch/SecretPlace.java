package io.marquetry.dispatch;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the secret of an account is found; never the secret itself. */
public sealed interface SecretPlace {

    /** It needs none. */
    record None() implements SecretPlace {}

    /**
     * A file of this machine.
     *
     * @param file its first line is the secret; of an HTTP provider, further lines name more
     */
    record InFile(Path file) implements SecretPlace {}

    /**
     * The vault of whoever works on this machine.
     *
     * @param mark 32 hexadecimal digits by chance, so that nobody can name a secret of another
     */
    record InVault(String mark) implements SecretPlace {

        private static final Pattern MARK = Pattern.compile("[0-9a-f]{32}");

        /** Refuses what is no mark. */
        public InVault {
            if (!MARK.matcher(mark).matches()) {
                throw new IllegalArgumentException("not the mark of a secret");
            }
        }
    }
}
