package io.marquetry.dispatch.series;

import io.marquetry.base.Texts;

/** Says when a series makes its dispatches, the same in window and command line. */
public final class WhenWords {

    private WhenWords() {}

    /** Returns the words. */
    public static String of(When when, Texts texts) {
        return switch (when) {
            case Recurrence again ->
                    texts.get(
                            "dispatch.series.when." + again.every(),
                            again.at().toString(),
                            again.on(),
                            again.zone().getId());
            case Trigger trigger ->
                    texts.get(
                            "dispatch.series.when.EVENT",
                            trigger.only()
                                    .map(
                                            only ->
                                                    trigger.stream()
                                                            + " "
                                                            + only.field()
                                                            + "="
                                                            + only.equal())
                                    .orElse(trigger.stream()),
                            trigger.delay().toMinutes());
        };
    }
}
