package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Holdout;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Everybody in an audience while it is planned, in columns, for there may be millions. */
final class Crowd {

    private static final int STRETCH = 8_192;

    private final List<String> fields;
    private final List<String> keys = new ArrayList<>();
    private final List<@Nullable String> addresses = new ArrayList<>();
    private final List<ZoneId> zones = new ArrayList<>();
    private final List<String[]> fillings = new ArrayList<>();
    private int[] reasons = new int[1024];
    private long[] due = new long[1024];
    private Arm[] arms = new Arm[0];

    /**
     * Makes an empty one.
     *
     * @param fields what fills the text, in the order in which values come
     */
    Crowd(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    int size() {
        return keys.size();
    }

    /** Adds somebody. */
    void add(
            String key,
            @Nullable String address,
            int why,
            Instant when,
            ZoneId zone,
            String[] filling) {
        int at = keys.size();
        if (at == reasons.length) {
            reasons = Arrays.copyOf(reasons, at * 2);
            due = Arrays.copyOf(due, at * 2);
        }
        keys.add(key);
        addresses.add(address);
        zones.add(zone);
        fillings.add(filling);
        reasons[at] = why;
        due[at] = when.toEpochMilli();
    }

    /** Of those who would be sent to at one address, lets the lowest key stay. */
    void excludeSameAddresses() {
        int before = Reason.SAME_ADDRESS.before();
        Map<String, Integer> stays = new HashMap<>(size() * 4 / 3 + 1);
        for (int i = 0; i < size(); i++) {
            String address = addresses.get(i);
            if (address == null || (reasons[i] & before) != 0) {
                continue;
            }
            Integer other = stays.putIfAbsent(address, i);
            if (other != null) {
                boolean lower = keys.get(i).compareTo(keys.get(other)) < 0;
                reasons[lower ? other : i] |= Reason.SAME_ADDRESS.bit();
                if (lower) {
                    stays.put(address, i);
                }
            }
        }
    }

    /** Lets chance decide about those who have no reason; the last step, so that arms are alike. */
    void split(String salt, double share, String controlSalt, double controlShare) {
        Arm[] drawn = new Arm[size()];
        int stretches = (size() + STRETCH - 1) / STRETCH;
        IntStream.range(0, stretches)
                .parallel()
                .forEach(
                        stretch -> {
                            Holdout holdout = new Holdout(salt, share);
                            Holdout control = new Holdout(controlSalt, controlShare);
                            int end = Math.min(size(), (stretch + 1) * STRETCH);
                            for (int i = stretch * STRETCH; i < end; i++) {
                                drawn[i] = arm(i, control, holdout);
                            }
                        });
        arms = drawn;
    }

    /**
     * Lets only as many be sent to as there is something for. Whom chance ranks last is left out,
     * of all arms alike: so these stay as alike as chance made them. After the arms were drawn.
     *
     * @param most how many can be sent to
     */
    void cut(Reason reason, long most, String salt) {
        long send = IntStream.range(0, size()).filter(i -> arms[i] == Arm.SEND).count();
        if (send <= most) {
            return;
        }
        Holdout rank = new Holdout(salt, 0);
        double[] ranks = new double[size()];
        for (int i = 0; i < size(); i++) {
            ranks[i] = reasons[i] == 0 ? rank.u(keys.get(i)) : 1;
        }
        int[] order =
                IntStream.range(0, size())
                        .filter(i -> reasons[i] == 0)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> ranks[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long left = most;
        for (int i : order) {
            boolean sends = arms[i] == Arm.SEND;
            if (left == 0) {
                reasons[i] |= reason.bit();
                arms[i] = Arm.EXCLUDED;
            }
            left -= sends && left > 0 ? 1 : 0;
        }
    }

    private Arm arm(int i, Holdout control, Holdout holdout) {
        if (reasons[i] != 0) {
            return Arm.EXCLUDED;
        }
        if (control.holds(keys.get(i))) {
            return Arm.CONTROL;
        }
        return holdout.holds(keys.get(i)) ? Arm.HOLDOUT : Arm.SEND;
    }

    Arm arm(int i) {
        return arms[i];
    }

    /** Counts everybody once. */
    Counts counts() {
        Map<Reason, Long> first = new EnumMap<>(Reason.class);
        Map<Reason, Long> lifted = new EnumMap<>(Reason.class);
        Map<Arm, Long> byArm = new EnumMap<>(Arm.class);
        for (int i = 0; i < size(); i++) {
            byArm.merge(arms[i], 1L, Long::sum);
            if (reasons[i] != 0) {
                Reason reason = Reason.first(reasons[i]);
                first.merge(reason, 1L, Long::sum);
                if (reasons[i] == reason.bit()) {
                    lifted.merge(reason, 1L, Long::sum);
                }
            }
        }
        return new Counts(
                size(),
                first,
                lifted,
                byArm.getOrDefault(Arm.CONTROL, 0L),
                byArm.getOrDefault(Arm.HOLDOUT, 0L),
                byArm.getOrDefault(Arm.SEND, 0L));
    }

    /** Returns the first, or the last, moment at which somebody is due. */
    Optional<Instant> edge(boolean last) {
        return IntStream.range(0, size())
                .filter(i -> arm(i) == Arm.SEND)
                .mapToObj(i -> due[i])
                .reduce(last ? Math::max : Math::min)
                .map(Instant::ofEpochMilli);
    }

    /** Hands on everybody. */
    void each(Consumer<Recipient> taker) {
        for (int i = 0; i < size(); i++) {
            Arm arm = arm(i);
            taker.accept(
                    new Recipient(
                            i,
                            keys.get(i),
                            arm == Arm.SEND
                                    ? Optional.ofNullable(addresses.get(i))
                                    : Optional.empty(),
                            arm,
                            reasons[i],
                            Instant.ofEpochMilli(due[i]),
                            zones.get(i),
                            arm == Arm.SEND ? filling(i) : new TreeMap<>()));
        }
    }

    private SortedMap<String, String> filling(int i) {
        SortedMap<String, String> filling = new TreeMap<>();
        for (int f = 0; f < fields.size(); f++) {
            if (!fillings.get(i)[f].isEmpty()) {
                filling.put(fields.get(f), fillings.get(i)[f]);
            }
        }
        return filling;
    }
}
