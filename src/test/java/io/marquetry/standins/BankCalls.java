package io.marquetry.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Stands in for the telephone campaign of a bank (Moro, Cortez, Rita: Bank Marketing, UCI Machine
 * Learning Repository), which may not be shipped.
 *
 * <p>The original's are the columns, semicolons, quotes and words, the number of customers by job
 * and answer, and what was never recorded: {@code unknown}, and {@code pdays} of -1. All other
 * values are invented.
 */
public final class BankCalls {

    private static final String HEADER =
            "\"age\";\"job\";\"marital\";\"education\";\"default\";\"balance\";\"housing\";\"loan\";"
                    + "\"contact\";\"day\";\"month\";\"duration\";\"campaign\";\"pdays\";\"previous\";"
                    + "\"poutcome\";\"y\"";

    /** By job: who said no, and who said yes. */
    private static final String ANSWERS =
            """
            admin.        | 420 |  58
            blue-collar   | 877 |  69
            entrepreneur  | 153 |  15
            housemaid     |  98 |  14
            management    | 838 | 131
            retired       | 176 |  54
            self-employed | 163 |  20
            services      | 379 |  38
            student       |  65 |  19
            technician    | 685 |  83
            unemployed    | 115 |  13
            unknown       |  31 |   7
            """;

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private static final int JOB = 1;
    private static final int MARITAL = 2;
    private static final int EDUCATION = 3;
    private static final int DEFAULT = 4;
    private static final int HOUSING = 6;
    private static final int LOAN = 7;
    private static final int CONTACT = 8;
    private static final int POUTCOME = 15;
    private static final int Y = 16;

    private static final List<Integer> TEXTS =
            List.of(JOB, MARITAL, EDUCATION, DEFAULT, HOUSING, LOAN, CONTACT, 10, POUTCOME, Y);

    private BankCalls() {}

    /** Writes the file, with the original's name, and returns it. */
    public static Path writeTo(Path folder) {
        try {
            return Files.writeString(
                    Files.createDirectories(folder).resolve("bank.csv"), text(new Deal(2012)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Deal deal) {
        List<String[]> rows = new ArrayList<>();
        for (String line : ANSWERS.lines().toList()) {
            String[] cell = line.strip().split("\\s*\\|\\s*", -1);
            for (int answer = 1; answer <= 2; answer++) {
                for (int i = Integer.parseInt(cell[answer]); i > 0; i--) {
                    String[] row = new String[17];
                    row[JOB] = cell[0];
                    row[Y] = answer == 1 ? "no" : "yes";
                    rows.add(row);
                }
            }
        }
        deal.out(rows, MARITAL, Map.of("married", 2797, "single", 1196, "divorced", 528));
        deal.out(
                rows,
                EDUCATION,
                Map.of("primary", 678, "secondary", 2306, "tertiary", 1350, "unknown", 187));
        deal.out(rows, DEFAULT, Map.of("no", 4445, "yes", 76));
        deal.out(rows, HOUSING, Map.of("no", 1962, "yes", 2559));
        deal.out(rows, LOAN, Map.of("no", 3830, "yes", 691));
        deal.out(rows, CONTACT, Map.of("cellular", 2896, "telephone", 301, "unknown", 1324));
        deal.out(
                rows,
                POUTCOME,
                Map.of("unknown", 3705, "failure", 490, "other", 197, "success", 129));
        Collections.shuffle(rows, deal.random());
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (String[] row : rows) {
            invent(row, deal.random());
            for (int column : TEXTS) {
                row[column] = '"' + row[column] + '"';
            }
            text.append(String.join(";", row)).append('\n');
        }
        return text.toString();
    }

    private static void invent(String[] row, Random random) {
        boolean never = row[POUTCOME].equals("unknown");
        row[0] = number(19 + random.nextInt(69));
        row[5] = number(random.nextInt(-3_313, 6_000));
        row[9] = number(1 + random.nextInt(31));
        row[10] = MONTHS.get(random.nextInt(MONTHS.size()));
        row[11] = number(4 + random.nextInt(1_000));
        row[12] = number(1 + random.nextInt(5));
        row[13] = never ? "-1" : number(1 + random.nextInt(871));
        row[14] = never ? "0" : number(1 + random.nextInt(25));
    }

    private static String number(int value) {
        return Integer.toString(value);
    }
}
