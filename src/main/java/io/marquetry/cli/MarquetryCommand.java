package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.ProductVersion;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
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
        versionProvider = ProductVersion.class)
public final class MarquetryCommand implements Callable<Integer> {

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.option.workspace")
    private @Nullable Path folder;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "cli.option.open")
    private List<Path> files = List.of();

    @Spec private @Nullable CommandSpec spec;

    private final Texts texts;
    private final BiFunction<Optional<Path>, Optional<Path>, Integer> window;

    /**
     * Makes the root command.
     *
     * @param window opens the window on the folder, or on the usual one, and shows the file there;
     *     returns the exit code once it is closed
     */
    public MarquetryCommand(
            Texts texts, BiFunction<Optional<Path>, Optional<Path>, Integer> window) {
        this.texts = texts;
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
            throw new Unusable(
                    spec.commandLine(), texts.get("cli.noCommand", missing.getFirst()), missing);
        }
        if (files.size() > 1) {
            List<String> words = files.stream().map(Path::toString).toList();
            throw new Unusable(
                    spec.commandLine(), texts.get("cli.oneFile", words.getFirst()), words);
        }
        return window.apply(Optional.ofNullable(folder), files.stream().findFirst());
    }

    /**
     * Words that are neither a command nor one file; picocli proposes the commands that look alike.
     */
    private static final class Unusable extends UnmatchedArgumentException {

        private static final long serialVersionUID = 1;

        private final String sentence;

        Unusable(CommandLine command, String sentence, List<String> words) {
            super(command, words);
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
