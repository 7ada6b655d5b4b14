package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.RewritePlan;
import io.marquetry.govern.TagRewrite;
import io.marquetry.index.question.Changes;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command that renames a tag or merges two: tells what changes before it changes anything. */
abstract class TagRewriteCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.tag.keyOption")
    private @Nullable String from;

    @Parameters(index = "1", paramLabel = "OTHER", descriptionKey = "cli.tag.otherKey")
    private @Nullable String to;

    @Option(names = "--dry-run", descriptionKey = "cli.tag.dryRun")
    private boolean dry;

    TagRewriteCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    /** Works out what would change. */
    abstract RewritePlan plan(Workspace workspace, TagKey one, TagKey other);

    @Override
    protected final int run(Workspace workspace, CommandOutput output) {
        RewritePlan plan = plan(workspace, TagKey.parse(require(from)), TagKey.parse(require(to)));
        Map<PackageKey, Optional<Changes.Change>> people =
                workspace.consequences().of(plan, workspace.tags().catalog(), new CancelSignal());
        Optional<Integer> made =
                dry ? Optional.empty() : Optional.of(workspace.centre().make(plan));
        if (output.isJson()) {
            output.json(json(plan, people, made));
            return 0;
        }
        for (RewritePlan.PackageChange change : plan.packages()) {
            output.line(line(change, people.getOrDefault(change.before().key(), Optional.empty())));
        }
        plan.rules().forEach(tag -> output.line(texts().get("cli.tag.ruleChanges", tag.value())));
        String key = dry ? "cli.tag.rewrite.planned" : "cli.tag.rewrite.made";
        output.remark(
                texts().get(key, plan.packages().size(), plan.rules().size(), plan.histories()));
        return 0;
    }

    private String line(RewritePlan.PackageChange change, Optional<Changes.Change> people) {
        String places =
                texts().get(
                                "cli.tag.packageChanges",
                                change.before().key().value(),
                                change.moved(),
                                change.collapsed());
        return places
                + people.map(c -> texts().get("cli.tag.people", c.gained(), c.lost(), c.after()))
                        .orElseGet(() -> texts().get("cli.tag.peopleUnknown"));
    }

    private static Map<String, Object> json(
            RewritePlan plan,
            Map<PackageKey, Optional<Changes.Change>> people,
            Optional<Integer> made) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", plan.rewrite().from().value());
        tree.put("to", plan.rewrite().to().value());
        tree.put("merge", plan.rewrite().kind() == TagRewrite.Kind.MERGE);
        made.ifPresent(number -> tree.put("change", number));
        tree.put("tags", plan.rules().stream().map(TagKey::value).toList());
        tree.put("histories", plan.histories());
        List<Object> packages = new ArrayList<>();
        for (RewritePlan.PackageChange change : plan.packages()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("package", change.before().key().value());
            row.put("moved", change.moved());
            row.put("collapsed", change.collapsed());
            people.getOrDefault(change.before().key(), Optional.empty())
                    .ifPresent(
                            size -> {
                                row.put("gained", size.gained());
                                row.put("lost", size.lost());
                                row.put("after", size.after());
                            });
            packages.add(row);
        }
        tree.put("packages", packages);
        return tree;
    }
}
