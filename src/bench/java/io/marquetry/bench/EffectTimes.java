package io.marquetry.bench;

import io.marquetry.source.SourcePlace;
import io.marquetry.base.CancelSignal;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.launch.Wiring;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.Workspace;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * All that the review shows of ten million outcomes at once, against the time that DuckDB needs for
 * the same group-by, written by hand; turn and turn about, because the machine has other work, too.
 */
final class EffectTimes {

    private static final long ROWS = 10_000_000;
    private static final int ROUNDS = 12;

    private static final String BY_HAND =
            """
            select arm, pack, day, city, newbie, decade, count(*),
              count(*) filter (where delivered), count(*) filter (where clicks > 0),
              count(*) filter (where bought), sum(clicks),
              count(*) filter (where not delivered and (clicks > 0 or bought)),
              sum(spent), sum(spent * spent)
            from (select *, floor(age / 10) as decade from "PROFILE")
            group by grouping sets ((arm), (arm, pack), (arm, pack, day), (arm, city),
              (arm, newbie), (arm, decade), (arm, city, day))
            """;

    private static final List<Grouping> SCREEN =
            List.of(
                    Grouping.by(new Dimension.Told(OutcomeRole.PACKAGE)),
                    Grouping.by(
                            new Dimension.Told(OutcomeRole.PACKAGE),
                            new Dimension.Time(Dimension.TimeStep.DAY)),
                    Grouping.by(new Dimension.Attribute("city")),
                    Grouping.by(new Dimension.Attribute("newbie")),
                    Grouping.by(new Dimension.Attribute("age")),
                    Grouping.by(
                            new Dimension.Attribute("city"),
                            new Dimension.Time(Dimension.TimeStep.DAY)));

    private EffectTimes() {}

    static void run() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("marquetry-effect-");
        try (Workspace workspace = new Wiring(InstantSource.system()).open(folder)) {
            OutcomeSet set = OutcomeFile.make(workspace, ROWS);
            ProfileSource table = workspace.effects().table(set);
            Path file = folder.resolve(((SourcePlace.Sealed) table.place()).fileName());
            Path copy = Files.copy(file, folder.resolve("by-hand.duckdb"));
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + copy, readOnly());
                    Statement statement = connection.createStatement()) {
                List<Double> ratios = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    Took ours = took(() -> ours(workspace, set));
                    Took byHand = took(() -> byHand(statement));
                    System.out.printf(
                            Locale.ROOT,
                            "effect of %,d outcomes: %s; by hand %s; %.2f times, %.2f of CPU%n",
                            ROWS,
                            ours,
                            byHand,
                            ours.millis / byHand.millis,
                            ours.cpuMillis / byHand.cpuMillis);
                    ratios.add(ours.millis / byHand.millis);
                }
                List<Double> later = ratios.stream().skip(1).sorted().toList();
                System.out.printf(
                        Locale.ROOT,
                        "effect of %,d outcomes: first call %.2f times, median of %d later ones %.2f%n",
                        ROWS,
                        ratios.getFirst(),
                        later.size(),
                        later.get(later.size() / 2));
            }
        }
    }

    private static void ours(Workspace workspace, OutcomeSet set) {
        workspace.effects().answer(set, EffectRequest.plain().by(SCREEN), new CancelSignal());
    }

    private static void byHand(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(BY_HAND)) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static Properties readOnly() {
        Properties settings = new Properties();
        settings.setProperty("duckdb.read_only", "true");
        return settings;
    }

    private static Took took(Step step) throws SQLException {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long started = System.nanoTime();
        step.run();
        return new Took(
                (System.nanoTime() - started) / 1e6, (system.getProcessCpuTime() - cpu) / 1e6);
    }

    /** Wall time, and that of all processors, which other programs do not lengthen. */
    private record Took(double millis, double cpuMillis) {
        @Override
        public String toString() {
            return "%,.0f ms (%,.0f ms of CPU)".formatted(millis, cpuMillis);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
