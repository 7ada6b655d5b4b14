package io.marquetry.ui.tags.rule;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Optional;

/** Turns tag rules into drafts. */
public final class RuleDrafts {

    private RuleDrafts() {}

    /** Returns a frame for a new rule, with one condition to fill in. */
    public static GroupDraft fresh(Runnable edited) {
        GroupDraft root = new GroupDraft(edited, true);
        root.children().add(new BlankDraft(edited));
        return root;
    }

    /** Returns a group that stands for the rule. */
    public static GroupDraft of(TagRule rule, Runnable edited) {
        return bare(rule) instanceof TagRule.All || bare(rule) instanceof TagRule.Any
                ? (GroupDraft) part(rule, edited)
                : framed(rule, edited);
    }

    private static GroupDraft framed(TagRule rule, Runnable edited) {
        GroupDraft frame = new GroupDraft(edited, true);
        frame.children().add(part(rule, edited));
        return frame;
    }

    private static TagRule bare(TagRule rule) {
        return rule instanceof TagRule.Not not ? bare(not.rule()) : rule;
    }

    private static RuleDraft part(TagRule rule, Runnable edited) {
        return switch (rule) {
            case TagRule.Not not -> {
                RuleDraft inner = part(not.rule(), edited);
                inner.negations().set(inner.negations().get() + 1);
                yield inner;
            }
            case TagRule.All all -> group(false, all.rules(), edited);
            case TagRule.Any any -> group(true, any.rules(), edited);
            case TagRule.Compare compare -> TestDraft.of(compare, edited);
            case TagRule.Between between -> TestDraft.of(between, edited);
            case TagRule.InLast last -> TestDraft.of(last, edited);
            case TagRule.InList list -> TestDraft.of(list, edited);
            case TagRule.Match match -> TestDraft.of(match, edited);
            case TagRule.Missing missing ->
                    TestDraft.missing(missing.field(), AttributeType.TEXT, edited);
            case TagRule.Events events -> EventsDraft.of(events, edited);
            case TagRule.HasTag has -> {
                CarriesDraft draft = new CarriesDraft(edited);
                draft.tag().set(Optional.of(has.tag()));
                yield draft;
            }
        };
    }

    private static GroupDraft group(boolean any, List<TagRule> rules, Runnable edited) {
        GroupDraft group = new GroupDraft(edited, false);
        group.any().set(any);
        group.children().setAll(rules.stream().map(rule -> part(rule, edited)).toList());
        return group;
    }
}
