package io.marquetry.library;

import io.marquetry.base.LocalizedText;
import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of a package in the library.
 *
 * @param goal what it is for; empty: nobody said
 * @param owner who answers for it; may be empty
 * @param parameters what is asked for when another is made from it
 * @param admitted when and by what evidence it was admitted; stays what it was then
 * @param reviewOn when somebody has to look at it again
 * @param reason why it was retired, or what a review said
 */
public record LibraryEntry(
        PackageKey key,
        int version,
        EntryState state,
        Optional<LocalizedText> goal,
        String owner,
        List<Parameter> parameters,
        String nominatedBy,
        Instant nominatedAt,
        Optional<Admitted> admitted,
        Optional<LocalDate> reviewOn,
        Optional<String> reason) {

    /** Copies the parameters. */
    public LibraryEntry {
        parameters = List.copyOf(parameters);
    }

    /**
     * How an entry came in.
     *
     * @param by login of whoever admitted it
     * @param runs the evidence of that moment
     * @param drawn the effect drawn towards that of other packages
     * @param probability that it is worth having
     * @param worthwhile the smallest gain that was worth having then
     */
    public record Admitted(
            String by,
            Instant at,
            Grade grade,
            List<Run> runs,
            Effect drawn,
            double probability,
            double worthwhile) {

        /** Copies the runs. */
        public Admitted {
            runs = List.copyOf(runs);
        }
    }

    /** Returns it admitted. */
    LibraryEntry admitted(Admitted how, LocalDate review) {
        return new LibraryEntry(
                key,
                version,
                EntryState.ADMITTED,
                goal,
                owner,
                parameters,
                nominatedBy,
                nominatedAt,
                Optional.of(how),
                Optional.of(review),
                Optional.empty());
    }

    /** Returns it reviewed. */
    LibraryEntry reviewed(LocalDate next, Optional<String> why) {
        return new LibraryEntry(
                key,
                version,
                state,
                goal,
                owner,
                parameters,
                nominatedBy,
                nominatedAt,
                admitted,
                Optional.of(next),
                why);
    }

    /** Returns it retired. */
    LibraryEntry retired(String why) {
        return new LibraryEntry(
                key,
                version,
                EntryState.RETIRED,
                goal,
                owner,
                parameters,
                nominatedBy,
                nominatedAt,
                admitted,
                Optional.empty(),
                Optional.of(why));
    }
}
