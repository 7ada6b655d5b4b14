package io.marquetry.cli.outcomes;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.SavedMapping;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code outcomes link}: names outcomes that lie in a profile source. */
@Command(name = "link")
public final class OutcomesLinkCommand extends WorkspaceCommand {

    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "SOURCE", descriptionKey = "cli.outcomes.source")
    private @Nullable String source;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.outcomes.name")
    private @Nullable String name;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "cli.outcomes.title")
    private @Nullable String title;

    @Option(names = "--stream", paramLabel = "EVENTS", descriptionKey = "cli.outcomes.stream")
    private @Nullable String stream;

    @Option(names = "--answers", paramLabel = "EVENTS", descriptionKey = "cli.outcomes.answers")
    private @Nullable String answers;

    @Option(names = "--match", paramLabel = "FIELD", descriptionKey = "cli.outcomes.match")
    private List<String> match = List.of();

    @Mixin private final MappingOptions mapping = new MappingOptions();

    public OutcomesLinkCommand(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        super(opener, texts);
        this.clock = clock;
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Optional<OutcomeName> keepAs = mapping.keptAs();
        ProfileSource place = SourceChoice.of(workspace.sources(), source);
        SavedMapping meaning =
                mapping.mapping(
                        workspace.outcomes().mappings(),
                        Optional.ofNullable(stream),
                        ColumnReadings.NONE);
        if (answers != null) {
            if (stream == null) {
                throw Problem.of("problem.outcomes.answersNeedStream").asException();
            }
            meaning =
                    mapping.withLayout(meaning, new OutcomeLayout.Contacts(stream, answers, match));
        }
        OutcomeSet set =
                new OutcomeSet(
                        name == null
                                ? workspace.outcomes().intake().freeName(place.name().value())
                                : OutcomeName.parse(name),
                        title == null ? place.title() : title,
                        new OutcomeOrigin.InPlace(place.name()),
                        meaning.mapping(),
                        meaning.design(),
                        mapping.packages(),
                        clock.instant());
        workspace.outcomes().intake().link(set);
        SavedMapping kept = meaning;
        keepAs.ifPresent(as -> workspace.outcomes().mappings().save(as, kept));
        if (output.isJson()) {
            output.json(OutcomesShown.json(set));
        } else {
            output.line(texts().get("cli.outcomes.linked", set.name().value(), place.title()));
        }
        return 0;
    }
}
