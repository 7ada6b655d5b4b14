package io.marquetry.index.file;

import io.marquetry.index.MembershipIndex;

import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Words;
import io.marquetry.index.order.Order;
import io.marquetry.index.order.Content;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Sha256;
import io.marquetry.tag.TagKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** An index of random tags whose frequencies run from 50 % to 0.001 %, even on a log scale. */
public final class RandomSets {

    private static final int QUESTIONS = 509;
    private static final Snapshot SNAPSHOT =
            new Snapshot(new SourceName("bench"), "bench", Instant.EPOCH, LocalDate.EPOCH);

    private final MembershipIndex index;
    private final List<TagKey> tags = new ArrayList<>();
    private final List<AllOf> audiences = new ArrayList<>();
    private int next;

    /** Makes the sets in files of a temporary folder, mapped as the product maps them. */
    public RandomSets(int profiles, int tagCount) {
        SplittableRandom random = new SplittableRandom(profiles);
        for (int t = 0; t < tagCount; t++) {
            tags.add(new TagKey("user_bench_t" + t));
        }
        Map<TagKey, ProfileSet> sets = new HashMap<>();
        try {
            Path folder = Files.createTempDirectory("marquetry-bench");
            folder.toFile().deleteOnExit();
            List<SplittableRandom> seeds = tags.stream().map(tag -> random.split()).toList();
            List<ProfileSet> made =
                    IntStream.range(0, tagCount)
                            .parallel()
                            .mapToObj(
                                    t -> made(folder, t, tagCount, profiles, seeds.get(t)))
                            .toList();
            for (int t = 0; t < tagCount; t++) {
                sets.put(tags.get(t), made.get(t));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        index = new MembershipIndex(content(profiles), sets, Map.of(), true, rule -> {
                            throw new IllegalStateException("no conditions here");
                        });
        for (int q = 0; q < QUESTIONS; q++) {
            audiences.add(audience(random));
        }
    }

    /** Returns the index. */
    public MembershipIndex index() {
        return index;
    }

    /** Returns the tags, the most frequent first. */
    public List<TagKey> tags() {
        return tags;
    }

    /** Returns another audience of five tags with one level of nesting each time. */
    public AllOf audience() {
        next = (next + 1) % QUESTIONS;
        return audiences.get(next);
    }

    /** Returns 20 audiences. */
    public List<AllOf> packages() {
        return IntStream.range(0, 20).mapToObj(i -> audience()).toList();
    }

    /** Returns every set as words on the heap, as a bare loop would read them. */
    public List<long[]> words() {
        Block block = new Block(index.profiles());
        List<long[]> all = new ArrayList<>();
        for (TagKey tag : tags) {
            long[] words = new long[Words.length(index.profiles())];
            for (int number = 0; number * Block.WORDS < words.length; number++) {
                block.moveTo(number);
                long[] own = block.copyOf(index.set(tag));
                System.arraycopy(own, 0, words, block.first(), block.length());
                block.giveBack(own);
            }
            all.add(words);
        }
        return all;
    }

    private static Content content(int profiles) {
        return new Content(SNAPSHOT, profiles, Order.asInSource(profiles));
    }

    private AllOf audience(SplittableRandom random) {
        // Mostly frequent tags, as people use them; five in all.
        List<AudienceExpression> rows = new ArrayList<>();
        rows.add(some(random));
        rows.add(new AnyOf(List.of(some(random), some(random))));
        rows.add(some(random));
        rows.add(new Except(List.of(some(random))));
        return new AllOf(rows);
    }

    private TagRef some(SplittableRandom random) {
        return new TagRef(tags.get(random.nextInt(tags.size() / 2)));
    }

    private static ProfileSet made(
            Path folder, int tag, int tagCount, int profiles, SplittableRandom random) {
        double frequency = 0.5 * Math.pow(0.00001 / 0.5, (double) tag / (tagCount - 1));
        long[] words = new long[Words.length(profiles)];
        // Gaps between members are geometric: as many draws as there are members.
        double log = Math.log1p(-frequency);
        long at = -1;
        while (true) {
            at += 1 + (long) (Math.log(1 - random.nextDouble()) / log);
            if (at >= profiles) {
                break;
            }
            words[(int) (at >>> 6)] |= 1L << at;
        }
        String key = Sha256.of("bench " + tag);
        Path file = folder.resolve(key + ".set");
        MemorySegment bytes = SetFile.bytes(key, content(profiles), words);
        try {
            SetFile.write(file, bytes);
            ProfileSet set = SetFile.read(file, key, content(profiles)).orElseThrow();
            // Mapped files stay readable; nothing is left behind.
            Files.delete(file);
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
