package io.marquetry.index;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.base.Sha256;

import java.util.Locale;

/**
 * Whether numbers of a source come from an index or from the source itself, as the workspace
 * remembers it. Blocks, so never call it on the FX thread.
 *
 * @param settings remember it
 */
public record LiveUse(Settings settings) {

    /** The limit unless another is set: 2.5 MB a tag. */
    public static final long USUAL_LIMIT = 20_000_000;

    private static final String LIMIT = "source.live.limit";
    private static final String CHOICE = "source.live.";

    /** Settings have shorter names than sources may have. */
    private static final int SHORT = 32;

    /** What was chosen for a source. */
    public enum Choice {
        /** Live where the source lies on a server and has more profiles than the limit. */
        BY_SIZE,
        INDEX,
        LIVE
    }

    /** Returns from more than how many profiles on live use is proposed. */
    public long limit() {
        return settings.get(LIMIT).map(Long::parseLong).orElse(USUAL_LIMIT);
    }

    /**
     * Sets that limit for all sources of the workspace.
     *
     * @param profiles 0 proposes live use for every source
     * @throws ProblemException if it is below 0
     */
    public void limit(long profiles) {
        if (profiles < 0) {
            throw Problem.of("problem.source.liveLimit", profiles).asException();
        }
        settings.put(LIMIT, String.valueOf(profiles));
    }

    /** Returns what was chosen for a source. */
    public Choice choice(SourceName source) {
        return settings.get(name(source))
                .map(word -> Choice.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Choice.BY_SIZE);
    }

    /** Chooses for a source; durable when it returns. */
    public void choose(SourceName source, Choice choice) {
        settings.put(name(source), choice.name().toLowerCase(Locale.ROOT));
    }

    /** Forgets what was chosen for a source that is gone; another may get its name. */
    public void forget(SourceName source) {
        if (choice(source) != Choice.BY_SIZE) {
            choose(source, Choice.BY_SIZE);
        }
    }

    private static String name(SourceName source) {
        return CHOICE + Sha256.of(source.value()).substring(0, SHORT);
    }

    /**
     * Returns whether numbers come from the source itself.
     *
     * @param onServer whether it lies on a server
     * @param profiles how many it had when that was last known
     */
    public boolean isLive(SourceName source, boolean onServer, long profiles) {
        return switch (choice(source)) {
            case LIVE -> true;
            case INDEX -> false;
            case BY_SIZE -> onServer && profiles > limit();
        };
    }
}
