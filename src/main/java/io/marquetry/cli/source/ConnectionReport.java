package io.marquetry.cli.source;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.remote.ConnectionTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the way to a source's server leads, step by step, and last to its own tables. */
final class ConnectionReport {

    private static final int FAILED = 1;

    /** The last step: a server may be well without the tables that the source is made of. */
    private static final String SOURCE = "SOURCE";

    private final ProfileSource source;
    private final SourcePlace.Remote place;
    private final Texts texts;
    private final CommandOutput output;
    private final List<Map<String, Object>> told = new ArrayList<>();

    ConnectionReport(
            ProfileSource source, SourcePlace.Remote place, Texts texts, CommandOutput output) {
        this.source = source;
        this.place = place;
        this.texts = texts;
        this.output = output;
    }

    /**
     * Tests, tells each step as it ends, and returns the exit code.
     *
     * @param probe fails where a table of the source cannot be read
     */
    int of(Sources sources, Runnable probe) {
        boolean isReached =
                sources.test(place.server(), Optional.empty(), this::tell).stream()
                        .noneMatch(ConnectionTest.Step::isFailed);
        boolean isGood = isReached && isRead(probe);
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", source.name().value());
            tree.put("steps", told);
            output.json(tree);
        }
        return isGood ? 0 : FAILED;
    }

    private boolean isRead(Runnable probe) {
        long begin = System.nanoTime();
        Optional<Problem> problem = Optional.empty();
        try {
            probe.run();
        } catch (ProblemException e) {
            problem = Optional.of(e.problem());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        String tables = String.valueOf(place.tables().size());
        tell(SOURCE, took, problem.isEmpty() ? tables : "", problem, problem.isPresent());
        return problem.isEmpty();
    }

    private void tell(ConnectionTest.Step step) {
        tell(step.kind().name(), step.took(), step.detail(), step.problem(), step.isFailed());
    }

    private void tell(
            String kind,
            Duration took,
            String detail,
            Optional<Problem> problem,
            boolean isFailed) {
        String state = isFailed ? "failed" : problem.isPresent() ? "unwise" : "good";
        if (!output.isJson()) {
            output.line(
                    texts.get(
                                    "cli.source.step",
                                    texts.get("cli.source.step." + state),
                                    texts.get("cli.source.step." + kind),
                                    problem.map(texts::sentence).orElse(detail),
                                    took.toMillis())
                            .strip());
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", kind);
        tree.put("failed", isFailed);
        tree.put("millis", took.toMillis());
        tree.put("detail", detail);
        problem.ifPresent(one -> tree.put("problem", texts.sentence(one)));
        told.add(tree);
    }
}
