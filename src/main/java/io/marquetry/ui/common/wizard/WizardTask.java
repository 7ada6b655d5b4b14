package io.marquetry.ui.common.wizard;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.work.LongWork;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A task of several steps as a wizard shows it in one language; its model outlives it. */
public interface WizardTask {

    /** Returns what the task is called. */
    String heading();

    /** Returns the names of its steps. */
    List<String> steps();

    /** Returns the step in front, from 0. */
    ObservableValue<Integer> step();

    /**
     * Makes the page of the step in front.
     *
     * @param follows what it listens to; closed when the page goes
     */
    Parent page(Follows follows);

    /**
     * Makes the controller of the line that shows work.
     *
     * @param follows what it listens to
     */
    WorkLine<?> workLine(Follows follows);

    /** Returns the work that runs; pages and buttons wait meanwhile. */
    LongWork<?> work();

    /** Returns what else the buttons depend on. */
    List<ObservableValue<?>> changes();

    /** Returns the buttons as they are now. */
    Buttons buttons();

    /** Goes on. */
    void next();

    /** Goes back a step. */
    void back();

    /** Takes a file that was dropped onto the wizard while no work runs. */
    void take(Path file);

    /** Ends the task; called before the wizard closes. */
    void end();

    /**
     * The buttons below a page.
     *
     * @param next what goes on says; empty: nothing goes on from here
     * @param ready whether it can go on
     * @param back whether there is a step to go back to
     * @param leave what ends the task says; empty: going on ends it
     */
    record Buttons(Optional<String> next, boolean ready, boolean back, Optional<String> leave) {

        /** Returns the buttons of a step on the way. */
        public static Buttons onTheWay(Texts texts, String next, boolean ready, boolean back) {
            return new Buttons(
                    Optional.of(texts.get(next)),
                    ready,
                    back,
                    Optional.of(texts.get("button.cancel")));
        }
    }
}
