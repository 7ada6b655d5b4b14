package io.marquetry.ui.packages;

import io.marquetry.base.Texts;
import io.marquetry.effect.review.Card;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository.Summary;
import io.marquetry.ui.common.look.Badge;
import io.marquetry.ui.common.look.Formats;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Says how packages stand. */
final class StandingWords {

    private final Function<PackageKey, Standing> standings;
    private final Texts texts;
    private final Formats formats;
    private final Cards cards;

    StandingWords(Function<PackageKey, Standing> standings, Texts texts) {
        this.standings = standings;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.cards = new Cards(new EffectWords(texts));
    }

    Badge state(Summary row) {
        return of(row).finished()
                .map(
                        newest ->
                                Badge.of(
                                        marked(
                                                row,
                                                texts.get(
                                                        newest.same()
                                                                ? "packages.state.finished"
                                                                : "packages.state.edited",
                                                        newest.number())),
                                        newest.same() ? "good" : "warn"))
                .orElseGet(() -> Badge.of(texts.get("packages.state.draft"), "neutral"));
    }

    private String marked(Summary row, String state) {
        return of(row).mark()
                .map(
                        mark ->
                                texts.get(
                                        "packages.state.marked",
                                        state,
                                        texts.get("packages.mark." + mark)))
                .orElse(state);
    }

    OptionalLong people(Summary row) {
        return of(row).audience();
    }

    String audience(Summary row) {
        OptionalLong people = people(row);
        return people.isPresent() ? formats.count(people.getAsLong()) : EffectWords.NOTHING;
    }

    Optional<String> audienceTold(Summary row) {
        Standing standing = of(row);
        return standing.now().isPresent()
                ? Optional.of(texts.get("packages.audience.told"))
                : standing.finished()
                        .map(one -> texts.get("packages.audience.finished", one.number()));
    }

    /** Returns the newest first. */
    Comparator<Summary> byFinished() {
        return Comparator.comparing(
                row -> of(row).finished().map(Standing.Newest::at).orElse(Instant.EPOCH));
    }

    String finished(Summary row) {
        return of(row).finished()
                .map(newest -> formats.moment(newest.at()))
                .orElse(EffectWords.NOTHING);
    }

    String outcome(Summary row) {
        return card(row)
                .map(card -> texts.get("packages.outcome.short", card.value(), word(card)))
                .orElse(EffectWords.NOTHING);
    }

    Optional<String> outcomeTold(Summary row) {
        return card(row)
                .flatMap(
                        card ->
                                of(row).achieved()
                                        .map(
                                                achieved ->
                                                        texts.get(
                                                                "packages.outcome.told",
                                                                card.name(),
                                                                card.value(),
                                                                card.detail(),
                                                                achieved.set().title())));
    }

    private Optional<Card> card(Summary row) {
        return of(row).achieved().flatMap(achieved -> cards.most(achieved.group()));
    }

    private String word(Card card) {
        return texts.get("packages.outcome.word." + card.id());
    }

    private Standing of(Summary row) {
        return standings.apply(row.pack().key());
    }
}
