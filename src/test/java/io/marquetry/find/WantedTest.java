package io.marquetry.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.VisibleText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Stream;

class WantedTest {

    @ParameterizedTest
    @CsvSource({
        "KÖLN, Köln",
        "'  ｖｉｐ　１２３ ', VIP 123",
        "\u200Bcafé, Cafe\u0301 du Nord",
        "cafe\u0301\u00A0nord, CAFÉ Nord",
        "office, o\uFB03ce",
        "win back, Winter\u00A0win-back"
    })
    void textIsFoundAsPeopleSeeIt(String typed, String name) {
        assertThat(new Wanted(typed).isIn(VisibleText.folded(name))).isTrue();
        assertThat(new Wanted(typed).fit(Stream.of(name))).isPresent();
    }

    @Test
    void otherLettersAreNotFound() {
        assertThat(new Wanted("koln").isIn(VisibleText.folded("Köln"))).isFalse();
        assertThat(new Wanted("back web").isIn(VisibleText.folded("Winter win-back"))).isFalse();
    }

    @Test
    void blanksOfAnyKindLookForNothing() {
        assertThat(new Wanted(" \u3000\u200B\u00A0").isEmpty()).isTrue();
    }
}
