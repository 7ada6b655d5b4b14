package io.marquetry.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.ExpressionText;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;

/** Draws the composer in both themes and languages, to be looked at. */
@ExtendWith(ApplicationExtension.class)
class ComposePicturesTest {

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void composerIsDrawn(Theme theme, String language, FxRobot robot) {
        Locale locale = Locale.of(language);
        robot.interact(
                () -> {
                    Shelf shelf = Shelf.filled();
                    ComposeScreen screen =
                            shelf.composer(
                                    Background.inPlace(), Clock.fixed(Shelf.NOON, ZoneOffset.UTC));
                    OpenScreen open =
                            screen.open(new QuietDesk().desk(locale, Background.inPlace()));
                    Scene scene = new Scene(open.root(), 1280, 800);
                    Look.apply(scene, theme, locale);
                    stage.setScene(scene);
                    stage.show();
                    open.shown().run();
                    compose(screen.model());
                });
        robot.interact(
                () ->
                        Pictures.write(
                                stage.getScene(),
                                "composer-"
                                        + theme.name().toLowerCase(Locale.ROOT)
                                        + "-"
                                        + language));
        assertThat(robot.lookup("#audienceSize").queryTextInputControl().getText())
                .isEqualTo("4,000");
    }

    private static void compose(ComposeModel model) {
        model.apply(
                new PackageEdit.ReplaceAudience(
                        ExpressionText.parse(
                                "user_level_gold and user_churn_low and (user_city_shanghai or"
                                        + " (user_order_recent3m and user_level_platinum)) and not user_churn_high")));
        model.apply(new PackageEdit.AddGroup(GroupKind.ANY_OF, NodePath.ROOT, 4));
        model.target().set(NodePath.of(2));
        model.apply(new PackageEdit.AddToZone(Shelf.key("coupon_value_50"), Category.BENEFIT, 0));
        model.apply(
                new PackageEdit.AddToZone(
                        Shelf.key("coupon_discount_limited"), Category.BENEFIT, 1));
        model.apply(new PackageEdit.AddToZone(Shelf.key("reach_quiet_2200"), Category.RULE, 0));
    }
}
