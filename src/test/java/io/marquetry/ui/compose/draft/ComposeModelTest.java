package io.marquetry.ui.compose.draft;

import static io.marquetry.ui.compose.Shelf.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.pack.EditNames;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.compose.Shelf;
import io.marquetry.ui.compose.SteeredBackground;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

class ComposeModelTest {

    private final Shelf shelf = Shelf.filled();
    private final SteeredBackground background = new SteeredBackground();
    private ComposeModel model = model();

    private ComposeModel model() {
        return new ComposeModel(
                shelf.packages(),
                shelf.tags(),
                background,
                Clock.fixed(Shelf.NOON, ZoneOffset.UTC));
    }

    @BeforeEach
    void open() {
        model.open(Shelf.PACK);
        background.finishAll();
    }

    private String audience() {
        return ExpressionText.write(model.current().orElseThrow().audience());
    }

    @Test
    void enterAddsToTheTargetGroup() {
        NodePath group = model.addGroup(GroupKind.ANY_OF, NodePath.ROOT).orElseThrow();
        model.target().set(group);
        model.add(key("user_level_gold"));
        model.add(key("user_level_platinum"));
        model.target().set(NodePath.ROOT);
        model.add(key("user_churn_low"));
        assertThat(audience())
                .isEqualTo("(user_level_gold or user_level_platinum) and user_churn_low");
    }

    @Test
    void tagThatCannotWorkOnTheSourceIsRefusedInWords() {
        Problem why = Problem.of("problem.rule.stream", "visits");
        model.refuse(
                new Misfits() {
                    @Override
                    public Optional<Problem> of(TagKey tag) {
                        return Optional.of(why).filter(w -> tag.equals(key("user_churn_low")));
                    }

                    @Override
                    public Optional<Problem> of(TagRule.OnField condition) {
                        return Optional.of(why).filter(w -> condition.field().equals("gone"));
                    }
                });
        assertThat(model.add(key("user_churn_low"))).isFalse();
        assertThat(model.problem().get()).contains(why);
        assertThat(model.exclude(key("user_churn_low"))).isFalse();
        assertThat(model.add(key("user_level_gold"))).isTrue();
        assertThat(
                        model.refusal(
                                new PackageEdit.ReplaceAudience(
                                        ExpressionText.parse("user_churn_low"))))
                .contains(why);
        assertThat(
                        model.refusal(
                                new PackageEdit.ReplaceAudience(
                                        ExpressionText.parse("[gone is missing]"))))
                .contains(why);
        assertThat(audience()).isEqualTo("user_level_gold");
    }

    @Test
    void refusalIsForgottenOnceSomebodyGoesOn() {
        model.add(key("user_level_gold"));
        model.add(key("user_level_gold"));
        assertThat(model.problem().get()).isPresent();
        model.dismiss();
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void eachTagGoesToTheZoneOfItsCategory() {
        model.add(key("coupon_value_50"));
        model.add(key("sms_template_upgrade"));
        model.add(key("reach_quiet_2200"));
        assertThat(model.current().orElseThrow().zone(Category.BENEFIT))
                .containsExactly(key("coupon_value_50"));
        assertThat(model.current().orElseThrow().zone(Category.CONTENT))
                .containsExactly(key("sms_template_upgrade"));
        assertThat(model.current().orElseThrow().zone(Category.RULE))
                .containsExactly(key("reach_quiet_2200"));
    }

    @Test
    void refusedEditChangesNothingAndSaysWhy() {
        model.add(key("user_level_gold"));
        Optional<PackageDraft> before = model.draft().get();
        assertThat(model.add(key("user_level_gold"))).isFalse();
        assertThat(model.draft().get()).isEqualTo(before);
        assertThat(model.problem().get())
                .contains(
                        Problem.of(
                                "problem.edit.already",
                                shelf.tags().catalog().get(key("user_level_gold")).name()));
    }

    @Test
    void undoAndRedoNameTheirEdit() {
        EditNames names = new EditNames(Texts.in(Locale.ENGLISH));
        model.add(key("user_level_gold"));
        model.apply(new PackageEdit.Rename(LocalizedText.of(Locale.ENGLISH, "Spring")));
        assertThat(names.undo(model.draft().get().orElseThrow()))
                .isEqualTo("Undo: rename to “Spring”");
        model.undo();
        assertThat(names.undo(model.draft().get().orElseThrow()))
                .isEqualTo("Undo: add user_level_gold");
        assertThat(names.redo(model.draft().get().orElseThrow()))
                .isEqualTo("Redo: rename to “Spring”");
        model.apply(new PackageEdit.RemoveNode(NodePath.of(0)));
        assertThat(names.undo(model.draft().get().orElseThrow()))
                .isEqualTo("Undo: remove user_level_gold");
        assertThat(names.redo(model.draft().get().orElseThrow())).isEqualTo("Redo");
    }

    @Test
    void reopeningGivesTheDraftAndItsHistoryBack() {
        model.add(key("user_level_gold"));
        model.add(key("user_churn_low"));
        model.undo();
        background.finishAll();
        PackageDraft left = model.draft().get().orElseThrow();
        model = model();
        open();
        PackageDraft found = model.draft().get().orElseThrow();
        assertThat(found.current()).isEqualTo(left.current());
        assertThat(found.edits()).isEqualTo(left.edits());
        assertThat(found.cursor()).isEqualTo(1);
        model.redo();
        assertThat(audience()).isEqualTo("user_level_gold and user_churn_low");
    }

    @Test
    void everyEditIsStoredTheLatestLast() {
        for (String tag :
                new String[] {"user_level_gold", "user_churn_low", "user_city_shanghai"}) {
            model.add(key(tag));
        }
        assertThat(model.saveState().get()).isInstanceOf(SaveState.Saving.class);
        background.finishAll();
        assertThat(model.saveState().get()).isEqualTo(new SaveState.Saved(Shelf.NOON));
        assertThat(shelf.drafts.get(Shelf.PACK).cursor()).isEqualTo(3);
        assertThat(shelf.saves).as("the draft in the middle was overtaken").isEqualTo(2);
    }

    @Test
    void failedStoreIsSaidAndTriedAgain() {
        Problem full = Problem.of("problem.edit.rootKind");
        shelf.saveFails = Optional.of(full);
        model.add(key("user_level_gold"));
        background.finishAll();
        assertThat(model.saveState().get()).isEqualTo(new SaveState.Failed(full));
        shelf.saveFails = Optional.empty();
        model.save();
        background.finishAll();
        assertThat(model.saveState().get()).isInstanceOf(SaveState.Saved.class);
        assertThat(shelf.drafts.get(Shelf.PACK).cursor()).isEqualTo(1);
    }

    @Test
    void closingWaitsForTheLastEdit() {
        model.add(key("user_level_gold"));
        model.add(key("user_churn_low"));
        model.beforeClosing(() -> assertThat(shelf.drafts.get(Shelf.PACK).cursor()).isEqualTo(2));
        background.finishAll();
        assertThat(shelf.drafts.get(Shelf.PACK).cursor()).isEqualTo(2);
    }

    @Test
    void closingWithUnstoredEditsWarnsOnce() {
        shelf.saveFails = Optional.of(Problem.of("problem.edit.rootKind"));
        model.add(key("user_level_gold"));
        background.finishAll();
        int[] closed = {0};
        model.beforeClosing(() -> closed[0]++);
        background.finishAll();
        assertThat(closed[0]).isZero();
        model.beforeClosing(() -> closed[0]++);
        background.finishAll();
        assertThat(closed[0]).isOne();
    }

    @Test
    void targetFallsBackWhenItsGroupIsUndone() {
        NodePath group = model.addGroup(GroupKind.EXCEPT, NodePath.ROOT).orElseThrow();
        model.target().set(group);
        model.undo();
        assertThat(model.target().get()).isEqualTo(NodePath.ROOT);
        assertThat(model.add(key("user_level_gold"))).isTrue();
    }
}
