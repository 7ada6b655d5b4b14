package io.marquetry.cli.audience;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.index.question.Waterfall;
import io.marquetry.index.question.WhatIfs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the audience shrinks, row by row, and which tag costs most. */
record StepsPart(AllOf audience, WhatIfs counted) implements PreviewPart {

    @Override
    public void add(Map<String, Object> tree) {
        tree.put("steps", counted.steps().stream().map(this::json).toList());
        counted.dearest()
                .ifPresent(
                        cost -> {
                            Map<String, Object> most = new LinkedHashMap<>();
                            put(most, cost.leaf());
                            most.put("path", cost.path());
                            most.put("without", cost.without());
                            tree.put("dearest", most);
                        });
    }

    @Override
    public void print(CommandOutput output) {
        Texts texts = output.texts();
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.steps.row"),
                                texts.get("cli.steps.before"),
                                texts.get("cli.steps.after")),
                        Set.of(1, 2));
        for (Waterfall.Step step : counted.steps()) {
            String indent = "  ".repeat(step.path().size() - 1);
            // In "any of" each row brings people in: the group's own row tells who is left.
            boolean adds = at(step.path().subList(0, step.path().size() - 1)) instanceof AnyOf;
            table.add(
                    indent + name(step.path(), texts),
                    adds ? "" : texts.get("cli.number", step.before()),
                    texts.get(adds ? "cli.steps.soFar" : "cli.number", step.after()));
        }
        table.lines().forEach(output::line);
        counted.dearest()
                .ifPresent(
                        cost ->
                                output.line(
                                        texts.get(
                                                "cli.steps.dearest",
                                                ExpressionText.write(cost.leaf()),
                                                cost.without())));
    }

    private Map<String, Object> json(Waterfall.Step step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", step.path());
        switch (at(step.path())) {
            case Leaf leaf -> put(tree, leaf);
            case Group group -> tree.put("group", group.kind().name());
        }
        tree.put("before", step.before());
        tree.put("after", step.after());
        return tree;
    }

    /** Tells which row it is: a tag by its key, a condition by its text. */
    static void put(Map<String, Object> tree, Leaf leaf) {
        switch (leaf) {
            case TagRef ref -> tree.put("tag", ref.tag().value());
            case Condition condition -> tree.put("condition", ExpressionText.write(condition));
        }
    }

    private String name(List<Integer> path, Texts texts) {
        return switch (at(path)) {
            case Leaf leaf -> ExpressionText.write(leaf);
            case Group group -> texts.get("group." + group.kind());
        };
    }

    private AudienceExpression at(List<Integer> path) {
        AudienceExpression node = audience;
        for (int index : path) {
            if (node instanceof Group group) {
                node = group.members().get(index);
            }
        }
        return node;
    }
}
