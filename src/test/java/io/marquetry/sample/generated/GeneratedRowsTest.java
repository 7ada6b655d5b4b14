package io.marquetry.sample.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class GeneratedRowsTest {

    private static final int MANY = 2_000;

    @Test
    void eachCustomerFollowsFromSeedAndOrdinalAlone() {
        List<String> inOrder = IntStream.range(0, MANY).mapToObj(new OneSeed(7)::all).toList();
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, MANY).boxed().toList());
        Collections.shuffle(shuffled, new Random(3));
        OneSeed again = new OneSeed(7);
        for (int ordinal : shuffled) {
            assertThat(again.all(ordinal)).isEqualTo(inOrder.get(ordinal));
        }
        Set<String> others = new HashSet<>(inOrder);
        others.retainAll(IntStream.range(0, MANY).mapToObj(new OneSeed(8)::all).toList());
        assertThat(others).as("another seed makes other customers").isEmpty();
    }

    @Test
    void oneCustomerIsAsItWasAlways() {
        assertThat(new OneSeed(1).all(4_711))
                .isEqualTo(
                        "8 1 0 0 SIA-0010 42 2 1029 -1 135 1656 19 60246 false 0"
                                + " | 92 47783 2212 3 ONLINE -1"
                                + " | 206 79507 5833 11 SIA-0010 -1"
                                + " | 889 40630 9431 15 SIA-0010 -1"
                                + " | 229 77425 7992 15 ONLINE -1");
    }

    @Test
    void oddsAreAsStated() {
        Odds odds = Odds.of(1, 0, 3, 6);
        Dice dice = new Dice();
        dice.begin(1, 1, 1);
        int[] drawn = new int[4];
        for (int i = 0; i < 1_000_000; i++) {
            drawn[odds.draw(dice)]++;
        }
        assertThat(drawn[0]).isBetween(99_000, 101_000);
        assertThat(drawn[1]).isZero();
        assertThat(drawn[2]).isBetween(298_000, 302_000);
        assertThat(drawn[3]).isBetween(598_000, 602_000);
    }

    @Test
    void eachStepOfATailIsHalfAsFrequentAsTheOneBefore() {
        Tail tail = new Tail(100, 200, 1_000_000);
        Dice dice = new Dice();
        dice.begin(1, 1, 1);
        int[] above = new int[4];
        for (int i = 0; i < 1_000_000; i++) {
            long drawn = tail.draw(dice);
            assertThat(drawn).isBetween(100L, 1_000_000L);
            above[0] += drawn >= 200 ? 1 : 0;
            above[1] += drawn >= 400 ? 1 : 0;
            above[2] += drawn >= 100 * 1_024 ? 1 : 0;
        }
        assertThat(above[0]).isBetween(498_000, 502_000);
        assertThat(above[1]).isBetween(248_000, 252_000);
        assertThat(above[2]).isBetween(800, 1_160);
    }

    /** All customers of one seed, as text. */
    private static final class OneSeed {

        private final Customers customers;
        private final Purchases purchases;
        private final Customer customer = new Customer();
        private final Purchase purchase = new Purchase();

        OneSeed(long seed) {
            customers = new Customers(seed);
            purchases = new Purchases(seed);
        }

        String all(int ordinal) {
            customers.fill(ordinal, customer);
            StringBuilder text = new StringBuilder();
            text.append(customer.city)
                    .append(' ')
                    .append(customer.level)
                    .append(' ')
                    .append(customer.channel)
                    .append(' ')
                    .append(customer.device)
                    .append(' ')
                    .append(customer.homeStore)
                    .append(' ')
                    .append(customer.age)
                    .append(' ')
                    .append(customer.visits)
                    .append(' ')
                    .append(customer.points)
                    .append(' ')
                    .append(customer.balance)
                    .append(' ')
                    .append(customer.churnRisk)
                    .append(' ')
                    .append(customer.tenure)
                    .append(' ')
                    .append(customer.recency)
                    .append(' ')
                    .append(customer.visitSecond)
                    .append(' ')
                    .append(customer.newsletter)
                    .append(' ')
                    .append(customer.push);
            int count = purchases.begin(ordinal, customer);
            for (int number = 0; number < count; number++) {
                purchases.fill(number, customer, purchase);
                text.append(" | ")
                        .append(purchase.daysAgo)
                        .append(' ')
                        .append(purchase.secondOfDay)
                        .append(' ')
                        .append(purchase.amount)
                        .append(' ')
                        .append(purchase.category)
                        .append(' ')
                        .append(purchase.store)
                        .append(' ')
                        .append(purchase.discount);
            }
            return text.toString();
        }
    }
}
