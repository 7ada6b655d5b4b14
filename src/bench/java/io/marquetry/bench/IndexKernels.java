package io.marquetry.bench;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.index.question.Overlap;
import io.marquetry.index.file.RandomSets;
import io.marquetry.index.question.Waterfall;
import io.marquetry.index.question.WhatIf;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.tag.TagKey;

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
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What the composer asks of the index after an edit; another audience each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 4)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
public class IndexKernels {

    private static final int TAGS = 300;
    private static final int VISIBLE = 30;

    /** Profiles of the source. */
    @Param({"1000000", "10000000"})
    public int profiles;

    private RandomSets sets;
    private List<TagKey> visible;

    /** Makes the index. */
    @Setup(Level.Trial)
    public void make() {
        sets = new RandomSets(profiles, TAGS);
        // Every tenth, so that the visible chips have all frequencies.
        visible =
                IntStream.range(0, VISIBLE)
                        .mapToObj(i -> sets.tags().get(i * TAGS / VISIBLE))
                        .toList();
    }

    /** The audience itself. */
    @Benchmark
    public long sizeAfterAnEdit() {
        return sets.index().count(sets.audience());
    }

    /** What-if for all tags, prepared and counted. */
    @Benchmark
    public WhatIfs whatIfOfAllTags() {
        return WhatIfs.begin(sets.index(), sets.audience(), List.of()).count(sets.tags());
    }

    /** What-if for all tags into a group inside the audience. */
    @Benchmark
    public WhatIfs whatIfIntoAnInnerGroup() {
        return WhatIfs.begin(sets.index(), sets.audience(), List.of(1)).count(sets.tags());
    }

    /** What is on screen first: size, steps, costs and the visible chips. */
    @Benchmark
    public WhatIfs visibleChips() {
        return WhatIfs.begin(sets.index(), sets.audience(), List.of()).count(visible);
    }

    /** Rows and groups. */
    @Benchmark
    public List<Waterfall.Step> waterfall() {
        return Waterfall.of(sets.index(), sets.audience());
    }

    /** Twenty packages, two by two. */
    @Benchmark
    public Overlap overlapOfTwentyPackages() {
        return Overlap.of(sets.index(), sets.packages());
    }

    /** Eight packages in all combinations. */
    @Benchmark
    public List<Overlap.Combination> combinationsOfEightPackages() {
        return Overlap.combinations(sets.index(), sets.packages().subList(0, 8));
    }

    /** The part of a what-if that reads every set: what the bare loop is held against. */
    @State(Scope.Benchmark)
    public static class Prepared {

        private WhatIf whatIf;

        /** Prepares one question. */
        @Setup(Level.Trial)
        public void prepare(IndexKernels kernels) {
            AllOf audience = kernels.sets.audience();
            whatIf = WhatIf.into(kernels.sets.index(), audience, List.of());
        }
    }

    /** One pass over all sets. */
    @Benchmark
    public long passOverAllSets(Prepared prepared) {
        return LongStream.of(prepared.whatIf.with(sets.tags())).sum();
    }

    /** The same sets as dense words on the heap, and a mask. */
    @State(Scope.Benchmark)
    public static class Dense {

        private List<long[]> words;
        private long[] mask;

        /** Unpacks the sets. */
        @Setup(Level.Trial)
        public void unpack(IndexKernels kernels) {
            words = kernels.sets.words();
            mask = new SplittableRandom(1).longs(words.getFirst().length).toArray();
        }
    }

    /** The least that can be read: AND and population count over dense words, on all cores. */
    @Benchmark
    public long bareLoop(Dense dense) {
        return dense.words.parallelStream().mapToLong(words -> and(words, dense.mask)).sum();
    }

    private static long and(long[] words, long[] mask) {
        long count = 0;
        for (int i = 0; i < words.length; i++) {
            count += Long.bitCount(words[i] & mask[i]);
        }
        return count;
    }
}
