package io.marquetry.ui.common.look;

import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** A tag as it is shown everywhere: what people call it, and below it, small, its key. */
public final class TagChip extends VBox {

    private static final double KEY_AT_LEAST = 60;

    /** Narrower, key and words would both be stumps: the key alone stays. */
    private static final double MIN_FOR_WORDS = 230;

    private final Label name = new Label();
    private final Label key = new Label();
    private final Label words = new Label();
    private final HBox second = new HBox(8, key, words);

    public TagChip() {
        getStyleClass().add("chip");
        name.getStyleClass().add("chip-name");
        key.getStyleClass().addAll("mono", "chip-key");
        words.getStyleClass().add("chip-words");
        second.getStyleClass().add("chip-second");
        name.setMinWidth(0);
        key.setMinWidth(KEY_AT_LEAST);
        words.setMinWidth(0);
        words.setVisible(false);
        words.setManaged(false);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(name, second);
    }

    /** Returns a chip of a tag. */
    public static TagChip of(TagKey key, Optional<Tag> tag, Category zone, Texts texts) {
        TagChip chip = new TagChip();
        chip.show(key, tag, zone, texts);
        return chip;
    }

    /**
     * Returns a chip of a condition that is no tag.
     *
     * @param said what it says, as people read it
     * @param typed how it is typed
     */
    public static TagChip ofCondition(String said, String typed) {
        TagChip chip = new TagChip();
        chip.name.setText(said);
        chip.key.setText(typed);
        chip.getStyleClass().addAll(CategoryStyle.cssClass(Category.AUDIENCE), "condition");
        chip.setAccessibleText(said);
        return chip;
    }

    /** Shows a tag; one that is gone keeps its key and says so. */
    public void show(TagKey shown, Optional<Tag> tag, Category zone, Texts texts) {
        String called = nameOf(tag, texts);
        key.setText(shown.value());
        name.setText(called);
        getStyleClass().removeIf(c -> c.startsWith("category-") || c.equals("gone"));
        getStyleClass().add(CategoryStyle.cssClass(zone));
        if (tag.isEmpty()) {
            getStyleClass().add("gone");
        }
        setAccessibleText(called + ", " + shown.value());
    }

    /** Leaves room at the right of the name, in pixels: something else lies there. */
    public void keepFree(double room) {
        VBox.setMargin(name, new Insets(0, room, 0, 0));
    }

    /** Says beside the key what the tag is about; what does not fit ends in dots. */
    public void say(String sentence) {
        words.setText(sentence);
        words.visibleProperty()
                .bind(
                        widthProperty()
                                .greaterThan(MIN_FOR_WORDS)
                                .and(words.textProperty().isNotEmpty()));
        words.managedProperty().bind(words.visibleProperty());
    }

    /** Returns what people call the tag, or that it is gone. */
    public static String nameOf(Optional<Tag> tag, Texts texts) {
        return tag.map(t -> t.name().in(texts.locale()))
                .orElseGet(() -> texts.get("compose.tag.gone"));
    }
}
