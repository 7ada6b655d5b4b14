package io.marquetry.cli.requirement;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Parameters;

/** A command on one requirement. */
abstract class OneRequirementCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.requirement.keyOption")
    private @Nullable String key;

    OneRequirementCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    final RequirementKey key() {
        return RequirementKey.parse(require(key));
    }
}
