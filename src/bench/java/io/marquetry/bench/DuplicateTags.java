package io.marquetry.bench;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.file.RandomSets;
import io.marquetry.index.question.SamePeople;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tags that the same people carry, among 2,000 at a million profiles; at most 2 s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
public class DuplicateTags {

    /** The share from which two tags are the same. */
    @Param({"0.95", "0.9"})
    public double share;

    private RandomSets sets;

    /** Makes the index. */
    @Setup(Level.Trial)
    public void make() {
        sets = new RandomSets(1_000_000, 2_000);
    }

    /** All pairs that reach the share, exactly. */
    @Benchmark
    public List<SamePeople.Pair> pairs() {
        return SamePeople.of(sets.index(), share, new CancelSignal());
    }
}
