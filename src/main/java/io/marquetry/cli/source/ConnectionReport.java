package io.marquetry.cli.source;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.remote.ConnectionTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the way to a source's server leads, step by step. */
final class ConnectionReport {

    private static final int FAILED = 1;

    private ConnectionReport() {}

    /** Tests, tells each step as it ends, and returns the exit code. */
    static int of(
            Sources sources,
            ProfileSource source,
            SourcePlace.Remote place,
            Texts texts,
            CommandOutput output) {
        List<ConnectionTest.Step> steps =
                sources.test(
                        place.server(),
                        Optional.empty(),
                        step -> {
                            if (!output.isJson()) {
                                output.line(line(step, texts));
                            }
                        });
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", source.name().value());
            tree.put("steps", steps.stream().map(step -> tree(step, texts)).toList());
            output.json(tree);
        }
        return steps.stream().anyMatch(ConnectionTest.Step::isFailed) ? FAILED : 0;
    }

    private static String line(ConnectionTest.Step step, Texts texts) {
        String state = step.isFailed() ? "failed" : step.problem().isPresent() ? "unwise" : "good";
        return texts.get(
                "cli.source.step",
                texts.get("cli.source.step." + state),
                texts.get("cli.source.step." + step.kind()),
                step.problem().map(texts::sentence).orElse(step.detail()),
                step.took().toMillis());
    }

    private static Map<String, Object> tree(ConnectionTest.Step step, Texts texts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", step.kind().name());
        tree.put("failed", step.isFailed());
        tree.put("millis", step.took().toMillis());
        tree.put("detail", step.detail());
        step.problem().ifPresent(problem -> tree.put("problem", texts.sentence(problem)));
        return tree;
    }
}
