package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.govern.dictionary.DictionaryColumn;
import io.marquetry.govern.dictionary.DictionaryImport;
import io.marquetry.govern.dictionary.DictionaryImport.Standing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells line by line what a table of tags does, and takes it. */
final class DictionaryLines {

    private final Texts texts;
    private final CommandOutput output;

    DictionaryLines(Texts texts, CommandOutput output) {
        this.texts = texts;
        this.output = output;
    }

    /** Returns the exit code: 1 where a line is refused, and then nothing is taken. */
    int take(DictionaryImport into, Path file, boolean dry) {
        DictionaryImport.Preview preview = into.preview(file);
        boolean refused = preview.count(Standing.REFUSED) > 0;
        boolean made = !dry && !refused;
        if (made) {
            into.make(preview);
        }
        if (output.isJson()) {
            output.json(json(preview, made));
        } else {
            preview.lines().stream()
                    .filter(line -> line.standing() != Standing.SAME)
                    .forEach(line -> output.line(line(line)));
            output.remark(
                    texts.get(
                            made ? "cli.tag.dictionary.made" : "cli.tag.dictionary.planned",
                            preview.count(Standing.NEW),
                            preview.count(Standing.CHANGED),
                            preview.count(Standing.SAME),
                            preview.count(Standing.REFUSED)));
        }
        return refused ? 1 : 0;
    }

    private String line(DictionaryImport.Line line) {
        String said =
                line.problem()
                        .map(texts::sentence)
                        .orElseGet(
                                () ->
                                        line.columns().stream()
                                                .map(DictionaryColumn::title)
                                                .collect(Collectors.joining(", ")));
        return texts.get(
                "cli.tag.dictionary.line",
                line.line(),
                texts.get("dictionary." + line.standing()),
                line.key(),
                said);
    }

    private Map<String, Object> json(DictionaryImport.Preview preview, boolean made) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("taken", made);
        for (Standing standing : Standing.values()) {
            tree.put(standing.name(), preview.count(standing));
        }
        tree.put("lines", preview.lines().stream().map(this::row).toList());
        return tree;
    }

    private Map<String, Object> row(DictionaryImport.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", line.line());
        row.put("key", line.key());
        row.put("standing", line.standing().name());
        if (!line.columns().isEmpty()) {
            List<String> columns = line.columns().stream().map(DictionaryColumn::title).toList();
            row.put("columns", columns);
        }
        line.problem()
                .ifPresent(
                        problem -> {
                            row.put("code", problem.key());
                            row.put("message", texts.sentence(problem));
                        });
        return row;
    }
}
