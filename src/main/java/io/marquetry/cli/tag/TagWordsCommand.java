package io.marquetry.cli.tag;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.TagDictionary;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code tag words}: the dictionary of types and dimensions, and how it is changed. */
@Command(name = "words")
public final class TagWordsCommand extends WorkspaceCommand {

    @Option(
            names = "--add-type",
            paramLabel = "WORD=CATEGORY",
            descriptionKey = "cli.tag.words.addType")
    private Map<String, Category> types = new TreeMap<>();

    @Option(
            names = "--add-dimension",
            paramLabel = "WORD[=CATEGORY]",
            descriptionKey = "cli.tag.words.addDimension")
    private List<String> dimensions = List.of();

    @Option(
            names = "--remove-type",
            paramLabel = "WORD",
            descriptionKey = "cli.tag.words.removeType")
    private List<String> goneTypes = List.of();

    @Option(
            names = "--remove-dimension",
            paramLabel = "WORD",
            descriptionKey = "cli.tag.words.removeDimension")
    private List<String> goneDimensions = List.of();

    @Option(names = "--adopt", descriptionKey = "cli.tag.words.adopt")
    private boolean adopt;

    @Option(names = "--dry-run", descriptionKey = "cli.tag.dryRun")
    private boolean dry;

    public TagWordsCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        TagDictionary dictionary = workspace.centre().dictionary();
        List<TagKey> used = List.copyOf(workspace.centre().tags().byKey().keySet());
        TagDictionary.Plan plan = dictionary.plan(words -> changed(words, used));
        boolean changes = !plan.after().equals(plan.before());
        if (changes && !dry) {
            dictionary.make(plan);
        }
        if (output.isJson()) {
            output.json(json(plan, changes && !dry));
            return 0;
        }
        table(plan.after()).lines().forEach(output::line);
        plan.off().forEach(key -> output.line(texts().get("cli.tag.words.off", key.value())));
        plan.on().forEach(key -> output.line(texts().get("cli.tag.words.on", key.value())));
        if (changes) {
            String said = dry ? "cli.tag.words.planned" : "cli.tag.words.made";
            output.remark(texts().get(said, plan.off().size(), plan.on().size()));
        }
        return 0;
    }

    private NamingStandard changed(NamingStandard words, List<TagKey> used) {
        NamingStandard next = words;
        for (String word : goneTypes) {
            next = next.withoutType(word);
        }
        for (String word : goneDimensions) {
            next = next.withoutDimension(word);
        }
        for (Map.Entry<String, Category> type : types.entrySet()) {
            next = next.withType(type.getKey(), type.getValue());
        }
        for (String dimension : dimensions) {
            int at = dimension.indexOf('=');
            next =
                    at < 0
                            ? next.withDimension(dimension, Optional.empty())
                            : next.withDimension(
                                    dimension.substring(0, at),
                                    Optional.of(category(dimension.substring(at + 1))));
        }
        return adopt ? next.withDimensionsOf(used) : next;
    }

    private static Category category(String typed) {
        String wanted = typed.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Category.values())
                .filter(category -> category.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.of("problem.naming.category", typed).asException());
    }

    private TextTable table(NamingStandard words) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.tag.words.kind"),
                                texts().get("cli.tag.words.word"),
                                texts().get("cli.tag.categoryTitle")),
                        Set.of());
        words.types()
                .forEach(
                        (word, category) ->
                                table.add(texts().get("cli.tag.words.type"), word, name(category)));
        words.dimensions()
                .forEach(
                        (word, category) ->
                                table.add(
                                        texts().get("cli.tag.words.dimension"),
                                        word,
                                        category.map(this::name)
                                                .orElse(texts().get("cli.tag.words.all"))));
        return table;
    }

    private String name(Category category) {
        return texts().get("problem.category." + category);
    }

    private static Map<String, Object> json(TagDictionary.Plan plan, boolean made) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<String, Object> types = new LinkedHashMap<>();
        plan.after().types().forEach((word, category) -> types.put(word, category.name()));
        Map<String, Object> dimensions = new LinkedHashMap<>();
        plan.after()
                .dimensions()
                .forEach(
                        (word, category) ->
                                dimensions.put(word, category.map(Category::name).orElse("ALL")));
        tree.put("types", types);
        tree.put("dimensions", dimensions);
        tree.put("changed", made);
        tree.put("offStandard", plan.off().stream().map(TagKey::value).toList());
        tree.put("onStandard", plan.on().stream().map(TagKey::value).toList());
        return tree;
    }
}
