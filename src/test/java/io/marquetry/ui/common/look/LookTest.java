package io.marquetry.ui.common.look;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Locale;

class LookTest {

    @Test
    void windowHasItsOwnGroundBeforeAnythingIsDrawn() throws Exception {
        FxToolkit.registerPrimaryStage();
        assertThat(ground(Theme.DARK).getBrightness()).isLessThan(0.1);
        assertThat(ground(Theme.LIGHT).getBrightness()).isGreaterThan(0.9);
    }

    private static Color ground(Theme theme) throws Exception {
        return WaitForAsyncUtils.asyncFx(
                        () -> {
                            Scene scene = new Scene(new Region());
                            Look.apply(scene, theme, Locale.ENGLISH);
                            return (Color) scene.getFill();
                        })
                .get();
    }
}
