package io.marquetry.cli.common;

import org.jspecify.annotations.Nullable;

/** Takes what picocli fills before a command runs. */
public final class Filled {

    private Filled() {}

    /**
     * Returns a parameter that a command cannot run without.
     *
     * @throws IllegalStateException if picocli did not demand it
     */
    public static <T> T require(@Nullable T parameter) {
        if (parameter == null) {
            throw new IllegalStateException("a command runs only once picocli has filled it");
        }
        return parameter;
    }
}
