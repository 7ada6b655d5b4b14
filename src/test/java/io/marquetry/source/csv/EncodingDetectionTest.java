package io.marquetry.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The same customers are read from every encoding, and two encodings in one file are refused. */
class EncodingDetectionTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CUSTOMERS =
            "编号,姓名,性别,城市\n1,王芳,女,北京\n2,李雷,男,上海\n3,\"赵, 敏\",女,呼和浩特\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, UTF_8",
        "UTF-8, true, UTF_8",
        "GB18030, false, GB18030",
        "GB18030, true, GB18030",
        "UTF-16LE, false, UTF_16LE",
        "UTF-16LE, true, UTF_16LE",
        "UTF-16BE, false, UTF_16BE",
        "UTF-16BE, true, UTF_16BE"
    })
    void everyEncodingReadsAlike(String charset, boolean mark, CsvEncoding expected)
            throws IOException {
        CsvInput input = input(((mark ? "\uFEFF" : "") + CUSTOMERS).getBytes(charset));

        CsvFormat format = CsvDetection.detect(input);

        assertThat(format).isEqualTo(new CsvFormat(expected, ',', '"', true));
        CsvSample sample = CsvSample.read(input, format, 10);
        assertThat(sample.names()).containsExactly("编号", "姓名", "性别", "城市");
        assertThat(sample.rows()).extracting(CsvRow::line).containsExactly(2L, 3L, 4L);
        assertThat(sample.rows().get(2).cells()).containsExactly("3", "赵, 敏", "女", "呼和浩特");
    }

    @Test
    void singleCharactersOfGb18030AreNotTakenForUtf8() throws IOException {
        // 女 in GB18030 is also a letter in UTF-8; only 男 tells.
        String genders = "id,g\n" + "1,女\n".repeat(500) + "2,男\n";
        CsvFormat format = CsvDetection.detect(input(genders.getBytes(GB18030)));
        assertThat(format.encoding()).isEqualTo(CsvEncoding.GB18030);
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(CUSTOMERS.getBytes(StandardCharsets.UTF_8));
        }
        CsvInput input = input(packed.toByteArray());
        assertThat(CsvSample.read(input, CsvDetection.detect(input), 10).rows()).hasSize(3);
    }

    @Test
    void aLineOfAnotherEncodingIsSetAsideAndTheOthersLive() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write(CUSTOMERS.getBytes(StandardCharsets.UTF_8));
        mixed.write("4,韩梅梅,女,广州\n".getBytes(GB18030));
        mixed.write("5,王芳,女,广州\n".getBytes(StandardCharsets.UTF_8));
        CsvInput input = input(mixed.toByteArray());

        CsvSample sample = CsvSample.read(input, CsvDetection.detect(input), 10);

        assertThat(sample.problem()).isEmpty();
        assertThat(sample.rows().get(3).line()).isEqualTo(5);
        assertThat(sample.rows().get(3).problem())
                .contains(Problem.of("problem.row.encoding", "UTF-8"));
        assertThat(sample.rows().get(4).cells()).containsExactly("5", "王芳", "女", "广州");
    }

    @Test
    void aBadByteFarIntoALargeFileCostsItsRow() throws IOException {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.write("id,name\r\n".getBytes(StandardCharsets.UTF_8));
        large.write("1,李雷\r\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        large.write(new byte[] {'2', ',', (byte) 0xC3});
        CsvInput input = input(large.toByteArray());
        try (TableRows rows = CsvRows.open(input, CsvDetection.detect(input))) {
            CsvRow last = null;
            int sound = 0;
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                last = row.get();
                sound += last.problem().isEmpty() ? 1 : 0;
            }
            assertThat(sound).isEqualTo(200_000);
            assertThat(last).isNotNull();
            assertThat(last.line()).isEqualTo(200_002);
            assertThat(last.problem()).contains(Problem.of("problem.row.encoding", "UTF-8"));
        }
    }

    private CsvInput input(byte[] bytes) throws IOException {
        return CsvInput.file(Files.write(folder.resolve("customers.csv"), bytes));
    }
}
