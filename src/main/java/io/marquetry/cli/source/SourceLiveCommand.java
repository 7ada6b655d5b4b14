package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.index.LiveProposal;
import io.marquetry.index.LiveProposals;
import io.marquetry.index.LiveUse;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code source live}: proposes whether a source gets an index or is asked itself. */
@Command(name = "live")
public final class SourceLiveCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    @Option(names = "--limit", paramLabel = "PROFILES", descriptionKey = "cli.source.liveLimit")
    private @Nullable Long limit;

    @Option(
            names = "--use",
            paramLabel = "index|live|by-size",
            descriptionKey = "cli.source.liveUse")
    private @Nullable String use;

    public SourceLiveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource source = SourceChoice.named(workspace.sources(), require(name));
        LiveProposals proposals =
                new LiveProposals(
                        workspace.audiences(),
                        workspace.tags()::catalog,
                        new LiveUse(workspace.settings()));
        Optional<LiveUse.Choice> chosen = Optional.ofNullable(use).map(SourceLiveCommand::choice);
        LiveProposal found = proposals.measure(source.name(), new CancelSignal());
        // Remembered once all went well: what was refused has changed nothing.
        if (limit != null) {
            proposals.uses().limit(limit);
            found = found.within(limit);
        }
        chosen.ifPresent(choice -> proposals.uses().choose(source.name(), choice));
        if (output.isJson()) {
            output.json(json(source, found, proposals.uses().choice(source.name())));
        } else {
            output.line(
                    texts().get(
                                    found.isLive() ? "live.proposed" : "live.index",
                                    found.profiles(),
                                    found.limit()));
            output.line(
                    texts().get(
                                    "live.figures",
                                    found.tags(),
                                    found.megabytesATag(),
                                    found.secondsToBuild(),
                                    found.secondsToAnswer()));
        }
        return 0;
    }

    private static LiveUse.Choice choice(String word) {
        return Stream.of(LiveUse.Choice.values())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.of("problem.source.liveUse", word).asException());
    }

    private static String word(LiveUse.Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> json(
            ProfileSource source, LiveProposal found, LiveUse.Choice choice) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", source.name().value());
        tree.put("use", word(choice));
        tree.put("proposed", found.isLive() ? "live" : "index");
        tree.put("profiles", found.profiles());
        tree.put("limit", found.limit());
        tree.put("tags", found.tags());
        tree.put("bytesATag", found.bytesATag());
        tree.put("millisToBuild", found.toBuild().toMillis());
        tree.put("millisToAnswer", found.toAnswer().toMillis());
        return tree;
    }
}
