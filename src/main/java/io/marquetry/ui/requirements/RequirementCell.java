package io.marquetry.ui.requirements;

import io.marquetry.base.Kept;
import io.marquetry.base.Texts;
import io.marquetry.requirement.Requirement;
import io.marquetry.ui.common.look.Badge;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A requirement in the list: its goal, and where it stands. */
final class RequirementCell extends ListCell<Kept<Requirement>> {

    private static final double MARGIN = 30;

    private final Texts texts;

    RequirementCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable Kept<Requirement> row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        Requirement wanted = row.value();
        Label goal = new Label(wanted.goal());
        goal.setWrapText(true);
        goal.setMinHeight(Label.USE_PREF_SIZE);
        goal.maxWidthProperty().bind(getListView().widthProperty().subtract(MARGIN));
        String tone =
                switch (wanted.state()) {
                    case OPEN -> "neutral";
                    case MAPPED -> "warn";
                    case PACKAGED -> "good";
                };
        setGraphic(
                new VBox(
                        4,
                        goal,
                        Badge.of(texts.get("requirement.state." + wanted.state()), tone).draw()));
        setAccessibleText(wanted.goal());
    }
}
