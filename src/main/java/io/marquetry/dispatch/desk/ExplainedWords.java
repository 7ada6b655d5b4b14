package io.marquetry.dispatch.desk;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Masked;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words why somebody gets a message or not; who they are stays masked. */
public final class ExplainedWords {

    private final Texts texts;
    private final Function<Instant, String> moments;

    /**
     * Makes them.
     *
     * @param moments writes a moment
     */
    public ExplainedWords(Texts texts, Function<Instant, String> moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** Returns the sentences. */
    public List<String> lines(Explained found) {
        Recipient person = found.person();
        String who =
                texts.get(
                        "dispatch.people.who",
                        Integer.toString(person.ordinal()),
                        Masked.of(person.key()));
        List<String> lines = new ArrayList<>();
        switch (person.arm()) {
            case EXCLUDED -> excluded(who, found, lines);
            case CONTROL -> {
                lines.add(texts.get("dispatch.explain.control", who));
                route("dispatch.explain.wouldTake", found, lines);
            }
            case HOLDOUT -> {
                lines.add(texts.get("dispatch.explain.heldOut", who));
                route("dispatch.explain.wouldTake", found, lines);
            }
            case SEND -> sent(who, found, lines);
        }
        return lines;
    }

    private void excluded(String who, Explained found, List<String> lines) {
        lines.add(texts.get("dispatch.explain.out", who));
        boolean several = found.route().isEmpty() && !found.passed().isEmpty();
        route("dispatch.explain.wouldTake", found, lines);
        for (Reason reason : several ? List.<Reason>of() : found.reasons()) {
            lines.add(texts.get("dispatch.explain.reason", texts.sentence(reason.words())));
        }
        lines.add(
                texts.get(
                        found.back().isPresent()
                                ? "dispatch.explain.back"
                                : "dispatch.explain.several"));
    }

    /** Says which account somebody takes, and why none before it. */
    private void route(String key, Explained found, List<String> lines) {
        for (Explained.Passed passed : found.passed()) {
            lines.add(
                    texts.get(
                            "dispatch.explain.passed",
                            passed.route().account(),
                            channel(passed.route()),
                            passed.reasons().stream()
                                    .map(reason -> texts.sentence(reason.words()))
                                    .collect(Collectors.joining(", "))));
        }
        found.route()
                .ifPresent(route -> lines.add(texts.get(key, route.account(), channel(route))));
    }

    private String channel(Route route) {
        return texts.get("dispatch.channel." + route.channel());
    }

    private void sent(String who, Explained found, List<String> lines) {
        Recipient person = found.person();
        lines.add(
                texts.get(
                        "dispatch.explain.in",
                        who,
                        moments.apply(person.due()),
                        person.zone().getId()));
        route("dispatch.explain.takes", found, lines);
        found.state()
                .ifPresent(
                        state ->
                                lines.add(
                                        texts.get(
                                                "dispatch.explain.state",
                                                texts.sentence(state.word()),
                                                found.tries())));
        found.late()
                .ifPresent(
                        why ->
                                lines.add(
                                        texts.get(
                                                "dispatch.explain.reason",
                                                texts.sentence(why.words()))));
        if (!found.detail().isEmpty() && found.late().isEmpty()) {
            lines.add(texts.get("dispatch.explain.said", found.detail()));
        }
        if (!found.receipts().isEmpty()) {
            lines.add(
                    texts.get(
                            "dispatch.explain.receipts",
                            found.receipts().stream()
                                    .sorted()
                                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                    .map(kind -> texts.get("cli.dispatch.receipt." + kind))
                                    .collect(Collectors.joining(", "))));
        }
    }
}
