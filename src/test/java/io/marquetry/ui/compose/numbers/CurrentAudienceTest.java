package io.marquetry.ui.compose.numbers;

import static io.marquetry.ui.compose.Shelf.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceSize;
import io.marquetry.base.Problem;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.compose.Shelf;
import io.marquetry.ui.compose.SteeredBackground;
import io.marquetry.ui.compose.SteeredReader;
import io.marquetry.ui.compose.draft.ComposeModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

class CurrentAudienceTest {

    private final Shelf shelf = Shelf.filled();
    private final SteeredBackground background = new SteeredBackground();
    private final ComposeModel compose =
            new ComposeModel(
                    shelf.packages(),
                    shelf.tags(),
                    background,
                    Clock.fixed(Shelf.NOON, ZoneOffset.UTC));
    private final Numbers numbers =
            shelf.numbers(
                    compose, background, Clock.fixed(Shelf.NOON, ZoneOffset.UTC), Runnable::run);

    @BeforeEach
    void open() {
        compose.open(Shelf.PACK);
        background.finishAll();
    }

    private static long audience(Answer<AudienceSize> state) {
        return state.current().orElseThrow().audience();
    }

    @Test
    void numberIsCurrentOnlyForWhatIsOnScreen() {
        assertThat(audience(numbers.audience().size().get())).isEqualTo(SteeredReader.expected(0));
        compose.add(key("user_level_gold"));
        assertThat(numbers.audience().size().get()).isInstanceOf(Answer.Awaited.class);
        assertThat(numbers.audience().size().get().latest().orElseThrow().audience())
                .isEqualTo(SteeredReader.expected(0));
        background.finishAll();
        assertThat(audience(numbers.audience().size().get())).isEqualTo(SteeredReader.expected(1));
    }

    @Test
    void obsoleteQuestionIsCancelledAndNeverAnswered() {
        int before = shelf.reader.counts;
        compose.add(key("user_level_gold"));
        compose.add(key("user_churn_low"));
        background.finishAll();
        assertThat(audience(numbers.audience().size().get())).isEqualTo(SteeredReader.expected(2));
        assertThat(shelf.reader.counts - before).as("counts that were carried out").isOne();
    }

    @Test
    void failureKeepsTheLastNumberAndSaysWhyAndRetryAsksAgain() {
        Problem gone = Problem.of("problem.tag.unknown", "user_level_gold");
        shelf.reader.fails = Optional.of(gone);
        compose.add(key("user_level_gold"));
        background.finishAll();
        assertThat(numbers.audience().size().get().problem()).contains(gone);
        assertThat(numbers.audience().size().get().latest().orElseThrow().audience())
                .isEqualTo(SteeredReader.expected(0));
        shelf.reader.fails = Optional.empty();
        numbers.retry();
        background.finishAll();
        assertThat(audience(numbers.audience().size().get())).isEqualTo(SteeredReader.expected(1));
    }

    @Test
    void editOfAnotherZoneAsksNothing() {
        int before = shelf.reader.counts;
        compose.add(key("coupon_value_50"));
        background.finishAll();
        assertThat(shelf.reader.counts).isEqualTo(before);
        assertThat(numbers.audience().size().get()).isInstanceOf(Answer.Here.class);
    }

    @Test
    void breakdownFollowsTheAudienceByTheFirstAttributeOfKinds() {
        numbers.refresh();
        background.finishAll();
        assertThat(numbers.breakdown().attribute()).contains("channel");
        compose.add(key("user_level_gold"));
        background.finishAll();
        assertThat(
                        numbers.breakdown().answer().get().latest().orElseThrow().bars().stream()
                                .mapToLong(bar -> bar.count())
                                .sum())
                .isEqualTo(SteeredReader.expected(1));
    }
}
