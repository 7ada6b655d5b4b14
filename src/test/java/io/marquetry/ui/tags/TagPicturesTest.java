package io.marquetry.ui.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.ui.Imports;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.tags.centre.GovernanceModel;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Draws the tags screen and the editor in both themes and languages. */
@ExtendWith(ApplicationExtension.class)
class TagPicturesTest {

    @TempDir private Path folder;

    private Workbench bench;
    private TagsModel model;
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
        bench.show(stage, new TagsScreen(model, governance()), Theme.LIGHT, Locale.ENGLISH);
    }

    @Test
    void everyStateIsDrawn(FxRobot robot) throws Exception {
        draw(robot, "tags-empty");
        Imports.hillstrom(bench.workspace());
        Tag newbies = audience("user_newbie_yes", "New customers", "新客", compare("newbie", "1"));
        Tag web = audience("user_reach_web", "Reachable by web", "可通过网站触达", nested());
        Tag coupon =
                new Tag(
                        new TagKey("coupon_value_50"),
                        Category.BENEFIT,
                        LocalizedText.of("50 off from 300", "满 300 减 50"),
                        LocalizedText.of("Coupons", "优惠券"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new AssetKey("coupon_50")));
        Asset asset =
                new Asset(
                        new AssetKey("coupon_50"),
                        Asset.Kind.COUPON,
                        LocalizedText.of("50 off", "减 50"),
                        Optional.of(
                                LocalizedText.of("{name}, 50 off from 300.", "{name}，满 300 减 50。")),
                        new TreeMap<>(Map.of("discount_amount", "50", "min_spend", "300")));
        bench.workspace().tags().save(List.of(newbies, web, coupon), List.of(asset));
        robot.interact(() -> model.load(problem -> {}));
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> model.sizes().of(newbies).isCurrent() && model.sizes().of(web).isCurrent());
        draw(robot, "tags");
        robot.interact(() -> model.open(web));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> model.size().answer().get().isCurrent());
        draw(robot, "tag-rule");
        robot.interact(() -> model.open(coupon));
        draw(robot, "tag-asset");
        robot.interact(
                () -> {
                    model.begin();
                    model.editing().get().orElseThrow().key().set("New Customers!");
                });
        draw(robot, "tag-new");
        robot.interact(model::leave);
        new SampleWorkspace(bench.workspace()).load(ImportListener.none(), new CancelSignal());
        robot.interact(() -> model.load(problem -> {}));
        SourceName sample = new SourceName("complete-journey");
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> model.sources().stream().anyMatch(s -> s.name().equals(sample)));
        robot.interact(() -> model.source().set(Optional.of(sample)));
        Tag events =
                model.all().stream()
                        .filter(
                                tag ->
                                        tag.rule().stream()
                                                .anyMatch(
                                                        rule ->
                                                                rule instanceof TagRule.Events e
                                                                        && e.where().isPresent()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> model.open(events));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> model.size().answer().get().isCurrent());
        draw(robot, "tag-events");
        robot.interact(model::leave);
        robot.interact(() -> robot.lookup("#tagCheck").queryButton().fire());
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () ->
                        robot.lookup("#tagFindings").query().isVisible()
                                && robot.lookup(".finding").queryAll().size() > 0);
        robot.interact(() -> Pictures.write(stage.getScene(), "forms-tags-findings"));
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    private void draw(FxRobot robot, String name) {
        draw(robot, name, Theme.LIGHT, Locale.ENGLISH);
        draw(robot, name, Theme.DARK, Locale.SIMPLIFIED_CHINESE);
        if (name.equals("tags") || name.equals("tag-rule")) {
            draw(robot, name, Theme.DARK, Locale.ENGLISH);
            draw(robot, name, Theme.LIGHT, Locale.SIMPLIFIED_CHINESE);
        }
    }

    private void draw(FxRobot robot, String name, Theme theme, Locale language) {
        robot.interact(
                () -> bench.show(stage, new TagsScreen(model, governance()), theme, language));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () ->
                        Pictures.write(
                                stage.getScene(),
                                String.join(
                                        "-",
                                        "forms",
                                        name,
                                        language.getLanguage(),
                                        theme.name().toLowerCase(Locale.ROOT))));
    }

    private static TagRule compare(String field, String number) {
        return new TagRule.Compare(
                field, Comparison.EQUAL, new Value.Number(new BigDecimal(number)));
    }

    private static TagRule nested() {
        return new TagRule.All(
                List.of(
                        new TagRule.InList(
                                "channel",
                                List.of(new Value.Text("Web"), new Value.Text("Multichannel"))),
                        new TagRule.Between(
                                "history",
                                new Value.Number(new BigDecimal("100")),
                                new Value.Number(new BigDecimal("750.5"))),
                        new TagRule.Not(
                                new TagRule.Match("zip_code", TagRule.Part.STARTS_WITH, "Rur")),
                        new TagRule.Any(
                                List.of(
                                        new TagRule.HasTag(new TagKey("user_newbie_yes")),
                                        new TagRule.Compare(
                                                "recency",
                                                Comparison.AT_MOST,
                                                new Value.Number(new BigDecimal("3"))),
                                        new TagRule.Missing("segment")))));
    }

    private static Tag audience(String key, String en, String zh, TagRule rule) {
        return new Tag(
                new TagKey(key),
                Category.AUDIENCE,
                LocalizedText.of(en, zh),
                LocalizedText.of("Lifecycle", "生命周期"),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }

    private GovernanceModel governance() {
        return new GovernanceModel(bench.workspace(), bench.background());
    }
}
