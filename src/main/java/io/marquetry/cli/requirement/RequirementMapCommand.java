package io.marquetry.cli.requirement;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.requirement.search.SearchAnswer;
import io.marquetry.requirement.search.TagMatch;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code requirement map}: the tags that a requirement in words means. */
@Command(name = "map")
public final class RequirementMapCommand extends WorkspaceCommand {

    private static final int USUAL = 5;
    private static final int MOST = 100;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.requirement.text")
    private @Nullable String text;

    @Option(names = "--top", paramLabel = "N", descriptionKey = "cli.requirement.top")
    private int top = USUAL;

    @Option(names = "--save", descriptionKey = "cli.requirement.save")
    private boolean save;

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "cli.requirement.newKey")
    private @Nullable String key;

    @Option(names = "--audience", paramLabel = "TEXT", descriptionKey = "cli.requirement.audience")
    private @Nullable String audience;

    @Option(names = "--channel", paramLabel = "TEXT", descriptionKey = "cli.requirement.channel")
    private @Nullable String channel;

    @Option(names = "--budget", paramLabel = "AMOUNT", descriptionKey = "cli.requirement.budget")
    private @Nullable BigDecimal budget;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "cli.requirement.from")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "cli.requirement.until")
    private @Nullable LocalDate until;

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "cli.requirement.owner")
    private @Nullable String owner;

    public RequirementMapCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        if (top < 1 || top > MOST) {
            throw Problem.of("problem.requirement.top", MOST).asException();
        }
        RequirementKey wanted =
                key == null
                        ? workspace.requirements().freeKey(require(text))
                        : RequirementKey.parse(key);
        Requirement asked =
                new Requirement(
                        wanted,
                        require(text).strip(),
                        words(audience),
                        words(channel),
                        Optional.ofNullable(budget),
                        Optional.ofNullable(from),
                        Optional.ofNullable(until),
                        words(owner),
                        List.of(),
                        List.of(),
                        Optional.empty());
        SearchAnswer answer = workspace.requirements().map(asked.text(), top);
        if (save) {
            workspace
                    .requirements()
                    .save(
                            asked.withMissing(
                                    answer.lacking().stream()
                                            .map(
                                                    part ->
                                                            new Requirement.Missing(
                                                                    part, Optional.empty()))
                                            .toList()),
                            Revision.NONE);
        }
        TagCatalog tags = workspace.tags().catalog();
        if (output.isJson()) {
            output.json(json(wanted, answer, tags));
        } else {
            print(wanted, answer, tags, output);
        }
        return 0;
    }

    private void print(
            RequirementKey wanted, SearchAnswer answer, TagCatalog tags, CommandOutput output) {
        for (Category category : Category.values()) {
            List<TagMatch> found =
                    answer.matches().stream()
                            .filter(match -> tags.get(match.tag()).category() == category)
                            .toList();
            if (!found.isEmpty()) {
                output.line(texts().get("problem.category." + category));
            }
            for (TagMatch match : found) {
                Tag tag = tags.get(match.tag());
                output.line(
                        texts().get(
                                        match.excluded() && category == Category.AUDIENCE
                                                ? "cli.requirement.excluded"
                                                : "cli.requirement.found",
                                        tag.key().value(),
                                        tag.name().in(texts().locale()),
                                        match.part()));
            }
        }
        answer.lacking().forEach(part -> output.line(texts().get("cli.requirement.lacking", part)));
        if (save) {
            output.line(texts().get("cli.requirement.saved", wanted.value()));
        }
    }

    private Map<String, Object> json(RequirementKey wanted, SearchAnswer answer, TagCatalog tags) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (save) {
            tree.put("key", wanted.value());
        }
        List<Object> matches = new ArrayList<>();
        for (TagMatch match : answer.matches()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("tag", match.tag().value());
            one.put("category", tags.get(match.tag()).category().name());
            one.put("score", new BigDecimal(String.format(Locale.ROOT, "%.3f", match.score())));
            one.put("part", match.part());
            one.put("excluded", match.excluded());
            matches.add(one);
        }
        tree.put("matches", matches);
        tree.put("lacking", answer.lacking());
        return tree;
    }

    private static Optional<String> words(@Nullable String told) {
        return Optional.ofNullable(told).map(String::strip).filter(t -> !t.isEmpty());
    }
}
