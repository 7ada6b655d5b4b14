package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.LifeState;
import io.marquetry.handoff.TagJson;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Set;

/** {@code tag list}: all tags, or those of one category. */
@Command(name = "list")
public final class TagListCommand extends WorkspaceCommand {

    @Option(names = "--category", paramLabel = "CATEGORY", descriptionKey = "cli.tag.category")
    private @Nullable Category category;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "cli.tag.onlyState")
    private @Nullable LifeState state;

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "cli.tag.onlyOwner")
    private @Nullable String owner;

    @Option(names = "--team", paramLabel = "NAME", descriptionKey = "cli.tag.onlyTeam")
    private @Nullable String team;

    public TagListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Tag> tags =
                workspace.centre().tags().tags().stream()
                        .filter(tag -> category == null || tag.tag().category() == category)
                        .filter(tag -> isKeptSo(tag.care()))
                        .map(GovernedTag::tag)
                        .toList();
        if (output.isJson()) {
            output.json(tags.stream().map(tag -> PlainJson.of(TagJson.write(tag))).toList());
        } else if (tags.isEmpty()) {
            output.remark(texts().get("cli.tag.none"));
        } else {
            table(tags).lines().forEach(output::line);
        }
        return 0;
    }

    /** A blank asks for those that nobody answers for. */
    private boolean isKeptSo(Care care) {
        return (state == null || care.state() == state)
                && (owner == null || care.owner().orElse("").equals(owner.strip()))
                && (team == null || care.team().orElse("").equals(team.strip()));
    }

    private TextTable table(List<Tag> tags) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.tag.key"),
                                texts().get("cli.tag.categoryTitle"),
                                texts().get("cli.tag.topic"),
                                texts().get("cli.tag.name")),
                        Set.of());
        for (Tag tag : tags) {
            table.add(
                    tag.key().value(),
                    texts().get("problem.category." + tag.category()),
                    tag.topic().in(texts().locale()),
                    tag.name().in(texts().locale()));
        }
        return table;
    }
}
