package io.marquetry.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Texts with the values of a person in their places. */
class FilledTest {

    @Test
    void placesTakeTheValuesOfThePerson() {
        assertThat(
                        Filled.of(
                                new Template("Hello {name}, {points} points."),
                                Map.of("name", "Li $1\\", "points", "7")))
                .isEqualTo(new Filled("Hello Li $1\\, 7 points.", List.of()));
    }

    @Test
    void placesWithoutAValueStayAndAreNamedOnce() {
        Filled filled = Filled.of(new Template("{name}: {saved}, {name}! {"), Map.of("saved", "3"));
        assertThat(filled.text()).isEqualTo("{name}: 3, {name}! {");
        assertThat(filled.open()).containsExactly("name");
    }
}
