package io.marquetry.cli;

import io.marquetry.cli.common.ProductVersion;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

/**
 * The command line's root: without a subcommand it opens the window, on a file where one is named,
 * as desktops do after a double click.
 */
@Command(
        name = "marquetry",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        resourceBundle = "i18n.messages")
public final class MarquetryCommand implements Callable<Integer> {

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.option.workspace")
    private @Nullable Path folder;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "cli.option.open")
    private List<Path> files = List.of();

    @Spec private @Nullable CommandSpec spec;

    private final BiFunction<Optional<Path>, Optional<Path>, Integer> window;

    /**
     * Makes the root command.
     *
     * @param window opens the window on the folder, or on the usual one, and shows the file there;
     *     returns the exit code once it is closed
     */
    public MarquetryCommand(BiFunction<Optional<Path>, Optional<Path>, Integer> window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the command before it runs");
        }
        List<String> missing =
                files.stream().filter(file -> !Files.exists(file)).map(Path::toString).toList();
        if (!missing.isEmpty()) {
            throw new Unusable(spec, "cli.noCommand", missing);
        }
        if (files.size() > 1) {
            throw new Unusable(spec, "cli.oneFile", files.stream().map(Path::toString).toList());
        }
        return window.apply(Optional.ofNullable(folder), files.stream().findFirst());
    }

    /**
     * Words that are neither a command nor one file; picocli proposes the commands that look alike.
     */
    private static final class Unusable extends UnmatchedArgumentException {

        private static final long serialVersionUID = 1;

        private final String sentence;

        Unusable(CommandSpec spec, String key, List<String> words) {
            super(spec.commandLine(), words);
            sentence = MessageFormat.format(spec.resourceBundle().getString(key), words.getFirst());
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
