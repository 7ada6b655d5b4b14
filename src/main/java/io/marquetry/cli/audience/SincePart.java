package io.marquetry.cli.audience;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.compare.VersionChanges;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.pack.EditNames;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who went and who came since the last finished version, edit by edit. */
record SincePart(VersionChanges changes, Texts texts) implements PreviewPart {

    @Override
    public void add(Map<String, Object> tree) {
        Map<String, Object> since = new LinkedHashMap<>();
        since.put("version", changes.version());
        since.put("createdAt", changes.createdAt().toString());
        changes.otherSource().ifPresent(source -> since.put("otherSource", source.value()));
        if (changes.otherSource().isEmpty()) {
            since.put("edits", changes.lines().stream().map(this::json).toList());
            since.put("lost", changes.total().lost());
            since.put("gained", changes.total().gained());
        }
        tree.put("since", since);
    }

    @Override
    public void print(CommandOutput output) {
        if (changes.otherSource().isPresent()) {
            output.line(
                    texts.get("compose.since.otherSource", changes.otherSource().get().value()));
            return;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.since.edit", changes.version()),
                                texts.get("compose.since.lost"),
                                texts.get("compose.since.gained")),
                        Set.of(1, 2));
        changes.lines().forEach(line -> add(table, name(line), line.change()));
        add(table, texts.get("compose.since.total"), changes.total());
        table.lines().forEach(output::line);
    }

    private void add(TextTable table, String name, Change change) {
        table.add(
                name,
                texts.get("cli.number", change.lost()),
                texts.get("cli.number", change.gained()));
    }

    private Map<String, Object> json(VersionChanges.Line line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        switch (line) {
            case VersionChanges.RuleEdited edited -> {
                tree.put("type", "rule");
                tree.put("tag", edited.tag().value());
            }
            case VersionChanges.Edited edited -> tree.put("type", "edit");
            case VersionChanges.Otherwise other -> tree.put("type", "unrecorded");
        }
        tree.put("text", name(line));
        tree.put("lost", line.change().lost());
        tree.put("gained", line.change().gained());
        tree.put("after", line.change().after());
        return tree;
    }

    private String name(VersionChanges.Line line) {
        return switch (line) {
            case VersionChanges.RuleEdited edited ->
                    texts.get("compose.since.rule", edited.tag().value());
            case VersionChanges.Edited edited ->
                    new EditNames(texts).of(edited.edit(), edited.before());
            case VersionChanges.Otherwise other -> texts.get("compose.since.otherwise");
        };
    }
}
