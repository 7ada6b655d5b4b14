package io.marquetry.overview;

import io.marquetry.base.Texts;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a package on the way of something is told by, in words. */
public final class TrailWords {

    private final Texts texts;
    private final Cards cards;

    /** Makes words of one language. */
    public TrailWords(Texts texts) {
        this.texts = texts;
        this.cards = new Cards(new EffectWords(texts));
    }

    /** Returns its state, versions, dispatches and what it achieved, in one line. */
    public String of(Trail trail) {
        List<String> parts = new ArrayList<>();
        parts.add(standing(trail));
        if (!trail.versions().isEmpty()) {
            parts.add(
                    trail.versions().stream()
                            .map(number -> "v" + number)
                            .collect(Collectors.joining(texts.get("rule.comma"))));
        }
        if (!trail.sent().isEmpty()) {
            parts.add(sent(trail));
        }
        parts.add(achieved(trail).orElseGet(() -> texts.get("trail.noOutcomes")));
        return String.join(" · ", parts);
    }

    /** Returns where the package is in its life, and what it was made from. */
    public String standing(Trail trail) {
        String state = texts.sentence(trail.state().word());
        return trail.from()
                .map(parent -> texts.get("trail.from", state, parent.value()))
                .orElse(state);
    }

    /** Returns how often it went out, and when last; only where it did. */
    public String sent(Trail trail) {
        return texts.get("trail.sent", trail.sent().size(), trail.sent().getLast().on().toString());
    }

    /** Returns the figure that tells most of what it achieved; empty where no outcomes tell. */
    public Optional<String> achieved(Trail trail) {
        return trail.achieved()
                .map(
                        one ->
                                cards.most(one.group())
                                        .map(
                                                card ->
                                                        texts.get(
                                                                "trail.achieved",
                                                                card.name(),
                                                                card.value()))
                                        .orElse(EffectWords.NOTHING));
    }
}
