package io.marquetry.ui.sources.remote;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** Shows what is chosen from a list in words; it is not typed. */
final class ChosenWords<T> extends StringConverter<T> {

    private final Function<T, String> words;

    ChosenWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("it is chosen, not typed");
    }
}
