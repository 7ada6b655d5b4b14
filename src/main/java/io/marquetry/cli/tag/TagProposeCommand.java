package io.marquetry.cli.tag;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.propose.Proposals;
import io.marquetry.propose.ProposedGroup;
import io.marquetry.propose.ProposedTag;
import io.marquetry.propose.TagProposals;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code tag propose}: tags that the columns and events of a source suggest. */
@Command(name = "propose")
public final class TagProposeCommand extends WorkspaceCommand {

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.tag.proposeSource")
    private @Nullable String source;

    @Option(names = "--column", paramLabel = "NAME", descriptionKey = "cli.tag.proposeColumn")
    private List<String> columns = List.of();

    @Option(names = "--create", descriptionKey = "cli.tag.proposeCreate")
    private boolean create;

    public TagProposeCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Proposals all =
                new TagProposals(workspace.audiences().readers(), workspace.tags())
                        .of(SourceChoice.of(workspace.sources(), source), new CancelSignal());
        columns.forEach(column -> refuseUnknown(column, all));
        List<ProposedGroup> groups =
                all.groups().stream()
                        .filter(group -> columns.isEmpty() || columns.contains(group.name()))
                        .toList();
        Proposals chosen = new Proposals(all.source(), all.profiles(), groups);
        List<Tag> made = create ? chosen.advised() : List.of();
        if (!made.isEmpty()) {
            workspace.tags().save(made);
        }
        if (output.isJson()) {
            output.json(json(chosen, made));
            return 0;
        }
        table(groups).lines().forEach(output::line);
        groups.stream()
                .filter(group -> group.tags().isEmpty())
                .forEach(group -> output.remark(finding(group)));
        output.remark(
                create
                        ? texts().get("cli.tag.proposed.made", made.size())
                        : texts().get(
                                        "cli.tag.proposed.advised",
                                        chosen.advised().size(),
                                        chosen.source().value()));
        return 0;
    }

    private static void refuseUnknown(String column, Proposals all) {
        if (all.groups().stream().noneMatch(group -> group.name().equals(column))) {
            String names =
                    String.join(", ", all.groups().stream().map(ProposedGroup::name).toList());
            throw Problem.of("problem.propose.column", all.source().value(), column, names)
                    .asException();
        }
    }

    private String finding(ProposedGroup group) {
        return texts().get(
                        "propose.finding." + group.finding(), group.label().in(texts().locale()));
    }

    private TextTable table(List<ProposedGroup> groups) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.tag.key"),
                                texts().get("cli.tag.name"),
                                texts().get("cli.tag.profiles"),
                                texts().get("cli.tag.rule")),
                        Set.of(2));
        RuleWords words = new RuleWords(texts());
        for (ProposedGroup group : groups) {
            for (ProposedTag proposed : group.tags()) {
                Tag tag = proposed.tag();
                table.add(
                        tag.key().value(),
                        tag.name().in(texts().locale()),
                        texts().get("cli.number", proposed.size()),
                        words.of(tag.rule().orElseThrow()));
            }
        }
        return table;
    }

    private Map<String, Object> json(Proposals proposals, List<Tag> made) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("source", proposals.source().value());
        tree.put("profiles", proposals.profiles());
        tree.put("groups", proposals.groups().stream().map(group -> json(group, made)).toList());
        return tree;
    }

    private Map<String, Object> json(ProposedGroup group, List<Tag> made) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", group.name());
        tree.put("finding", group.finding().name());
        tree.put("tags", group.tags().stream().map(tag -> json(tag, made)).toList());
        return tree;
    }

    private Map<String, Object> json(ProposedTag proposed, List<Tag> made) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", proposed.tag().key().value());
        tree.put("name", proposed.tag().name().in(texts().locale()));
        tree.put("audience", proposed.size());
        tree.put("advised", proposed.advised());
        tree.put("made", made.contains(proposed.tag()));
        return tree;
    }
}
