package io.marquetry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.base.SpreadsheetText;
import io.marquetry.base.Texts;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.channel.FileDropChannel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.effect.chart.drawing.ChartNumbers;
import io.marquetry.effect.chart.drawing.CsvText;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.dictionary.DictionaryFile;
import io.marquetry.source.local.rejected.IncomingFolder;
import io.marquetry.source.local.rejected.RejectedRow;
import io.marquetry.source.local.rejected.RejectedRows;
import io.marquetry.source.local.rejected.RejectedRowsLog;
import io.marquetry.store.Examples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No file of separated values that the program writes for people holds a cell that a spreadsheet
 * runs, and each of its texts can be read back. Every such file is walked here with the same texts.
 */
class FormulaCellsTest {

    /** What spreadsheets run, what only looks alike, and what quoting has to carry. */
    private static final List<String> PLANTED =
            List.of(
                    "=HYPERLINK(\"http://x\",\"y\")",
                    "+1+1",
                    "-2+3",
                    "@SUM(A1:A9)",
                    "\t=1",
                    " =1",
                    "\u3000@x",
                    "\r=1",
                    "\n=1",
                    "＝1+1",
                    "＋1",
                    "－1",
                    "＠SUM(A1)",
                    "'=1",
                    "''@x",
                    "'quoted'",
                    "'",
                    "a,b;c",
                    "\"=1\",=2",
                    "first\r\n=second",
                    "金卡",
                    "a=b");

    private static final List<Character> RUN =
            List.of('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @TempDir private Path folder;

    @Test
    void numbersOfChartsHoldNone() throws IOException {
        List<List<ChartNumbers.Cell>> rows = new ArrayList<>();
        rows.add(PLANTED.stream().map(text -> (ChartNumbers.Cell) words(text)).toList());
        Path file = folder.resolve("chart.csv");
        Files.write(file, CsvText.of(new ChartNumbers(PLANTED, rows)));

        List<List<String>> cells = cells(file);
        assertThat(cells).hasSize(2).allSatisfy(FormulaCellsTest::isHarmless);
        assertThat(cells).allSatisfy(row -> assertThat(meant(row)).isEqualTo(PLANTED));
    }

    /** A number below zero is a number, not a formula. */
    @Test
    void numbersStayNumbers() {
        ChartNumbers.Cell loss = new ChartNumbers.Number(Optional.of(new BigDecimal("-5")));
        assertThat(CsvText.of(new ChartNumbers(List.of("value"), List.of(List.of(loss)))))
                .isEqualTo("\uFEFFvalue\r\n-5\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tablesOfTagsHoldNone() throws IOException {
        List<GovernedTag> tags = new ArrayList<>();
        for (String text : PLANTED) {
            GovernedTag tag =
                    new GovernedTag(
                            Examples.audienceTag("user_level_p" + tags.size()),
                            kept(text),
                            Revision.NONE);
            tags.add(tag);
        }
        Path file = folder.resolve("tags.csv");
        DictionaryFile.write(file, tags);

        List<List<String>> cells = cells(file);
        assertThat(cells).hasSize(PLANTED.size() + 1).allSatisfy(FormulaCellsTest::isHarmless);
        for (int i = 0; i < PLANTED.size(); i++) {
            assertThat(meant(cells.get(i + 1))).contains(PLANTED.get(i));
        }
    }

    @Test
    void rowsThatWereNotTakenHoldNone() throws IOException {
        IncomingFolder incoming = IncomingFolder.in(folder);
        RejectedRowsLog log = new RejectedRowsLog(folder.resolve("rejected"));
        for (String text : PLANTED) {
            log.add(new RejectedRow(text, 2, Problem.of("problem.row.integer", text, text), text));
        }
        Path file = folder.resolve("rejected.csv");
        try (RejectedRows rows = new RejectedRows(log, incoming)) {
            rows.saveTo(file, ENGLISH);
        }

        List<List<String>> cells = cells(file);
        assertThat(cells).hasSize(PLANTED.size() + 1).allSatisfy(FormulaCellsTest::isHarmless);
        for (int i = 0; i < PLANTED.size(); i++) {
            List<String> row = meant(cells.get(i + 1));
            assertThat(row.getFirst()).isEqualTo(PLANTED.get(i));
            assertThat(row.getLast()).isEqualTo(PLANTED.get(i));
        }
    }

    /** Texts of messages are one line each there. */
    @Test
    void messagesInAFolderHoldNone() throws IOException {
        Path drop = folder.resolve("drop");
        try (FileDropChannel channel = new FileDropChannel(drop, new DispatchId(1))) {
            for (int i = 0; i < PLANTED.size(); i++) {
                channel.send(new Message("%032x".formatted(i), PLANTED.get(i), PLANTED.get(i)));
            }
            channel.settle();
        }
        try (Stream<Path> files = Files.list(drop)) {
            List<List<String>> cells = cells(files.findFirst().orElseThrow());
            assertThat(cells).hasSize(PLANTED.size() + 1).allSatisfy(FormulaCellsTest::isHarmless);
            for (int i = 0; i < PLANTED.size(); i++) {
                String line = PLANTED.get(i).replaceAll("\\R", " ");
                assertThat(meant(cells.get(i + 1)).subList(1, 3)).containsExactly(line, line);
            }
        }
    }

    /**
     * Recipients are for machines, that look people up by these keys: how many a spreadsheet would
     * run is told where they are written. All other files are walked above, because nothing else
     * writes separated values in a way of its own.
     */
    @Test
    void nothingElseWritesCells() {
        noClasses()
                .that()
                .haveNameNotMatching("io\\.marquetry\\.handoff\\.enclose\\.KeyRows.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.siegmar.fastcsv.writer..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.marquetry"));
    }

    private static ChartNumbers.Words words(String text) {
        return new ChartNumbers.Words(text);
    }

    private static Care kept(String reason) {
        return new Care(
                LifeState.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason),
                Optional.<LocalizedText>empty());
    }

    private static void isHarmless(List<String> row) {
        assertThat(row)
                .map(String::strip)
                .allMatch(cell -> cell.isEmpty() || !RUN.contains(cell.charAt(0)), "runs nothing");
    }

    private static List<String> meant(List<String> row) {
        return row.stream().map(SpreadsheetText::meant).toList();
    }

    private static List<List<String>> cells(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            return csv.stream().map(CsvRecord::getFields).toList();
        }
    }
}
