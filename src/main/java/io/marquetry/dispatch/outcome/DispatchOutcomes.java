package io.marquetry.dispatch.outcome;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.Plan;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.json.StrictJson;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageState;
import io.marquetry.source.ask.HappenedQuery;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.EngineChoice;
import io.marquetry.source.plan.TableFile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes what a dispatch achieved as outcomes of their own: everybody in both arms, from the moment
 * at which they were due, with the probability of each arm in their design. Written anew each time
 * more is known. Blocks.
 */
public final class DispatchOutcomes {

    private final Path workspace;
    private final OutcomeSets sets;
    private final OutcomeIntake intake;
    private final Conversions conversions;
    private final Lives lives;
    private final InstantSource clock;

    /**
     * Makes them for a workspace.
     *
     * @param workspace its folder
     */
    public DispatchOutcomes(
            Path workspace,
            OutcomeSets sets,
            OutcomeIntake intake,
            Conversions conversions,
            Lives lives,
            InstantSource clock) {
        this.workspace = workspace;
        this.sets = sets;
        this.intake = intake;
        this.conversions = conversions;
        this.lives = lives;
        this.clock = clock;
    }

    /** Returns the name of the outcomes of a dispatch. */
    public static OutcomeName name(DispatchId id) {
        return new OutcomeName("dispatch-" + id.number());
    }

    /**
     * Writes the outcomes of a dispatch that is over. Where all windows are closed and chance held
     * people out, it is known what the package achieved, and the package says so from here on.
     *
     * @return the outcomes; empty where the dispatch is for nobody
     * @throws io.marquetry.base.ProblemException if the source does not tell who did what was
     *     wanted
     */
    public Optional<OutcomeSet> write(DispatchFile file, CancelSignal signal) {
        Dispatch dispatch = file.dispatch();
        Set<Instant> dues = new HashSet<>();
        file.recipients(
                person -> {
                    if (person.arm() == Arm.SEND || person.arm() == Arm.HOLDOUT) {
                        dues.add(person.due());
                    }
                });
        Optional<Instant> last = dues.stream().max(Instant::compareTo);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        boolean closed =
                Conversions.closed(dispatch, last.get())
                        .filter(end -> !clock.instant().isBefore(end))
                        .isPresent();
        Optional<OutcomeSet> written = write(file, dues, signal);
        if (closed) {
            evaluate(dispatch);
            file.evaluated();
        }
        return written;
    }

    private void evaluate(Dispatch dispatch) {
        boolean compares = dispatch.counts().holdout() > 0;
        boolean live = lives.of(dispatch.pack()).state(dispatch.version()) == PackageState.LIVE;
        if (compares && live) {
            lives.evaluate(dispatch.pack(), dispatch.version());
        }
    }

    private Optional<OutcomeSet> write(DispatchFile file, Set<Instant> dues, CancelSignal signal) {
        Dispatch dispatch = file.dispatch();
        Map<Instant, Map<String, HappenedQuery.Happened>> happened =
                dispatch.conversion().orElse(null) instanceof Conversion.Events events
                        ? conversions.of(dispatch, events, dues, signal)
                        : Map.of();
        Path rows =
                workspace
                        .resolve("dispatches")
                        .resolve("outcomes-" + dispatch.id().number() + ".csv");
        try {
            Files.deleteIfExists(rows);
            try (Writer out =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    PrivateFiles.write(rows), StandardCharsets.UTF_8))) {
                new OutcomeRows(file, happened).write(out);
            }
            return take(dispatch, rows, signal);
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", rows.toString(), StrictJson.reason(e))
                    .asException(e);
        } finally {
            remove(rows);
        }
    }

    private static void remove(Path rows) {
        try {
            Files.deleteIfExists(rows);
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", rows.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }

    private Optional<OutcomeSet> take(Dispatch dispatch, Path rows, CancelSignal signal)
            throws IOException {
        OutcomeName name = name(dispatch.id());
        if (sets.find(name).isPresent()) {
            intake.remove(name);
        }
        OutcomePlan plan =
                new OutcomePlan(
                        new TableFile.Separated(
                                CsvInput.file(rows),
                                new CsvFormat(CsvEncoding.UTF_8, ',', '"', true)),
                        OutcomeRows.columns(dispatch),
                        OutcomeRows.mapping(dispatch),
                        design(dispatch),
                        name,
                        title(dispatch),
                        Map.of(
                                "",
                                new PackageRef(
                                        dispatch.pack(), OptionalInt.of(dispatch.version()))),
                        EngineChoice.proposed(Files.size(rows)));
        try (OutcomeImportResult result = intake.run(plan, ImportListener.none(), signal)) {
            return result.set();
        }
    }

    private static Design design(Dispatch dispatch) {
        if (dispatch.holdout() == 0) {
            return new Design.Observed();
        }
        double send =
                BigDecimal.ONE
                        .subtract(new BigDecimal(Double.toString(dispatch.holdout())))
                        .doubleValue();
        return new Design.Randomised(
                OutcomeRows.HOLDOUT,
                new Plan(
                        Map.of(OutcomeRows.SEND, send, OutcomeRows.HOLDOUT, dispatch.holdout()),
                        OptionalLong.of(dispatch.counts().net() + dispatch.counts().holdout()),
                        false));
    }

    private static String title(Dispatch dispatch) {
        boolean invented =
                dispatch.conversion().filter(Conversion.Invented.class::isInstance).isPresent();
        return "#%d %s v%d%s"
                .formatted(
                        dispatch.id().number(),
                        dispatch.pack().value(),
                        dispatch.version(),
                        invented ? " (invented)" : "");
    }
}
