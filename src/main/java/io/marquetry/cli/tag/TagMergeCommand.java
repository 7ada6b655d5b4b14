package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.govern.RewritePlan;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code tag merge}: puts one tag in the place of another, everywhere. */
@Command(name = "merge")
public final class TagMergeCommand extends TagRewriteCommand {

    public TagMergeCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    RewritePlan plan(Workspace workspace, TagKey one, TagKey other) {
        return workspace.centre().planMerge(one, other);
    }
}
