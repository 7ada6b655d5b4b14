package io.marquetry.cli.tag;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.TagCares;
import io.marquetry.govern.TagRewrite;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.Map;

/** {@code tag undo}: takes the last change of tags back, all of it. */
@Command(name = "undo")
public final class TagUndoCommand extends WorkspaceCommand {

    public TagUndoCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        TagCares.Rewritten last =
                workspace
                        .centre()
                        .lastRewrite()
                        .orElseThrow(() -> Problem.of("problem.rewrite.none").asException());
        workspace.centre().undo(last.number());
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "from", last.from().map(TagKey::value).orElse(""),
                            "to", last.to().map(TagKey::value).orElse(""),
                            "tags", last.tags(),
                            "packages", last.drafts()));
        } else {
            output.line(
                    texts().get(
                                    switch (last.kind()) {
                                        case RENAME -> "cli.tag.unrenamed";
                                        case MERGE -> "cli.tag.unmerged";
                                        case CHANGE -> "cli.tag.unchanged";
                                        case WORDS -> "cli.tag.unworded";
                                    },
                                    last.from().map(TagKey::value).orElse(""),
                                    last.to().map(TagKey::value).orElse(""),
                                    last.kind() == TagRewrite.Kind.CHANGE
                                            ? last.tags()
                                            : last.drafts()));
        }
        return 0;
    }
}
