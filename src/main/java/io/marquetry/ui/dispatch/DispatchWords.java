package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.ui.common.look.Formats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How dispatches are told of on screen. */
final class DispatchWords {

    private DispatchWords() {}

    /** Returns the tone of a dispatch's state. */
    static String tone(Status status) {
        return switch (status.state()) {
            case RUNNING, DONE -> status.hasTrouble() ? "warn" : "good";
            case PAUSED, EXPIRED -> "warn";
            case PLANNED, SCHEDULED, CANCELLED -> "neutral";
        };
    }

    /** Returns why an address must not be written to: what somebody wrote, or what came back. */
    static String reason(Reach.Entry entry, Texts texts) {
        return switch (entry.reason()) {
            case "unsubscribed", "complained", "bounced" ->
                    texts.get("dispatch.suppression.reason." + entry.reason());
            default -> entry.reason();
        };
    }

    /** Returns where an entry comes from. */
    static String source(Reach.Entry entry, Texts texts) {
        if (entry.source().startsWith("#")) {
            return texts.get("dispatch.suppression.from.dispatch", entry.source().substring(1));
        }
        return switch (entry.source()) {
            case "window", "command", "file" ->
                    texts.get("dispatch.suppression.from." + entry.source());
            default -> entry.source();
        };
    }

    /** Returns how long something takes. */
    static String duration(Duration takes, Texts texts) {
        return takes.toMinutes() < 2
                ? texts.get("dispatch.plan.seconds", takes.toSeconds())
                : texts.get("dispatch.plan.minutes", takes.toHours(), takes.toMinutesPart());
    }

    /** Returns how the people of each account stand, a line each. */
    static String routes(Status now, Texts texts, Formats formats) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < now.byRoute().size(); i++) {
            Route route = now.dispatch().routes().get(i);
            Map<RecipientState, Long> people = now.byRoute().get(i);
            lines.add(
                    texts.get(
                            "dispatch.route.stands",
                            route.account(),
                            texts.get("dispatch.channel." + route.channel()),
                            formats.count(people.getOrDefault(RecipientState.SENT, 0L)),
                            formats.count(now.dispatch().netByRoute().get(i)),
                            formats.count(people.getOrDefault(RecipientState.FAILED, 0L)),
                            formats.count(people.getOrDefault(RecipientState.UNKNOWN, 0L))));
        }
        return String.join("\n", lines);
    }
}
