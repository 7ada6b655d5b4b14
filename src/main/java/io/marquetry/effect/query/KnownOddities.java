package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.sums.Oddities;
import io.marquetry.effect.sums.Scope;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found to be odd about rows that never change: whoever looks at the same outcomes in
 * another way does not wait for it again. Safe for several threads.
 */
public final class KnownOddities {

    private static final int MAX_KEPT = 16;

    private final Map<Rows, Oddities> known = new LinkedHashMap<>();

    /** Returns what is odd about rows; finds it where it is not known, or the rows may change. */
    Oddities of(
            ProfileSource source, OutcomeMapping mapping, Scope scope, Supplier<Oddities> finding) {
        if (!(source.place() instanceof SourcePlace.Sealed sealed)) {
            return finding.get();
        }
        Rows rows = new Rows(sealed, mapping, scope);
        return found(rows)
                .orElseGet(
                        () -> {
                            Oddities odd = finding.get();
                            keep(rows, odd);
                            return odd;
                        });
    }

    private synchronized Optional<Oddities> found(Rows rows) {
        return Optional.ofNullable(known.get(rows));
    }

    private synchronized void keep(Rows rows, Oddities odd) {
        if (known.size() >= MAX_KEPT) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(rows, odd);
    }

    /** A sealed file with its hash, how it is read, and which part of it. */
    private record Rows(SourcePlace.Sealed file, OutcomeMapping mapping, Scope scope) {}
}
