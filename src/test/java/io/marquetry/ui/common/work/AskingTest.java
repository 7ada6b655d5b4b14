package io.marquetry.ui.common.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.ui.compose.SteeredBackground;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is asked in the background, without a stage: the question is a word, the answer its length.
 */
class AskingTest {

    private static final Problem WHY = Problem.of("problem.asked");

    private final SteeredBackground background = new SteeredBackground();
    private final ObjectProperty<Optional<String>> word =
            new SimpleObjectProperty<>(Optional.empty());
    private final List<String> asked = new ArrayList<>();
    private final Asking<String, Integer> asking = asking();

    private Asking<String, Integer> asking() {
        return new Asking<>(background, word::get, this::work);
    }

    private Function<CancelSignal, Integer> work(String question) {
        return signal -> {
            asked.add(question);
            if (question.startsWith("!")) {
                throw WHY.asException();
            }
            return question.length();
        };
    }

    private void say(String question) {
        word.set(Optional.of(question));
    }

    private Answer<Integer> known() {
        return asking.answer().get();
    }

    @Test
    void nothingIsKnownBeforeThereIsAQuestion() {
        asking.following(word);
        assertThat(known()).isEqualTo(new Answer.Nothing<>());
        background.finishAll();
        assertThat(asked).isEmpty();
    }

    @Test
    void questionIsAskedOnceAndAgainOnlyOnDemand() {
        asking.following(word);
        say("one");
        asking.look();
        background.finishAll();
        asking.look();
        background.finishAll();
        assertThat(asked).containsExactly("one");
        assertThat(known()).isEqualTo(new Answer.Here<>(3));
        asking.again();
        assertThat(known()).isEqualTo(new Answer.Awaited<>(Optional.of(3)));
        background.finishAll();
        assertThat(asked).containsExactly("one", "one");
    }

    @Test
    void lastAnswerStaysUntilTheNextIsHereAndLateOnesAreDropped() {
        asking.following(word);
        say("one");
        background.finishAll();
        say("three");
        say("eleven");
        assertThat(known()).isEqualTo(new Answer.Awaited<>(Optional.of(3)));
        background.finishAll();
        assertThat(asked).containsExactly("one", "eleven");
        assertThat(known()).isEqualTo(new Answer.Here<>(6));
    }

    @Test
    void lastAnswerGoesWhereItTellsNothingAnyMore() {
        asking.keeping(earlier -> word.get().filter(now -> now.charAt(0) == 'a').isPresent())
                .following(word);
        say("abc");
        background.finishAll();
        say("b");
        assertThat(known()).isEqualTo(new Answer.Awaited<>(Optional.empty()));
        say("ab");
        assertThat(known()).as("forgotten once, forgotten for good").isNotEqualTo(known(3));
        word.set(Optional.empty());
        assertThat(known()).isEqualTo(new Answer.Nothing<>());
    }

    private static Answer<Integer> known(int last) {
        return new Answer.Awaited<>(Optional.of(last));
    }

    @Test
    void failureSaysWhyKeepsTheLastAnswerAndIsTriedAgain() {
        asking.following(word);
        say("one");
        background.finishAll();
        say("!");
        background.finishAll();
        assertThat(known()).isEqualTo(new Answer.Failed<>(Optional.of(3), WHY));
        asking.retry();
        assertThat(known()).isEqualTo(known(3));
        background.finishAll();
        assertThat(asked).containsExactly("one", "!", "!");
        say("two");
        background.finishAll();
        asking.retry();
        background.finishAll();
        assertThat(asked).as("nothing failed").hasSize(4);
    }

    @Test
    void answerGoesOnUntilItIsWholeAndIsCurrentMeanwhile() {
        List<Answer<Integer>> seen = new ArrayList<>();
        asking.goingOn(found -> found < 6 ? Optional.of(signal -> found + 1) : Optional.empty())
                .following(word);
        asking.answer().subscribe(now -> seen.add(now));
        say("four");
        background.finishAll();
        assertThat(seen).endsWith(new Answer.Here<>(4), new Answer.Here<>(5), new Answer.Here<>(6));
    }

    @Test
    void halfAnAnswerStaysWhereTheRestFails() {
        asking.goingOn(
                        found ->
                                Optional.of(
                                        signal -> {
                                            throw WHY.asException();
                                        }))
                .following(word);
        say("four");
        background.finishAll();
        assertThat(known()).isEqualTo(new Answer.Failed<>(Optional.of(4), WHY));
    }

    @Test
    void whoAsksSomethingElseOnHearingAnAnswerGetsTheAnswerToThat() {
        asking.goingOn(found -> found < 9 ? Optional.of(signal -> 9) : Optional.empty())
                .following(word);
        asking.answer()
                .subscribe(
                        now -> {
                            if (now.equals(new Answer.Here<>(3))) {
                                say("other");
                            }
                        });
        say("one");
        background.finishAll();
        assertThat(known()).isEqualTo(new Answer.Here<>(9));
        assertThat(asked).containsExactly("one", "other");
    }

    @Test
    void answerToAnEarlierQuestionIsNeverCurrentForWhoeverHearsOfTheChangeFirst() {
        List<Answer<Integer>> early = new ArrayList<>();
        word.subscribe((before, now) -> early.add(known()));
        word.subscribe(() -> early.add(known()));
        asking.following(word);
        say("one");
        background.finishAll();
        early.clear();
        say("three");
        assertThat(early).hasSize(2).containsOnly(known(3));
    }

    @Test
    void viewsAreReadLikeTheAnswer() {
        List<Boolean> even = new ArrayList<>();
        asking.following(word);
        asking.view(known -> known.current().filter(length -> length % 2 == 0).isPresent())
                .subscribe(now -> even.add(now));
        say("four");
        background.finishAll();
        say("three");
        assertThat(even).containsExactly(false, true, false);
    }

    @Test
    void partsOfAnAnswerAreInItsState() {
        assertThat(new Answer.Here<>(4).map(n -> n + "!")).isEqualTo(new Answer.Here<>("4!"));
        assertThat(known(4).map(n -> n + "!")).isEqualTo(new Answer.Awaited<>(Optional.of("4!")));
        assertThat(new Answer.Failed<>(Optional.of(4), WHY).map(n -> n + 1).problem())
                .contains(WHY);
        assertThat(new Answer.Failed<>(Optional.of(4), WHY).latest()).contains(4);
        assertThat(new Answer.Nothing<Integer>().map(n -> n + 1).latest()).isEmpty();
    }
}
