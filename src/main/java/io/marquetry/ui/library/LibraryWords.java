package io.marquetry.ui.library;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Texts;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Level;
import io.marquetry.library.Effect;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.Parameter;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.Formats;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what stands on a card. */
final class LibraryWords {

    private final Texts texts;
    private final Formats formats;
    private final TagCatalog tags;

    LibraryWords(Texts texts, TagCatalog tags) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.tags = tags;
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    String name(AssetPackage pack) {
        return pack.name().in(texts.locale());
    }

    /** Goal, what people get and what they read. */
    String about(LibraryCard card) {
        Stream<String> parts =
                Stream.of(
                        card.entry()
                                .goal()
                                .map(goal -> texts.get("library.goal", goal.in(texts.locale())))
                                .orElse(""),
                        names(card.pack().benefits()),
                        names(card.pack().contents()));
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    String audience(LibraryCard card) {
        return texts.get("library.audience", who(card.pack().audience(), false));
    }

    /** Everything that is named, in order; what is taken out says so. */
    private String who(AudienceExpression expression, boolean out) {
        return switch (expression) {
            case TagRef(TagKey tag) -> told(names(List.of(tag)), out);
            case Condition condition -> told(new RuleWords(texts).of(condition.rule()), out);
            case Group group -> {
                boolean inside = out != (group.kind() == GroupKind.EXCEPT);
                yield group.members().stream()
                        .map(member -> who(member, inside))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
            }
        };
    }

    private String told(String name, boolean out) {
        return out ? texts.get("library.except", name) : name;
    }

    private String names(List<TagKey> keys) {
        Locale language = texts.locale();
        return keys.stream()
                .map(key -> tags.find(key).map(tag -> tag.name().in(language)).orElse(key.value()))
                .collect(Collectors.joining(", "));
    }

    /** All that can be looked for. */
    String all(LibraryCard card) {
        return Stream.of(
                        name(card.pack()),
                        card.entry().key().value(),
                        about(card),
                        audience(card),
                        card.pack().tags().stream()
                                .map(TagKey::value)
                                .collect(Collectors.joining(" ")),
                        card.entry().owner(),
                        texts.sentence(card.standing().word()))
                .collect(Collectors.joining(" "));
    }

    /** An effect in percentage points. */
    String points(Effect effect) {
        return texts.get("library.points", effect.value() * 100);
    }

    String withInterval(Effect effect) {
        Interval interval = effect.interval(Level.OF_95);
        return texts.get(
                "library.interval",
                effect.value() * 100,
                interval.low() * 100,
                interval.high() * 100);
    }

    /** What a parameter asks for. */
    String asks(Parameter parameter) {
        String key = parameter.name().split("\\.", 2)[0];
        String name =
                tags.tags().stream()
                        .filter(tag -> tag.key().value().equals(key))
                        .findFirst()
                        .map(tag -> tag.name().in(texts.locale()))
                        .orElse(key);
        return switch (parameter) {
            case Parameter.Slot slot ->
                    texts.get("library.asks", name, texts.sentence(slot.word()));
            case Parameter.Amount amount ->
                    texts.get(
                            "library.asksNumber",
                            name,
                            texts.sentence(amount.word()),
                            amount.low().toPlainString(),
                            amount.high().toPlainString());
        };
    }
}
