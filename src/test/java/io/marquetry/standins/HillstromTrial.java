package io.marquetry.standins;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands in for the randomised mail test that Kevin Hillstrom published in 2008 as the MineThatData
 * E-Mail Analytics and Data Mining Challenge, which may not be shipped.
 *
 * <p>Columns and spelling are the original's, and so are the counts, sums and sums of squares of
 * the tables below: every rate, interval and p-value by arm, and by arm and {@code newbie}, comes
 * out as from the original. Nothing else is: no row is the original's, and what a customer is like
 * beyond {@code newbie} says nothing about what a mail did.
 */
public final class HillstromTrial {

    private static final String HEADER =
            "recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,"
                    + "conversion,spend";

    /** By arm and {@code newbie}: rows, visits, conversions, cents spent and their squares. */
    private static final String MAILS =
            """
            Mens E-Mail   | 0 | 10621 | 2247 | 148 | 1607294 | 35151439252
            Mens E-Mail   | 1 | 10686 | 1647 | 119 | 1423875 | 32438805721
            No E-Mail     | 0 | 10611 | 1419 |  82 |  992500 | 21057722188
            No E-Mail     | 1 | 10695 |  843 |  40 |  398333 |  7642781433
            Womens E-Mail | 0 | 10624 | 1847 |  92 | 1114784 | 23654785782
            Womens E-Mail | 1 | 10763 | 1391 |  97 | 1189027 | 25459679981
            """;

    /**
     * Customers by {@code newbie}, recency of at most 3 months, channel Web, zip code Surburban:
     * for each history below 100, below 142.44, below 200 and above, those with mens 0 and 1.
     */
    private static final String CUSTOMERS =
            """
            0 | 0 | 0 | 0 | 1127 | 1144 | 306 | 323 | 382 | 410 | 1095 | 1580
            0 | 0 | 0 | 1 |  968 |  953 | 274 | 244 | 316 | 364 |  848 | 1243
            0 | 0 | 1 | 0 | 1171 | 1138 | 295 | 322 | 453 | 435 |  648 | 1001
            0 | 0 | 1 | 1 |  980 |  990 | 263 | 279 | 321 | 315 |  517 |  794
            0 | 1 | 0 | 0 |  409 |  434 | 130 | 159 | 193 | 151 |  670 | 1052
            0 | 1 | 0 | 1 |  343 |  333 | 100 |  87 | 153 | 149 |  538 |  858
            0 | 1 | 1 | 0 |  432 |  395 | 162 | 125 | 213 | 169 |  402 |  639
            0 | 1 | 1 | 1 |  319 |  345 | 124 | 134 | 154 | 150 |  329 |  506
            1 | 0 | 0 | 0 | 1122 | 1153 | 337 | 324 | 296 | 290 |  958 | 1659
            1 | 0 | 0 | 1 |  978 |  935 | 259 | 290 | 241 | 243 |  782 | 1290
            1 | 0 | 1 | 0 | 1154 | 1144 | 326 | 307 | 270 | 304 |  490 |  841
            1 | 0 | 1 | 1 |  964 | 1001 | 288 | 258 | 234 | 259 |  426 |  685
            1 | 1 | 0 | 0 |  417 |  461 | 147 | 160 | 147 | 156 |  927 | 1678
            1 | 1 | 0 | 1 |  339 |  339 | 133 | 116 | 126 | 111 |  702 | 1331
            1 | 1 | 1 | 0 |  406 |  409 | 111 | 146 | 129 | 140 |  432 |  818
            1 | 1 | 1 | 1 |  319 |  348 | 131 |  94 | 122 | 104 |  386 |  651
            """;

    private static final String BELOW_100 = "1) $0 - $100";
    private static final String BELOW_200 = "2) $100 - $200";

    /** Rows that repeat an earlier one in every column. */
    private static final int REPEATED = 6_562;

    private static final int RECENCY = 0;
    private static final int SEGMENT = 1;
    private static final int HISTORY = 2;
    private static final int MENS = 3;
    private static final int WOMENS = 4;
    private static final int ZIP = 5;
    private static final int NEWBIE = 6;
    private static final int CHANNEL = 7;
    private static final int ARM = 8;
    private static final int VISIT = 9;
    private static final int CONVERSION = 10;
    private static final int SPEND = 11;

    private final Deal deal = new Deal(2008);

    private HillstromTrial() {}

    /** Writes the file, with the original's name, and returns it. */
    public static Path writeTo(Path folder) {
        try {
            return Files.writeString(
                    Files.createDirectories(folder).resolve("hillstrom.csv"),
                    new HillstromTrial().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        List<String[]> rows = customers();
        sendMails(rows);
        Collections.shuffle(rows, deal.random());
        giveHistory(rows);
        StringBuilder text = new StringBuilder(HEADER);
        for (String[] row : rows) {
            row[SEGMENT] = row[SEGMENT].contains(",") ? '"' + row[SEGMENT] + '"' : row[SEGMENT];
            text.append("\r\n").append(String.join(",", row));
        }
        return text.toString();
    }

    private List<String[]> customers() {
        List<String[]> rows = new ArrayList<>();
        for (String[] cell : table(CUSTOMERS)) {
            for (int kind = 0; kind < 8; kind++) {
                for (int i = Integer.parseInt(cell[4 + kind]); i > 0; i--) {
                    String[] row = new String[12];
                    row[NEWBIE] = cell[0];
                    row[RECENCY] = cell[1].equals("1") ? "recent" : "earlier";
                    row[CHANNEL] = cell[2].equals("1") ? "Web" : "other";
                    row[ZIP] = cell[3].equals("1") ? "Surburban" : "other";
                    row[SEGMENT] = List.of(BELOW_100, BELOW_200, BELOW_200, "more").get(kind / 2);
                    row[HISTORY] = kind / 2 == 1 ? "less" : "more";
                    row[MENS] = Integer.toString(kind % 2);
                    row[WOMENS] = "1";
                    rows.add(row);
                }
            }
        }
        deal(rows, RECENCY, "recent", Map.of("1", 8952, "2", 7537, "3", 5904));
        deal(
                rows,
                RECENCY,
                "earlier",
                Map.of(
                        "4", 5077, "5", 4510, "6", 4605, "7", 4078, "8", 3495, "9", 6441, "10",
                        7565, "11", 3504, "12", 2332));
        deal(rows, CHANNEL, "other", Map.of("Phone", 28021, "Multichannel", 7762));
        deal(rows, ZIP, "other", Map.of("Urban", 25661, "Rural", 9563));
        deal.out(Deal.where(rows, MENS, "1"), WOMENS, Map.of("0", 28818, "1", 6448));
        deal(
                rows,
                SEGMENT,
                "more",
                Map.of(
                        "3) $200 - $350",
                        12289,
                        "4) $350 - $500",
                        6409,
                        "5) $500 - $750",
                        4911,
                        "6) $750 - $1,000",
                        1859,
                        "7) $1,000 +",
                        1308));
        return rows;
    }

    private void sendMails(List<String[]> rows) {
        List<String[]> mails = table(MAILS);
        for (String newbie : List.of("0", "1")) {
            deal.out(
                    Deal.where(rows, NEWBIE, newbie),
                    ARM,
                    mails.stream()
                            .filter(cell -> cell[1].equals(newbie))
                            .collect(toMap(cell -> cell[0], cell -> Integer.valueOf(cell[2]))));
        }
        for (String[] cell : mails) {
            List<String[]> sent =
                    new ArrayList<>(Deal.where(Deal.where(rows, ARM, cell[0]), NEWBIE, cell[1]));
            Collections.shuffle(sent, deal.random());
            int visits = Integer.parseInt(cell[3]);
            long[] spent =
                    Payments.of(
                            Integer.parseInt(cell[4]),
                            Long.parseLong(cell[5]),
                            Long.parseLong(cell[6]),
                            deal.random());
            for (int i = 0; i < sent.size(); i++) {
                String[] row = sent.get(i);
                row[VISIT] = i < visits ? "1" : "0";
                row[CONVERSION] = i < spent.length ? "1" : "0";
                row[SPEND] = i < spent.length ? Payments.words(spent[i]) : "0";
            }
        }
    }

    /** Gives what was spent before: the first rows repeat one another, all others differ. */
    private static void giveHistory(List<String[]> rows) {
        Map<List<String>, Integer> alike = new HashMap<>();
        int repeated = 0;
        for (String[] row : rows) {
            boolean less = row[HISTORY].equals("less");
            row[HISTORY] = "";
            List<String> key = List.of(row);
            int earlier = alike.merge(key, 1, Integer::sum) - 1;
            if (row[SEGMENT].equals(BELOW_100) && repeated < REPEATED) {
                row[HISTORY] = "29.99";
                repeated += earlier > 0 ? 1 : 0;
            } else {
                long[] range = range(row[SEGMENT], less);
                long width = range[1] - range[0] + 1;
                long step = Math.floorMod(key.hashCode() + 101L * earlier, width);
                row[HISTORY] = Payments.words(range[0] + step);
            }
        }
    }

    /** Returns the least and the largest amount of a segment, in cents. */
    private static long[] range(String segment, boolean less) {
        return switch (segment.charAt(0)) {
            case '1' -> new long[] {30_00, 99_99};
            case '2' -> less ? new long[] {100_00, 142_43} : new long[] {142_44, 199_98};
            case '3' -> new long[] {200_00, 349_96};
            case '4' -> new long[] {350_01, 499_95};
            case '5' -> new long[] {500_00, 749_79};
            case '6' -> new long[] {750_01, 999_75};
            default -> new long[] {1_000_15, 3_345_93};
        };
    }

    private void deal(List<String[]> rows, int column, String held, Map<String, Integer> counts) {
        deal.out(Deal.where(rows, column, held), column, counts);
    }

    private static List<String[]> table(String text) {
        return text.lines().map(line -> line.strip().split("\\s*\\|\\s*", -1)).toList();
    }
}
