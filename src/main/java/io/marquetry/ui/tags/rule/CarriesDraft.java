package io.marquetry.ui.tags.rule;

import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;

/** “Carries another tag”, while it is edited. */
final class CarriesDraft extends RuleDraft {

    private final ObjectProperty<Optional<TagKey>> tag =
            new SimpleObjectProperty<>(Optional.empty());

    CarriesDraft(Runnable edited) {
        super(edited);
        tag.subscribe(edited);
    }

    /** Returns the other tag, once chosen. */
    ObjectProperty<Optional<TagKey>> tag() {
        return tag;
    }

    @Override
    Optional<TagRule> plain() {
        return Optional.of(
                new TagRule.HasTag(
                        tag.get().orElseThrow(() -> new Unfinished("problem.rule.draft.tag"))));
    }
}
