package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Holdout;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Is in {@link #routes} of whom no account can reach, or who was not asked about yet. */
    private static final short NONE = -1;

    private final List<String> fields;
    private final List<Way> ways;
    private final TextColumn keys;
    private final List<TextColumn> addresses;
    private final ZoneId[] zones;
    private final List<TextColumn> fillings;
    private final int[][] whys;
    private final int[] reasons;
    private final short[] routes;
    private final long[] due;
    private final Arm[] arms;

    /**
     * One of the accounts to which people may go.
     *
     * @param fields what its text has places for
     */
    record Way(ChannelKind channel, Set<String> fields) {}

    /**
     * Makes one of people who are put in afterwards.
     *
     * @param fields what fills the texts, in the order in which values come
     * @param people how many there are
     * @param ways the accounts, in the order in which they are asked
     */
    Crowd(List<String> fields, int people, List<Way> ways) {
        this.fields = List.copyOf(fields);
        this.ways = List.copyOf(ways);
        this.keys = new TextColumn(people);
        this.addresses = ways.stream().map(way -> new TextColumn(people)).toList();
        this.zones = new ZoneId[people];
        this.fillings = fields.stream().map(field -> new TextColumn(people)).toList();
        this.whys = new int[ways.size()][people];
        this.reasons = ways.size() == 1 ? whys[0] : new int[people];
        this.routes = new short[people];
        Arrays.fill(routes, NONE);
        this.due = new long[people];
        this.arms = new Arm[people];
    }

    int size() {
        return reasons.length;
    }

    /** Puts somebody in a place, before it is said whether accounts can reach them. */
    void put(int at, String key, Instant when, ZoneId zone) {
        keys.put(at, key);
        zones[at] = zone;
        due[at] = when.toEpochMilli();
    }

    /** Says why an account does not reach somebody, as a mask of all reasons; 0: it does. */
    void ask(int at, int route, @Nullable String address, int why) {
        addresses.get(route).put(at, address == null ? "" : address);
        whys[route][at] = why;
    }

    /** Puts what fills a field of the text of somebody; empty: nothing does. */
    void fill(int at, int field, String value) {
        fillings.get(field).put(at, value);
    }

    /**
     * Lets everybody take the first account that has no reason against it. Of those who would be
     * sent to at one address of a channel, the lowest key stays; whoever took an account before
     * keeps theirs.
     */
    void choose() {
        long seed = new SecureRandom().nextLong();
        for (int route = 0; route < ways.size(); route++) {
            excludeSameAddresses(route, seed);
            for (int i = 0; i < size(); i++) {
                if (routes[i] == NONE && whys[route][i] == 0) {
                    routes[i] = (short) route;
                }
            }
        }
        for (int i = 0; i < size(); i++) {
            reasons[i] = routes[i] == NONE ? whys[0][i] : 0;
        }
    }

    private void excludeSameAddresses(int route, long seed) {
        int before = Reason.SAME_ADDRESS.before();
        int[] hashes = new int[size()];
        stretches(
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        hashes[i] = addressOf(i, route).hash(i, seed);
                    }
                });
        // A table of places, counted from 1, each in the first free row from that of its hash on.
        int[] stays = new int[Math.max(2, Integer.highestOneBit(Math.max(1, size())) << 2)];
        for (int i = 0; i < size(); i++) {
            if (routes[i] != NONE && channel(routes[i]) == channel(route)) {
                excludeSameAddress(stays, hashes, i, route);
            }
        }
        for (int i = 0; i < size(); i++) {
            if (routes[i] == NONE && (whys[route][i] & before) == 0) {
                excludeSameAddress(stays, hashes, i, route);
            }
        }
    }

    private ChannelKind channel(int route) {
        return ways.get(route).channel();
    }

    private TextColumn addressOf(int i, int route) {
        return addresses.get(routes[i] == NONE ? route : routes[i]);
    }

    private void excludeSameAddress(int[] stays, int[] hashes, int i, int route) {
        TextColumn own = addressOf(i, route);
        int row = hashes[i] & stays.length - 1;
        while (stays[row] != 0) {
            int other = stays[row] - 1;
            if (hashes[other] == hashes[i] && own.isSame(i, addressOf(other, route), other)) {
                boolean takes = routes[other] == NONE && keys.get(i).compareTo(keys.get(other)) < 0;
                whys[route][takes ? other : i] |= Reason.SAME_ADDRESS.bit();
                stays[row] = (takes ? i : other) + 1;
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
        long[] one = new long[ways.size()];
        Arrays.fill(one, 1);
        cut(reason, most, one, salt);
    }

    /**
     * Lets only as many be sent to as there is enough for.
     *
     * @param most how much there is
     * @param costs what each account takes of it for a person, from 1
     */
    void cut(Reason reason, long most, long[] costs, String salt) {
        long all = 0;
        for (int i = 0; i < size(); i++) {
            all += arms[i] == Arm.SEND ? costs[routes[i]] : 0;
        }
        if (all <= most) {
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
        double[][] sent = new double[ways.size()][];
        for (int route = 0; route < sent.length; route++) {
            sent[route] = sorted(ranks, route);
        }
        double last = LastServed.rank(sent, most, costs);
        for (int i = 0; i < size(); i++) {
            if (reasons[i] == 0 && ranks[i] > last) {
                reasons[i] |= reason.bit();
                arms[i] = Arm.EXCLUDED;
            }
        }
    }

    private double[] sorted(double[] ranks, int route) {
        double[] found = new double[size()];
        int n = 0;
        for (int i = 0; i < size(); i++) {
            if (arms[i] == Arm.SEND && routes[i] == route) {
                found[n] = ranks[i];
                n++;
            }
        }
        double[] sorted = Arrays.copyOf(found, n);
        Arrays.parallelSort(sorted);
        return sorted;
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
        Long[] byRoute = new Long[ways.size()];
        Arrays.fill(byRoute, 0L);
        for (int i = 0; i < size(); i++) {
            byArm[arms[i].ordinal()]++;
            if (arms[i] == Arm.SEND) {
                byRoute[routes[i]]++;
            }
            if (reasons[i] != 0) {
                Reason reason = Reason.first(reasons[i]);
                first[reason.ordinal()]++;
                if (isOnly(i, reason)) {
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
                byArm[Arm.SEND.ordinal()],
                ways.size() == 1 ? List.of() : List.of(byRoute));
    }

    /** Returns whether an account would reach somebody but for this reason. */
    private boolean isOnly(int i, Reason reason) {
        boolean only = reasons[i] == reason.bit();
        for (int route = 1; route < ways.size() && routes[i] == NONE; route++) {
            only |= whys[route][i] == reason.bit();
        }
        return only;
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
                            arm == Arm.SEND
                                    ? Optional.of(addresses.get(routes[i]).get(i))
                                    : Optional.empty(),
                            arm,
                            reasons[i],
                            Instant.ofEpochMilli(due[i]),
                            zones[i],
                            arm == Arm.SEND ? filling(i) : new TreeMap<>(),
                            Math.max(0, routes[i]),
                            passed(i)));
        }
    }

    private List<Integer> passed(int i) {
        List<Integer> masks = new ArrayList<>();
        int from = routes[i] == NONE ? 1 : 0;
        int to = routes[i] == NONE ? ways.size() : routes[i];
        for (int route = from; route < to; route++) {
            masks.add(whys[route][i]);
        }
        return masks;
    }

    private SortedMap<String, String> filling(int i) {
        SortedMap<String, String> filling = new TreeMap<>();
        Set<String> shown = ways.get(routes[i]).fields();
        for (int f = 0; f < fields.size(); f++) {
            if (shown.contains(fields.get(f)) && !fillings.get(f).isEmpty(i)) {
                filling.put(fields.get(f), fillings.get(f).get(i));
            }
        }
        return filling;
    }
}
