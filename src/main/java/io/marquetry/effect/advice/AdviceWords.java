package io.marquetry.effect.advice;

import io.marquetry.base.Texts;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.stats.Estimate;

import java.time.LocalDate;
import java.util.function.Function;

/** Says advice and what it rests on in words, the same for the command line and for reports. */
public final class AdviceWords {

    private final Texts texts;
    private final Function<LocalDate, String> day;
    private final Function<Comparison, String> compared;

    /**
     * Makes words in the language of the texts.
     *
     * @param day how a day is written here
     * @param compared how a comparison is written here
     */
    public AdviceWords(
            Texts texts, Function<LocalDate, String> day, Function<Comparison, String> compared) {
        this.texts = texts;
        this.day = day;
        this.compared = compared;
    }

    /** Returns what to do. */
    public String sentence(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> texts.get("effect.advice.promote");
            case Advice.Rework rework -> texts.get("effect.advice.rework." + rework.part().name());
            case Advice.Pause _ -> texts.get("effect.advice.pause");
            case Advice.Retire _ -> texts.get("effect.advice.retire");
            case Advice.TestFurther test ->
                    test.needed().isPresent()
                            ? texts.get("effect.advice.testWith", test.needed().getAsLong())
                            : texts.get("effect.advice.test");
            case Advice.NotEnoughEvidence none ->
                    texts.get("effect.advice.noEvidence." + none.why().name());
        };
    }

    /** Returns one figure that advice rests on. */
    public String basis(Basis basis) {
        return switch (basis) {
            case Basis.People people ->
                    texts.get("effect.basis.people", people.targeted(), people.fewest());
            case Basis.Compared comparison -> compared.apply(comparison.comparison());
            case Basis.Below below ->
                    texts.get(
                            "effect.basis.below",
                            texts.get("effect.measure." + below.measure().name()),
                            below.rate().estimate() instanceof Estimate.Known known
                                    ? known.value()
                                    : 0,
                            below.bound());
            case Basis.Shifted shifted ->
                    texts.get(
                            "effect.basis.shifted",
                            texts.get("effect.measure." + shifted.measure().name()),
                            shifted.shift().before(),
                            shifted.shift().after(),
                            day.apply(shifted.shift().since()));
        };
    }
}
