package io.marquetry.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** The command line's root: without a subcommand it opens the window. */
@Command(
        name = "marquetry",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        resourceBundle = "i18n.messages")
public final class MarquetryCommand implements Callable<Integer> {

    private final Callable<Integer> window;

    /**
     * Makes the root command.
     *
     * @param window opens the window and returns the exit code once it is closed
     */
    public MarquetryCommand(Callable<Integer> window) {
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        return window.call();
    }
}
