package io.marquetry.cli.audience;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.Carried;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.Expressions;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.audience.AudienceChoice.Chosen;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.compare.ExplanationWords;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Explanation;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code audience explain}: why one person is in an audience or not. */
@Command(name = "explain")
public final class AudienceExplainCommand extends WorkspaceCommand {

    private static final int MOST_WORDS = 160;

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.explain.key")
    private @Nullable String key;

    @Mixin private AudienceChoice choice = new AudienceChoice();

    @Option(names = "--live", descriptionKey = "cli.explain.live")
    private boolean live;

    public AudienceExplainCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Chosen asked = choice.of(workspace);
        Explanation told = live ? live(workspace, asked) : indexed(workspace, asked);
        if (output.isJson()) {
            output.json(json(told));
        } else {
            print(told, asked.tags(), output);
        }
        return 0;
    }

    private Explanation live(Workspace workspace, Chosen asked) {
        Carried carried =
                workspace
                        .audiences()
                        .readers()
                        .reader(asked.source())
                        .atAGlance()
                        .carried(
                                require(key),
                                Expressions.leavesIn(asked.audience()),
                                asked.tags(),
                                new CancelSignal())
                        .orElseThrow(() -> Problem.of("problem.person.unknown").asException());
        return Explanation.of(carried.snapshot(), asked.audience(), carried.leaves()::contains);
    }

    private Explanation indexed(Workspace workspace, Chosen asked) {
        MembershipIndex index = asked.index(workspace);
        long ordinal =
                workspace
                        .audiences()
                        .indexes()
                        .ordinal(index, require(key), new CancelSignal())
                        .orElseThrow(() -> Problem.of("problem.person.unknown").asException());
        return Explanation.of(index, asked.audience(), ordinal);
    }

    private void print(Explanation told, TagCatalog tags, CommandOutput output) {
        output.line(texts().get(told.in() ? "compose.explain.in" : "compose.explain.out"));
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.whatif.tag"),
                                texts().get("cli.explain.carried"),
                                texts().get("cli.tag.meaning")),
                        Set.of());
        RuleWords rules = new RuleWords(texts(), Optional.of(told.snapshot().today()));
        for (Explanation.Row row : told.rows()) {
            table.add(
                    ExpressionText.write(row.leaf()),
                    texts().get(
                                    row.carried()
                                            ? "compose.explain.carries"
                                            : "compose.explain.lacks"),
                    cut(rules.of(rule(row.leaf(), tags))));
        }
        table.lines().forEach(output::line);
        output.line(new ExplanationWords(texts(), TagKey::value).of(told));
    }

    /** A list of thousands of values is not read in a table. */
    private static String cut(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS - 1) + "…";
    }

    private static TagRule rule(AudienceExpression.Leaf leaf, TagCatalog tags) {
        return switch (leaf) {
            case AudienceExpression.TagRef ref -> tags.rule(ref.tag());
            case AudienceExpression.Condition condition -> condition.rule();
        };
    }

    private static Map<String, Object> json(Explanation told) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("in", told.in());
        tree.put("rows", rows(told.rows()));
        tree.put("smallest", rows(told.smallest()));
        tree.put("alone", rows(told.alone()));
        tree.put("asOf", told.snapshot().asOf().toString());
        tree.put("today", told.snapshot().today().toString());
        tree.put("source", told.snapshot().source().value());
        return tree;
    }

    private static List<Map<String, Object>> rows(List<Explanation.Row> rows) {
        return rows.stream()
                .map(
                        row -> {
                            Map<String, Object> tree = new LinkedHashMap<>();
                            tree.put("path", row.path());
                            StepsPart.put(tree, row.leaf());
                            tree.put("carried", row.carried());
                            return tree;
                        })
                .toList();
    }
}
