package io.marquetry.pack;

import io.marquetry.base.Settings;
import io.marquetry.base.Sha256;

import java.util.Arrays;
import java.util.Optional;

/** What managers noted of packages after looking at what they achieved. Blocks. */
public final class PackageMarks {

    private static final int DIGITS = 40;

    private final Settings settings;

    /** Keeps the marks in a workspace. */
    public PackageMarks(Settings settings) {
        this.settings = settings;
    }

    /** What is noted. */
    public enum Mark {
        /** It is known to work: worth making others from. */
        PROVEN,
        /** It is not to be sent on for now. */
        PAUSED
    }

    /** Notes something of a package, in place of what was noted before; durable when it returns. */
    public void put(PackageKey key, Optional<Mark> mark) {
        settings.put(name(key), mark.map(Mark::name).orElse(""));
    }

    /** Returns what is noted of a package. */
    public Optional<Mark> of(PackageKey key) {
        return settings.get(name(key))
                .flatMap(
                        kept ->
                                Arrays.stream(Mark.values())
                                        .filter(mark -> mark.name().equals(kept))
                                        .findFirst());
    }

    private static String name(PackageKey key) {
        return "package.mark." + Sha256.of(key.value()).substring(0, DIGITS);
    }
}
