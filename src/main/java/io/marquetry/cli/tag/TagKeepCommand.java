package io.marquetry.cli.tag;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.Care;
import io.marquetry.govern.LifeState;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code tag keep}: tells who answers for tags, what they are for and how long they are valid. */
@Command(name = "keep")
public final class TagKeepCommand extends WorkspaceCommand {

    @Parameters(arity = "1..*", paramLabel = "KEY", descriptionKey = "cli.tag.keyOption")
    private List<String> keys = List.of();

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "cli.tag.owner")
    private @Nullable String owner;

    @Option(names = "--team", paramLabel = "NAME", descriptionKey = "cli.tag.team")
    private @Nullable String team;

    @Option(names = "--scenario", paramLabel = "TEXT", descriptionKey = "cli.tag.scenario")
    private @Nullable String scenario;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "cli.tag.validFrom")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "cli.tag.validUntil")
    private @Nullable LocalDate until;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "cli.tag.toState")
    private @Nullable LifeState state;

    @Option(names = "--successor", paramLabel = "KEY", descriptionKey = "cli.tag.successor")
    private @Nullable String successor;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.tag.reason")
    private @Nullable String reason;

    public TagKeepCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<TagKey> wanted = keys.stream().map(TagKey::parse).toList();
        int changed =
                workspace
                        .centre()
                        .edit(
                                wanted,
                                this::kept,
                                Optional.ofNullable(state),
                                Optional.ofNullable(successor).map(TagKey::parse),
                                Optional.ofNullable(reason).filter(text -> !text.isBlank()));
        if (output.isJson()) {
            output.json(Map.of("changed", changed));
        } else {
            output.line(texts().get("cli.tag.kept", changed));
        }
        return 0;
    }

    /** What is not told stays; a blank takes away. */
    private Care kept(Care before) {
        Care next = before;
        if (owner != null) {
            next = next.withOwner(name(owner));
        }
        if (team != null) {
            next = next.withTeam(name(team));
        }
        if (scenario != null) {
            next =
                    next.withScenario(
                            scenario.isBlank()
                                    ? Optional.empty()
                                    : Optional.of(words(before, scenario)));
        }
        Optional<LocalDate> first = Optional.ofNullable(from).or(before::validFrom);
        Optional<LocalDate> last = Optional.ofNullable(until).or(before::validUntil);
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            throw Problem.of(
                            "problem.govern.validity",
                            first.get().toString(),
                            last.get().toString())
                    .asException();
        }
        return next.withValidity(first, last);
    }

    private LocalizedText words(Care before, String text) {
        return before.scenario()
                .map(words -> words.with(texts().locale(), text))
                .orElseGet(() -> LocalizedText.of(texts().locale(), text));
    }

    private static Optional<String> name(String text) {
        String name = text.strip();
        if (name.length() > Care.MAX_NAME) {
            throw Problem.of("problem.govern.name", name, Care.MAX_NAME).asException();
        }
        return Optional.of(name).filter(n -> !n.isEmpty());
    }
}
