package io.marquetry.ui.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceSize;
import io.marquetry.base.LocalizedText;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.ui.Imports;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.tags.centre.GovernanceModel;
import io.marquetry.ui.tags.form.TagForm;
import io.marquetry.ui.tags.rule.RandomRules;
import io.marquetry.ui.tags.rule.Subject;
import io.marquetry.ui.tags.rule.SubjectPicker;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
class TagEditorTest {

    @TempDir private Path folder;

    private Workbench bench;
    private TagsModel model;
    private TagsScreen screen;

    @Start
    void show(Stage stage) {
        bench = new Workbench(folder.resolve("workspace"));
        model =
                new TagsModel(
                        bench.workspace().tags(),
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        bench.workspace().audiences().readers(),
                        bench.background());
        screen = new TagsScreen(model, governance());
        bench.show(stage, screen, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void newTagShowsItsSizeAndIsSaved(FxRobot robot) throws Exception {
        Imports.hillstrom(bench.workspace());
        robot.interact(() -> model.load(problem -> {}));
        Until.holds(() -> model.source().get().isPresent());
        press(robot, "#tagNew");
        type(robot, "#tagKey", "user_newbie_yes");
        type(robot, "#tagName", "New customers");
        typeTopic(robot, "Lifecycle");
        choose(robot, "newbie");
        type(robot, ".rule-typed", "1");
        Until.holds(() -> words(robot, "#tagSize").equals("32,144"));
        assertThat(words(robot, "#tagSizeWords")).contains("64,000");
        press(robot, "#tagSave");
        Until.holds(() -> model.editing().get().isEmpty());
        Tag saved =
                bench.workspace()
                        .tags()
                        .catalog()
                        .find(new TagKey("user_newbie_yes"))
                        .orElseThrow();
        assertThat(saved.rule())
                .contains(
                        new TagRule.Compare(
                                "newbie", Comparison.EQUAL, new Value.Number(BigDecimal.ONE)));
        Until.holds(
                () ->
                        model.sizes().of(saved)
                                        instanceof Answer.Here<AudienceSize>(AudienceSize exact)
                                && exact.audience() == 32_144);
    }

    @Test
    void badKeyIsRefusedBesideTheFieldAndTheProposalWorks(FxRobot robot) {
        press(robot, "#tagNew");
        type(robot, "#tagKey", "New Customers!");
        Label problem = robot.lookup("#tagKeyProblem").queryAs(Label.class);
        assertThat(problem.isVisible()).isTrue();
        assertThat(problem.getText()).contains("New Customers!");
        robot.interact(() -> robot.lookup("#tagKeyProposal").queryAs(Hyperlink.class).fire());
        TextField key = robot.lookup("#tagKey").queryAs(TextField.class);
        assertThat(key.getText()).isEqualTo("user_new_customers");
        assertThat(model.editing().get().orElseThrow().keyCheck().get().problem()).isEmpty();
        assertThat(problem.getText()).doesNotContain("New Customers!");
    }

    @Test
    void takenKeyIsRefused(FxRobot robot) {
        bench.workspace().tags().save(List.of(tag(new TagRule.Missing("x"))), List.of());
        robot.interact(() -> model.load(problem -> {}));
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, "#tagNew");
        type(robot, "#tagKey", "user_level_gold");
        assertThat(words(robot, "#tagKeyProblem")).contains("already");
        assertThat(robot.lookup("#tagKeyProposal").queryAs(Hyperlink.class).getText())
                .contains("user_level_gold2");
    }

    @Test
    void openedRulesAreSavedAsTheyWere(FxRobot robot) {
        RandomRules rules = new RandomRules(7);
        for (int i = 0; i < 60; i++) {
            Tag tag = tag(rules.rule(3));
            robot.interact(() -> model.open(tag));
            TagForm form = model.editing().get().orElseThrow();
            assertThat(form.build()).as("rule %d", i).isEqualTo(tag);
            assertThat(form.changed().get()).as("rule %d", i).isFalse();
            robot.interact(model::leave);
        }
    }

    @Test
    void keyNameAndTopicFollowTheRuleUntilTheyAreTyped(FxRobot robot) throws Exception {
        Imports.hillstrom(bench.workspace());
        robot.interact(() -> model.load(problem -> {}));
        Until.holds(() -> model.source().get().isPresent());
        press(robot, "#tagNew");
        choose(robot, "newbie");
        type(robot, ".rule-typed", "1");
        TagForm form = model.editing().get().orElseThrow();
        assertThat(form.key().get()).isEqualTo("user_newbie_1");
        assertThat(form.name().english().get()).isEqualTo("newbie is 1");
        assertThat(form.topic().english().get()).isEqualTo("My tags");
        assertThat(form.topic().chinese().get()).isEqualTo("我的标签");
        type(robot, "#tagName", "New customers");
        assertThat(form.name().chinese().get()).isEmpty();
        type(robot, ".rule-typed", "0");
        assertThat(form.name().english().get()).isEqualTo("New customers");
        assertThat(form.key().get()).isEqualTo("user_newbie_0");
        type(robot, "#tagKey", "user_customers_new");
        type(robot, ".rule-typed", "1");
        assertThat(form.key().get()).isEqualTo("user_customers_new");
        press(robot, "#tagSave");
        Until.holds(() -> model.editing().get().isEmpty());
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndNothingMoves(FxRobot robot) {
        press(robot, "#tagNew");
        typeTopic(robot, "");
        double before = robot.lookup("#tagTopic").query().localToScene(0, 0).getY();
        press(robot, "#tagSave");
        assertThat(words(robot, "#tagProblem")).isEqualTo("4 things are missing");
        assertThat(words(robot, "#tagNameProblem")).isNotEmpty();
        assertThat(words(robot, "#tagTopicProblem")).isNotEmpty();
        assertThat(words(robot, "#tagKeyProblem")).contains("user_group_one");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#tagTopic").query().localToScene(0, 0).getY()).isEqualTo(before);
        type(robot, "#tagName", "Buys on the web");
        assertThat(words(robot, "#tagNameProblem")).isEmpty();
        assertThat(words(robot, "#tagProblem")).isEqualTo("2 things are missing");
    }

    @Test
    void closingAsksForATagThatIsNotSaved(FxRobot robot) {
        List<String> closed = new ArrayList<>();
        robot.interact(() -> screen.beforeClosing(bench.desk(), () -> closed.add("at once")));
        press(robot, "#tagNew");
        type(robot, "#tagName", "New customers");
        robot.interact(() -> screen.beforeClosing(bench.desk(), () -> closed.add("after asking")));
        assertThat(closed).containsExactly("at once");
        press(robot, "#confirmYes");
        assertThat(closed).containsExactly("at once", "after asking");
    }

    @Test
    void leavingWithChangesAsks(FxRobot robot) {
        press(robot, "#tagNew");
        type(robot, "#tagKey", "user_level_gold");
        press(robot, "#tagCancel");
        assertThat(model.editing().get()).isPresent();
        press(robot, "#confirmYes");
        assertThat(model.editing().get()).isEmpty();
    }

    @Test
    void benefitTagIsSavedWithItsAsset(FxRobot robot) throws Exception {
        press(robot, "#tagNew");
        robot.interact(
                () ->
                        robot.lookup("#tagEditCategory")
                                .<ComboBox<Category>>query()
                                .setValue(Category.BENEFIT));
        type(robot, "#tagKey", "coupon_value_50");
        type(robot, "#tagName", "50 off");
        typeTopic(robot, "Coupons");
        robot.interact(() -> robot.lookup("#assetPresent").<CheckBox>query().fire());
        type(robot, "#assetKey", "coupon_50");
        type(robot, "#assetNameEn", "Fifty off");
        press(robot, "#tagSave");
        Until.holds(() -> model.editing().get().isEmpty());
        assertThat(bench.workspace().tags().assets().get(new AssetKey("coupon_50")))
                .extracting(Asset::kind)
                .isEqualTo(Asset.Kind.COUPON);
    }

    private static Tag tag(TagRule rule) {
        return new Tag(
                new TagKey("user_level_gold"),
                Category.AUDIENCE,
                LocalizedText.of("Gold", "金卡"),
                LocalizedText.of("Membership", "会员"),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }

    private static void choose(FxRobot robot, String attribute) {
        SubjectPicker picker = robot.lookup(".rule-subject").queryAs(SubjectPicker.class);
        Subject wanted =
                picker.getItems().stream()
                        .filter(s -> s instanceof Subject.Field f && f.name().equals(attribute))
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> picker.setValue(wanted));
        assertThat(((Subject.Field) wanted).type()).contains(AttributeType.INTEGER);
    }

    private static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(words));
    }

    private static void typeTopic(FxRobot robot, String words) {
        robot.interact(
                () ->
                        robot.lookup("#tagTopic")
                                .<ComboBox<String>>query()
                                .getEditor()
                                .setText(words));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private GovernanceModel governance() {
        return new GovernanceModel(bench.workspace(), bench.background());
    }
}
