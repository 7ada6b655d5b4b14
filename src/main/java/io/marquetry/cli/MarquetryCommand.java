package io.marquetry.cli;

import io.marquetry.cli.common.ProductVersion;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The command line's root: without a subcommand it opens the window. */
@Command(
        name = "marquetry",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        resourceBundle = "i18n.messages")
public final class MarquetryCommand implements Callable<Integer> {

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.option.workspace")
    private @Nullable Path folder;

    private final Function<Optional<Path>, Integer> window;

    /**
     * Makes the root command.
     *
     * @param window opens the window on the folder, or on the usual one, and returns the exit code
     *     once it is closed
     */
    public MarquetryCommand(Function<Optional<Path>, Integer> window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        return window.apply(Optional.ofNullable(folder));
    }
}
