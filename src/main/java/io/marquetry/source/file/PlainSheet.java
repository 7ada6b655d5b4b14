package io.marquetry.source.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A spreadsheet of one sheet whose cells are all texts, in Excel's format (ECMA-376, part 1, 18.3).
 * A text cell is never run as a formula. The same rows make the same bytes.
 */
public final class PlainSheet {

    /** The longest text of a cell, as Excel takes it. */
    public static final int LONGEST_CELL = 32_767;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES =
            "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String KIND =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** One font, one fill, one border, one format: programs insist on them. */
    private static final String STYLES =
            "<styleSheet xmlns=\""
                    + MAIN
                    + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                    + "<borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                    + "<cellXfs count=\"1\"><xf/></cellXfs></styleSheet>";

    private PlainSheet() {}

    /**
     * Returns the content of a file.
     *
     * @param rows the first names the columns
     */
    public static byte[] of(List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\""
                            + TYPES
                            + "\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + override("/xl/workbook.xml", "sheet.main+xml")
                            + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
                            + override("/xl/styles.xml", "styles+xml")
                            + "</Types>");
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\""
                            + MAIN
                            + "\" xmlns:r=\""
                            + OFFICE
                            + "\"><sheets><sheet name=\"tags\" sheetId=\"1\" r:id=\"r1\"/>"
                            + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(zip, "xl/styles.xml", STYLES);
            part(zip, "xl/worksheets/sheet1.xml", sheet(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String override(String name, String kind) {
        return "<Override PartName=\"" + name + "\" ContentType=\"" + KIND + kind + "\"/>";
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\""
                + RELATIONS
                + "\"><Relationship Id=\"r1\" Type=\""
                + OFFICE
                + "/"
                + type
                + "\" Target=\""
                + target
                + "\"/></Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sheet(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            List<String> cells = rows.get(r);
            for (int c = 0; c < cells.size(); c++) {
                if (!cells.get(c).isEmpty()) {
                    xml.append("<c r=\"").append(column(c)).append(r + 1);
                    xml.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    escape(xml, cells.get(c));
                    xml.append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String column(int number) {
        String name = "";
        for (int n = number; n >= 0; n = n / 26 - 1) {
            name = (char) ('A' + n % 26) + name;
        }
        return name;
    }

    private static void escape(StringBuilder xml, String text) {
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> xml.append("&amp;");
                                case '<' -> xml.append("&lt;");
                                case '>' -> xml.append("&gt;");
                                default -> {
                                    if (c == '\t'
                                            || c == '\n'
                                            || c >= ' ' && c < 0xFFFE
                                            || c > 0xFFFF) {
                                        xml.appendCodePoint(c);
                                    }
                                }
                            }
                        });
    }
}
