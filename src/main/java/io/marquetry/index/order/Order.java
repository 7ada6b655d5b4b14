package io.marquetry.index.order;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.SoftReference;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which an index has the profiles: by class, and within a class as the source numbers
 * them. A profile's number in the source is its ordinal, the one in the index its place. Never
 * changes.
 */
public final class Order {

    /** The most classes: their numbers take two bytes. */
    public static final int MOST_CLASSES = 1 << Character.SIZE;

    /** The order of the source itself; there is one for each number of profiles. */
    private static final String AS_IN_SOURCE = "0".repeat(64);

    private static final ValueLayout.OfChar CLASS =
            ValueLayout.JAVA_CHAR.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String id;
    private final long profiles;
    private final int classes;
    private final MemorySegment numbers;
    private final Set<String> seen;
    private volatile SoftReference<int[]> places = new SoftReference<>(null);

    /**
     * Makes an order.
     *
     * @param id 64 hexadecimal digits
     * @param classes how many there are; 1 for the order of the source
     * @param numbers the class of each profile, two bytes by ordinal; nothing where there is one
     * @param seen names of the sets that it follows from
     */
    public Order(String id, long profiles, int classes, MemorySegment numbers, Set<String> seen) {
        this.id = classes == 1 ? AS_IN_SOURCE : id;
        this.profiles = profiles;
        this.classes = classes;
        this.numbers = numbers;
        this.seen = Set.copyOf(seen);
    }

    /** Returns the order in which the source itself has its profiles. */
    public static Order asInSource(long profiles) {
        return new Order(AS_IN_SOURCE, profiles, 1, MemorySegment.NULL, Set.of());
    }

    public String id() {
        return id;
    }

    public long profiles() {
        return profiles;
    }

    public int classes() {
        return classes;
    }

    public MemorySegment numbers() {
        return numbers;
    }

    /** Returns the names of the sets that it follows from. */
    public Set<String> seen() {
        return seen;
    }

    /** Returns the same order, said to follow from other sets. */
    public Order seeing(Set<String> sets) {
        return new Order(id, profiles, classes, numbers, sets);
    }

    public boolean isAsInSource() {
        return classes == 1;
    }

    /** Returns the members of words by place, given those by ordinal. */
    public long[] placed(long[] words) {
        if (isAsInSource()) {
            return words;
        }
        int[] to = places();
        long[] placed = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                int place = to[(i << 6) + Long.numberOfTrailingZeros(left)];
                placed[place >>> 6] |= 1L << place;
            }
        }
        return placed;
    }

    /** Returns the members of words by ordinal, given those by place. */
    public long[] asInSource(long[] words) {
        if (isAsInSource()) {
            return words;
        }
        int[] to = places();
        long[] back = new long[words.length];
        for (int ordinal = 0; ordinal < to.length; ordinal++) {
            int place = to[ordinal];
            back[ordinal >>> 6] |= (words[place >>> 6] >>> place & 1) << ordinal;
        }
        return back;
    }

    /** Returns where the profile with the ordinal stands. */
    public long place(long ordinal) {
        return isAsInSource() ? ordinal : places()[(int) ordinal];
    }

    /** Returns the ordinals of profiles at some places, ascending. */
    public List<Long> ordinals(List<Long> wanted) {
        if (isAsInSource()) {
            return wanted.stream().sorted().toList();
        }
        BitSet asked = new BitSet();
        wanted.forEach(place -> asked.set(Math.toIntExact(place)));
        int[] to = places();
        List<Long> found = new ArrayList<>();
        for (int ordinal = 0; ordinal < to.length; ordinal++) {
            if (asked.get(to[ordinal])) {
                found.add((long) ordinal);
            }
        }
        return found;
    }

    /** Returns the place of each profile by its ordinal; not to be changed. */
    public int[] places() {
        int[] known = places.get();
        if (known == null) {
            known = makePlaces();
            places = new SoftReference<>(known);
        }
        return known;
    }

    private int[] makePlaces() {
        int[] made = new int[Math.toIntExact(profiles)];
        if (isAsInSource()) {
            for (int ordinal = 0; ordinal < made.length; ordinal++) {
                made[ordinal] = ordinal;
            }
            return made;
        }
        int[] next = new int[classes + 1];
        for (int ordinal = 0; ordinal < made.length; ordinal++) {
            next[classAt(ordinal) + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        for (int ordinal = 0; ordinal < made.length; ordinal++) {
            made[ordinal] = next[classAt(ordinal)]++;
        }
        return made;
    }

    private int classAt(int ordinal) {
        return numbers.getAtIndex(CLASS, ordinal);
    }
}
