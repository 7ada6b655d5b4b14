package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.WhereUsed;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command that takes a tag one step further in its life. */
abstract class TagMoveCommand extends WorkspaceCommand {

    private final LifeState to;

    @Parameters(arity = "1..*", paramLabel = "KEY", descriptionKey = "cli.tag.keyOption")
    private List<String> keys = List.of();

    @Option(names = "--successor", paramLabel = "KEY", descriptionKey = "cli.tag.successor")
    private @Nullable String successor;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.tag.reason")
    private @Nullable String reason;

    TagMoveCommand(WorkspaceOpener opener, Texts texts, LifeState to) {
        super(opener, texts);
        this.to = to;
    }

    @Override
    protected final int run(Workspace workspace, CommandOutput output) {
        List<TagKey> tags = keys.stream().map(TagKey::parse).toList();
        workspace
                .centre()
                .move(
                        tags,
                        to,
                        Optional.ofNullable(successor).map(TagKey::parse),
                        Optional.ofNullable(reason).filter(text -> !text.isBlank()));
        if (to == LifeState.DEPRECATED) {
            tags.forEach(tag -> users(workspace, output, tag));
        }
        if (output.isJson()) {
            output.json(
                    tags.size() == 1
                            ? json(tags.getFirst())
                            : tags.stream().map(this::json).toList());
        } else {
            tags.forEach(
                    tag ->
                            output.line(
                                    texts().get(
                                                    "cli.tag.moved",
                                                    tag.value(),
                                                    texts().get("life." + to))));
        }
        return 0;
    }

    /** They stay as they are; whoever keeps them has to take another tag. */
    private void users(Workspace workspace, CommandOutput output, TagKey tag) {
        WhereUsed used =
                workspace
                        .centre()
                        .uses()
                        .getOrDefault(workspace.centre().tags().get(tag).key(), WhereUsed.NOWHERE);
        List<String> users = new ArrayList<>();
        used.packages().forEach(pack -> users.add(pack.key().value()));
        used.tags().forEach(other -> users.add(other.value()));
        if (!users.isEmpty()) {
            output.remark(texts().get("cli.tag.stillUsed", tag.value(), String.join(", ", users)));
        }
    }

    private Map<String, Object> json(TagKey tag) {
        return Map.of("key", tag.value(), "state", to.name());
    }
}
