package io.marquetry.check;

import io.marquetry.asset.Asset;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Reads the facts of assets: they are free text, and what is none of a kind tells nothing. */
final class Facts {

    private Facts() {}

    /** Returns the first of some facts that is a number of 0 or more. */
    static Optional<BigDecimal> number(Asset asset, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Optional.ofNullable(asset.facts().get(name)).stream())
                .flatMap(fact -> number(fact).stream())
                .findFirst();
    }

    private static Optional<BigDecimal> number(String fact) {
        try {
            return Optional.of(new BigDecimal(fact.strip())).filter(one -> one.signum() >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns a fact that is a day. */
    static Optional<LocalDate> day(Asset asset, String name) {
        try {
            return Optional.ofNullable(asset.facts().get(name))
                    .map(String::strip)
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
