package io.marquetry.ui.common.screen;

import javafx.scene.Parent;

/** A loaded FXML file: what is shown, and who steers it. */
public record View<C>(Parent root, C controller) {}
