package io.marquetry.ui.common.look;

import io.marquetry.base.Texts;
import io.marquetry.govern.LifeState;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tells a version of something that is governed in one line. */
public final class VersionWords {

    private static final String NOTHING = "–";

    private VersionWords() {}

    /** Returns its number, its day, who made it and its state then. */
    public static String of(
            Texts texts,
            int number,
            Optional<Instant> madeAt,
            Optional<String> madeBy,
            LifeState state) {
        return texts.get(
                "govern.version",
                number,
                madeAt.map(at -> at.atZone(ZoneOffset.UTC).toLocalDate().toString())
                        .orElse(NOTHING),
                madeBy.orElse(NOTHING),
                texts.get("life." + state));
    }
}
