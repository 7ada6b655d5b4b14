package io.marquetry.ui.compose.palette;

import io.marquetry.base.Texts;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.Formats;

import java.util.Optional;

/**
 * What a chip of the palette says of its tag.
 *
 * @param number the audience that the tag would make
 * @param change what that is against the audience now, in words
 * @param share of the audience now or of the one to come, whichever is larger; 0 to 1
 * @param contradicts whether nobody would be left
 * @param excluded the audience if the tag's people were excluded, as a sentence
 */
record WhatIfWords(
        String number,
        String change,
        double share,
        boolean contradicts,
        Optional<String> excluded) {

    /** Returns the words for a tag; empty where nothing is known of it. */
    static Optional<WhatIfWords> of(WhatIfs whatIfs, TagKey tag, Texts texts) {
        Long added = whatIfs.added().get(tag);
        Long removed = whatIfs.removed().get(tag);
        if (added == null && removed == null) {
            return Optional.empty();
        }
        Formats formats = new Formats(texts.locale());
        long now = whatIfs.now();
        long then = removed != null ? removed : added == null ? now : added;
        boolean contradicts = removed == null && then == 0 && now > 0;
        Optional<String> excluded =
                Optional.ofNullable(whatIfs.excluded().get(tag))
                        .map(
                                left ->
                                        texts.get(
                                                "compose.whatif.excluded",
                                                formats.count(left),
                                                formats.change(now, left)));
        return Optional.of(
                new WhatIfWords(
                        formats.count(then),
                        change(removed != null, contradicts, now, then, texts),
                        (double) then / Math.max(Math.max(then, now), 1),
                        contradicts,
                        excluded));
    }

    private static String change(
            boolean isIn, boolean contradicts, long now, long then, Texts texts) {
        String change = new Formats(texts.locale()).change(now, then);
        if (isIn) {
            return then == now
                    ? texts.get("compose.whatif.in")
                    : texts.get("compose.whatif.without", change);
        }
        if (contradicts) {
            return texts.get("compose.whatif.contradicts");
        }
        return then == now ? texts.get("compose.whatif.implied") : change;
    }
}
