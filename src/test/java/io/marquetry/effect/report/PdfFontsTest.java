package io.marquetry.effect.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.stream.Collectors;

/** What is told apart on the screen stays so on paper. */
class PdfFontsTest {

    @ParameterizedTest
    @CsvSource({
        "VIP 王芳, VIP 王芳",
        "Zoë Straße, Zoë Straße",
        "A😀, A[U+1F600]",
        "A😁, A[U+1F601]",
        "\uE000x, [U+E000]x"
    })
    void letterWithoutAFontIsToldByItsCodePoint(String text, String shown) throws IOException {
        try (PDDocument document = new PDDocument();
                PdfFonts fonts = new PdfFonts(document)) {
            String written =
                    fonts.runs(text, false).stream()
                            .map(PdfFonts.Run::text)
                            .collect(Collectors.joining());
            assertThat(written).isEqualTo(shown);
        }
    }
}
