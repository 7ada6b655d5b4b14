package io.marquetry.ui.common;

import io.marquetry.audience.SourceName;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.util.Optional;

/** How one screen leads to another. */
public interface Navigation {

    /** Brings a screen to the front. */
    void show(Screen screen);

    /** Opens a package in the composer. */
    void compose(PackageKey key);

    /** Opens a tag in its editor. */
    void edit(TagKey key);

    /**
     * Asks for name and key of a new package and opens it in the composer.
     *
     * @param source whose profiles it addresses; empty: the user chooses
     */
    void newPackage(Optional<SourceName> source);

    /** Brings the sources to the front and begins an import of customers. */
    void importCustomers();

    /** Tells the top bar which source the screen in front speaks of; empty: none. */
    void speaksOf(Optional<SourceName> source);
}
