package io.marquetry.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Template;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Holdout;
import io.marquetry.dispatch.QuietHours;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.Terms;
import io.marquetry.pack.PackageKey;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Whoever goes through the people one by one and asks account after account comes to the same
 * accounts, reasons and sums.
 */
class SeveralWaysTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final List<String> ATTRIBUTES =
            List.of("name", "phone", "mail", "home", "phone_ok", "mail_ok", "zone", "choice");
    private static final Set<String> SUPPRESSED_PHONES = Set.of("+8613800000003", "+8613800000004");
    private static final Set<String> SUPPRESSED_MAILS = Set.of("m5@example.com", "m6@example.com");

    private static final List<Route> ROUTES =
            List.of(
                    route("sms", ChannelKind.SMS, "phone", Optional.of("phone_ok"), "{name}"),
                    route("mail", ChannelKind.MAIL, "mail", Optional.of("mail_ok"), "Mail {name}"),
                    // The same channel again: what the first account sends to, this one must not.
                    route("centre", ChannelKind.SMS, "home", Optional.empty(), "Hello"));

    private static Route route(
            String account,
            ChannelKind channel,
            String address,
            Optional<String> consent,
            String text) {
        return new Route(
                account,
                channel,
                Optional.of(address),
                consent.map(name -> new Dispatch.Consent(name, Optional.empty())),
                new Template(text),
                Optional.of(new BigDecimal("0.05")));
    }

    private static PlanRequest wanted() {
        return new PlanRequest(
                new PackageKey("pack_one"),
                1,
                "sms",
                new Dispatch.Columns(Optional.empty(), Optional.empty(), Optional.of("zone")),
                Optional.empty(),
                Locale.ROOT,
                0.2,
                NOON,
                NOON.plusSeconds(3 * 3_600),
                QuietHours.USUAL,
                ZoneId.of("UTC"),
                Optional.of(new Dispatch.Cap(2, 7)),
                Optional.empty(),
                Map.of(),
                new Terms(
                        Optional.empty(),
                        Terms.NONE.limits(),
                        Optional.empty(),
                        0,
                        Optional.of(new Dispatch.Consent("choice", Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of());
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Someone(String key, @Nullable String[] values) {}

    private static @Nullable String some(Random random, String... texts) {
        String one = texts[random.nextInt(texts.length)];
        return one.isEmpty() ? null : one;
    }

    private static List<Someone> people(Random random, int many) {
        List<Someone> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String phone = "1380000%04d".formatted(random.nextInt(many));
            String home = "+86138 0000 %04d".formatted(random.nextInt(many));
            String mail = "m" + random.nextInt(many) + "@example.com";
            all.add(
                    new Someone(
                            "k" + Integer.reverse(i),
                            new String[] {
                                "N" + i,
                                some(random, phone, phone, phone, "", "12"),
                                some(random, mail, mail, mail, "", "nobody"),
                                some(random, home, home, "", "none"),
                                some(random, "yes", "yes", "no", ""),
                                some(random, "yes", "yes", "no", ""),
                                some(random, "UTC", "UTC", "Europe/Berlin", "CST", "Asia/Tokyo"),
                                some(random, "yes", "yes", "yes", "yes", "no"),
                            }));
        }
        return all;
    }

    private static Map<String, Integer> contacts(Random random, List<Someone> people) {
        Map<String, Integer> had = new HashMap<>();
        people.forEach(one -> had.put(one.key(), random.nextInt(4)));
        return had;
    }

    /** What one person gets, worked out by going through everybody. */
    private record Expected(int route, List<Integer> masks) {}

    private static boolean yes(@Nullable String value) {
        return value != null && value.equals("yes");
    }

    private static Optional<String> address(Someone one, Route route) {
        @Nullable String raw = one.values()[ATTRIBUTES.indexOf(route.address().orElseThrow())];
        return raw == null ? Optional.empty() : route.channel().normal(raw);
    }

    private static int alone(Someone one, Route route, Map<String, Integer> had) {
        int why = 0;
        @Nullable String raw = one.values()[ATTRIBUTES.indexOf(route.address().orElseThrow())];
        Optional<String> address = address(one, route);
        why |= raw == null ? Reason.NO_ADDRESS.bit() : 0;
        why |= raw != null && address.isEmpty() ? Reason.BAD_ADDRESS.bit() : 0;
        boolean agrees =
                route.consent().isEmpty()
                        || yes(one.values()[ATTRIBUTES.indexOf(route.consent().get().attribute())]);
        why |= agrees ? 0 : Reason.NO_CONSENT.bit();
        why |= yes(one.values()[7]) ? 0 : Reason.NOT_PERSONALISED.bit();
        Set<String> listed =
                route.channel() == ChannelKind.SMS ? SUPPRESSED_PHONES : SUPPRESSED_MAILS;
        why |= address.filter(listed::contains).isPresent() ? Reason.SUPPRESSED.bit() : 0;
        why |= had.getOrDefault(one.key(), 0) >= 2 ? Reason.CAPPED.bit() : 0;
        String zone = String.valueOf(one.values()[6]);
        why |= zone.equals("CST") ? Reason.ZONE_UNKNOWN.bit() : 0;
        // At noon in Greenwich it is nine in the evening in Tokyo: quiet until eleven at night
        // here.
        why |= zone.equals("Asia/Tokyo") ? Reason.TOO_LATE.bit() : 0;
        return why;
    }

    private static List<Expected> slowly(
            List<Someone> people, List<Route> routes, List<Map<String, Integer>> had) {
        int[] takes = new int[people.size()];
        Arrays.fill(takes, -1);
        List<List<Integer>> masks = new ArrayList<>();
        people.forEach(one -> masks.add(new ArrayList<>()));
        Map<ChannelKind, Set<String>> taken = new EnumMap<>(ChannelKind.class);
        for (int r = 0; r < routes.size(); r++) {
            Route route = routes.get(r);
            Set<String> before = taken.computeIfAbsent(route.channel(), _ -> new HashSet<>());
            Map<String, String> lowest = new HashMap<>();
            for (int i = 0; i < people.size(); i++) {
                Someone one = people.get(i);
                int why = alone(one, route, had.get(r));
                boolean stands = (why & Reason.SAME_ADDRESS.before()) == 0;
                if (takes[i] < 0 && stands) {
                    lowest.merge(
                            address(one, route).orElseThrow(),
                            one.key(),
                            (a, b) -> a.compareTo(b) < 0 ? a : b);
                }
            }
            for (int i = 0; i < people.size(); i++) {
                if (takes[i] < 0) {
                    Someone one = people.get(i);
                    int why = alone(one, route, had.get(r));
                    boolean stands = (why & Reason.SAME_ADDRESS.before()) == 0;
                    if (stands) {
                        String to = address(one, route).orElseThrow();
                        boolean first = one.key().equals(lowest.get(to)) && !before.contains(to);
                        why |= first ? 0 : Reason.SAME_ADDRESS.bit();
                    }
                    masks.get(i).add(why);
                    takes[i] = why == 0 ? r : -1;
                }
            }
            for (int i = 0; i < people.size(); i++) {
                if (takes[i] == r) {
                    before.add(address(people.get(i), route).orElseThrow());
                }
            }
        }
        List<Expected> all = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            all.add(new Expected(takes[i], masks.get(i)));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everybodyTakesTheFirstAccountThatHasNoReason(int accounts) {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed * 31L + accounts);
            List<Someone> people = people(random, 40 + random.nextInt(400));
            List<Route> routes = ROUTES.subList(0, accounts);
            Map<String, Integer> texts = contacts(random, people);
            List<Map<String, Integer>> had =
                    List.of(texts, contacts(random, people), texts).subList(0, accounts);
            Crowd crowd = crowd(people, routes, had);
            crowd.choose();
            crowd.split("salt", 0.2, "", 0);
            List<Recipient> found = new ArrayList<>();
            crowd.each(found::add);
            List<Expected> expected = slowly(people, routes, had);
            for (int i = 0; i < found.size(); i++) {
                check(found.get(i), expected.get(i), people.get(i), routes, "seed " + seed);
            }
            sums(crowd.counts(), found, routes.size());
            if (people.size() > 200) {
                budget(crowd, routes.size());
            }
        }
    }

    private static Crowd crowd(
            List<Someone> people, List<Route> routes, List<Map<String, Integer>> had) {
        List<Judge.Lane> lanes = new ArrayList<>();
        for (int r = 0; r < routes.size(); r++) {
            boolean sms = routes.get(r).channel() == ChannelKind.SMS;
            lanes.add(
                    new Judge.Lane(
                            routes.get(r),
                            sms ? SUPPRESSED_PHONES::contains : SUPPRESSED_MAILS::contains,
                            had.get(r)));
        }
        Judge judge = new Judge(wanted(), lanes, ATTRIBUTES, 1, Set.of(), Set.of());
        Crowd crowd =
                new Crowd(
                        List.of("name"),
                        people.size(),
                        routes.stream()
                                .map(one -> new Crowd.Way(one.channel(), one.text().fields()))
                                .toList());
        for (int i = 0; i < people.size(); i++) {
            judge.judge(i, people.get(i).key(), people.get(i).values(), crowd);
        }
        return crowd;
    }

    private static void check(
            Recipient one, Expected expected, Someone who, List<Route> routes, String seed) {
        String at = one + ", " + seed;
        if (expected.route() < 0) {
            assertThat(one.arm()).as(at).isEqualTo(Arm.EXCLUDED);
            assertThat(one.reasons()).as(at).isEqualTo(expected.masks().getFirst());
            assertThat(one.passed())
                    .as(at)
                    .isEqualTo(expected.masks().subList(1, expected.masks().size()));
            return;
        }
        // Chance knows no accounts: it is that of the key.
        boolean held = new Holdout("salt", 0.2).holds(who.key());
        assertThat(one.arm()).as(at).isEqualTo(held ? Arm.HOLDOUT : Arm.SEND);
        assertThat(one.route()).as(at).isEqualTo(expected.route());
        assertThat(one.passed()).as(at).isEqualTo(expected.masks().subList(0, expected.route()));
        if (!held) {
            Route route = routes.get(expected.route());
            assertThat(one.address()).as(at).isEqualTo(address(who, route));
            assertThat(one.filling().keySet()).as(at).isEqualTo(route.text().fields());
        }
    }

    private static void sums(Counts counts, List<Recipient> found, int accounts) {
        long[] net = new long[accounts];
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        for (Recipient one : found) {
            if (one.arm() == Arm.SEND) {
                net[one.route()]++;
            } else if (one.arm() == Arm.EXCLUDED) {
                reasons.merge(Reason.first(one.reasons()), 1L, Long::sum);
            }
        }
        counts.reasons()
                .forEach((why, n) -> assertThat(reasons.getOrDefault(why, 0L)).isEqualTo(n));
        if (accounts > 1) {
            assertThat(counts.byRoute())
                    .containsExactly(Arrays.stream(net).boxed().toArray(Long[]::new));
        }
        assertThat(Arrays.stream(net).sum()).isEqualTo(counts.net());
    }

    /** With dear and cheap accounts the money goes to whom chance ranks first, and no further. */
    private static void budget(Crowd crowd, int accounts) {
        long[] costs = {7, 1, 3};
        long all = cost(crowd, costs);
        long most = all / 3;
        crowd.cut(Reason.OVER_BUDGET, most, Arrays.copyOf(costs, accounts), "budget");
        long spent = cost(crowd, costs);
        assertThat(spent).isLessThanOrEqualTo(most).isGreaterThan(most - 7);
        assertThat(crowd.counts().gross()).isEqualTo(crowd.size());
    }

    private static long cost(Crowd crowd, long[] costs) {
        long[] sum = {0};
        crowd.each(one -> sum[0] += one.arm() == Arm.SEND ? costs[one.route()] : 0);
        return sum[0];
    }
}
