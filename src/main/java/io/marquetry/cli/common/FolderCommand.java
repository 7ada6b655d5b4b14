package io.marquetry.cli.common;

import io.marquetry.base.Texts;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A command on the folder of a workspace, open or not. A {@link io.marquetry.base.ProblemException}
 * becomes its sentence on stderr and exit code 1.
 */
public abstract class FolderCommand implements Callable<Integer> {

    private final Texts texts;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = "${env:MARQUETRY_WORKSPACE:-${sys:user.home}/Marquetry}",
            descriptionKey = "cli.option.workspace")
    private @Nullable Path folder;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    public FolderCommand(Texts texts) {
        this.texts = texts;
    }

    /** Returns the words of the user's language. */
    protected Texts texts() {
        return texts;
    }

    @Override
    public final Integer call() {
        if (spec == null || folder == null) {
            throw new IllegalStateException("picocli fills the command before it runs");
        }
        return run(
                chosen(spec, folder),
                new CommandOutput(
                        spec.commandLine().getOut(), spec.commandLine().getErr(), texts, json));
    }

    // The option may stand before the command as well: marquetry --workspace DIR tag list.
    private static Path chosen(CommandSpec spec, Path own) {
        OptionSpec before = spec.root().findOption("--workspace");
        boolean stated = spec.commandLine().getParseResult().hasMatchedOption("--workspace");
        @Nullable Path early = before == null ? null : before.getValue();
        return stated || early == null ? own : early;
    }

    /**
     * Does the work.
     *
     * @return the exit code: 0 done, 1 failed
     * @throws io.marquetry.base.ProblemException if it failed in an expected way
     */
    protected abstract int run(Path folder, CommandOutput output);
}
