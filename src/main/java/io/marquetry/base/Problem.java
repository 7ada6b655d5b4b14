package io.marquetry.base;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An expected failure, told to the user as one sentence: what, where, and how to mend it.
 *
 * @param key the sentence's key in the message bundles; starts with {@code problem.}
 * @param args what fills the sentence's places, in order: texts, numbers, and problems inside this
 *     one
 */
public record Problem(String key, List<Object> args) {

    /** Copies the arguments and refuses a key outside the {@code problem.} family. */
    public Problem {
        if (!key.startsWith("problem.")) {
            throw new IllegalArgumentException("not a problem key: " + key);
        }
        args = List.copyOf(args);
    }

    /** Makes a problem from a bundle key and the values of its places. */
    public static Problem of(String key, Object... args) {
        return new Problem(key, List.of(args));
    }

    /** Returns this problem with its texts quoted in another way. */
    public Problem quoting(UnaryOperator<String> quoted) {
        return new Problem(
                key,
                args.stream()
                        .map(arg -> arg instanceof String text ? quoted.apply(text) : arg)
                        .toList());
    }

    /** Returns an exception that carries this problem to where it is shown. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** Returns an exception that carries this problem and the technical cause behind it. */
    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
