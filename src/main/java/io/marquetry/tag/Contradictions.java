package io.marquetry.tag;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds rules that nobody can satisfy, whatever the profiles hold. What it calls impossible is
 * impossible; of a rule that needs more than a certain effort it says nothing.
 *
 * <p>It tries to satisfy the rule as R. M. Smullyan's tableaux do (First-Order Logic, 1968): what
 * must hold is collected, an alternative opens a branch, and a branch ends where two things on one
 * field exclude each other.
 */
public final class Contradictions {

    private static final int MOST_STEPS = 20_000;

    private final TagCatalog tags;
    private final LocalDate today;
    private int steps;

    /**
     * Makes it.
     *
     * @param tags what rules may name
     * @param today the day that spans end with
     */
    public Contradictions(TagCatalog tags, LocalDate today) {
        this.tags = tags;
        this.today = today;
    }

    /** Returns whether no profile at all can satisfy the rule. */
    public boolean isImpossible(TagRule rule) {
        steps = 0;
        return !isPossible(new Wanted(rule, true, null), null, new FieldFacts.Book());
    }

    private boolean isPossible(
            @Nullable Wanted first, @Nullable Fork firstFork, FieldFacts.Book book) {
        Wanted wanted = first;
        Fork forks = firstFork;
        while (wanted != null) {
            if (++steps > MOST_STEPS) {
                return true;
            }
            TagRule rule = wanted.rule();
            boolean holds = wanted.holds();
            wanted = wanted.next();
            switch (rule) {
                case TagRule.Not not -> wanted = new Wanted(not.rule(), !holds, wanted);
                case TagRule.All all -> {
                    if (holds) {
                        wanted = all(all.rules(), true, wanted);
                    } else {
                        forks = new Fork(all.rules(), false, forks);
                    }
                }
                case TagRule.Any any -> {
                    if (holds) {
                        forks = new Fork(any.rules(), true, forks);
                    } else {
                        wanted = all(any.rules(), false, wanted);
                    }
                }
                case TagRule.HasTag has -> {
                    Optional<TagRule> meant = tags.find(has.tag()).flatMap(Tag::rule);
                    if (meant.isPresent()) {
                        wanted = new Wanted(meant.get(), holds, wanted);
                    } else if (!book.note(rule, holds)) {
                        return false;
                    }
                }
                case TagRule.InLast last -> wanted = new Wanted(last.on(today), holds, wanted);
                case TagRule.Compare _,
                        TagRule.Between _,
                        TagRule.InList _,
                        TagRule.Match _,
                        TagRule.Missing _,
                        TagRule.Events _ -> {
                    List<TagRule> instead = holds ? List.of() : FieldFacts.complement(rule);
                    if (!instead.isEmpty()) {
                        forks = new Fork(instead, true, forks);
                    } else if (!book.take(rule, holds, today)) {
                        return false;
                    }
                }
            }
        }
        return forks == null || isOnePossible(forks, book);
    }

    private boolean isOnePossible(Fork fork, FieldFacts.Book book) {
        for (TagRule rule : fork.rules()) {
            if (isPossible(
                    new Wanted(rule, fork.hold(), null), fork.next(), new FieldFacts.Book(book))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Wanted all(
            List<TagRule> rules, boolean hold, @Nullable Wanted before) {
        Wanted wanted = before;
        for (TagRule rule : rules) {
            wanted = new Wanted(rule, hold, wanted);
        }
        return wanted;
    }

    /** What is still to be looked at, as a list that branches share. */
    private record Wanted(TagRule rule, boolean holds, @Nullable Wanted next) {}

    /** Of these rules one has to hold, or not to hold. */
    private record Fork(List<TagRule> rules, boolean hold, @Nullable Fork next) {}
}
