package io.marquetry.ui.compose.numbers;

import static io.marquetry.ui.compose.Shelf.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.index.Freshness;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.compose.Shelf;
import io.marquetry.ui.compose.SteeredBackground;
import io.marquetry.ui.compose.SteeredMembers;
import io.marquetry.ui.compose.SteeredReader;
import io.marquetry.ui.compose.draft.ComposeModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the numbers come from: made in the background, looked at, and made anew. */
class IndexModelTest {

    private static final Problem GONE = Problem.of("problem.source.unknown", "hillstrom");

    private final Shelf shelf = Shelf.filled();
    private final SteeredMembers members = new SteeredMembers();
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
    private final IndexModel index = numbers.index();

    @BeforeEach
    void open() {
        shelf.members = Optional.of(members);
        compose.open(Shelf.PACK);
    }

    private long size() {
        return numbers.audience().size().get().current().orElseThrow().audience();
    }

    private Freshness freshness() {
        return ((IndexState.Ready) index.state().get()).freshness();
    }

    @Test
    void sizeComesFromTheIndexOnceItIsMade() {
        background.finishAll();
        assertThat(index.ready()).isPresent();
        int counted = shelf.reader.counts;
        compose.add(key("user_level_gold"));
        background.finishAll();
        assertThat(size()).isEqualTo(10_000);
        assertThat(shelf.reader.counts).as("counts in the source").isEqualTo(counted);
    }

    @Test
    void editDoesNotStopTheIndexBeingMade() {
        List<IndexState> states = new ArrayList<>();
        index.state().subscribe(state -> states.add(state));
        members.whileReading = () -> compose.add(key("user_level_gold"));
        background.finishAll();
        assertThat(index.ready()).isPresent();
        assertThat(members.asked).isEqualTo(6);
        assertThat(states).contains(new IndexState.Building(0), new IndexState.Building(0.5));
        assertThat(size()).isEqualTo(10_000);
    }

    @Test
    void stoppedIndexLeavesTheLiveCountAndIsMadeWhenAskedFor() {
        members.whileReading = index::stop;
        background.finishAll();
        assertThat(index.state().get()).isEqualTo(new IndexState.Stopped());
        assertThat(size()).isEqualTo(SteeredReader.expected(0));
        members.whileReading = () -> {};
        index.retry();
        background.finishAll();
        assertThat(index.ready()).isPresent();
    }

    @Test
    void failureIsSaidAndTriedAgain() {
        members.fails = Optional.of(GONE);
        background.finishAll();
        assertThat(index.state().get()).isEqualTo(new IndexState.Failed(GONE));
        members.fails = Optional.empty();
        index.retry();
        background.finishAll();
        assertThat(index.ready()).isPresent();
    }

    @Test
    void numbersOnScreenAreNotCalledFreshBecauseAnotherScreenCountedAnew() {
        background.finishAll();
        members.content = "01";
        members.carriers = 20_000;
        shelf.audiences()
                .indexes()
                .refresh(Shelf.SOURCE, shelf.tags().catalog(), done -> {}, new CancelSignal());
        index.look();
        background.finishAll();
        assertThat(freshness()).isEqualTo(new Freshness.Changed());
        index.refresh();
        background.finishAll();
        assertThat(freshness()).isEqualTo(new Freshness.Fresh());
    }

    @Test
    void changedSourceIsNoticedAfterTheNextAnswerAndNothingChangesUntilTheRefreshIsWhole() {
        background.finishAll();
        assertThat(freshness()).isEqualTo(new Freshness.Fresh());
        members.content = "01";
        members.carriers = 20_000;
        compose.add(key("user_level_gold"));
        background.finishAll();
        assertThat(freshness()).isEqualTo(new Freshness.Changed());
        assertThat(size()).isEqualTo(10_000);
        members.whileReading = () -> assertThat(size()).isEqualTo(10_000);
        index.refresh();
        background.finishAll();
        assertThat(freshness()).isEqualTo(new Freshness.Fresh());
        assertThat(size()).isEqualTo(20_000);
    }

    @Test
    void cancelledAndFailedRefreshKeepWhatIsOnScreen() {
        background.finishAll();
        compose.add(key("user_level_gold"));
        members.content = "01";
        members.carriers = 20_000;
        members.whileReading = index::stop;
        index.refresh();
        background.finishAll();
        assertThat(size()).isEqualTo(10_000);
        members.whileReading = () -> members.content = "02";
        index.refresh();
        background.finishAll();
        assertThat(size()).isEqualTo(10_000);
        assertThat(((IndexState.Ready) index.state().get()).failed())
                .contains(Problem.of("problem.index.changed"));
    }

    @Test
    void goneSourceLeavesTheNumbersAndSaysSo() {
        background.finishAll();
        members.fails = Optional.of(GONE);
        compose.add(key("user_level_gold"));
        background.finishAll();
        assertThat(size()).isEqualTo(10_000);
        assertThat(freshness()).isEqualTo(new Freshness.Gone(GONE));
    }

    @Test
    void unchangedTagsAreNotAskedForAgain() {
        background.finishAll();
        int asked = members.asked;
        compose.refresh();
        background.finishAll();
        compose.open(Shelf.PACK);
        background.finishAll();
        assertThat(members.asked).isEqualTo(asked);
    }

    @Test
    void editedTagIsAskedForAlone() {
        background.finishAll();
        int asked = members.asked;
        Tag gold = compose.tags().get().find(key("user_level_gold")).orElseThrow();
        shelf.tags()
                .save(
                        List.of(
                                new Tag(
                                        gold.key(),
                                        gold.category(),
                                        gold.name(),
                                        gold.topic(),
                                        gold.description(),
                                        Optional.of(new TagRule.Missing("recency")),
                                        gold.asset())),
                        List.of());
        compose.refresh();
        background.finishAll();
        assertThat(members.asked).isEqualTo(asked + 1);
    }

    @Test
    void verificationShowsBothNumbersUntilTheNextEdit() {
        background.finishAll();
        compose.add(key("user_level_gold"));
        background.finishAll();
        numbers.verify().verify();
        background.finishAll();
        CountCheck found = numbers.verify().answer().get().current().orElseThrow();
        assertThat(found.shown().audience()).isEqualTo(10_000);
        assertThat(found.live().audience()).isEqualTo(SteeredReader.expected(1));
        assertThat(found.isEqual()).isFalse();
        assertThat(found.at()).isEqualTo(Shelf.NOON);
        compose.undo();
        assertThat(numbers.verify().answer().get()).isEqualTo(new Answer.Nothing<>());
    }

    @Test
    void tagsInSightAreCountedFirst() {
        List<Integer> counted = new ArrayList<>();
        numbers.audience().countFirst(() -> List.of(key("user_churn_low")));
        numbers.audience()
                .whatIfs()
                .subscribe(
                        state -> {
                            if (state instanceof Answer.Here<?>) {
                                counted.add(state.latest().orElseThrow().added().size());
                            }
                        });
        background.finishAll();
        assertThat(counted).containsExactly(1, 6);
    }

    @Test
    void unknownPersonIsSaidAndAKnownOneFollowsTheEdits() {
        background.finishAll();
        numbers.explain().ask("nobody");
        background.finishAll();
        assertThat(numbers.explain().person().get().current()).contains(OptionalLong.empty());
        numbers.explain().ask(" somebody ");
        background.finishAll();
        compose.exclude(key("user_level_gold"));
        background.finishAll();
        assertThat(numbers.explain().answer().get().current().orElseThrow().explanation().in())
                .isFalse();
        members.content = "01";
        index.refresh();
        background.finishAll();
        assertThat(numbers.explain().person().get()).isEqualTo(new Answer.Nothing<>());
        assertThat(numbers.explain().answer().get()).isEqualTo(new Answer.Nothing<>());
    }

    @Test
    void personOfAnotherStateOfTheSourceIsNotTakenForOneOfTheIndex() {
        background.finishAll();
        members.content = "01";
        numbers.explain().ask("somebody");
        background.finishAll();
        assertThat(numbers.explain().person().get().problem())
                .contains(Problem.of("problem.index.otherPeople"));
    }

    @Test
    void sourceThatWasMadeAnewIsCountedAnew() {
        background.finishAll();
        shelf.audiences().indexes().forget(Shelf.SOURCE);
        members.content = "01";
        members.carriers = 20_000;
        index.look();
        compose.add(key("user_level_gold"));
        background.finishAll();
        assertThat(size()).isEqualTo(20_000);
    }

    @Test
    void excludingMakesOneGroupAndRefusesTheSameTagTwice() {
        background.finishAll();
        assertThat(compose.exclude(key("user_level_gold"))).isTrue();
        assertThat(compose.exclude(key("user_churn_low"))).isTrue();
        assertThat(compose.exclude(key("user_level_gold"))).isFalse();
        assertThat(ExpressionText.write(compose.current().orElseThrow().audience()))
                .isEqualTo("not (user_level_gold or user_churn_low)");
        compose.undo();
        compose.undo();
        assertThat(compose.current().orElseThrow().audience().members()).isEmpty();
    }
}
