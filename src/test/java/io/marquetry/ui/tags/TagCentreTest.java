package io.marquetry.ui.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Revision;
import io.marquetry.govern.Finding;
import io.marquetry.govern.LifeState;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.ui.Imports;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.tags.centre.GovernanceModel;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The board filters, and two tags that the same people carry become one, by keys alone. */
@ExtendWith(ApplicationExtension.class)
class TagCentreTest {

    private static final TagKey NEW = new TagKey("user_newbie_yes");
    private static final TagKey FRESH = new TagKey("user_newbie_fresh");
    private static final PackageKey PACK = new PackageKey("pack_welcome");

    @TempDir private Path folder;

    private Workbench bench;
    private TagsModel model;
    private GovernanceModel governance;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        model =
                new TagsModel(
                        bench.workspace().tags(),
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        bench.workspace().audiences().readers(),
                        bench.background());
        governance = new GovernanceModel(bench.workspace(), bench.background());
        bench.show(stage, new TagsScreen(model, governance), Theme.LIGHT, Locale.ENGLISH);
    }

    @Test
    void twoTagsBecomeOneByKeysAlone(FxRobot robot) throws TimeoutException {
        Imports.hillstrom(bench.workspace());
        bench.workspace()
                .tags()
                .save(
                        List.of(
                                tag(NEW, "New customers", "新客", "1", Comparison.EQUAL),
                                tag(FRESH, "Fresh customers", "新注册", "1", Comparison.AT_LEAST)));
        SourceName source = bench.workspace().sources().list().getFirst().name();
        bench.workspace()
                .packages()
                .save(
                        PackageDraft.of(
                                AssetPackage.empty(PACK, LocalizedText.of("Welcome", "欢迎"), source)
                                        .withAudience(new AllOf(List.of(new TagRef(FRESH))))),
                        Revision.NONE);
        robot.interact(() -> model.load(problem -> {}));
        Until.holds(() -> governance.governed().get().count(Finding.Kind.SAME_PEOPLE) == 2);
        robot.interact(() -> governance.tile().set(Optional.of(Finding.Kind.UNUSED)));
        assertThat(model.found()).extracting(Tag::key).containsExactly(NEW);
        robot.interact(() -> governance.tile().set(Optional.empty()));
        WaitForAsyncUtils.waitForFxEvents();
        tabTo(robot, "tileSAME_PEOPLE");
        robot.type(KeyCode.SPACE);
        assertThat(governance.tile().get()).contains(Finding.Kind.SAME_PEOPLE);
        assertThat(model.found()).hasSize(2);
        ListTable<Tag> table = robot.lookup("#tagTable").query();
        tabTo(robot, "tagTable");
        robot.type(KeyCode.HOME);
        assertThat(table.chosen()).extracting(Tag::key).containsExactly(FRESH);
        WaitForAsyncUtils.waitForFxEvents();
        picture(robot, "tag-centre");
        tabTo(robot, "mergeInto");
        robot.type(KeyCode.SPACE);
        Until.holds(() -> robot.lookup("#mergeYes").tryQuery().isPresent());
        robot.interact(() -> Pictures.write(stage.getScene(), "tag-merge"));
        robot.type(KeyCode.ENTER);
        Until.stored(
                () ->
                        bench.workspace().centre().tags().get(FRESH).care().state()
                                == LifeState.DEPRECATED);
        assertThat(bench.workspace().packages().get(PACK).current().tags()).containsExactly(NEW);
        Until.holds(() -> governance.governed().get().count(Finding.Kind.SAME_PEOPLE) == 0);
        robot.interact(() -> governance.tile().set(Optional.empty()));
        robot.interact(
                () ->
                        bench.show(
                                stage,
                                new TagsScreen(model, governance),
                                Theme.DARK,
                                Locale.SIMPLIFIED_CHINESE));
        robot.interact(
                () ->
                        robot.lookup("#tagTable")
                                .<ListTable<Tag>>query()
                                .getSelectionModel()
                                .clearAndSelect(0));
        WaitForAsyncUtils.waitForFxEvents();
        picture(robot, "tag-centre-zh-dark");
        bench.close();
    }

    private void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 60 && !isFocused(id); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(isFocused(id)).as("the tab key reaches %s", id).isTrue();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }

    private boolean isFocused(String id) {
        return Optional.ofNullable(stage.getScene().getFocusOwner())
                .filter(node -> id.equals(node.getId()))
                .isPresent();
    }

    private static Tag tag(
            TagKey key, String name, String chinese, String value, Comparison comparison) {
        return new Tag(
                key,
                Category.AUDIENCE,
                LocalizedText.of(name, chinese),
                LocalizedText.of("Customers", "客户"),
                Optional.empty(),
                Optional.of(
                        new TagRule.Compare(
                                "newbie", comparison, new Value.Number(new BigDecimal(value)))),
                Optional.empty());
    }
}
