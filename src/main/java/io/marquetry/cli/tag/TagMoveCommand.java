package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.LifeState;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;
import java.util.Optional;

/** A command that takes a tag one step further in its life. */
abstract class TagMoveCommand extends WorkspaceCommand {

    private final LifeState to;

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.tag.keyOption")
    private @Nullable String key;

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
        TagKey tag = TagKey.parse(require(key));
        workspace
                .centre()
                .move(
                        tag,
                        to,
                        Optional.ofNullable(successor).map(TagKey::parse),
                        Optional.ofNullable(reason).filter(text -> !text.isBlank()));
        if (output.isJson()) {
            output.json(Map.of("key", tag.value(), "state", to.name()));
        } else {
            output.line(texts().get("cli.tag.moved", tag.value(), texts().get("life." + to)));
        }
        return 0;
    }
}
