package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Holdout;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Everybody in an audience while it is planned: a column for each thing that is known of people,
 * for there may be millions. Several threads may put people, each other people.
 */
final class Crowd {

    private static final int STRETCH = 8_192;

    private static final Reason[] REASONS = Reason.values();
    private static final Arm[] ARMS = Arm.values();

    private final List<String> fields;
    private final TextColumn keys;
    private final TextColumn addresses;
    private final ZoneId[] zones;
    private final List<TextColumn> fillings;
    private final int[] reasons;
    private final long[] due;
    private final Arm[] arms;

    /**
     * Makes one of people who are put in afterwards.
     *
     * @param fields what fills the text, in the order in which values come
     * @param people how many there are
     */
    Crowd(List<String> fields, int people) {
        this.fields = List.copyOf(fields);
        this.keys = new TextColumn(people);
        this.addresses = new TextColumn(people);
        this.zones = new ZoneId[people];
        this.fillings = fields.stream().map(field -> new TextColumn(people)).toList();
        this.reasons = new int[people];
        this.due = new long[people];
        this.arms = new Arm[people];
    }

    int size() {
        return reasons.length;
    }

    /** Puts somebody in a place. */
    void put(int at, String key, @Nullable String address, int why, Instant when, ZoneId zone) {
        keys.put(at, key);
        addresses.put(at, address == null ? "" : address);
        zones[at] = zone;
        reasons[at] = why;
        due[at] = when.toEpochMilli();
    }

    /** Puts what fills a field of the text of somebody; empty: nothing does. */
    void fill(int at, int field, String value) {
        fillings.get(field).put(at, value);
    }

    /** Of those who would be sent to at one address, lets the lowest key stay. */
    void excludeSameAddresses() {
        int before = Reason.SAME_ADDRESS.before();
        long seed = new SecureRandom().nextLong();
        int[] hashes = new int[size()];
        stretches(
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        hashes[i] = addresses.hash(i, seed);
                    }
                });
        // A table of places, counted from 1, each in the first free row from that of its hash on.
        int[] stays = new int[Math.max(2, Integer.highestOneBit(Math.max(1, size())) << 2)];
        for (int i = 0; i < size(); i++) {
            if ((reasons[i] & before) == 0) {
                excludeSameAddress(stays, hashes, i);
            }
        }
    }

    private void excludeSameAddress(int[] stays, int[] hashes, int i) {
        int row = hashes[i] & stays.length - 1;
        while (stays[row] != 0) {
            int other = stays[row] - 1;
            if (hashes[other] == hashes[i] && addresses.isSame(i, other)) {
                boolean lower = keys.get(i).compareTo(keys.get(other)) < 0;
                reasons[lower ? other : i] |= Reason.SAME_ADDRESS.bit();
                stays[row] = (lower ? i : other) + 1;
                return;
            }
            row = row + 1 & stays.length - 1;
        }
        stays[row] = i + 1;
    }

    /** Lets chance decide about those who have no reason; the last step, so that arms are alike. */
    void split(String salt, double share, String controlSalt, double controlShare) {
        stretches(
                (from, to) -> {
                    Holdout holdout = new Holdout(salt, share);
                    Holdout control = new Holdout(controlSalt, controlShare);
                    for (int i = from; i < to; i++) {
                        arms[i] = arm(i, control, holdout);
                    }
                });
    }

    /**
     * Lets only as many be sent to as there is something for. Whom chance ranks last is left out,
     * of all arms alike: so these stay as alike as chance made them. After the arms were drawn.
     *
     * @param most how many can be sent to
     */
    void cut(Reason reason, long most, String salt) {
        int send = (int) MemberBits.count(in(Arm.SEND));
        if (send <= most) {
            return;
        }
        double[] ranks = new double[size()];
        stretches(
                (from, to) -> {
                    Holdout rank = new Holdout(salt, 0);
                    for (int i = from; i < to; i++) {
                        ranks[i] = reasons[i] == 0 ? keys.u(i, rank) : 1;
                    }
                });
        double[] sent = new double[send];
        int n = 0;
        for (int i = 0; i < size(); i++) {
            if (arms[i] == Arm.SEND) {
                sent[n] = ranks[i];
                n++;
            }
        }
        Arrays.parallelSort(sent);
        // Ranks of whoever is sent to are below 1: nobody stays where there is nothing for anybody.
        double last = most == 0 ? -1 : sent[(int) most - 1];
        for (int i = 0; i < size(); i++) {
            if (reasons[i] == 0 && ranks[i] > last) {
                reasons[i] |= reason.bit();
                arms[i] = Arm.EXCLUDED;
            }
        }
    }

    private Arm arm(int i, Holdout control, Holdout holdout) {
        if (reasons[i] != 0) {
            return Arm.EXCLUDED;
        }
        if (holds(control, i)) {
            return Arm.CONTROL;
        }
        return holds(holdout, i) ? Arm.HOLDOUT : Arm.SEND;
    }

    private boolean holds(Holdout chance, int i) {
        return chance.share() > 0 && keys.u(i, chance) < chance.share();
    }

    /** Returns the places of everybody in an arm as bits. */
    long[] in(Arm arm) {
        long[] words = new long[(size() + 63) >>> 6];
        for (int i = 0; i < size(); i++) {
            if (arms[i] == arm) {
                words[i >>> 6] |= 1L << i;
            }
        }
        return words;
    }

    /** Counts everybody once. */
    @SuppressWarnings("EnumOrdinal") // Within this call only: a map for each of millions is slow.
    Counts counts() {
        long[] first = new long[REASONS.length];
        long[] lifted = new long[REASONS.length];
        long[] byArm = new long[ARMS.length];
        for (int i = 0; i < size(); i++) {
            byArm[arms[i].ordinal()]++;
            if (reasons[i] != 0) {
                Reason reason = Reason.first(reasons[i]);
                first[reason.ordinal()]++;
                if (reasons[i] == reason.bit()) {
                    lifted[reason.ordinal()]++;
                }
            }
        }
        return new Counts(
                size(),
                byReason(first),
                byReason(lifted),
                byArm[Arm.CONTROL.ordinal()],
                byArm[Arm.HOLDOUT.ordinal()],
                byArm[Arm.SEND.ordinal()]);
    }

    @SuppressWarnings("EnumOrdinal")
    private static Map<Reason, Long> byReason(long[] counted) {
        Map<Reason, Long> found = new EnumMap<>(Reason.class);
        for (Reason reason : REASONS) {
            if (counted[reason.ordinal()] > 0) {
                found.put(reason, counted[reason.ordinal()]);
            }
        }
        return found;
    }

    /** Returns the first, or the last, moment at which somebody is due. */
    Optional<Instant> edge(boolean last) {
        long edge = last ? Long.MIN_VALUE : Long.MAX_VALUE;
        boolean somebody = false;
        for (int i = 0; i < size(); i++) {
            if (arms[i] == Arm.SEND) {
                edge = last ? Math.max(edge, due[i]) : Math.min(edge, due[i]);
                somebody = true;
            }
        }
        return somebody ? Optional.of(Instant.ofEpochMilli(edge)) : Optional.empty();
    }

    /** Works on many people at once, a stretch of them on each thread. */
    private void stretches(Stretch work) {
        IntStream.range(0, (size() + STRETCH - 1) / STRETCH)
                .parallel()
                .forEach(n -> work.on(n * STRETCH, (int) Math.min(size(), (n + 1L) * STRETCH)));
    }

    /** Works on the people of some places. */
    private interface Stretch {
        void on(int from, int to);
    }

    /** Hands on everybody. */
    void each(Consumer<Recipient> taker) {
        for (int i = 0; i < size(); i++) {
            Arm arm = arms[i];
            taker.accept(
                    new Recipient(
                            i,
                            keys.get(i),
                            arm == Arm.SEND ? Optional.of(addresses.get(i)) : Optional.empty(),
                            arm,
                            reasons[i],
                            Instant.ofEpochMilli(due[i]),
                            zones[i],
                            arm == Arm.SEND ? filling(i) : new TreeMap<>()));
        }
    }

    private SortedMap<String, String> filling(int i) {
        SortedMap<String, String> filling = new TreeMap<>();
        for (int f = 0; f < fields.size(); f++) {
            if (!fillings.get(f).isEmpty(i)) {
                filling.put(fields.get(f), fillings.get(f).get(i));
            }
        }
        return filling;
    }
}
