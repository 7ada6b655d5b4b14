package io.marquetry.source.local;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the least that is a spreadsheet: days are numbers that only their format tells. */
public final class SheetFile {

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES =
            "http://schemas.openxmlformats.org/package/2006/content-types";

    private SheetFile() {}

    /** Writes rows of texts, numbers, truths, days and times; null is an empty cell. */
    public static Path write(Path file, List<? extends List<?>> rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            part(
                    zip,
                    out,
                    "[Content_Types].xml",
                    "<Types xmlns='%s'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/><Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/></Types>"
                            .formatted(TYPES));
            part(zip, out, "_rels/.rels", relation("officeDocument", "xl/workbook.xml", 1));
            part(
                    zip,
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='Sheet1' sheetId='1' r:id='rId1'/></sheets></workbook>"
                            .formatted(MAIN, OFFICE));
            part(
                    zip,
                    out,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='%s'><Relationship Id='rId1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='%s/styles' Target='styles.xml'/></Relationships>"
                            .formatted(PACKAGE, OFFICE, OFFICE));
            part(
                    zip,
                    out,
                    "xl/styles.xml",
                    "<styleSheet xmlns='%s'><fonts count='1'><font/></fonts><fills count='1'><fill/></fills><borders count='1'><border/></borders><cellStyleXfs count='1'><xf/></cellStyleXfs><cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='14' applyNumberFormat='1'/><xf numFmtId='22' applyNumberFormat='1'/></cellXfs></styleSheet>"
                            .formatted(MAIN));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            out.write("<worksheet xmlns='%s'><sheetData>".formatted(MAIN));
            for (int r = 0; r < rows.size(); r++) {
                row(out, r + 1, rows.get(r));
            }
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
        return file;
    }

    private static String relation(String type, String target, int id) {
        return "<Relationships xmlns='%s'><Relationship Id='rId%d' Type='%s/%s' Target='%s'/></Relationships>"
                .formatted(PACKAGE, id, OFFICE, type, target);
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String text)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write("<?xml version='1.0' encoding='UTF-8'?>" + text);
        out.flush();
        zip.closeEntry();
    }

    private static void row(Writer out, int number, List<?> cells) throws IOException {
        out.write("<row r='" + number + "'>");
        for (int c = 0; c < cells.size(); c++) {
            Object value = cells.get(c);
            if (value != null && !value.equals("")) {
                String at = column(c) + number;
                out.write(cell(at, value));
            }
        }
        out.write("</row>");
    }

    private static String cell(String at, Object value) {
        return switch (value) {
            case Boolean truth -> "<c r='" + at + "' t='b'><v>" + (truth ? 1 : 0) + "</v></c>";
            case BigDecimal number -> "<c r='" + at + "'><v>" + number.toPlainString() + "</v></c>";
            case Number number -> "<c r='" + at + "'><v>" + number + "</v></c>";
            case LocalDate day -> "<c r='" + at + "' s='1'><v>" + days(day) + "</v></c>";
            case LocalDateTime time ->
                    "<c r='" + at + "' s='2'><v>" + moment(time).toPlainString() + "</v></c>";
            default ->
                    "<c r='"
                            + at
                            + "' t='inlineStr'><is><t xml:space='preserve'>"
                            + escaped(value.toString())
                            + "</t></is></c>";
        };
    }

    private static long days(LocalDate day) {
        return ChronoUnit.DAYS.between(EPOCH, day);
    }

    private static BigDecimal moment(LocalDateTime time) {
        BigDecimal millis = BigDecimal.valueOf(time.toLocalTime().toNanoOfDay() / 1_000_000);
        return BigDecimal.valueOf(days(time.toLocalDate()))
                .add(millis.divide(BigDecimal.valueOf(86_400_000), 11, RoundingMode.HALF_UP));
    }

    private static String column(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : column(index / 26 - 1) + last;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
