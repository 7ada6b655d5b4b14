package io.marquetry.ui.common.look;

import io.marquetry.base.Texts;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;

import java.util.ArrayList;
import java.util.List;

/** What a tooltip says of a tag: name, description, and its rule in words. */
public final class TagTooltip {

    private TagTooltip() {}

    public static String text(Tag tag, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(tag.name().in(texts.locale()));
        tag.description().map(d -> d.in(texts.locale())).ifPresent(lines::add);
        tag.rule()
                .map(rule -> texts.get("compose.tag.rule", new RuleWords(texts).of(rule)))
                .ifPresent(lines::add);
        return String.join("\n", lines);
    }
}
