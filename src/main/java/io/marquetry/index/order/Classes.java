package io.marquetry.index.order;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.ProfileSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * Parts profiles into classes by the tags that they carry: those who carry a tag and those who do
 * not, each of both by the tag that is best for them ({@link Choice}), and so on. How fine a part
 * is cut follows from how many are in it, so classes are of much the same size.
 */
final class Classes {

    private static final int[] NONE = {};

    private final List<ProfileSet> sets;
    private final Node root;
    private final int count;

    private Classes(List<ProfileSet> sets, Node root) {
        this.sets = sets;
        this.root = root;
        this.count = root.number(0, false);
    }

    /**
     * Finds classes.
     *
     * @param most how many there may be
     */
    static Classes of(Sample sample, int most, CancelSignal signal) {
        int[] members = IntStream.range(0, sample.size()).toArray();
        int[] all = IntStream.range(0, sample.sets().size()).toArray();
        Part part = new Part(sample, members, signal, 0, members.length, most, all, NONE);
        return new Classes(sample.sets(), part.node());
    }

    /** Returns how many there are. */
    int count() {
        return count;
    }

    /** Returns the class of each of the first profiles of a block. */
    char[] of(Block block, int profiles) {
        List<long[]> words = new ArrayList<>();
        sets.forEach(set -> words.add(block.copyOf(set)));
        char[] classes = new char[profiles];
        int[] members = IntStream.range(0, profiles).toArray();
        root.put(words, members, new int[profiles], 0, profiles, classes);
        words.forEach(block::giveBack);
        return classes;
    }

    /** Some profiles of the sample, which stand beside each other. */
    private static final class Part {

        /** Profiles below which one thread goes on by itself. */
        private static final int SMALL = 2_048;

        private final Sample sample;
        private final int[] members;
        private final CancelSignal signal;
        private final int from;
        private final int to;
        private final int most;
        private final int[] among;
        private final int[] promising;

        Part(
                Sample sample,
                int[] members,
                CancelSignal signal,
                int from,
                int to,
                int most,
                int[] among,
                int[] promising) {
            this.sample = sample;
            this.members = members;
            this.signal = signal;
            this.from = from;
            this.to = to;
            this.most = most;
            this.among = among;
            this.promising = promising;
        }

        Node node() {
            if (most < 2) {
                return new Node();
            }
            signal.check();
            Optional<Choice> choice = Choice.of(sample, members, from, to, among, promising);
            return choice.isEmpty() ? new Node() : parted(choice.get());
        }

        private Node parted(Choice choice) {
            int middle = moved(choice.set());
            int own = (int) Math.round((double) most * (middle - from) / (to - from));
            int outside = Math.clamp(own, 1, most - 1);
            Part without = part(from, middle, outside, choice);
            Part with = part(middle, to, most - outside, choice);
            if (to - from < SMALL) {
                return new Node(choice.set(), without.node(), with.node());
            }
            ForkJoinTask<Node> other = ForkJoinTask.adapt(with::node).fork();
            Node first = without.node();
            return new Node(choice.set(), first, other.join());
        }

        private Part part(int begin, int end, int classes, Choice choice) {
            return new Part(
                    sample,
                    members,
                    signal,
                    begin,
                    end,
                    classes,
                    choice.sets(),
                    choice.promising());
        }

        /** Moves who is in the set behind who is not; returns where the former begin. */
        private int moved(int set) {
            int low = from;
            int high = to;
            while (low < high) {
                int member = members[low];
                if (sample.carries(set, member) == 0) {
                    low++;
                } else {
                    members[low] = members[--high];
                    members[high] = member;
                }
            }
            return low;
        }
    }

    /** A class, or two parts by a set. */
    private static final class Node {

        private final int set;
        private final Optional<Node> without;
        private final Optional<Node> with;

        /** The number of the class. */
        private int number;

        Node() {
            this.set = -1;
            this.without = Optional.empty();
            this.with = Optional.empty();
        }

        Node(int set, Node without, Node with) {
            this.set = set;
            this.without = Optional.of(without);
            this.with = Optional.of(with);
        }

        /**
         * Numbers the classes, so that neighbours of two parts have most in common; returns the
         * next number.
         */
        int number(int first, boolean turned) {
            number = first;
            if (with.isEmpty() || without.isEmpty()) {
                return first + 1;
            }
            Node begin = turned ? with.get() : without.get();
            Node end = turned ? without.get() : with.get();
            return end.number(begin.number(first, false), true);
        }

        /** Puts down the numbers of some members of a block, in whose words the sets are. */
        void put(
                List<long[]> words,
                int[] members,
                int[] scratch,
                int from,
                int to,
                char[] classes) {
            if (from == to) {
                return;
            }
            if (with.isEmpty() || without.isEmpty()) {
                for (int i = from; i < to; i++) {
                    classes[members[i]] = (char) number;
                }
                return;
            }
            long[] in = words.get(set);
            int stay = from;
            int gone = 0;
            for (int i = from; i < to; i++) {
                int member = members[i];
                if ((in[member >>> 6] >>> member & 1) == 0) {
                    members[stay++] = member;
                } else {
                    scratch[gone++] = member;
                }
            }
            System.arraycopy(scratch, 0, members, stay, gone);
            without.get().put(words, members, scratch, from, stay, classes);
            with.get().put(words, members, scratch, stay, to, classes);
        }
    }
}
