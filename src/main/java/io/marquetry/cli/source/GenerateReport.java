package io.marquetry.cli.source;

import io.marquetry.cli.common.CommandOutput;
import io.marquetry.pack.PackageKey;
import io.marquetry.sample.generated.GenerateListener;
import io.marquetry.sample.generated.GeneratedSample;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells on the command line how a sample comes along and what it is. */
final class GenerateReport implements GenerateListener {

    private static final long PAUSE_NANOS = 2_000_000_000;
    private static final double MILLIS = 1_000.0;
    private static final double MEGABYTE = 1e6;

    private final CommandOutput output;
    private long told = System.nanoTime();

    GenerateReport(CommandOutput output) {
        this.output = output;
    }

    @Override
    public void progressed(long rows, double share) {
        long now = System.nanoTime();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            output.remark(output.texts().get("cli.generate.progress", rows, share));
        }
    }

    /** Prints the result. */
    void tell(GeneratedSample sample) {
        if (output.isJson()) {
            output.json(json(sample));
            return;
        }
        output.line(
                output.texts()
                        .get(
                                "cli.generate.done",
                                sample.source().name().value(),
                                sample.source().profiles(),
                                sample.purchases(),
                                sample.tags(),
                                sample.took().toMillis() / MILLIS,
                                sample.bytes() / MEGABYTE));
        if (sample.kept() > 0) {
            output.line(output.texts().get("cli.generate.kept", sample.kept()));
        }
        for (PackageKey key : sample.packages()) {
            output.line(output.texts().get("cli.generate.package", key.value()));
        }
    }

    private static Map<String, Object> json(GeneratedSample sample) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("source", SourceShown.json(sample.source()));
        tree.put("engine", sample.source().place().engineName());
        tree.put("profiles", sample.source().profiles());
        tree.put("purchases", sample.purchases());
        tree.put("tags", sample.tags());
        tree.put("tagsKept", sample.kept());
        tree.put("packages", sample.packages().stream().map(PackageKey::value).toList());
        tree.put("seconds", sample.took().toMillis() / MILLIS);
        tree.put("bytes", sample.bytes());
        return tree;
    }
}
