package io.marquetry.index.file;

import io.marquetry.audience.Snapshot;
import io.marquetry.base.Sha256;
import io.marquetry.handoff.TagRuleJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.util.List;

/** Names sets by all that they follow from, so that nothing stale can be read. */
public final class SetKeys {

    private SetKeys() {}

    /** Returns the hash of the source's content, the tag's rules and, where it matters, the day. */
    public static String of(Snapshot snapshot, TagCatalog tags, TagKey tag) {
        StringBuilder text = new StringBuilder(snapshot.fingerprint()).append('\n');
        boolean relative = false;
        for (Tag part : tags.closure(List.of(tag))) {
            TagRule rule = tags.rule(part.key());
            relative |= isRelative(rule);
            text.append(part.key()).append(' ');
            text.append(CanonicalJson.write(TagRuleJson.write(rule))).append('\n');
        }
        return Sha256.of(text.append(relative ? snapshot.today() : "always").toString());
    }

    /** Returns the hash of the source's content, the condition and, where it matters, the day. */
    public static String of(Snapshot snapshot, TagRule.OnField rule) {
        return Sha256.of(
                snapshot.fingerprint()
                        + "\n"
                        + CanonicalJson.write(TagRuleJson.write(rule))
                        + "\n"
                        + (isRelative(rule) ? snapshot.today() : "always"));
    }

    /** Returns whether the tag has another set on another day, though the source stays the same. */
    public static boolean isRelative(TagCatalog tags, TagKey tag) {
        return tags.closure(List.of(tag)).stream()
                .anyMatch(part -> isRelative(tags.rule(part.key())));
    }

    /** Returns whether the rule itself has another set on another day. */
    public static boolean isRelative(TagRule rule) {
        boolean[] found = new boolean[1];
        TagRules.walk(
                rule,
                part -> {
                    switch (part) {
                        case TagRule.Compare c -> found[0] |= c.value() instanceof Value.Ago;
                        case TagRule.Between b ->
                                found[0] |=
                                        b.low() instanceof Value.Ago
                                                || b.high() instanceof Value.Ago;
                        case TagRule.InLast l -> found[0] = true;
                        case TagRule.InList l ->
                                found[0] |=
                                        l.values().stream().anyMatch(Value.Ago.class::isInstance);
                        case TagRule.Events e ->
                                found[0] |=
                                        e.value() instanceof Value.Ago
                                                || e.window() instanceof Window.InLast
                                                || e.window() instanceof Window.Last;
                        case TagRule.Match m -> {}
                        case TagRule.Missing m -> {}
                        case TagRule.HasTag h -> {}
                        case TagRule.All a -> {}
                        case TagRule.Any a -> {}
                        case TagRule.Not n -> {}
                    }
                });
        return found[0];
    }
}
