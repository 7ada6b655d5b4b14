package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.asset.Template;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The small rules of dispatches. */
class DispatchRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void everyDispatchThatIsNotOverCanBeStoppedForGood() {
        for (DispatchState state : DispatchState.values()) {
            assertThat(state.next().contains(DispatchState.CANCELLED)).isEqualTo(!state.isLast());
            assertThat(state.next()).doesNotContain(state, DispatchState.PLANNED);
        }
        assertThat(DispatchState.PLANNED.next()).doesNotContain(DispatchState.RUNNING);
    }

    @Test
    void whatMayHaveBeenTakenIsNeverClaimedAgain() {
        assertThat(RecipientState.UNKNOWN.next())
                .isEqualTo(EnumSet.of(RecipientState.SENT, RecipientState.RETRY));
        for (RecipientState state : RecipientState.values()) {
            boolean claims = state.next().contains(RecipientState.CLAIMED);
            assertThat(claims)
                    .isEqualTo(
                            Set.of(
                                            RecipientState.WAITING,
                                            RecipientState.RETRY,
                                            RecipientState.CLAIMED)
                                    .contains(state));
        }
    }

    @Test
    void oneAddressIsOneText() {
        assertThat(ChannelKind.SMS.normal("138 0013-8000")).contains("+8613800138000");
        assertThat(ChannelKind.SMS.normal("0086 138 0013 8000")).contains("+8613800138000");
        assertThat(ChannelKind.SMS.normal("+44 20 7946 0958")).contains("+442079460958");
        assertThat(ChannelKind.SMS.normal("+86 138 0013 800")).isEmpty();
        assertThat(ChannelKind.SMS.normal("12345")).isEmpty();
        assertThat(ChannelKind.MAIL.normal(" Li.Wen@Example.COM ")).contains("Li.Wen@example.com");
        for (String bad :
                new String[] {
                    "a@b",
                    "<a@c.cn>",
                    "a b@c.cn",
                    "a@c.cn\r\nBcc: x@y.cn",
                    "@c.cn",
                    "a@-c.cn",
                    "a..b@c.cn"
                }) {
            assertThat(ChannelKind.MAIL.normal(bad)).as(bad).isEmpty();
        }
        assertThat(ChannelKind.PUSH.normal("token\n1")).isEmpty();
    }

    /** The rule as it reads, in patterns that take many times as long. */
    @Test
    void numbersAreReadAsTheirRuleSays() {
        Random random = new Random(20_261_128);
        String[] heads = {"", "+", "00", "+86", "0086", "1", "+1", "+861", "86", "0", "+0"};
        String between = " -().\u2011\u2015\t\u00a0x\uff11";
        int right = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(heads[random.nextInt(heads.length)]);
            for (int digits = random.nextInt(17); digits > 0; digits--) {
                text.append((char) ('0' + random.nextInt(10)));
                if (random.nextInt(6) == 0) {
                    text.append(between.charAt(random.nextInt(between.length())));
                }
            }
            Optional<String> number = ChannelKind.SMS.normal(text.toString());
            assertThat(number).as(text.toString()).isEqualTo(plainly(text.toString().strip()));
            right += number.isPresent() ? 1 : 0;
        }
        assertThat(right).isBetween(20_000, 180_000);
    }

    private static Optional<String> plainly(String text) {
        String bare = text.replaceAll("[\\s().\\-\\u2010-\\u2015]", "");
        String full =
                bare.startsWith("00")
                        ? "+" + bare.substring(2)
                        : bare.matches("1[3-9][0-9]{9}") ? "+86" + bare : bare;
        String form = full.startsWith("+861") ? "\\+861[3-9][0-9]{9}" : "\\+[1-9][0-9]{6,14}";
        return full.matches(form) ? Optional.of(full) : Optional.empty();
    }

    @Test
    void aTextIsFilledAndNothingIsWorkedOut() {
        Template text = new Template("Dear {name|customer}, {points} points. {a.b} ${x} $1");
        assertThat(text.fields()).containsExactly("name", "points", "x");
        assertThat(text.fill(Map.of("points", "$0 \\ {name}")))
                .isEqualTo("Dear customer, $0 \\ {name} points. {a.b} $ $1");
    }

    @Test
    void neverMoreInASecondThanTheLimit() {
        EvenPace pace = new EvenPace(100);
        Random random = new Random(5);
        long now = 0;
        long[] at = new long[5_000];
        for (int i = 0; i < at.length; i++) {
            now += pace.take(now);
            at[i] = now;
            // Now and then it rests: what was not used is not made up for.
            now += random.nextInt(100) == 0 ? 900_000_000L : random.nextLong(4_000_000L);
        }
        for (int i = 0; i + 100 < at.length; i++) {
            assertThat(at[i + 100] - at[i]).isGreaterThanOrEqualTo(1_000_000_000L);
        }
    }

    @Test
    void aTryWaitsAtRandomUpToABoundThatDoubles() {
        Backoff backoff = new Backoff(new Random(3));
        long[] sums = new long[3];
        for (int i = 0; i < 2_000; i++) {
            for (int tries = 1; tries <= 3; tries++) {
                long wait =
                        Duration.between(NOW, backoff.next(NOW, tries, Optional.empty()))
                                .toMillis();
                assertThat(wait).isBetween(0L, 1_000L << tries);
                sums[tries - 1] += wait;
            }
            assertThat(backoff.next(NOW, 40, Optional.empty()))
                    .isBeforeOrEqualTo(NOW.plus(Duration.ofMinutes(15)));
        }
        assertThat(sums[0] / 2_000.0).isBetween(950.0, 1_050.0);
        assertThat(sums[2] / 2_000.0).isBetween(3_800.0, 4_200.0);
    }

    @Test
    void whatTheChannelAsksForCountsButAtMostADay() {
        Backoff backoff = new Backoff(new Random(3));
        assertThat(backoff.next(NOW, 1, Optional.of(Duration.ofMinutes(5))))
                .isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(backoff.next(NOW, 1, Optional.of(Duration.ofDays(400))))
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void countsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new Counts(10, Map.of(Reason.NO_CONSENT, 3L), Map.of(), 0, 1, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsTheSameOnEachTryAndAnotherForEachMessage() {
        MessageKey keys = new MessageKey("salt", new DispatchId(3), ChannelKind.SMS);
        assertThat(keys.of(7)).hasSize(32).isEqualTo(keys.of(7)).isNotEqualTo(keys.of(8));
        assertThat(new MessageKey("other", new DispatchId(3), ChannelKind.SMS).of(7))
                .isNotEqualTo(keys.of(7));
    }
}
