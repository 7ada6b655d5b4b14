package io.marquetry.sample.generated;

/**
 * Invents customers: each follows from the seed and its ordinal alone, so the first of a large
 * sample are those of a small one. What hangs together in life does here: the city drives the
 * channel, the channel the device, age and city the level, the level visits and points, and how
 * long ago the last visit was the risk of churn.
 */
final class Customers {

    private static final int SUBJECT = 1;
    private static final int MAX_TENURE = 3_650;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private static final Odds CITIES = Odds.of(City.ALL.stream().mapToInt(City::weight).toArray());
    private static final Odds LEVELS = Odds.of(620_000, 240_000, 110_000, 27_000, 2_900, 100);
    private static final Odds[] CHANNELS = {
        Odds.of(520_000, 260_000, 120_000, 97_000, 2_500, 500),
        Odds.of(400_000, 330_000, 90_000, 170_000, 9_500, 500),
        Odds.of(220_000, 360_000, 60_000, 330_000, 29_500, 500)
    };
    private static final Odds MOBILE = Odds.of(560_000, 260_000, 150_000, 0, 0, 29_500, 400, 100);
    private static final Odds DESK =
            Odds.of(60_000, 30_000, 10_000, 700_000, 170_000, 30_000, 0, 0);

    private final Tail days = new Tail(100, 240, 1_000_000);
    private final Tail visits = new Tail(10, 140, 10_000);
    private final Tail points = new Tail(50, 185, 2_000_000);
    private final Tail money = new Tail(600, 190, 500_000_000);
    private final long seed;
    private final Dice dice = new Dice();

    Customers(long seed) {
        this.seed = seed;
    }

    /** Fills in the customer with an ordinal, from 0. */
    void fill(long ordinal, Customer customer) {
        dice.begin(seed, SUBJECT, ordinal);
        customer.city = dice.happens(12_000) ? Customer.NONE : CITIES.draw(dice);
        customer.age = dice.happens(80_000) ? Customer.NONE : age();
        person(customer);
        behaviour(customer);
        wealth(customer);
        consent(customer);
    }

    private int age() {
        int age = 18 + dice.below(20) + dice.below(24);
        return dice.happens(180_000) ? age + dice.below(40) : age;
    }

    private void person(Customer customer) {
        customer.level = LEVELS.draw(dice);
        boolean wealthy = customer.tier() == 1 || customer.generation() == 1;
        if (wealthy && dice.happens(250_000)) {
            customer.level = Math.max(customer.level, LEVELS.draw(dice));
        }
        customer.channel = CHANNELS[customer.tier() - 1].draw(dice);
        customer.device = device(customer.channel);
        if (customer.tier() == 1 && customer.device == 0 && dice.happens(300_000)) {
            customer.device = 1;
        }
        customer.homeStore = dice.happens(100_000) ? null : Purchases.store(customer, dice);
        customer.activity = dice.below(1_000);
        for (int more = (customer.level + 1) / 2; more > 0; more--) {
            customer.activity = Math.max(customer.activity, dice.below(1_000));
        }
        int bargain = dice.below(100);
        customer.bargain = customer.level == 0 ? bargain : bargain / (1 + customer.level);
    }

    private int device(int channel) {
        return switch (channel) {
            case 0, 1 -> MOBILE.draw(dice);
            case 2 -> DESK.draw(dice);
            default -> dice.happens(700_000) ? Customer.NONE : MOBILE.draw(dice);
        };
    }

    private void behaviour(Customer customer) {
        int tenure = dice.between(1, MAX_TENURE);
        customer.tenure =
                customer.level > 1 ? tenure : Math.min(tenure, dice.between(1, MAX_TENURE));
        customer.visits = 0;
        customer.visitSecond = dice.largerBelow(SECONDS_OF_A_DAY);
        if (customer.activity < 80 && dice.happens(800_000)) {
            customer.recency = Customer.NONE;
            customer.churnRisk = Customer.NONE;
            return;
        }
        long most = days.draw(dice) * (1_100 - customer.activity) / 2_000;
        customer.recency = Math.min(customer.tenure, 1 + dice.below((int) most + 1));
        if (customer.recency <= 90) {
            long many = 1 + visits.draw(dice) * (200 + customer.activity) / 7_000;
            customer.visits = (int) Math.min(90, many);
        }
        int risk = customer.recency * 1_000 / (customer.recency + 90) + dice.between(-80, 80);
        customer.churnRisk = Math.clamp(risk, 0, 1_000);
    }

    private void wealth(Customer customer) {
        long made = points.draw(dice) * (2 + customer.level * customer.level) / 2;
        customer.points = dice.happens(80_000) ? 0 : (int) Math.min(5_000_000, made);
        boolean wallet = dice.happens(customer.channel < 2 ? 450_000 : 120_000);
        customer.balance = wallet ? money.draw(dice) * (4 - customer.tier()) : Customer.NONE;
    }

    private void consent(Customer customer) {
        customer.newsletter = dice.happens(300_000 + 130_000 * customer.generation());
        boolean asked = customer.device != Customer.NONE && customer.channel < 3;
        customer.push = !asked ? Customer.NONE : dice.happens(580_000) ? 1 : 0;
    }
}
