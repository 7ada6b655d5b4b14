package io.marquetry.ui.navigation;

import io.marquetry.audience.SourceName;

import java.util.Optional;

/** How one screen leads to another. */
public interface Navigation {

    /** Takes the user there; does nothing where the window has no such place. */
    void go(Destination destination);

    /** Returns whether the window has such a place. */
    boolean leadsTo(Destination destination);

    /** Tells the top bar which source the screen in front speaks of; empty: none. */
    void speaksOf(Optional<SourceName> source);

    /** Tells that fields are called otherwise from now on: screens that open next say so. */
    default void saysOtherwise() {}
}
