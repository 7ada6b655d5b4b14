package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Formats;

import java.util.Optional;

/**
 * Says of when numbers are that are only the last ones, because the source does not answer.
 *
 * @param numbers of the composer
 */
public record LastKnown(Numbers numbers, Texts texts) {

    /** Returns the words; empty where the numbers stand. */
    public Optional<String> words() {
        return numbers.lastKnown()
                .map(
                        then ->
                                texts.get(
                                        "compose.preview.lastKnown",
                                        new Formats(texts.locale()).moment(then)));
    }
}
