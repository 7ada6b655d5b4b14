package io.marquetry.cli.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Set;

/** {@code outcomes list}: the outcomes that a workspace knows. */
@Command(name = "list")
public final class OutcomesListCommand extends WorkspaceCommand {

    public OutcomesListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<OutcomeSet> sets = workspace.outcomes().sets().list();
        if (output.isJson()) {
            output.json(sets.stream().map(OutcomesShown::json).toList());
            return 0;
        }
        if (sets.isEmpty()) {
            output.remark(texts().get("cli.outcomes.none"));
            return 0;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.outcomes.column.name"),
                                texts().get("cli.outcomes.column.place"),
                                texts().get("cli.outcomes.column.control"),
                                texts().get("cli.outcomes.column.added"),
                                texts().get("cli.outcomes.column.title")),
                        Set.of());
        for (OutcomeSet set : sets) {
            table.add(
                    set.name().value(),
                    place(set),
                    control(set),
                    Minute.of(set.addedAt()),
                    texts().known(set.title()));
        }
        table.lines().forEach(output::line);
        return 0;
    }

    private String place(OutcomeSet set) {
        return switch (set.origin()) {
            case OutcomeOrigin.InPlace place -> place.source().value();
            case OutcomeOrigin.Imported imported ->
                    texts().get("cli.outcomes.imported", imported.table().profiles());
        };
    }

    private String control(OutcomeSet set) {
        return switch (set.design()) {
            case Design.Randomised randomised -> randomised.controlArm();
            case Design.Observed _ -> texts().get("cli.outcomes.noControl");
        };
    }
}
