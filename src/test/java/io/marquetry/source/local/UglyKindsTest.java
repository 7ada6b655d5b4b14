package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DateOrder;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.TableFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files as people bring them: each kind of ugliness is read right, or asked about, never guessed.
 */
class UglyKindsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Müller, Köln, windows-1252",
        "windows-1252, José, Besançon, windows-1252",
        "windows-1251, Анна Петрова, Санкт-Петербург, windows-1251",
        "GB18030, 王芳, 呼和浩特, GB18030",
        "Big5, 陳美惠, 臺北, Big5",
        "windows-31j, 佐藤さくら, 東京, Shift_JIS",
        "x-windows-949, 김민준, 서울, EUC-KR"
    })
    void encodingIsTheOneThatMakesTextOfTheBytes(
            String charset, String name, String city, String label) throws IOException {
        String rows = "id;name;ort\r\n" + ("K1;" + name + ";" + city + "\r\n").repeat(3);
        Path file = Files.write(folder.resolve("k.csv"), rows.getBytes(Charset.forName(charset)));
        TableFile read = FileReading.AS_FOUND.look(file);
        assertThat(read.sample(9).rows().getFirst().cells()).containsExactly("K1", name, city);
        assertThat(read.notes().getFirst().args().getFirst()).isEqualTo(label);
        assertThat(read.notes())
                .extracting(Problem::key)
                .contains("problem.reading.guessedEncoding");
    }

    @Test
    void separatorLineNamesTheDelimiterAndIsNoRow() throws IOException {
        assertThat(names("sep=;\nid;a,b\n1;2\n")).containsExactly("id", "a,b");
        assertThat(names("sep=|\r\nid|n\r\n1|2\r\n")).containsExactly("id", "n");
    }

    @Test
    void tableBeginsBelowItsTitleAndEndsAboveItsTotal() throws IOException {
        ImportInspection found =
                inspect(
                        "Report,,\nMay 2024,,\n,,\nid,city,spend\nC1,Graz,10\nC2,Linz,20\nTotal,,30\n");
        assertThat(names(found)).containsExactly("id", "city", "spend");
        assertThat(found.rows() - found.lost()).isEqualTo(2);
        ImportInspection bank =
                inspect(
                        "Account;AT12\nOwner;Ann\n\nday;text;amount;saldo\n2024-01-01;a;1;1\n2024-01-02;b;2;3\n2024-01-03;c;2;5\n\nEnd of statement\n");
        assertThat(names(bank)).containsExactly("day", "text", "amount", "saldo");
        assertThat(bank.rows() - bank.lost()).isEqualTo(3);
    }

    @Test
    void rowsOfDelimitersAreNoneAndShortOnesAreFilledAndCounted() throws IOException {
        ImportInspection found = inspect("id,city,spend,,\nC1,Graz,10,,\nC2\n,,,,\n");
        assertThat(found.rows()).isEqualTo(2);
        assertThat(found.lost()).isZero();
        assertThat(found.notes()).contains(Problem.of("problem.reading.short", 1L, 5, 3L));
        assertThat(found.columns().get(3).isNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No,Name,City\n1,Ann,Graz\n2,Ben,Linz\n",
                "customer,2022,2023,2024\nC1,10,20,30\nC2,5,,7\n",
                "true,5\nyes,1\nno,2\n",
                "Ann,Graz\nBen,Linz\nEve,Graz\n"
            })
    void firstRowIsNamesUnlessItIsLikeTheOthersColumnByColumn(String text) throws IOException {
        ImportInspection found = inspect(text);
        boolean header = !text.startsWith("true") && !text.startsWith("Ann");
        assertThat(found.rows()).isEqualTo(text.lines().count() - (header ? 1 : 0));
    }

    @Test
    void drawnLinesAndWhatClosesATextAreNoRows() throws IOException {
        ImportInspection console =
                inspect(
                        " id | city | n \n----+------+---\n A | Graz | 1\n B | Wien | 2\n(2 rows)\n");
        assertThat(names(console)).containsExactly("id", "city", "n");
        assertThat(console.rows() - console.lost()).isEqualTo(2);
        assertThat(console.columns().get(2).type()).isEqualTo(AttributeType.INTEGER);
        ImportInspection boxed =
                inspect(
                        "+----+------+\n| id | city |\n+----+------+\n| A | Graz |\n| B | Wien |\n+----+------+\n");
        assertThat(names(boxed)).contains("id", "city");
        assertThat(boxed.rows() - boxed.lost()).isEqualTo(2);
        ImportInspection old = inspect("id,city\r\nA,Graz\r\nB,Wien\r\n\u001A");
        assertThat(old.rows()).isEqualTo(2);
        ImportInspection told = inspect("# by X\nid,city\nA,Graz\nB,Wien\n# end of file\n");
        assertThat(told.rows() - told.lost()).isEqualTo(2);
        ImportInspection query = inspect("id,city\nA,Graz\nB,Wien\n\n2 rows selected.\n");
        assertThat(query.rows() - query.lost()).isEqualTo(2);
        ImportInspection all =
                inspect("id,city,n\nA,Graz,1\nB,Wien,2\nGrand Total (all shops),,3\n");
        assertThat(all.rows() - all.lost()).isEqualTo(2);
        assertThat(
                        names(
                                "┌────┬──────┐\n│ id │ city │\n├────┼──────┤\n│ A │ Graz │\n└────┴──────┘\n"))
                .contains("id", "city");
        // A dash alone is a value that somebody wrote.
        assertThat(inspect("id,city\nA,Graz\n-,-\n").rows()).isEqualTo(2);
    }

    @Test
    void linesQuotedAsAWholeAreAskedAbout() throws IOException {
        String text = "\"id,city,n\"\n\"A,Graz,1\"\n\"B,Wien,2\"\n";
        assertThatThrownBy(() -> inspect(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("problem.import.quotedLines");
        // One column of names that happen to hold a comma is one column.
        assertThat(names(inspect("\"name\"\n\"Lee, Ann\"\n\"Fox, Ben\"\n")))
                .containsExactly("name");
    }

    @Test
    void timesInChineseWordsAreTimes() throws IOException {
        ImportInspection found = inspect("id,at\nA,2024年1月5日 9时05分\nB,2024年1月6日 下午2点30分15秒\n");
        assertThat(found.columns().get(1).type()).isEqualTo(AttributeType.DATETIME);
    }

    @Test
    void offsetsOfSummerAndWinterAreOneZoneInOneColumn() throws IOException {
        ImportInspection found =
                inspect(
                        "id,at\nA,2024-03-30T23:30:00+01:00\nB,2024-03-31 23:30:00 +0200\nC,2024-03-31T21:30:00Z\n");
        assertThat(found.columns().get(1).type()).isEqualTo(AttributeType.DATETIME);
        assertThat(found.columns().get(1).zoned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUSTNO  NAME        CITY      SPEND\nC00001  Ann Lee     Graz       12.50\nC00002  Bob         New York  112.00\nC00003  Cy Twombly  Wien        3.10\n",
                "0000123420240105GRAZ      0001250\n0000123520240106WIEN      0000310\n0000123620240107LINZ      0099999\n"
            })
    void widthsAloneTellNoColumns(String text) {
        assertThatThrownBy(() -> inspect(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("problem.import.fixedWidth");
    }

    @Test
    void repeatedNamesAreRenamedAndRepeatedHeadersAreNoRows() throws IOException {
        ImportInspection found = inspect("id,Email,Email\n1,a,b\nid,Email,Email\n2,c,d\n");
        assertThat(names(found)).containsExactly("id", "Email", "Email_2");
        assertThat(found.notes())
                .contains(Problem.of("problem.reading.renamed", 3, "Email", "Email_2"));
        assertThat(found.lost()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.234,50;80,00 | DECIMAL
                    1,234.50;80.00 | DECIMAL
                    1'234.50;7     | DECIMAL
                    1 234,5;2      | DECIMAL
                    12,34,567.5;1,00,000.25 | DECIMAL
                    12,34,567;1,00,000 | INTEGER
                    1,23;4,56,7    | TEXT
                    € 12,50;€ 3,00 | DECIMAL
                    12.50 USD;3 USD | DECIMAL
                    15 %;7,5 %     | DECIMAL
                    (12.50);3.00   | DECIMAL
                    １２３;45       | INTEGER
                    1.234;2.345    | TEXT
                    1,234;2,345    | TEXT
                    € 5,00;$ 5.00  | TEXT
                    007;8          | TEXT
                    """)
    void numbersAreReadInTheOneFormThatFits(String cells, AttributeType type) throws IOException {
        List<String> two = List.of(cells.strip().split(";", -1));
        ImportInspection found =
                inspect("id\tn\na\t" + two.get(0).strip() + "\nb\t" + two.get(1).strip() + "\n");
        assertThat(found.columns().get(1).type()).as(cells).isEqualTo(type);
    }

    @Test
    void anotherColumnProvesTheDecimalMark() throws IOException {
        ImportInspection found = inspect("id;a;b\nx;1.234;1,5\ny;2.345;2,25\n");
        assertThat(found.columns().get(1).type()).isEqualTo(AttributeType.INTEGER);
        assertThat(found.columns().get(1).values()).containsExactly("1.234", "2.345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2024/1/5 9:30;2024/1/6 10:00            | DATETIME
                    2/17/2022 9:50;2/18/2022 2:18:25 PM     | DATETIME
                    5 Jan 2024;February 6, 2024             | DATE
                    05-Jan-2024;06-Feb-2024                 | DATE
                    2024年1月5日;2024年1月6日 下午2:30        | DATETIME
                    ２０２４-０１-０５;2024-01-06             | DATE
                    2023-09-26T04:21:10+08:00;2023-09-26T23:30:00Z | DATETIME
                    2023-09-26T04:21:10;2023-09-26T23:30:00Z | TEXT
                    01/02/2024;03/04/2024                   | TEXT
                    5/1/24;6/1/24                           | TEXT
                    """)
    void daysAndTimesAreReadInTheOneFormThatFits(String cells, AttributeType type)
            throws IOException {
        List<String> two = List.of(cells.strip().split(";", -1));
        ImportInspection found = inspect("id\tn\na\t" + two.get(0) + "\nb\t" + two.get(1) + "\n");
        assertThat(found.columns().get(1).type()).as(cells).isEqualTo(type);
    }

    @Test
    void daysOnRequestSayWhatTheyCountFrom() throws IOException {
        assertThat(read("42766", new DateForm(DateOrder.EXCEL_DAYS, Optional.empty())))
                .isEqualTo(LocalDate.of(2017, 1, 31));
        assertThat(
                        read(
                                "36",
                                new DateForm(
                                        DateOrder.HOURS_SINCE,
                                        Optional.of(LocalDate.of(2018, 1, 1)))))
                .isEqualTo(LocalDate.of(2018, 1, 2).atTime(12, 0));
        DateForm born =
                new DateForm(DateOrder.DAY_FIRST_SHORT, Optional.of(LocalDate.of(1930, 1, 1)));
        assertThat(read("31/01/45", born)).isEqualTo(LocalDate.of(1945, 1, 31));
        assertThat(read("31/01/45", DateForm.of(DateOrder.DAY_FIRST_SHORT)))
                .isEqualTo(LocalDate.of(2045, 1, 31));
    }

    @Test
    void invisibleCharactersCountNowhere() throws IOException {
        ImportInspection found =
                inspect(
                        "\u200Bid,city\u00A0,spend\nC1\u00A0,\u200BGraz,120\u00A0\nC2,Graz\u3000,80\nC3,\u00A0,\t\n");
        assertThat(names(found)).containsExactly("id", "city", "spend");
        assertThat(found.columns().get(1).values()).containsExactly("Graz");
        assertThat(found.columns().get(1).missing()).isEqualTo(1);
        assertThat(found.columns().get(2).type()).isEqualTo(AttributeType.INTEGER);
        assertThat(inspect("id,n\nJose\u0301,1\nJos\u00E9,2\n").columns().getFirst().values())
                .containsExactly("Jos\u00E9");
    }

    @Test
    void strayQuoteCostsItsRowOnly() throws IOException {
        ImportInspection found =
                inspect(
                        "id,nick,n\n1,Ann,1\n2,\"Bob,2\n3,Cy,3\n4,\"Di\" x,4\n5,\"E, f\",5\n6,\"two\nlines\",6\n");
        assertThat(found.rows()).isEqualTo(6);
        assertThat(found.lost()).isEqualTo(2);
        assertThat(found.columns().get(1).values())
                .containsExactly("Ann", "Cy", "E, f", "two\nlines");
    }

    @Test
    void strayQuotesDoNotSwallowTheRowsBetweenThem() throws IOException {
        ImportInspection found =
                inspect("id,nick,n\n1,Ann,1\n2,\"Bob,2\n3,Cy,3\n4,Di\",4\n5,Eve,5\n");
        assertThat(found.columns().getFirst().values()).contains("1", "3", "5");
        assertThat(found.lost()).isEqualTo(1);
    }

    @Test
    void zeroCharacterCostsItsRowOnly() throws IOException {
        ImportInspection found = inspect("id,city\nC1,Gr\0az\nC2,Linz\n");
        assertThat(found.rows()).isEqualTo(2);
        assertThat(found.lostFor().getFirst().args().get(1))
                .isEqualTo(Problem.of("problem.row.zero"));
        assertThat(inspect("id,city\nC1,Graz\nC2,Linz\n\0\0\0\0\0\0\0\0").lost()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "^", "~", "，", "；", "|", "\t"})
    void everyDelimiterIsFound(String delimiter) throws IOException {
        String text = "id,city,n\nC1,Graz,1\nC2,\\N,2\n".replace(",", delimiter);
        assertThat(names(text)).containsExactly("id", "city", "n");
    }

    @Test
    void fixedWidthIsRefusedAsSuch() {
        assertThatThrownBy(
                        () ->
                                inspect(
                                        "id    city      spend\nC1    Graz         10\nC2    Linz        120\nC3    Wien          7\n"))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().key())
                .isEqualTo("problem.import.fixedWidth");
    }

    @Test
    void textOfJsonIsTextUntilTheInferenceHasSeenIt() throws IOException {
        ImportInspection found =
                inspectAs(
                        "x.jsonl",
                        """
                        \uFEFF{"id":123456789012345678901,"d":"03-04-2024","u":"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11","s":12,"o":{"offer id":"x"},"l":[1]}
                        {"id":123456789012345678902,"d":"05-06-2024","s":"n/a","o":{"offer id":"y"}}
                        [1]
                        null
                        """);
        assertThat(names(found)).containsExactly("id", "d", "u", "s", "o.offer id");
        assertThat(found.columns().getFirst().values())
                .containsExactly("123456789012345678901", "123456789012345678902");
        assertThat(found.columns().get(1).type()).isEqualTo(AttributeType.TEXT);
        assertThat(found.columns().get(2).values())
                .containsExactly("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11");
        assertThat(found.columns().get(3).values()).containsExactly("12", "n/a");
        assertThat(found.lost()).isEqualTo(2);
        assertThat(found.leftOut()).containsExactly("l (JSON[] × 1)");
        ImportInspection list =
                inspectAs("x.json", "[{\"id\":\"a\",\"n\":1},\n {\"id\":\"b\",\"n\":2.5}]");
        assertThat(list.rows()).isEqualTo(2);
        assertThat(list.columns().get(1).type()).isEqualTo(AttributeType.DECIMAL);
    }

    @Test
    void sparseAndWideJsonKeepsItsColumns() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            rows.append("{\"id\":").append(i);
            for (int c = 0; c < 300; c++) {
                rows.append(i == 0 || c == i ? ",\"c" + c + "\":" + c : "");
            }
            rows.append("}\n");
        }
        assertThat(inspectAs("wide.jsonl", rows.toString()).columns()).hasSize(301);
    }

    @Test
    void correctionsThatCannotTakeEffectAreErrors() throws IOException {
        assertThatThrownBy(() -> columns("id,d\n1,01/02/2024\n", "d", AttributeType.DATE, null))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(
                        () ->
                                columns(
                                        "id,d\n1,x\n",
                                        "d",
                                        AttributeType.TEXT,
                                        DateForm.of(DateOrder.DAY_FIRST)))
                .isInstanceOf(ProblemException.class);
        assertThat(
                        columns("id,d\n1,20240131\n", "d", null, DateForm.of(DateOrder.COMPACT))
                                .get(1)
                                .type())
                .isEqualTo(AttributeType.DATE);
    }

    @Test
    void whyAColumnIsTextNamesTheCellsThatKeepItSo() throws IOException {
        InspectedColumn age = inspect("id,age\na,34\nb,N/A\nc,51\n").columns().get(1);
        assertThat(age.why())
                .contains(Problem.of("problem.reading.notNumber", "age", 2L, 3L, "3: N/A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.234,50;-;3,25     | 2 | -
                    n/a;¥ 12;¥ 13,5     | 2 | n/a
                    #N/A;USD 7.50;USD 8 | 2 | #N/A
                    NULL;15 %;-         | 1 | NULL
                    """)
    void moneyBesideAWordForMissingIsTextThatSaysWhy(String cells, long numbers, String word)
            throws IOException {
        List<String> three = List.of(cells.strip().split(";", -1));
        ImportInspection found = inspect("id\tn\na\t%s\nb\t%s\nc\t%s\n".formatted(three.toArray()));
        InspectedColumn column = found.columns().get(1);
        assertThat(column.type()).isEqualTo(AttributeType.TEXT);
        assertThat(column.why().orElseThrow().args().get(1)).isEqualTo(numbers);
        assertThat(column.odd()).contains(word);
    }

    private List<ImportColumn> columns(
            String text, String column, AttributeType type, DateForm dates) throws IOException {
        ColumnReadings readings =
                new ColumnReadings(
                        Map.of(
                                column,
                                ColumnReading.of(
                                        Optional.ofNullable(type),
                                        Optional.ofNullable(dates),
                                        Optional.empty(),
                                        Set.of())));
        TableFile file = FileReading.AS_FOUND.look(write("c.csv", text));
        ImportInspection found =
                file.inspect(readings::of, ImportListener.none(), new CancelSignal());
        return readings.columns(found, ZoneId.of("UTC"));
    }

    private static Object read(String cell, DateForm form) {
        boolean days = form.order() != DateOrder.HOURS_SINCE;
        return ImportColumn.of("d", days ? AttributeType.DATE : AttributeType.DATETIME)
                .withDates(form)
                .parser()
                .parse(cell);
    }

    private List<String> names(String text) throws IOException {
        return FileReading.AS_FOUND.look(write("n.csv", text)).sample(9).names();
    }

    private static List<String> names(ImportInspection found) {
        return found.columns().stream().map(InspectedColumn::name).toList();
    }

    private ImportInspection inspect(String text) throws IOException {
        return inspectAs("x.csv", text);
    }

    private ImportInspection inspectAs(String name, String text) throws IOException {
        return Importing.inspect(FileReading.AS_FOUND.look(write(name, text)));
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
