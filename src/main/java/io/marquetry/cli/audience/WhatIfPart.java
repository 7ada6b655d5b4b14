package io.marquetry.cli.audience;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.tag.TagKey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What each of some tags would make of the audience.
 *
 * @param tags counted ones
 */
record WhatIfPart(WhatIfs counted, List<TagKey> tags) implements PreviewPart {

    /** Asks for every tag of the source. */
    static final String ALL = "all";

    /**
     * Returns the tags that were named.
     *
     * @throws io.marquetry.base.ProblemException if one is no key, or unknown to the source
     */
    static List<TagKey> tags(List<String> named, MembershipIndex index) {
        if (named.equals(List.of(ALL))) {
            return List.copyOf(index.tags());
        }
        List<TagKey> keys = named.stream().map(TagKey::parse).toList();
        for (TagKey key : keys) {
            if (!index.tags().contains(key)) {
                throw index.misfit(key)
                        .orElseGet(() -> Problem.of("problem.tag.unknown", key.value()))
                        .asException();
            }
        }
        return keys;
    }

    @Override
    public void add(Map<String, Object> tree) {
        tree.put("whatIf", tags.stream().map(this::json).toList());
    }

    @Override
    public void print(CommandOutput output) {
        Texts texts = output.texts();
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.whatif.tag"),
                                texts.get("cli.whatif.added"),
                                texts.get("cli.whatif.excluded"),
                                texts.get("cli.whatif.removed")),
                        Set.of(1, 2, 3));
        for (TagKey tag : tags) {
            Long removed = counted.removed().get(tag);
            table.add(
                    tag.value(),
                    texts.get("cli.number", added(tag)),
                    texts.get("cli.number", excluded(tag)),
                    removed == null ? "" : texts.get("cli.number", removed));
        }
        table.lines().forEach(output::line);
    }

    private Map<String, Object> json(TagKey tag) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tag", tag.value());
        tree.put("added", added(tag));
        tree.put("excluded", excluded(tag));
        Long removed = counted.removed().get(tag);
        if (removed != null) {
            tree.put("removed", removed);
        }
        return tree;
    }

    private long added(TagKey tag) {
        return Objects.requireNonNull(counted.added().get(tag));
    }

    private long excluded(TagKey tag) {
        return Objects.requireNonNull(counted.excluded().get(tag));
    }
}
