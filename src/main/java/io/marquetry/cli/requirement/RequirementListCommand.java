package io.marquetry.cli.requirement;

import io.marquetry.base.Kept;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementJson;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Set;

/** {@code requirement list}: all requirements with where they stand. */
@Command(name = "list")
public final class RequirementListCommand extends WorkspaceCommand {

    public RequirementListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Requirement> all = workspace.requirements().all().stream().map(Kept::value).toList();
        if (output.isJson()) {
            output.json(all.stream().map(one -> PlainJson.of(RequirementJson.write(one))).toList());
            return 0;
        }
        if (all.isEmpty()) {
            output.remark(texts().get("cli.requirement.none"));
            return 0;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.tag.key"),
                                texts().get("cli.tag.stateTitle"),
                                texts().get("cli.tag.ownerTitle"),
                                texts().get("cli.requirement.tagsTitle"),
                                texts().get("cli.requirement.goalTitle")),
                        Set.of(3));
        for (Requirement one : all) {
            table.add(
                    one.key().value(),
                    texts().get("requirement.state." + one.state()),
                    one.owner().orElse("-"),
                    Integer.toString(one.accepted().size()),
                    one.goal());
        }
        table.lines().forEach(output::line);
        return 0;
    }
}
