package io.marquetry.ui.common;

import javafx.scene.Parent;

/**
 * A sheet as it stands above the window, in one language.
 *
 * @param root what is shown
 * @param onEscape decides what Escape does
 * @param retired runs when the sheet is replaced or closed: the moment to stop following its model
 */
public record OpenSheet(Parent root, Runnable onEscape, Runnable retired) {}
