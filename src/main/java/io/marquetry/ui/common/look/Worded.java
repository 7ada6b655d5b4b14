package io.marquetry.ui.common.look;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** Words for the values of a choice; they are chosen, never typed. */
public final class Worded<T> extends StringConverter<T> {

    private final Function<T, String> words;

    /** Words the values by the function. */
    public Worded(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, never typed");
    }
}
