package io.marquetry.ui.common.screen;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.navigation.Navigation;

import java.util.Map;

/**
 * What the window gives a screen.
 *
 * @param texts the words, in the language of this moment
 * @param background where blocking work is done
 * @param notices where sentences for the user appear
 * @param sheets where short tasks appear above the screen
 * @param navigation how one screen leads to another
 * @param files asks where files go
 * @param lists how lists were left, by the id of their table; changes are remembered
 */
public record Desk(
        Texts texts,
        Background background,
        Notices notices,
        Sheets sheets,
        Navigation navigation,
        FileDialogs files,
        Map<String, ListPlace> lists) {}
