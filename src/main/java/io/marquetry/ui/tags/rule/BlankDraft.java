package io.marquetry.ui.tags.rule;

import io.marquetry.tag.TagRule;

import java.util.Optional;

/** A new condition for which nothing was chosen yet. */
final class BlankDraft extends RuleDraft {

    BlankDraft(Runnable edited) {
        super(edited);
    }

    @Override
    Optional<TagRule> plain() {
        throw new Unfinished("problem.rule.draft.subject");
    }
}
