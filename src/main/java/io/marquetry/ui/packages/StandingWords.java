package io.marquetry.ui.packages;

import io.marquetry.base.Texts;
import io.marquetry.effect.review.Card;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository.Summary;
import io.marquetry.ui.common.look.Badge;
import io.marquetry.ui.common.look.Formats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Says how packages stand. */
final class StandingWords {

    private final Function<PackageKey, Standing> standings;
    private final Function<PackageKey, PackageLife> lives;
    private final Texts texts;
    private final Formats formats;
    private final Cards cards;

    StandingWords(
            Function<PackageKey, Standing> standings,
            Function<PackageKey, PackageLife> lives,
            Texts texts) {
        this.standings = standings;
        this.lives = lives;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.cards = new Cards(new EffectWords(texts));
    }

    /**
     * Returns where a package is in its life, in the words of whoever plans campaigns: what of it
     * is out or with others, and what was done to it since.
     */
    Badge state(Summary row) {
        PackageLife life = lives.apply(row.pack().key());
        if (life.archived()) {
            return Badge.of(texts.get("packages.state.archived"), "neutral");
        }
        return life.leading()
                .filter(submitted -> submitted.state() != PackageState.DRAFT)
                .map(submitted -> submitted(row, submitted))
                .orElseGet(() -> unsubmitted(row));
    }

    private Badge submitted(Summary row, PackageLife.VersionLife leading) {
        List<String> told = new ArrayList<>();
        told.add(
                texts.get(
                        "packages.state.life",
                        leading.version(),
                        texts.sentence(leading.state().word())));
        Optional<Standing.Newest> newest = of(row).finished();
        if (newest.filter(one -> one.number() > leading.version()).isPresent()) {
            told.add(finishedWords(newest.get()));
        } else if (newest.filter(one -> !one.same()).isPresent()) {
            told.add(texts.get("packages.state.since"));
        }
        return Badge.of(marked(row, told), leading.state().locks() ? "warn" : "good");
    }

    private Badge unsubmitted(Summary row) {
        return of(row).finished()
                .map(
                        newest ->
                                Badge.of(
                                        marked(row, List.of(finishedWords(newest))),
                                        newest.same() ? "good" : "warn"))
                .orElseGet(() -> Badge.of(texts.get("packages.state.draft"), "neutral"));
    }

    private String finishedWords(Standing.Newest newest) {
        return texts.get(
                newest.same() ? "packages.state.finished" : "packages.state.edited",
                newest.number());
    }

    private String marked(Summary row, List<String> told) {
        List<String> all = new ArrayList<>(told);
        of(row).mark().ifPresent(mark -> all.add(texts.get("packages.mark." + mark)));
        return String.join(" · ", all);
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
                                                                texts.known(
                                                                        achieved.set().title()))));
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
