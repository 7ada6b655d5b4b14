package io.marquetry.ui.shell;

import io.marquetry.base.Sha256;

import java.util.Locale;

/**
 * What a bug tells the developers. It holds no messages of exceptions, because these may name
 * people or files.
 *
 * @param code the same for the same bug, whoever meets it: MQ- and six hexadecimal digits
 * @param details versions and the way through the program, to be copied
 */
record BugReport(String code, String details) {

    private static final int FRAMES = 25;

    /** Describes a bug. */
    static BugReport of(Throwable bug, String version) {
        Throwable root = root(bug);
        String code = "MQ-" + Sha256.of(name(root)).substring(0, 6).toUpperCase(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        line(text, code + " · Marquetry " + version);
        line(text, "Java " + Runtime.version());
        line(
                text,
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch"));
        for (Throwable at = bug; at != null; at = at.getCause()) {
            line(text, at.getClass().getName());
            StackTraceElement[] trace = at.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
                line(text, "    at " + trace[i]);
            }
        }
        return new BugReport(code, text.toString());
    }

    private static String name(Throwable root) {
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("io.marquetry.")) {
                return root.getClass().getName() + frame.getClassName() + frame.getMethodName();
            }
        }
        return root.getClass().getName();
    }

    private static Throwable root(Throwable bug) {
        Throwable root = bug;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
