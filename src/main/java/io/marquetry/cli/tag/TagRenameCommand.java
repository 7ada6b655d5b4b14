package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.govern.RewritePlan;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code tag rename}: gives a tag another key, everywhere. */
@Command(name = "rename")
public final class TagRenameCommand extends TagRewriteCommand {

    public TagRenameCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    RewritePlan plan(Workspace workspace, TagKey one, TagKey other) {
        return workspace.centre().planRename(one, other);
    }
}
