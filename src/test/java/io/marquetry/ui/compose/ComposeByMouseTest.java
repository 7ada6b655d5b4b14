package io.marquetry.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Problem;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageDraft;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.css.PseudoClass;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The composer on the screen: mouse, keyboard and text make the same package. */
@ExtendWith(ApplicationExtension.class)
class ComposeByMouseTest {

    private final Shelf shelf = Shelf.filled();
    private Stage stage;
    private ComposeModel model;

    @Start
    void start(Stage primary) {
        stage = primary;
        show();
    }

    private void show() {
        ComposeScreen screen =
                shelf.composer(Background.inPlace(), InstantSource.fixed(Shelf.NOON));
        model = screen.model();
        OpenScreen open = screen.open(new QuietDesk().desk(Locale.ENGLISH, Background.inPlace()));
        Scene scene = new Scene(open.root(), 1280, 800);
        Look.apply(scene, Theme.LIGHT, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
        open.shown().run();
    }

    private String audience() {
        return ExpressionText.write(model.current().orElseThrow().audience());
    }

    private static String size(FxRobot robot) {
        return robot.lookup("#audienceSize").queryTextInputControl().getText();
    }

    private static Node chip(FxRobot robot, String key) {
        return robot.lookup("#paletteTags").lookup(".chip .mono").queryAll().stream()
                .filter(node -> node instanceof Label label && label.getText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
    }

    @Test
    void draggedTagIsCountedUndoneRedoneAndFoundAgain(FxRobot robot) {
        robot.interact(() -> model.addGroup(GroupKind.ANY_OF, NodePath.ROOT));
        robot.drag(chip(robot, "user_level_gold")).dropTo("#group-0");
        robot.drag(chip(robot, "user_churn_low")).dropTo("#group-0");
        assertThat(audience()).isEqualTo("user_churn_low or user_level_gold");
        assertThat(size(robot)).isEqualTo("44,000");
        robot.clickOn("#undo");
        assertThat(size(robot)).isEqualTo("54,000");
        robot.clickOn("#redo");
        assertThat(size(robot)).isEqualTo("44,000");
        robot.clickOn("#undo");
        PackageDraft left = model.draft().get().orElseThrow();
        robot.interact(this::show);
        PackageDraft found = model.draft().get().orElseThrow();
        assertThat(found).isNotSameAs(left);
        assertThat(found.current()).isEqualTo(left.current());
        assertThat(found.edits()).isEqualTo(left.edits());
        assertThat(found.cursor()).isEqualTo(left.cursor());
        assertThat(size(robot)).isEqualTo("54,000");
    }

    @Test
    void wrongDropSaysWhyBeforeTheMouseIsReleased(FxRobot robot) {
        robot.clickOn("#paletteBenefit");
        robot.drag(chip(robot, "coupon_value_50")).moveTo("#group");
        Label hint = robot.lookup("#dropHint").queryAs(Label.class);
        robot.interact(() -> Pictures.write(stage.getScene(), "composer-wrong-drop"));
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getText())
                .isEqualTo(
                        "“50 off above 300” is a benefit: it belongs in Benefit and selects nobody.");
        robot.drop();
        assertThat(audience()).isEmpty();
        assertThat(hint.isVisible()).isFalse();
    }

    @Test
    void tagThatIsThereAlreadyIsRefusedUnderTheMouse(FxRobot robot) {
        robot.drag(chip(robot, "user_level_gold")).dropTo("#group");
        robot.drag(chip(robot, "user_level_gold")).moveTo("#group");
        Label hint = robot.lookup("#dropHint").queryAs(Label.class);
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getText()).contains("“Gold and above” is in this group already");
        robot.drop();
        assertThat(audience()).isEqualTo("user_level_gold");
    }

    @Test
    void rowIsMovedAndTakenOutByDragging(FxRobot robot) {
        robot.interact(
                () -> {
                    model.add(Shelf.key("user_level_gold"));
                    model.add(Shelf.key("user_churn_low"));
                    model.addGroup(GroupKind.EXCEPT, NodePath.ROOT);
                });
        robot.drag("#row-1").dropTo("#group-2");
        assertThat(audience()).isEqualTo("user_level_gold and not user_churn_low");
        robot.drag("#row-0").dropTo("#paletteTags");
        assertThat(audience()).isEqualTo("not user_churn_low");
    }

    @Test
    void keyboardAloneComposesWhatTheMouseDoes(FxRobot robot) {
        robot.interact(() -> stage.getScene().lookup("#paletteSearch").requestFocus());
        robot.write("level_gold");
        press(robot, KeyCode.ENTER);
        robot.interact(() -> stage.getScene().lookup("#paletteSearch").requestFocus());
        press(robot, KeyCode.ESCAPE);
        robot.write("churn_low");
        press(robot, KeyCode.ENTER);
        assertThat(audience()).isEqualTo("user_level_gold and user_churn_low");
        robot.interact(() -> stage.getScene().lookup("#addAnyOf").requestFocus());
        press(robot, KeyCode.SPACE);
        robot.interact(() -> stage.getScene().lookup("#row-1").requestFocus());
        press(robot, KeyCode.ALT, KeyCode.RIGHT);
        assertThat(audience()).isEqualTo("user_level_gold and user_churn_low");
        assertThat(members())
                .containsExactly(
                        new TagRef(Shelf.key("user_level_gold")),
                        new AnyOf(List.of(new TagRef(Shelf.key("user_churn_low")))));
        press(robot, KeyCode.UP);
        press(robot, KeyCode.UP);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.ALT, KeyCode.DOWN);
        assertThat(audience()).isEqualTo("user_level_gold and user_churn_low");
        press(robot, KeyCode.ALT, KeyCode.UP);
        assertThat(audience()).isEqualTo("user_churn_low and user_level_gold");
        assertThat(members().getFirst()).isInstanceOf(AnyOf.class);
        press(robot, KeyCode.DELETE);
        assertThat(audience()).isEqualTo("user_level_gold");
    }

    @Test
    void sidesAreAsWideAsBeforeOnceTheWindowGrowsAgain(FxRobot robot) throws Exception {
        Region palette = robot.lookup(".composePalette").queryAs(Region.class);
        double before = palette.getWidth();
        robot.interact(() -> stage.setWidth(960));
        // The dividers follow with the next layout.
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> palette.getWidth() < before - 2);
        robot.interact(() -> stage.setWidth(1280));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> Math.abs(palette.getWidth() - before) <= 2);
    }

    @Test
    void tabsFollowTheArrowsAndOneStaysChosen(FxRobot robot) {
        robot.interact(() -> robot.lookup("#paletteAudience").query().requestFocus());
        press(robot, KeyCode.RIGHT);
        assertThat(robot.lookup("#paletteTags").lookup(".chip-key").queryAll())
                .extracting(node -> ((Label) node).getText())
                .contains("coupon_value_50")
                .doesNotContain("user_level_gold");
        robot.clickOn("#paletteBenefit");
        assertThat(robot.lookup("#paletteBenefit").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        press(robot, KeyCode.LEFT);
        assertThat(chip(robot, "user_level_gold")).isNotNull();
    }

    @Test
    void misspeltTagIsProposedAndTakenAndTheErrorGoesWithTheText(FxRobot robot) {
        robot.clickOn("#expressionToggle");
        TextInputControl text = robot.lookup("#expressionText").queryTextInputControl();
        robot.interact(
                () -> {
                    text.setText("user_churn_low and user_levle_gold");
                    text.requestFocus();
                });
        press(robot, KeyCode.ENTER);
        Hyperlink meant = robot.lookup("#expressionMeant").queryAs(Hyperlink.class);
        assertThat(meant.getText()).isEqualTo("Did you mean user_level_gold?");
        robot.interact(() -> text.appendText(" "));
        assertThat(robot.lookup("#expressionProblem").query().isVisible()).isFalse();
        assertThat(meant.isVisible()).isFalse();
        press(robot, KeyCode.ENTER);
        robot.interact(meant::fire);
        assertThat(audience()).isEqualTo("user_churn_low and user_level_gold");
    }

    @Test
    void tagsAreProposedWhileAnExpressionIsTyped(FxRobot robot) {
        robot.clickOn("#expressionToggle");
        robot.interact(() -> robot.lookup("#expressionText").query().requestFocus());
        robot.write("platin");
        press(robot, KeyCode.ENTER);
        assertThat(robot.lookup("#expressionText").queryTextInputControl().getText())
                .isEqualTo("user_level_platinum");
        press(robot, KeyCode.ENTER);
        assertThat(audience()).isEqualTo("user_level_platinum");
    }

    @Test
    void typedExpressionReplacesTheAudienceOrPointsAtTheError(FxRobot robot) {
        robot.clickOn("#expressionToggle");
        robot.scroll(20, VerticalDirection.DOWN);
        robot.interact(
                () ->
                        robot.lookup("#expressionText")
                                .queryTextInputControl()
                                .setText("user_level_gold and and user_churn_low"));
        robot.interact(() -> robot.lookup("#expressionText").query().requestFocus());
        press(robot, KeyCode.ENTER);
        Label problem = robot.lookup("#expressionProblem").queryAs(Label.class);
        assertThat(problem.isVisible()).isTrue();
        assertThat(problem.getText()).startsWith("At position 21:");
        assertThat(robot.lookup("#expressionText").queryTextInputControl().getAnchor())
                .isEqualTo(20);
        robot.interact(
                () ->
                        robot.lookup("#expressionText")
                                .queryTextInputControl()
                                .setText("user_level_gold and coupon_value_50"));
        press(robot, KeyCode.ENTER);
        assertThat(problem.getText()).contains("“50 off above 300” is a benefit");
        robot.interact(
                () ->
                        robot.lookup("#expressionText")
                                .queryTextInputControl()
                                .setText("user_level_gold or user_churn_low"));
        press(robot, KeyCode.ENTER);
        assertThat(problem.isVisible()).isFalse();
        assertThat(audience()).isEqualTo("user_level_gold or user_churn_low");
        assertThat(size(robot)).isEqualTo("44,000");
    }

    @Test
    void failedCountGreysTheNumberSaysWhyAndIsTriedAgain(FxRobot robot) {
        robot.interact(
                () -> {
                    shelf.reader.fails = Optional.of(Problem.of("problem.tag.unknown", "user_x_y"));
                    model.add(Shelf.key("user_level_gold"));
                });
        Node number = robot.lookup("#audienceSize").query();
        assertThat(number.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("stale"));
        assertThat(robot.lookup("#previewProblem").queryAs(Label.class).getText())
                .contains("user_x_y");
        robot.interact(() -> Pictures.write(stage.getScene(), "composer-failed-count"));
        shelf.reader.fails = Optional.empty();
        robot.clickOn("#previewRetry");
        assertThat(number.getPseudoClassStates())
                .doesNotContain(PseudoClass.getPseudoClass("stale"));
        assertThat(size(robot)).isEqualTo("54,000");
    }

    private List<AudienceExpression> members() {
        return model.current().orElseThrow().audience().members();
    }
}
