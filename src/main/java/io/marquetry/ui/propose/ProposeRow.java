package io.marquetry.ui.propose;

import io.marquetry.propose.ProposedGroup;
import io.marquetry.propose.ProposedTag;

/** A line of the list of proposals. */
sealed interface ProposeRow {

    /** A column or a kind of event, above its tags. */
    record Heading(ProposedGroup group) implements ProposeRow {}

    /** A tag that can be made. */
    record Line(ProposedTag proposed) implements ProposeRow {}
}
