package io.marquetry.cli.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code outcomes list}: the outcomes that a workspace knows. */
@Command(name = "list")
public final class OutcomesListCommand extends WorkspaceCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public OutcomesListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<OutcomeSet> sets = workspace.outcomes().sets().list();
        if (output.isJson()) {
            output.json(sets.stream().map(OutcomesListCommand::json).toList());
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
                    MINUTE.format(set.addedAt().atZone(UserZone.get())),
                    set.title());
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

    /** Returns what scripts are told of a set. */
    public static Map<String, Object> json(OutcomeSet set) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", set.name().value());
        tree.put("title", set.title());
        switch (set.origin()) {
            case OutcomeOrigin.InPlace place -> tree.put("source", place.source().value());
            case OutcomeOrigin.Imported imported -> {
                tree.put("rows", imported.table().profiles());
                tree.put("fileSha256", imported.fileSha256());
            }
        }
        if (set.design() instanceof Design.Randomised randomised) {
            tree.put("control", randomised.controlArm());
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        set.mapping()
                .columns()
                .forEach(
                        (role, use) ->
                                columns.put(
                                        role.name().toLowerCase(Locale.ROOT),
                                        use.equal()
                                                .map(value -> use.column() + "==" + value)
                                                .orElse(use.column())));
        tree.put("columns", columns);
        tree.put("addedAt", set.addedAt().toString());
        return tree;
    }
}
