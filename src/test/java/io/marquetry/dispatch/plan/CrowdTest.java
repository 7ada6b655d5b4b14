package io.marquetry.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Holdout;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What the columns of a crowd say is what asking each person would have said. */
class CrowdTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static Crowd crowd(List<String> addresses, int[] reasons) {
        Crowd crowd =
                new Crowd(
                        List.of("name"),
                        addresses.size(),
                        List.of(new Crowd.Way(ChannelKind.PUSH, Set.of("name"))));
        for (int i = 0; i < addresses.size(); i++) {
            // Not in the order of their places: a lower key may come later.
            String key = "k" + Integer.reverse(i) + "é𝄞";
            String address = addresses.get(i).isEmpty() ? null : addresses.get(i);
            crowd.put(i, key, NOON.plusSeconds(i), ZoneOffset.UTC);
            crowd.ask(i, 0, address, reasons[i]);
            crowd.fill(i, 0, i % 3 == 0 ? "" : "名" + i);
        }
        return crowd;
    }

    private static List<Recipient> people(Crowd crowd) {
        List<Recipient> all = new ArrayList<>();
        crowd.each(all::add);
        return all;
    }

    @Test
    void ofOneAddressTheLowestKeyStays() {
        Random random = new Random(7);
        List<String> addresses = new ArrayList<>();
        int[] reasons = new int[20_000];
        for (int i = 0; i < reasons.length; i++) {
            boolean none = random.nextInt(20) == 0;
            addresses.add(none ? "" : "+86138" + random.nextInt(15_000));
            reasons[i] =
                    none
                            ? Reason.NO_ADDRESS.bit()
                            : random.nextInt(10) == 0 ? Reason.NO_CONSENT.bit() : 0;
        }
        Crowd crowd = crowd(addresses, reasons);
        crowd.choose();
        crowd.split("salt", 0, "", 0);
        Map<String, String> lowest = new HashMap<>();
        List<Recipient> all = people(crowd);
        for (Recipient one : all) {
            if (reasons[one.ordinal()] == 0) {
                lowest.merge(
                        addresses.get(one.ordinal()),
                        one.key(),
                        (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }
        for (Recipient one : all) {
            boolean stays = one.key().equals(lowest.get(addresses.get(one.ordinal())));
            if (reasons[one.ordinal()] == 0) {
                assertThat(one.reasons()).isEqualTo(stays ? 0 : Reason.SAME_ADDRESS.bit());
                assertThat(one.address().isPresent()).isEqualTo(stays);
            } else {
                assertThat(one.reasons()).isEqualTo(reasons[one.ordinal()]);
            }
        }
        assertThat(all).anyMatch(one -> one.reasons() == Reason.SAME_ADDRESS.bit());
    }

    @Test
    void chanceIsThatOfTheKeysAndEverythingComesBackAsItWasPut() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            addresses.add("a".repeat(i % 90) + i);
        }
        Crowd crowd = crowd(addresses, new int[addresses.size()]);
        crowd.choose();
        crowd.split("salt", 0.2, "control", 0.1);
        Holdout holdout = new Holdout("salt", 0.2);
        Holdout control = new Holdout("control", 0.1);
        for (Recipient one : people(crowd)) {
            int i = one.ordinal();
            Arm arm =
                    control.holds(one.key())
                            ? Arm.CONTROL
                            : holdout.holds(one.key()) ? Arm.HOLDOUT : Arm.SEND;
            assertThat(one.arm()).isEqualTo(arm);
            assertThat(one.key()).isEqualTo("k" + Integer.reverse(i) + "é𝄞");
            if (arm == Arm.SEND) {
                assertThat(one.address()).contains(addresses.get(i));
                assertThat(one.filling())
                        .isEqualTo(i % 3 == 0 ? Map.of() : Map.of("name", "名" + i));
            }
        }
    }

    @Test
    void asManyAreSentToAsThereIsSomethingFor() {
        for (int most : new int[] {0, 1, 500, 2_999, 3_000}) {
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                addresses.add("a" + i);
            }
            Crowd crowd = crowd(addresses, new int[addresses.size()]);
            crowd.choose();
            crowd.split("salt", 0.3, "", 0);
            long before = crowd.counts().net();
            crowd.cut(Reason.NO_CODE, most, "codes");
            assertThat(crowd.counts().net()).isEqualTo(Math.min(most, before));
            assertThat(crowd.counts().gross()).isEqualTo(3_000);
        }
    }
}
