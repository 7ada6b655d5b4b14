package io.marquetry.index;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Mask;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sweep;
import io.marquetry.index.sets.Tally;
import io.marquetry.index.sets.Words;
import io.marquetry.index.question.WhatIfs;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What all tags cost for audiences of several shares of the profiles, against the bare AND and
 * population count over the same sets as dense words on the heap; in turn, in one process, and the
 * counts compared.
 */
public final class ShareFigures {

    private static final double[] SHARES = {0.5, 0.1, 0.01, 0.001, 0.0001};
    private static final int AUDIENCES = 5;
    private static final int WARM = 40;

    /** Bytes of dense words that the heap has room for beside all else. */
    private static final long ROOM = 700L << 20;

    private final MembershipIndex index;
    private final List<TagKey> tags;
    private final List<ProfileSet> sets;
    private final SplittableRandom random = new SplittableRandom(7);

    /** Measures an index. */
    public ShareFigures(MembershipIndex index) {
        this.index = index;
        this.tags = List.copyOf(index.tags());
        this.sets = tags.stream().map(index::set).toList();
    }

    /**
     * Prints one line per share.
     *
     * @param rounds how often each is measured
     */
    public void run(int rounds) {
        long dense = (long) tags.size() * Words.length(index.profiles()) * Long.BYTES;
        System.out.printf(
                "%n## %,d profiles, %d tags, %s%n%nsets %,d MB, as dense words %,d MB, classes %d%n",
                index.profiles(),
                tags.size(),
                Runtime.version(),
                index.bytes() >> 20,
                dense >> 20,
                index.content().order().classes());
        int each = (int) (dense / ROOM) + 1;
        if (each > 1) {
            System.out.printf(
                    "the bare loop goes over one tag in %d, and its times are taken so many times%n%n",
                    each);
        }
        List<long[]> words = words(each);
        System.out.println(
                "| audience | bare loop | 99 % | all tags | ratio | 99 % | whole answer | 99 % | visible | 99 % | size |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (double share : SHARES) {
            measure(share, rounds, words, each);
        }
    }

    private void measure(double share, int rounds, List<long[]> words, int each) {
        List<AllOf> audiences =
                IntStream.range(0, AUDIENCES).mapToObj(i -> audience(share)).toList();
        List<Mask> masks = audiences.stream().map(this::mask).toList();
        List<long[]> masked = masks.stream().map(Mask::toWords).toList();
        List<TagKey> visible =
                IntStream.range(0, 30).mapToObj(i -> tags.get(i * tags.size() / 30)).toList();
        long[] bare = new long[rounds];
        long[] all = new long[rounds];
        long[] whole = new long[rounds];
        long[] first = new long[rounds];
        long[] size = new long[rounds];
        for (int round = -WARM; round < rounds; round++) {
            int at = Math.floorMod(round, AUDIENCES);
            int to = Math.max(0, round);
            Mask mask = masks.get(at);
            long begin = System.nanoTime();
            long[] dense =
                    words.parallelStream().mapToLong(set -> and(set, masked.get(at))).toArray();
            bare[to] = (System.nanoTime() - begin) * tags.size() / words.size();
            begin = System.nanoTime();
            long[] counted = Tally.of(mask).count(sets);
            all[to] = System.nanoTime() - begin;
            for (int i = 0; i < dense.length; i++) {
                if (dense[i] != counted[i * each]) {
                    throw new AssertionError("other counts");
                }
            }
            begin = System.nanoTime();
            WhatIfs begun = WhatIfs.begin(index, audiences.get(at), List.of()).count(visible);
            first[to] = System.nanoTime() - begin;
            begun.whole(new CancelSignal());
            whole[to] = System.nanoTime() - begin;
            begin = System.nanoTime();
            index.count(audiences.get(at));
            size[to] = System.nanoTime() - begin;
        }
        System.out.printf(
                "| %.3f %% | %.2f | %.2f | %.2f | %.3f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                100.0 * index.count(audiences.getFirst()) / index.profiles(),
                quantile(bare, 0.5),
                quantile(bare, 0.99),
                quantile(all, 0.5),
                quantile(all, 0.5) / quantile(bare, 0.5),
                quantile(all, 0.99),
                quantile(whole, 0.5),
                quantile(whole, 0.99),
                quantile(first, 0.5),
                quantile(first, 0.99),
                quantile(size, 0.5));
    }

    private Mask mask(AllOf audience) {
        Mask mask = new Mask(index.profiles());
        Members members = Members.of(index, audience);
        Sweep.of(
                index.profiles(),
                0,
                (block, nothing) -> {
                    long[] words = members.in(block);
                    mask.put(words, block);
                    block.giveBack(words);
                });
        return mask;
    }

    /** Returns another audience of about the share, of two to six tags. */
    private AllOf audience(double share) {
        for (int trial = 0; trial < 100_000; trial++) {
            List<AudienceExpression> rows = new ArrayList<>();
            rows.add(new AnyOf(List.of(some(), some())));
            for (int more = random.nextInt(4); more > 0; more--) {
                rows.add(random.nextInt(3) == 0 ? new Except(List.of(some())) : some());
            }
            AllOf audience = new AllOf(rows);
            double got = (double) index.count(audience) / index.profiles();
            if (got > share / 1.3 && got < share * 1.3) {
                return audience;
            }
        }
        throw new AssertionError("no audience of " + share);
    }

    private TagRef some() {
        return new TagRef(tags.get(random.nextInt(tags.size())));
    }

    private List<long[]> words(int each) {
        return IntStream.range(0, (sets.size() + each - 1) / each)
                .mapToObj(
                        i -> {
                            ProfileSet set = sets.get(i * each);
                            long[] words = new long[Words.length(index.profiles())];
                            Block block = new Block(index.profiles());
                            for (int b = 0; b < Block.blocks(index.profiles()); b++) {
                                block.moveTo(b);
                                long[] own = block.copyOf(set);
                                System.arraycopy(own, 0, words, block.first(), block.length());
                                block.giveBack(own);
                            }
                            return words;
                        })
                .toList();
    }

    private static long and(long[] words, long[] mask) {
        long count = 0;
        for (int i = 0; i < words.length; i++) {
            count += Long.bitCount(words[i] & mask[i]);
        }
        return count;
    }

    /** Returns a quantile of times, in milliseconds. */
    static double quantile(long[] times, double share) {
        return sorted(times, share) / 1e6;
    }

    static long sorted(long[] numbers, double share) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
