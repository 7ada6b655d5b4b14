package io.marquetry.sample.generated;

/** One invented purchase; filled anew for each. */
final class Purchase {

    /** Days before today, 1 at least. */
    int daysAgo;

    int secondOfDay;

    /** In hundredths. */
    long amount;

    /** Position in {@link Vocabulary#CATEGORIES}. */
    int category;

    String store = "";

    /** In hundredths, or {@link Customer#NONE}. */
    long discount;
}
