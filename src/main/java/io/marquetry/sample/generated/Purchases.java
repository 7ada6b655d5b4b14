package io.marquetry.sample.generated;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Invents what customers bought, about three purchases each and a few of them hundreds: level and
 * liveliness drive how many, age and a favourite what, the level how dear, the channel where, and
 * two festivals a year when.
 */
final class Purchases {

    /** The name of the store that is none. */
    static final String ONLINE = "ONLINE";

    private static final int SUBJECT = 2;
    private static final int MAX_AGO = 1_095;
    private static final int MAX_PER_PERSON = 400;
    private static final int SECONDS_OF_A_DAY = 86_400;

    /** Days from the festivals of June and November to today, of three years. */
    private static final int[] FESTIVALS = {51, 197, 416, 562, 781, 928};

    /** Usual prices in hundredths, in the order of the categories. */
    private static final int[] PRICES = {
        6_800, 3_200, 1_900, 2_600, 2_400, 8_800, 12_800, 9_900, 5_900, 3_600, 11_900, 8_900,
        24_000, 4_500, 15_900, 13_900, 19_900, 28_000, 68_000, 12_900, 21_900, 180_000, 120_000,
        7_900
    };

    private static final Odds[] CATEGORIES = {
        Odds.of(
                10, 60, 90, 40, 30, 6, 12, 9, 12, 30, 60, 80, 14, 30, 80, 30, 40, 12, 1, 40, 12, 25,
                5, 30),
        Odds.of(
                30, 40, 50, 50, 60, 20, 25, 70, 50, 30, 60, 30, 10, 40, 50, 40, 40, 14, 3, 30, 16,
                16, 14, 25),
        Odds.of(
                90, 15, 25, 80, 70, 50, 50, 6, 20, 25, 30, 6, 3, 40, 30, 35, 35, 8, 4, 12, 6, 8, 16,
                12)
    };

    private final Tail many = new Tail(10, 160, 40_000);
    private final Tail dear = new Tail(50, 145, 60_000);
    private final long seed;
    private final Dice dice = new Dice();
    private int favourite;
    private int latest;

    Purchases(long seed) {
        this.seed = seed;
    }

    /**
     * Begins the purchases of a customer.
     *
     * @return how many there are
     */
    int begin(long ordinal, Customer customer) {
        dice.begin(seed, SUBJECT, ordinal);
        favourite = CATEGORIES[customer.generation()].draw(dice);
        long scaled = many.draw(dice) * (250 + customer.activity + 250L * customer.level) / 8_500;
        int count = (int) Math.min(MAX_PER_PERSON, scaled);
        int since = Math.max(1, customer.recency);
        int most = Math.min(customer.tenure, MAX_AGO);
        latest = Math.min(most, since + dice.below(1 + 400 / (count + 1)));
        return since > most ? 0 : count;
    }

    /**
     * Fills in the next purchase.
     *
     * @param number of the customer's purchases, from 0 for the latest
     */
    void fill(int number, Customer customer, Purchase purchase) {
        purchase.daysAgo = number == 0 ? latest : earlier(customer);
        purchase.secondOfDay = dice.largerBelow(SECONDS_OF_A_DAY);
        purchase.category =
                dice.happens(400_000) ? favourite : CATEGORIES[customer.generation()].draw(dice);
        long amount =
                dear.draw(dice) * PRICES[purchase.category] * (100 + 15L * customer.level) / 10_000;
        purchase.amount = Math.max(100, amount);
        purchase.discount =
                dice.below(100) < customer.bargain
                        ? purchase.amount * dice.between(5, 50) / 100
                        : Customer.NONE;
        purchase.store = place(customer);
    }

    private int earlier(Customer customer) {
        int earliest = Math.min(customer.tenure, MAX_AGO);
        if (dice.happens(150_000)) {
            int festival = FESTIVALS[dice.below(FESTIVALS.length)];
            if (festival >= latest && festival <= earliest) {
                return festival;
            }
        }
        int span = earliest - latest + 1;
        return latest + (int) ((long) dice.below(span) * dice.below(span) / span);
    }

    private String place(Customer customer) {
        if (dice.happens(customer.channel < 3 ? 700_000 : 80_000)) {
            return ONLINE;
        }
        String home = customer.homeStore;
        if (home != null && dice.happens(800_000)) {
            return home;
        }
        String other = store(customer, dice);
        return other == null ? ONLINE : other;
    }

    /** Draws a store of the customer's city, the first ones most often. */
    static @Nullable String store(Customer customer, Dice dice) {
        if (customer.city == Customer.NONE) {
            return null;
        }
        List<String> stores = City.ALL.get(customer.city).stores();
        int size = stores.size();
        return stores.get((int) ((long) dice.below(size) * dice.below(size) / size));
    }
}
