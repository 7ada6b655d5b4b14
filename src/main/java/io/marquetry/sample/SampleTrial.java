package io.marquetry.sample;

import io.marquetry.base.CancelSignal;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.TableFile;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Invented outcomes that show what a review can tell where chance held people out: half a year of
 * three packages with revenue and cost, of which one works, one wears off and one earns less than
 * it costs. The same rows each time.
 */
final class SampleTrial {

    static final OutcomeName NAME = new OutcomeName("campaign-trial");
    static final String CONTROL = "held out";

    private static final String TITLE = "Invented trial";
    static final String HEADING =
            "person,package,arm,channel,level,day,delivered,visited,bought,revenue,cost\n";

    private static final String FILE = "invented-trial.csv";
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 7, 3);
    private static final int WEEKS = 26;
    private static final int PEOPLE_A_WEEK = 200;
    private static final double HELD_OUT = 0.3;
    private static final long SEED = 20_171_231;
    private static final List<String> LEVELS = List.of("gold", "silver", "basic");
    private static final List<String> CHANNELS = List.of("mail", "push", "SMS");

    private SampleTrial() {}

    /** One of the packages, with what it does to people. */
    private enum Offer {
        WELCOME("Welcome coupon", 0.6) {
            @Override
            double lift(int week, String level) {
                return level.equals("gold") ? 0.12 : 0.06;
            }
        },
        REMINDER("Weekly reminder", 0.05) {
            @Override
            double lift(int week, String level) {
                return 0.2 * Math.max(0, 1 - week / 16.0);
            }
        },
        GREETING("Season's greetings", 2.4) {
            @Override
            double lift(int week, String level) {
                return 0.002;
            }
        };

        private final String title;
        private final double cost;

        Offer(String title, double cost) {
            this.title = title;
            this.cost = cost;
        }

        /** Returns by how much the chance to buy rises. */
        abstract double lift(int week, String level);
    }

    /** Imports the trial; it must not be there yet. */
    static void add(OutcomeIntake intake, CancelSignal signal) {
        add(intake, rows(), NAME, TITLE, Map.of(), signal);
    }

    /**
     * Imports rows as {@link #HEADING} names their columns.
     *
     * @param packages the packages behind the texts of the column {@code package}
     */
    static void add(
            OutcomeIntake intake,
            String csv,
            OutcomeName name,
            String title,
            Map<String, PackageRef> packages,
            CancelSignal signal) {
        byte[] rows = csv.getBytes(StandardCharsets.UTF_8);
        CsvInput input = new CsvInput(FILE, rows.length, () -> new ByteArrayInputStream(rows));
        CsvFormat format = CsvDetection.detect(input);
        TableFile file = new TableFile.Separated(input, format);
        List<ImportColumn> columns =
                ColumnReadings.NONE.columns(
                        file.inspect(ColumnReadings.NONE::of, ImportListener.none(), signal),
                        ZoneOffset.UTC);
        OutcomePlan plan =
                new OutcomePlan(
                        file,
                        columns,
                        mapping(),
                        new Design.Randomised(CONTROL),
                        name,
                        title,
                        packages,
                        SourceEngine.H2);
        try (OutcomeImportResult result = intake.run(plan, ImportListener.none(), signal)) {
            if (result.set().isEmpty()) {
                throw new IllegalStateException("the invented trial was not imported");
            }
        }
    }

    private static OutcomeMapping mapping() {
        return new OutcomeMapping(
                new OutcomeLayout.PerProfile(Optional.empty()),
                Map.of(
                        OutcomeRole.PROFILE, ColumnUse.of("person"),
                        OutcomeRole.PACKAGE, ColumnUse.of("package"),
                        OutcomeRole.ARM, ColumnUse.of("arm"),
                        OutcomeRole.CHANNEL, ColumnUse.of("channel"),
                        OutcomeRole.WHEN, ColumnUse.of("day"),
                        OutcomeRole.DELIVERED, ColumnUse.of("delivered"),
                        OutcomeRole.HIT, ColumnUse.of("visited"),
                        OutcomeRole.CONVERTED, ColumnUse.of("bought"),
                        OutcomeRole.REVENUE, ColumnUse.of("revenue"),
                        OutcomeRole.COST, ColumnUse.of("cost")));
    }

    private static String rows() {
        Random random = new Random(SEED);
        StringBuilder csv = new StringBuilder(HEADING);
        int person = 0;
        for (Offer offer : Offer.values()) {
            for (int week = 0; week < WEEKS; week++) {
                for (int i = 0; i < PEOPLE_A_WEEK; i++) {
                    csv.append(row(++person, offer, week, random)).append('\n');
                }
            }
        }
        return csv.toString();
    }

    private static String row(int person, Offer offer, int week, Random random) {
        String level = LEVELS.get(Math.min(2, (int) (random.nextDouble() * 3.6)));
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        boolean sent = random.nextDouble() >= HELD_OUT;
        boolean delivered = sent && random.nextDouble() < 0.96;
        double chance = 0.05 + (delivered ? offer.lift(week, level) : 0);
        boolean bought = random.nextDouble() < chance;
        boolean visited = bought || random.nextDouble() < (delivered ? 0.18 : 0.08);
        double spent = bought ? Math.exp(3.4 + 0.5 * random.nextGaussian()) : 0;
        return String.format(
                Locale.ROOT,
                "T%05d,%s,%s,%s,%s,%s,%d,%d,%d,%.2f,%.2f",
                person,
                offer.title,
                sent ? "sent" : CONTROL,
                channel,
                level,
                FIRST_DAY.plusWeeks(week).plusDays(random.nextInt(7)),
                delivered ? 1 : 0,
                visited ? 1 : 0,
                bought ? 1 : 0,
                spent,
                sent ? offer.cost : 0);
    }
}
