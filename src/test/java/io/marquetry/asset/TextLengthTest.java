package io.marquetry.asset;

import static io.marquetry.asset.TextLength.Alphabet.GSM7;
import static io.marquetry.asset.TextLength.Alphabet.UCS2;
import static io.marquetry.asset.TextLength.Alphabet.UTF8;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are measured as their channels count them; short messages as GSM 03.38 says. */
class TextLengthTest {

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"})
    void characterOfTheExtensionTableTakesTwoSeptets(String character) {
        assertThat(TextLength.sms("a" + character)).isEqualTo(septets(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ä", "Ö", "ß", "é", "à", "ñ", "Ñ", "Ç", "Δ", "Ω", "£", "¿", "_", "@", "\n"})
    void letterOfTheAlphabetTakesOneSeptet(String letter) {
        assertThat(TextLength.sms("a" + letter)).isEqualTo(septets(2));
    }

    @ParameterizedTest
    @CsvSource({"`, 2", "ç, 2", "á, 2", "’, 2", "“, 2", "…, 2", "王, 2", "ş, 2", "😀, 3"})
    void anyOtherCharacterMakesTheWholeTextWide(String character, int units) {
        assertThat(TextLength.sms("a" + character)).isEqualTo(wide(units));
    }

    @Test
    void oneMessageCarries160SeptetsOr70WideCharacters() {
        assertThat(TextLength.sms("a".repeat(158) + "€")).isEqualTo(septets(160));
        assertThat(TextLength.sms("[" + "a".repeat(158) + "]"))
                .isEqualTo(new TextLength(GSM7, 162, 2, 160));
        assertThat(TextLength.sms("王".repeat(70))).isEqualTo(wide(70));
        assertThat(TextLength.sms("")).isEqualTo(septets(0));
    }

    @Test
    void longerTextIsCutIntoPartsOf153SeptetsOr67WideCharacters() {
        assertThat(TextLength.sms("a".repeat(161)).parts()).isEqualTo(2);
        assertThat(TextLength.sms("a".repeat(306)).parts()).isEqualTo(2);
        assertThat(TextLength.sms("a".repeat(307)).parts()).isEqualTo(3);
        assertThat(TextLength.sms("王".repeat(71)).parts()).isEqualTo(2);
        assertThat(TextLength.sms("王".repeat(134)).parts()).isEqualTo(2);
        assertThat(TextLength.sms("王".repeat(135)).parts()).isEqualTo(3);
    }

    @Test
    void whatTakesTwoUnitsIsNeverCutInHalf() {
        // 152 septets and then a character of two: it begins the next part.
        String euro = "a".repeat(152) + "€" + "a".repeat(152);
        assertThat(TextLength.sms(euro)).isEqualTo(new TextLength(GSM7, 306, 3, 160));
        String face = "王".repeat(66) + "😀" + "王".repeat(66);
        assertThat(TextLength.sms(face)).isEqualTo(new TextLength(UCS2, 134, 3, 70));
    }

    @Test
    void otherChannelsCountBytesAndSayWhatIsCutOff() {
        assertThat(TextLength.of(Asset.Kind.PUSH_TEMPLATE, "王".repeat(1365)))
                .isEqualTo(new TextLength(UTF8, 4095, 1, 4096));
        assertThat(TextLength.of(Asset.Kind.PUSH_TEMPLATE, "王".repeat(1366)).fits()).isFalse();
        assertThat(TextLength.of(Asset.Kind.MESSAGE_TEMPLATE, "a".repeat(2048)).fits()).isTrue();
        assertThat(TextLength.of(Asset.Kind.MESSAGE_TEMPLATE, "a".repeat(2049)).fits()).isFalse();
        assertThat(TextLength.of(Asset.Kind.MAIL_TEMPLATE, "a".repeat(102_401)).fits()).isFalse();
    }

    private static TextLength septets(int units) {
        return new TextLength(GSM7, units, 1, 160);
    }

    private static TextLength wide(int units) {
        return new TextLength(UCS2, units, 1, 70);
    }
}
