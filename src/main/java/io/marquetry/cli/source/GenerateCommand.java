package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.sample.generated.GeneratePlan;
import io.marquetry.sample.generated.GeneratedSample;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.Sources;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate}: makes a large sample, the same one each time. */
@Command(name = "generate")
public final class GenerateCommand extends WorkspaceCommand {

    @Option(
            names = "--profiles",
            paramLabel = "N",
            defaultValue = "1000000",
            descriptionKey = "cli.generate.profiles")
    private long profiles;

    @Option(
            names = "--tags",
            paramLabel = "N",
            defaultValue = "" + GeneratePlan.USUAL_TAGS,
            descriptionKey = "cli.generate.tags")
    private int tags;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            descriptionKey = "cli.generate.seed")
    private long seed;

    @Option(names = "--engine", paramLabel = "ENGINE", descriptionKey = "cli.generate.engine")
    private @Nullable SourceEngine engine;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.generate.source")
    private @Nullable String source;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "cli.generate.title")
    private @Nullable String title;

    public GenerateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        GenerateReport report = new GenerateReport(output);
        GeneratePlan plan = plan(workspace.sources());
        GeneratedSample sample =
                new SampleGenerator(workspace).run(plan, report, new CancelSignal());
        report.tell(sample);
        return 0;
    }

    private GeneratePlan plan(Sources sources) {
        GeneratePlan.refusal(profiles, tags)
                .ifPresent(
                        problem -> {
                            throw problem.asException();
                        });
        SourceName name = name(sources);
        return new GeneratePlan(
                profiles,
                tags,
                seed,
                engine == null ? GeneratePlan.engineFor(profiles) : engine,
                name,
                title == null ? texts().get("generate.title", profiles) : title);
    }

    private SourceName name(Sources sources) {
        if (source == null) {
            return sources.freeName(GeneratePlan.usualName(profiles));
        }
        if (!SourceName.isValid(source)) {
            throw Problem.of("problem.import.name", source, sources.freeName(source).value())
                    .asException();
        }
        return new SourceName(source);
    }
}
