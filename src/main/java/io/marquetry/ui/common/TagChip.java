package io.marquetry.ui.common;

import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** A tag as it is shown everywhere: its key, and below it what people call it. */
public final class TagChip extends VBox {

    private final Label key = new Label();
    private final Label name = new Label();

    public TagChip() {
        getStyleClass().add("chip");
        key.getStyleClass().add("mono");
        name.getStyleClass().add("chip-name");
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(key, name);
    }

    /** Shows key and name. */
    public static TagChip full(TagKey key, Optional<Tag> tag, Category zone, Texts texts) {
        TagChip chip = new TagChip();
        chip.show(key, tag, zone, texts);
        return chip;
    }

    /** Shows the key alone. */
    public static TagChip keyOnly(TagKey key, Optional<Tag> tag, Category zone, Texts texts) {
        TagChip chip = full(key, tag, zone, texts);
        chip.getChildren().remove(chip.name);
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
        setAccessibleText(shown.value() + ", " + called);
    }

    /** Returns what people call the tag, or that it is gone. */
    public static String nameOf(Optional<Tag> tag, Texts texts) {
        return tag.map(t -> t.name().in(texts.locale()))
                .orElseGet(() -> texts.get("compose.tag.gone"));
    }
}
