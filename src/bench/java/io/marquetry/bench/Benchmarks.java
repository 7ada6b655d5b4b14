package io.marquetry.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Runs the benchmarks: {@code kernels}, {@code engines} and {@code effects}, or those named. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs the parts that are named; all of them where none is. */
    public static void main(String[] args)
            throws RunnerException, IOException, SQLException {
        List<String> parts = args.length == 0 ? List.of("kernels", "engines", "effects") : List.of(args);
        for (String part : parts) {
            switch (part) {
                case "kernels" ->
                        new Runner(
                                        new OptionsBuilder()
                                                .include(IndexKernels.class.getSimpleName())
                                                .build())
                                .run();
                case "effects" -> EffectTimes.run();
                default -> throw new IllegalArgumentException("no benchmark " + part);
            }
        }
    }
}
