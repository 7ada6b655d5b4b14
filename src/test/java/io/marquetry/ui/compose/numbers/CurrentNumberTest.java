package io.marquetry.ui.compose.numbers;

import static io.marquetry.ui.compose.Shelf.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.Expressions;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.ui.compose.Shelf;
import io.marquetry.ui.compose.SteeredBackground;
import io.marquetry.ui.compose.SteeredMembers;
import io.marquetry.ui.compose.SteeredReader;
import io.marquetry.ui.compose.draft.ComposeModel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A number that says it is current is the number of the audience on screen, for whoever looks and
 * whenever: the lookers subscribe before and after the models, in an order that chance decides.
 */
class CurrentNumberTest {

    private final Shelf shelf = Shelf.filled();
    private final SteeredBackground background = new SteeredBackground();
    private final ComposeModel compose =
            new ComposeModel(
                    shelf.packages(),
                    shelf.tags(),
                    background,
                    Clock.fixed(Shelf.NOON, ZoneOffset.UTC));
    private final List<String> stale = new ArrayList<>();
    private int looks;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void numberSaidToBeCurrentIsThatOfTheAudienceOnScreen(int seed) {
        Random random = new Random(seed);
        Numbers[] made = new Numbers[1];
        List<Runnable> lookers = new ArrayList<>();
        lookers.add(() -> compose.draft().subscribe((before, now) -> look(made)));
        lookers.add(() -> compose.draft().subscribe(() -> look(made)));
        lookers.add(() -> compose.tags().subscribe((before, now) -> look(made)));
        lookers.add(() -> compose.target().subscribe((before, now) -> look(made)));
        Collections.shuffle(lookers, random);
        int early = random.nextInt(lookers.size() + 1);
        lookers.subList(0, early).forEach(Runnable::run);
        made[0] =
                shelf.numbers(
                        compose,
                        background,
                        Clock.fixed(Shelf.NOON, ZoneOffset.UTC),
                        Runnable::run);
        List<Runnable> late = new ArrayList<>(lookers.subList(early, lookers.size()));
        late.add(() -> made[0].index().state().subscribe((before, now) -> look(made)));
        late.add(() -> made[0].audience().size().subscribe(now -> look(made)));
        late.add(() -> made[0].audience().whatIfs().subscribe(now -> look(made)));
        Collections.shuffle(late, random);
        if (random.nextBoolean()) {
            shelf.members = Optional.of(new SteeredMembers());
        }
        compose.open(Shelf.PACK);
        for (Runnable subscription : late) {
            subscription.run();
            edit(random);
        }
        for (int i = 0; i < 30; i++) {
            edit(random);
        }
        background.finishAll();
        look(made);
        assertThat(stale).isEmpty();
        assertThat(looks).isGreaterThan(20);
        assertThat(made[0].audience().size().get().isCurrent()).isTrue();
    }

    private void edit(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> compose.add(key("user_level_gold"));
            case 1 -> compose.exclude(key("user_churn_low"));
            case 2 -> compose.undo();
            case 3 -> compose.addGroup(GroupKind.ANY_OF, NodePath.ROOT);
            case 4 -> compose.target().set(NodePath.ROOT);
            default -> compose.redo();
        }
        if (random.nextInt(4) == 0) {
            shelf.forget("user_city_shanghai");
            compose.refresh();
        }
        if (random.nextInt(3) == 0) {
            background.finishAll();
        }
    }

    private void look(Numbers[] made) {
        if (made[0] == null || compose.current().isEmpty()) {
            return;
        }
        looks++;
        Numbers numbers = made[0];
        AssetPackage pack = compose.current().orElseThrow();
        boolean indexed = numbers.index().ready().isPresent();
        numbers.audience()
                .size()
                .get()
                .current()
                .filter(size -> size.audience() != truth(pack.audience(), indexed))
                .ifPresent(size -> stale.add(size + " is shown for " + pack.audience()));
        numbers.audience()
                .whatIfs()
                .get()
                .current()
                .filter(found -> !tells(found, pack))
                .ifPresent(found -> stale.add(found.costs() + " are shown for " + pack.audience()));
    }

    private long truth(AllOf audience, boolean indexed) {
        if (!indexed) {
            return SteeredReader.expected(Expressions.tagsIn(audience).size());
        }
        boolean gold = Expressions.tagsIn(audience).contains(key("user_level_gold"));
        boolean excepted = Expressions.tagsIn(audience).contains(key("user_churn_low"));
        // Of 64,000 the same 10,000 carry every tag.
        return gold ? (excepted ? 0 : 10_000) : (excepted ? 54_000 : 64_000);
    }

    private static boolean tells(WhatIfs found, AssetPackage pack) {
        return found.costs().size() == Expressions.tagsIn(pack.audience()).size();
    }
}
