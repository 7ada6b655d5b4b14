package io.marquetry.ui.packages.life;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.Parent;

/** Makes the part that shows where a package is in its life. */
public final class LifePart {

    private LifePart() {}

    /**
     * Makes the part over a model that outlives it.
     *
     * @param send leads to the plan of a dispatch
     * @param rules leads to how much the checks weigh
     */
    public static Parent of(
            LifeModel model, Texts texts, Follows follows, Runnable send, Runnable rules) {
        return Views.load(
                "packageLife", texts, new LifeController(model, texts, follows, send, rules));
    }
}
