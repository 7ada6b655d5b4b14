package io.marquetry.ui.compose.palette;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Answer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the palette knows of the tags at one moment.
 *
 * @param whatIfs the numbers
 * @param misfits the tags that have none, and why
 * @param used the tags of the package
 * @param lastKnown of when the numbers are, in words, where the source does not answer
 */
record PaletteNumbers(
        Answer<WhatIfs> whatIfs,
        Map<TagKey, Problem> misfits,
        Set<TagKey> used,
        Optional<String> lastKnown) {

    /** Copies the map and the set. */
    PaletteNumbers {
        misfits = Map.copyOf(misfits);
        used = Set.copyOf(used);
    }

    /** Returns whether the numbers belong to what is on screen. */
    boolean isCurrent() {
        return whatIfs.isCurrent() && lastKnown.isEmpty();
    }

    /** Returns what a chip says of its tag; empty where nothing is known. */
    Optional<WhatIfWords> words(TagKey tag, Texts texts) {
        return whatIfs.latest().flatMap(known -> WhatIfWords.of(known, tag, texts));
    }

    /** Returns why a tag has no number. */
    Optional<Problem> misfit(TagKey tag) {
        return Optional.ofNullable(misfits.get(tag));
    }
}
