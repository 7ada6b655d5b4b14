package io.marquetry.ui.compose;

import io.marquetry.base.Texts;
import io.marquetry.index.WhatIfs;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.Formats;

import java.util.Optional;

/**
 * What a chip of the palette says of its tag.
 *
 * @param number the audience that it would make
 * @param change what that is against the audience now, in words
 * @param share of the audience now or of the one to come, whichever is larger; 0 to 1
 * @param kind how the change reads
 */
record WhatIfWords(String number, String change, double share, Kind kind) {

    /** How a change reads. */
    enum Kind {
        PLAIN("plain"),
        IMPLIED("implied"),
        CONTRADICTS("contradicts");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        /** Returns the name that style sheets use. */
        String css() {
            return css;
        }
    }

    /** Returns the words for a tag; empty where nothing is known of it. */
    static Optional<WhatIfWords> of(WhatIfs whatIfs, TagKey tag, Texts texts) {
        Long added = whatIfs.added().get(tag);
        Long removed = whatIfs.removed().get(tag);
        Formats formats = new Formats(texts.locale());
        long now = whatIfs.now();
        if (removed != null) {
            String words =
                    removed == now
                            ? texts.get("compose.whatif.in")
                            : texts.get("compose.whatif.without", change(formats, now, removed));
            return Optional.of(words(formats, removed, now, words, Kind.PLAIN));
        }
        if (added == null) {
            return Optional.empty();
        }
        if (added == 0 && now > 0) {
            return Optional.of(
                    words(
                            formats,
                            added,
                            now,
                            texts.get("compose.whatif.contradicts"),
                            Kind.CONTRADICTS));
        }
        if (added == now) {
            return Optional.of(
                    words(formats, added, now, texts.get("compose.whatif.implied"), Kind.IMPLIED));
        }
        return Optional.of(words(formats, added, now, change(formats, now, added), Kind.PLAIN));
    }

    private static WhatIfWords words(
            Formats formats, long then, long now, String change, Kind kind) {
        long larger = Math.max(Math.max(then, now), 1);
        return new WhatIfWords(formats.count(then), change, (double) then / larger, kind);
    }

    /** Returns a change as signed per cent: −38 %; from nobody as a signed count: +1,204. */
    private static String change(Formats formats, long now, long then) {
        String sign = then < now ? "−" : "+";
        if (now == 0) {
            return sign + formats.count(then);
        }
        double share = Math.abs((double) (then - now) / now);
        return share < 0.005
                ? sign + formats.count(Math.abs(then - now))
                : sign + formats.wholePercent(share);
    }
}
