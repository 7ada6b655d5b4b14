package io.marquetry.dispatch.series;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Conversion;

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
                            trigger.unless().isPresent()
                                    ? "dispatch.series.when.UNLESS"
                                    : "dispatch.series.when.EVENT",
                            events(trigger.events()),
                            trigger.delay().toMinutes(),
                            trigger.unless().map(WhenWords::events).orElse(""));
        };
    }

    private static String events(Conversion.Events what) {
        return what.only()
                .map(only -> what.stream() + " " + only.field() + "=" + only.equal())
                .orElse(what.stream());
    }
}
