package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text messages are measured as GSM 03.38 says, its extension table included. */
class SmsLengthTest {

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"})
    void characterOfTheExtensionTableTakesTwoSeptets(String character) {
        assertThat(SmsLength.of("a" + character)).isEqualTo(new SmsLength(3, 160));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ä", "Ö", "ß", "é", "à", "ñ", "Ñ", "Ç", "Δ", "Ω", "£", "¿", "_", "@", "\n"})
    void letterOfTheAlphabetTakesOneSeptet(String letter) {
        assertThat(SmsLength.of("a" + letter)).isEqualTo(new SmsLength(2, 160));
    }

    @ParameterizedTest
    @CsvSource({"`, 2", "ç, 2", "á, 2", "’, 2", "“, 2", "…, 2", "王, 2", "ş, 2", "😀, 3"})
    void anyOtherCharacterMakesTheWholeTextWide(String character, int units) {
        assertThat(SmsLength.of("a" + character)).isEqualTo(new SmsLength(units, 70));
    }

    @Test
    void oneMessageCarries160SeptetsOr70WideCharacters() {
        assertThat(SmsLength.of("a".repeat(158) + "€")).isEqualTo(new SmsLength(160, 160));
        assertThat(SmsLength.of("[" + "a".repeat(158) + "]")).isEqualTo(new SmsLength(162, 160));
        assertThat(SmsLength.of("王".repeat(70))).isEqualTo(new SmsLength(70, 70));
        assertThat(SmsLength.of("")).isEqualTo(new SmsLength(0, 160));
    }
}
