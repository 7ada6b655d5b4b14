package io.marquetry.effect.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Basis;
import io.marquetry.effect.advice.Part;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Fading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** Every piece of advice has words of its own in both languages, and none says more than it is. */
class AdviceWordsTest {

    private static final Set<String> CLAIMS =
            Set.of("it works:", "it works.", "it does harm", "有效。", "有害");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyAdviceHasASentenceOfItsOwnThatBeginsWithWhatToDo(String language) {
        AdviceWords words = words(language);
        List<String> told = new ArrayList<>();
        for (Advice advice : all()) {
            String sentence = words.sentence(advice);
            String head = sentence.split("[ ：]", 2)[0];
            assertThat(words.brief(advice)).as(sentence).startsWith(head);
            assertThat(sentence)
                    .doesNotContain("{", "effect.why", "effect.basis")
                    .matches("(?s).*[.。]");
            assertThat(sentence.codePoints().anyMatch(c -> c >= 0x4E00 && c < 0xA000))
                    .as(sentence)
                    .isEqualTo(language.startsWith("zh"));
            told.add(sentence);
        }
        assertThat(told).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void onlyWhatIsProvenIsSaidToWorkOrToHarm(String language) {
        AdviceWords words = words(language);
        for (Advice advice : all()) {
            boolean proven =
                    switch (advice) {
                        case Advice.Promote _ -> true;
                        case Advice.Retire retire -> retire.proof() == Advice.Proof.HARM;
                        case Advice.Pause _,
                                Advice.Rework _,
                                Advice.TestFurther _,
                                Advice.NotEnoughEvidence _ ->
                                false;
                    };
            String sentence = words.sentence(advice);
            assertThat(CLAIMS.stream().anyMatch(sentence::contains)).as(sentence).isEqualTo(proven);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void whatWasNotLookedAtIsNamed(String language) {
        AdviceWords words = words(language);
        List<String> named = new ArrayList<>();
        for (Basis.Sight sight : Basis.Sight.values()) {
            named.addAll(words.basis(resting(new Basis.Unseen(EnumSet.of(sight)))));
        }
        assertThat(named).hasSize(Basis.Sight.values().length).doesNotHaveDuplicates();
        String together =
                words.basis(resting(new Basis.Unseen(EnumSet.allOf(Basis.Sight.class)))).getFirst();
        named.forEach(one -> assertThat(together).contains(one.split("[:：]", 2)[1].strip()));
    }

    /** The sentence names the least number of weeks that the figures ask for. */
    @Test
    void weeksThatItTakesAreThoseOfTheRule() {
        assertThat(Fading.FEWEST_SPANS).isEqualTo(5);
        assertThat(words("en").basis(resting(new Basis.Unseen(EnumSet.of(Basis.Sight.TIME)))))
                .first()
                .asString()
                .contains("fewer than five weeks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyDoubtBesideAdviceHasWords(String language) {
        AdviceWords words = words(language);
        List<Basis> doubts =
                List.of(
                        new Basis.People(99, 100),
                        new Basis.StandsIn(Measure.CONVERSION, Measure.PROFIT),
                        new Basis.Turns(Measure.CONVERSION, 0.01),
                        new Basis.Needed(Measure.HIT, 0.01, 1_234),
                        new Basis.UnequalArms());
        List<String> told =
                doubts.stream().flatMap(doubt -> words.basis(resting(doubt)).stream()).toList();
        assertThat(told).hasSize(doubts.size()).doesNotHaveDuplicates();
        assertThat(told)
                .allSatisfy(
                        line -> assertThat(line).doesNotContain("{", "effect.why", "effect.basis"));
    }

    private static AdviceWords words(String language) {
        return new AdviceWords(Texts.in(Locale.forLanguageTag(language)));
    }

    private static Advice resting(Basis basis) {
        return new Advice.Promote(List.of(basis));
    }

    /** One of each kind and reason; parts go with the causes that the rules know. */
    private static List<Advice> all() {
        List<Advice> all = new ArrayList<>(List.of(new Advice.Promote(List.of())));
        for (Advice.Cause cause : Advice.Cause.values()) {
            Part part =
                    switch (cause) {
                        case REACH -> Part.DELIVERY;
                        case WEAR, PEERS -> Part.CONTENT;
                        case COST -> Part.BENEFIT;
                    };
            all.add(new Advice.Rework(part, cause, List.of()));
        }
        all.add(new Advice.Pause(List.of()));
        Arrays.stream(Advice.Proof.values())
                .map(proof -> new Advice.Retire(proof, List.of()))
                .forEach(all::add);
        Arrays.stream(Advice.Doubt.values())
                .map(doubt -> new Advice.TestFurther(doubt, OptionalLong.empty(), List.of()))
                .forEach(all::add);
        all.add(new Advice.TestFurther(Advice.Doubt.OPEN, OptionalLong.of(12_437), List.of()));
        Arrays.stream(Advice.Reason.values())
                .map(reason -> new Advice.NotEnoughEvidence(reason, List.of()))
                .forEach(all::add);
        return all;
    }

    @Test
    void elevenOfTwoHundredIsNotMoreThanPromised() {
        // 5.5 % of 200 samples of a rate of 5 % is as it should be; 25 of them are too many.
        assertThat(new Checked(200, 11, 7, 4, 0).claimsTooMuch()).isFalse();
        assertThat(new Checked(200, 25, 20, 5, 0).claimsTooMuch()).isTrue();
        assertThat(new Checked(200, 0, 0, 0, 0).interval().high()).isBetween(0.01, 0.03);
    }
}
