package io.marquetry.ui.common.screen;

import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

/**
 * What a menu can ask of the screen in front. An item is in the menu only while that screen offers
 * the command.
 */
public enum Command {
    /** Begins an import of customers; the sources offer it. */
    IMPORT("import", "Shortcut+I"),
    /** Begins a large sample; the sources offer it. */
    GENERATE("generate", null),
    /** Writes now, and says when it is safe. */
    SAVE("save", "Shortcut+S"),
    /** Writes the document for the receiver. */
    EXPORT("export", "Shortcut+E"),
    /** Checks the document without writing it. */
    VALIDATE("validate", "Shortcut+Shift+E"),
    /** Counts in the source itself what the index has counted. */
    VERIFY("verify", "Shortcut+Shift+V"),
    /** Counts anew what the source holds now. */
    REFRESH("refresh", "F5"),
    /** Takes the last edit back. */
    UNDO("undo", "Shortcut+Z"),
    /** Makes an undone edit again. */
    REDO("redo", "Shortcut+Shift+Z"),
    /** Makes another like the chosen one. */
    DUPLICATE("duplicate", "Shortcut+D"),
    /** Removes what is chosen. */
    DELETE("delete", null),
    /** Goes to the search field. */
    FIND("find", "Shortcut+F");

    private final String word;
    private final @Nullable String accelerator;

    Command(String word, @Nullable String accelerator) {
        this.word = word;
        this.accelerator = accelerator;
    }

    /** Returns the key of its ordinary label in the bundles. */
    public String labelKey() {
        return "command." + word;
    }

    /** Returns the keys that give it; null where only the screen itself listens. */
    public @Nullable KeyCombination accelerator() {
        return accelerator == null ? null : KeyCombination.valueOf(accelerator);
    }
}
