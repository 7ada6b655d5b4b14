package io.marquetry.handoff.incoming;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What could answer a question.
 *
 * @param candidates all of our fields that fit, the likeliest first
 */
public record FieldOffer(FieldQuestion question, List<Candidate> candidates) {

    /** Copies the candidates. */
    public FieldOffer {
        candidates = List.copyOf(candidates);
    }

    /**
     * A field of ours.
     *
     * @param carried how many profiles have values there that the rules ask for; empty where nobody
     *     counted
     * @param likely whether its name or its values speak for it
     */
    public record Candidate(String name, OptionalLong carried, boolean likely) {}

    /** Returns the answer that its name or its values speak for, if there is one. */
    public Optional<String> best() {
        return candidates.stream().findFirst().filter(Candidate::likely).map(Candidate::name);
    }
}
