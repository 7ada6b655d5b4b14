package io.marquetry.ui.tags.rule;

import io.marquetry.tag.TagRule;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions of which all, or one at least, must hold, while they are edited. */
public final class GroupDraft extends RuleDraft {

    private final ObservableList<RuleDraft> children = FXCollections.observableArrayList();
    private final BooleanProperty any = new SimpleBooleanProperty();
    private final boolean frame;

    /**
     * Makes an empty group.
     *
     * @param frame whether the editor needs the group as a place to add to, although the rule may
     *     be a single condition: such a group vanishes from the rule while it holds only one
     */
    GroupDraft(Runnable edited, boolean frame) {
        super(edited);
        this.frame = frame;
        any.subscribe(edited);
        children.subscribe(edited);
    }

    /** Returns the conditions in their order. */
    ObservableList<RuleDraft> children() {
        return children;
    }

    /** Returns whether one condition is enough. */
    BooleanProperty any() {
        return any;
    }

    /** Returns whether the group is only the place to add to. */
    boolean frame() {
        return frame;
    }

    /** Puts one condition in the place of another. */
    void replace(RuleDraft old, RuleDraft fresh) {
        children.set(children.indexOf(old), fresh);
    }

    /** Moves a condition by some places within the group; stops at the ends. */
    void move(RuleDraft child, int places) {
        int from = children.indexOf(child);
        int to = Math.clamp(from + (long) places, 0, children.size() - 1);
        if (from != to) {
            List<RuleDraft> order = new ArrayList<>(children);
            order.remove(from);
            order.add(to, child);
            children.setAll(order);
        }
    }

    @Override
    Optional<TagRule> plain() {
        if (children.isEmpty()) {
            throw new Unfinished("problem.rule.draft.group");
        }
        // Every child is built, so that every one of them knows its own problem.
        List<Optional<TagRule>> built = children.stream().map(RuleDraft::build).toList();
        if (!built.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        List<TagRule> rules = built.stream().map(Optional::orElseThrow).toList();
        if (frame && rules.size() == 1) {
            return Optional.of(rules.getFirst());
        }
        return Optional.of(any.get() ? new TagRule.Any(rules) : new TagRule.All(rules));
    }
}
