package io.marquetry.ui.tags.rule;

import io.marquetry.ui.common.look.Worded;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Short lists to choose one from. */
public final class Choices {

    private Choices() {}

    /**
     * Makes a list to choose from; the present choice is in it even if it is not offered.
     *
     * @param chosen gets what the user chooses
     */
    public static <T> ComboBox<T> of(
            Collection<T> offered, T present, Function<T, String> words, Consumer<T> chosen) {
        List<T> items = new ArrayList<>(offered);
        if (!items.contains(present)) {
            items.add(present);
        }
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(items));
        box.setConverter(new Worded<>(words));
        box.setVisibleRowCount(14);
        box.setValue(present);
        box.valueProperty().subscribe((old, value) -> chosen.accept(value));
        return box;
    }
}
