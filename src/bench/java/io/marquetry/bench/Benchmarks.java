package io.marquetry.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.util.List;

/** Runs the benchmarks: {@code kernels} and {@code engines}, or those that are named. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs the parts that are named; all of them where none is. */
    public static void main(String[] args) throws RunnerException {
        List<String> parts = args.length == 0 ? List.of("kernels", "engines") : List.of(args);
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
