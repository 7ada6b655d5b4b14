package io.marquetry.ui.shell;

import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.navigation.Navigation;

/**
 * What menus and bar can do.
 *
 * @param navigation leads from screen to screen
 * @param search looks through everything
 * @param tour begins the tour
 * @param guide opens the user guide
 * @param help shows the keys, and what the words mean
 * @param about shows what this is
 * @param quit closes the window, and with it the program
 */
record ShellSteps(
        Navigation navigation,
        Runnable search,
        Runnable tour,
        Runnable guide,
        HelpSheet help,
        Runnable about,
        Runnable quit) {

    /** Gives a command to the screen in front, if that offers it now. */
    void perform(OpenScreens screens, Command command) {
        OpenScreen front = screens.front().get();
        Action action = front == null ? null : front.actions().get(command);
        if (action != null && action.enabled().get()) {
            action.run().run();
        }
    }
}
