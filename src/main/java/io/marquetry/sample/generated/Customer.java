package io.marquetry.sample.generated;

import org.jspecify.annotations.Nullable;

/** One invented customer; filled anew for each, so that millions of them need no memory. */
final class Customer {

    /** Stands where there is no value. */
    static final int NONE = -1;

    /** Position in {@link City#ALL}, or {@link #NONE}. */
    int city;

    /** Position in {@link Vocabulary#LEVELS}. */
    int level;

    /** Position in {@link Vocabulary#CHANNELS}. */
    int channel;

    /** Position in {@link Vocabulary#DEVICES}, or {@link #NONE}. */
    int device;

    @Nullable String homeStore;

    /** In years, or {@link #NONE}. */
    int age;

    /** Days with a visit in the last 90. */
    int visits;

    int points;

    /** In hundredths, or {@link #NONE} without a wallet. */
    long balance;

    /** In thousandths, or {@link #NONE} where nothing is known. */
    int churnRisk;

    /** Days since the registration, 1 at least. */
    int tenure;

    /** Days since the last visit, 1 at least, or {@link #NONE}. */
    int recency;

    /** Second of the day of the last visit. */
    int visitSecond;

    boolean newsletter;

    /** 1 allowed, 0 not, {@link #NONE} never asked. */
    int push;

    /** How lively the customer is, 0 to 999; known only through what follows from it. */
    int activity;

    /** How many purchases in a hundred are made at a discount; known only through them. */
    int bargain;

    /** Returns 1 for a large city to 3 for a small or unknown one. */
    int tier() {
        return city == NONE ? 3 : City.ALL.get(city).tier();
    }

    /** Returns 0 for the young, 1 for the middle and the unknown, 2 for the old. */
    int generation() {
        if (age == NONE) {
            return 1;
        }
        return age < 30 ? 0 : age < 50 ? 1 : 2;
    }
}
