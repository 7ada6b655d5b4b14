package io.marquetry.ui.tags.rule;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagRule;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

import java.util.Optional;

/**
 * A tag rule, or a part of one, while it is edited: unlike {@link TagRule} it may be unfinished.
 * Every rule that is read comes back equal when nothing was changed.
 */
abstract sealed class RuleDraft
        permits BlankDraft, TestDraft, EventsDraft, CarriesDraft, GroupDraft {

    private final Runnable edited;
    private final IntegerProperty negations = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    RuleDraft(Runnable edited) {
        this.edited = edited;
        negations.subscribe(edited);
    }

    /** Returns how many times “not” stands before this part; the editor offers none and one. */
    final IntegerProperty negations() {
        return negations;
    }

    /** Returns what is unfinished or wrong in this very part, as of the last {@link #build}. */
    final ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the finished rule, or nothing where a part is unfinished or wrong. */
    public final Optional<TagRule> build() {
        Optional<TagRule> rule = Optional.empty();
        Optional<Problem> found = Optional.empty();
        try {
            rule = plain();
        } catch (Unfinished unfinished) {
            found = Optional.of(unfinished.problem);
        }
        problem.set(found);
        for (int i = 0; i < negations.get() && rule.isPresent(); i++) {
            rule = Optional.of(new TagRule.Not(rule.get()));
        }
        return rule;
    }

    /**
     * Returns the rule without its negations; nothing where a part inside is unfinished.
     *
     * @throws Unfinished if this part itself is
     */
    abstract Optional<TagRule> plain();

    public final Runnable edited() {
        return edited;
    }

    /** Says why a part makes no rule yet. */
    static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Unfinished(String key, Object... args) {
            super(key, null, false, false);
            this.problem = Problem.of(key, args);
        }
    }
}
