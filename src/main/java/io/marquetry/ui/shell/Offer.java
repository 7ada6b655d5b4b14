package io.marquetry.ui.shell;

import io.marquetry.base.Texts;

import javafx.scene.control.MenuItem;

import java.util.stream.Stream;

/**
 * Something that a menu offers, to be found by its words as well.
 *
 * @param item what stands in the menu
 * @param key of its words in the bundles
 */
record Offer(MenuItem item, String key) {

    /** Returns whether it can be done now. */
    boolean isOpen() {
        return item.isVisible() && !item.isDisable();
    }

    /**
     * Returns its words in every language, so that nobody has to change the language to find it.
     */
    Stream<String> words() {
        return Stream.concat(
                Texts.LANGUAGES.stream().map(language -> plain(Texts.in(language).get(key))),
                Stream.of(name()));
    }

    /** Returns what the menu says now. */
    String name() {
        return plain(item.getText());
    }

    /** Returns the keys that give it; blank where there are none. */
    String keys() {
        return item.getAccelerator() == null ? "" : item.getAccelerator().getDisplayText();
    }

    private static String plain(String words) {
        return words.replace("…", "");
    }
}
