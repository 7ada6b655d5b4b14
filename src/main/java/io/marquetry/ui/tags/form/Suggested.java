package io.marquetry.ui.tags.form;

import javafx.beans.property.StringProperty;

/** A text that follows what is suggested until somebody types another. */
final class Suggested {

    private final StringProperty text;
    private String last;

    /** Lets a text follow; what it holds now counts as suggested. */
    Suggested(StringProperty text) {
        this.text = text;
        this.last = text.get();
    }

    /** Returns whether nobody has typed another text. */
    boolean isFollowed() {
        return text.get().equals(last);
    }

    /** Suggests a text; does nothing once somebody has typed another. */
    void suggest(String better) {
        if (isFollowed()) {
            last = better;
            text.set(better);
        }
    }
}
