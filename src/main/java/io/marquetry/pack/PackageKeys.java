package io.marquetry.pack;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** Proposes keys for packages. */
public final class PackageKeys {

    private static final int MAX_LENGTH = 56;
    private static final String PREFIX = "pack_";

    private PackageKeys() {}

    /**
     * Returns a free key made from a name: “Gold upgrade, spring” gives pack_gold_upgrade_spring;
     * where the name has no Latin letters, from the day.
     */
    public static PackageKey fromName(String name, Set<PackageKey> taken, LocalDate today) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        if (plain.startsWith(PREFIX)) {
            plain = plain.substring(PREFIX.length());
        }
        // A Chinese name has no letters that a key could hold: the day tells more than nothing.
        return free(PREFIX + (plain.isEmpty() ? today.format(BASIC_ISO_DATE) : plain), taken);
    }

    /** Returns the wanted key, or the same with the first number that makes it free. */
    public static PackageKey free(String wanted, Set<PackageKey> taken) {
        String base = wanted.substring(0, Math.min(MAX_LENGTH, wanted.length()));
        PackageKey key = new PackageKey(base);
        for (int i = 2; taken.contains(key); i++) {
            key = new PackageKey(base + "_" + i);
        }
        return key;
    }
}
