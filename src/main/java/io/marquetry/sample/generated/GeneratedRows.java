package io.marquetry.sample.generated;

import io.marquetry.source.AttributeType;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.write.TypedRows;
import io.marquetry.source.plan.ImportColumn;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** Writes customers and purchases into a source. */
final class GeneratedRows {

    /** The day after the last event, from which relative dates count. */
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    /** How rules call the purchases. */
    static final String PURCHASES = "purchases";

    /** Changes whenever the same seed makes other customers. */
    private static final int EDITION = 1;

    private static final int ROWS_BETWEEN_WORDS = 8_192;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final long MICROS = 1_000_000;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private static final List<ImportColumn> CUSTOMER =
            List.of(
                    ImportColumn.of("city", AttributeType.TEXT),
                    ImportColumn.of("level", AttributeType.TEXT),
                    ImportColumn.of("channel", AttributeType.TEXT),
                    ImportColumn.of("device", AttributeType.TEXT),
                    ImportColumn.of("home_store", AttributeType.TEXT),
                    ImportColumn.of("age", AttributeType.INTEGER),
                    ImportColumn.of("visits_90d", AttributeType.INTEGER),
                    ImportColumn.of("points", AttributeType.INTEGER),
                    decimal("balance", 2),
                    decimal("churn_risk", 3),
                    ImportColumn.of("registered", AttributeType.DATE),
                    ImportColumn.of("last_visit", AttributeType.DATETIME),
                    ImportColumn.of("newsletter", AttributeType.BOOLEAN),
                    ImportColumn.of("push_allowed", AttributeType.BOOLEAN));

    private static final List<ImportColumn> PURCHASE =
            List.of(
                    decimal("amount", 2),
                    ImportColumn.of("category", AttributeType.TEXT),
                    ImportColumn.of("store", AttributeType.TEXT),
                    decimal("discount", 2));

    private final long profiles;
    private final long seed;
    private final GenerateListener listener;
    private long rows;
    private long told = System.nanoTime();

    GeneratedRows(long profiles, long seed, GenerateListener listener) {
        this.profiles = profiles;
        this.seed = seed;
        this.listener = listener;
    }

    /**
     * Writes them all.
     *
     * @return how many purchases there are
     */
    long writeTo(LocalSourceBuilder builder) {
        String facts = "generated " + EDITION + " seed " + seed + " profiles " + profiles;
        try (TypedRows table = builder.profileRows(CUSTOMER, facts)) {
            customers(table);
            table.finish();
        }
        try (TypedRows table =
                builder.eventRows(PURCHASES, AttributeType.DATETIME, PURCHASE, facts)) {
            long purchases = purchases(table);
            table.finish();
            listener.progressed(rows, 1);
            return purchases;
        }
    }

    private void customers(TypedRows table) {
        Customers customers = new Customers(seed);
        Customer customer = new Customer();
        for (long i = 0; i < profiles; i++) {
            customers.fill(i, customer);
            table.profile(key(i));
            write(customer, table);
            made(i, 0);
        }
    }

    private long purchases(TypedRows table) {
        Customers customers = new Customers(seed);
        Customer customer = new Customer();
        Purchases purchases = new Purchases(seed);
        Purchase purchase = new Purchase();
        long before = rows;
        for (long i = 0; i < profiles; i++) {
            customers.fill(i, customer);
            int count = purchases.begin(i, customer);
            for (int number = 0; number < count; number++) {
                purchases.fill(number, customer, purchase);
                table.event(i);
                write(purchase, table);
                made(i, 1);
            }
        }
        return rows - before;
    }

    private static void write(Customer customer, TypedRows table) {
        text(customer.city == Customer.NONE ? null : City.ALL.get(customer.city).value(), table);
        table.text(Vocabulary.LEVELS.get(customer.level).value());
        table.text(Vocabulary.CHANNELS.get(customer.channel).value());
        text(word(Vocabulary.DEVICES, customer.device), table);
        text(customer.homeStore, table);
        whole(customer.age, table);
        table.whole(customer.visits);
        table.whole(customer.points);
        decimal(customer.balance, table);
        decimal(customer.churnRisk, table);
        table.day(TODAY.toEpochDay() - customer.tenure);
        if (customer.recency == Customer.NONE) {
            table.missing();
        } else {
            table.moment(moment(customer.recency, customer.visitSecond));
        }
        table.truth(customer.newsletter);
        if (customer.push == Customer.NONE) {
            table.missing();
        } else {
            table.truth(customer.push == 1);
        }
        table.end();
    }

    private static void write(Purchase purchase, TypedRows table) {
        table.moment(moment(purchase.daysAgo, purchase.secondOfDay));
        table.decimal(purchase.amount);
        table.text(Vocabulary.CATEGORIES.get(purchase.category).value());
        table.text(purchase.store);
        decimal(purchase.discount, table);
        table.end();
    }

    /** Tells the listener now and then; the purchases take about twice as long as the customers. */
    private void made(long profile, int pass) {
        rows++;
        if (rows % ROWS_BETWEEN_WORDS == 0) {
            long now = System.nanoTime();
            if (now - told >= PAUSE_NANOS) {
                told = now;
                double within = (double) profile / profiles;
                listener.progressed(rows, pass == 0 ? within / 3 : (1 + 2 * within) / 3);
            }
        }
    }

    private static String key(long ordinal) {
        return "C" + (1_000_000_000 + ordinal);
    }

    private static long moment(int daysAgo, int second) {
        return ((TODAY.toEpochDay() - daysAgo) * SECONDS_OF_A_DAY + second) * MICROS;
    }

    private static @Nullable String word(List<Word> words, int position) {
        return position == Customer.NONE ? null : words.get(position).value();
    }

    private static void text(@Nullable String value, TypedRows table) {
        if (value == null) {
            table.missing();
        } else {
            table.text(value);
        }
    }

    private static void whole(int value, TypedRows table) {
        if (value == Customer.NONE) {
            table.missing();
        } else {
            table.whole(value);
        }
    }

    private static void decimal(long value, TypedRows table) {
        if (value == Customer.NONE) {
            table.missing();
        } else {
            table.decimal(value);
        }
    }

    private static ImportColumn decimal(String name, int scale) {
        return ImportColumn.decimal(name, scale);
    }
}
