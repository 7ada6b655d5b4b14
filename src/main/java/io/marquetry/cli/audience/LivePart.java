package io.marquetry.cli.audience;

import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagFit;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What tags would do to an audience, asked of the source itself by one question, without an index.
 *
 * @param counted the audience, then who of it carries each tag
 */
record LivePart(List<TagKey> tags, List<AudienceSize> counted) implements PreviewPart {

    /**
     * Asks.
     *
     * @param fit tells which tags the source has an answer for
     * @param named the tags, or {@code all}; none: the audience alone
     */
    static LivePart of(AudienceReader reader, AudienceQuery query, TagFit fit, List<String> named) {
        List<TagKey> tags =
                named.equals(List.of(WhatIfPart.ALL))
                        ? query.tags().tags().stream()
                                .filter(tag -> tag.category() == Category.AUDIENCE)
                                .filter(tag -> fit.problems(tag, query.tags()).isEmpty())
                                .map(Tag::key)
                                .toList()
                        : named.stream().map(TagKey::parse).toList();
        return new LivePart(
                tags,
                reader.count(
                        query,
                        List.copyOf(tags.stream().map(TagRef::new).toList()),
                        new CancelSignal()));
    }

    /** Returns the audience. */
    AudienceSize size() {
        return counted.getFirst();
    }

    @Override
    public void add(Map<String, Object> tree) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("tag", tags.get(i).value());
            one.put("added", with(i));
            one.put("excluded", size().audience() - with(i));
            all.add(one);
        }
        tree.put("whatIf", all);
    }

    @Override
    public void print(CommandOutput output) {
        Texts texts = output.texts();
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.whatif.tag"),
                                texts.get("cli.whatif.added"),
                                texts.get("cli.whatif.excluded")),
                        Set.of(1, 2));
        for (int i = 0; i < tags.size(); i++) {
            table.add(
                    tags.get(i).value(),
                    texts.get("cli.number", with(i)),
                    texts.get("cli.number", size().audience() - with(i)));
        }
        if (!tags.isEmpty()) {
            table.lines().forEach(output::line);
        }
    }

    private long with(int tag) {
        return counted.get(tag + 1).audience();
    }
}
