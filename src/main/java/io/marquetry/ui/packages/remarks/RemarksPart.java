package io.marquetry.ui.packages.remarks;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.Parent;

/** Makes the part that shows what people say of a package. */
public final class RemarksPart {

    private RemarksPart() {}

    /** Makes the part over a model that outlives it. */
    public static Parent of(RemarksModel model, Texts texts, Follows follows) {
        return Views.load("packageRemarks", texts, new RemarksController(model, texts, follows));
    }
}
