package io.marquetry.cli.dispatch.look;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.desk.Status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How dispatches are shown in a terminal and in JSON. */
public final class DispatchShown {

    private DispatchShown() {}

    /** Returns the way from the audience to the messages; reasons that hold nobody are left out. */
    public static List<String> waterfall(Dispatch dispatch, Texts texts) {
        Counts counts = dispatch.counts();
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.dispatch.reason"),
                                texts.get("cli.dispatch.people"),
                                texts.get("cli.dispatch.left"),
                                texts.get("cli.dispatch.back")),
                        Set.of(1, 2, 3));
        long left = counts.gross();
        table.add(texts.get("cli.dispatch.gross"), "", number(texts, left), "");
        for (Map.Entry<Reason, Long> reason : counts.reasons().entrySet()) {
            if (reason.getValue() > 0) {
                left -= reason.getValue();
                table.add(
                        texts.sentence(reason.getKey().words()),
                        "-" + number(texts, reason.getValue()),
                        number(texts, left),
                        number(texts, counts.lifted().getOrDefault(reason.getKey(), 0L)));
            }
        }
        if (counts.control() > 0) {
            left -= counts.control();
            table.add(
                    texts.get("cli.dispatch.control"),
                    "-" + number(texts, counts.control()),
                    number(texts, left),
                    "");
        }
        if (counts.holdout() > 0) {
            left -= counts.holdout();
            table.add(
                    texts.get("cli.dispatch.heldOut"),
                    "-" + number(texts, counts.holdout()),
                    number(texts, left),
                    "");
        }
        table.add(texts.get("cli.dispatch.net"), "", number(texts, counts.net()), "");
        for (int i = 0; i < dispatch.routes().size() && !dispatch.others().isEmpty(); i++) {
            Route route = dispatch.routes().get(i);
            table.add(
                    texts.get("cli.dispatch.over", route.account(), channel(route, texts)),
                    "",
                    number(texts, dispatch.netByRoute().get(i)),
                    "");
        }
        return table.lines();
    }

    private static String channel(Route route, Texts texts) {
        return texts.get("dispatch.channel." + route.channel());
    }

    /** Returns the accounts in the order in which they are asked, as members of JSON. */
    public static List<Map<String, Object>> accounts(Dispatch dispatch) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < dispatch.routes().size(); i++) {
            Route route = dispatch.routes().get(i);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("account", route.account());
            one.put("channel", route.channel().name());
            one.put("net", dispatch.netByRoute().get(i));
            all.add(one);
        }
        return all;
    }

    /** Returns the counts as members of JSON. */
    public static Map<String, Object> counts(Counts counts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("gross", counts.gross());
        tree.put("reasons", counts.reasons());
        tree.put("lifted", counts.lifted());
        tree.put("control", counts.control());
        tree.put("holdout", counts.holdout());
        tree.put("net", counts.net());
        return tree;
    }

    /** Returns how a dispatch stands, as members of JSON. */
    public static Map<String, Object> json(Status status) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", status.dispatch().id().number());
        tree.put("package", status.dispatch().pack().value());
        tree.put("version", status.dispatch().version());
        tree.put("account", status.dispatch().account());
        tree.put("state", status.state().name());
        tree.put("cause", status.steps().getLast().cause().map(Enum::name).orElse(null));
        tree.put("next", status.next().map(Instant::toString).orElse(null));
        tree.put("plannedBy", status.dispatch().plannedBy());
        tree.put("plannedAt", status.dispatch().plannedAt().toString());
        tree.put("asOf", status.dispatch().snapshot().asOf().toString());
        tree.put("holdoutShare", status.dispatch().holdout());
        tree.put("conversion", status.dispatch().conversion().map(String::valueOf).orElse(null));
        tree.putAll(counts(status.dispatch().counts()));
        tree.put("people", status.people());
        List<Map<String, Object>> accounts = accounts(status.dispatch());
        for (int i = 0; i < accounts.size(); i++) {
            accounts.get(i).put("people", status.byRoute().get(i));
        }
        tree.put("accounts", accounts);
        tree.put("leftOut", status.late());
        tree.put("receipts", status.receipts());
        tree.put(
                "steps",
                status.steps().stream()
                        .map(
                                step -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("state", step.state().name());
                                    one.put("cause", step.cause().map(Enum::name).orElse(null));
                                    one.put("who", step.who());
                                    one.put("note", step.note().orElse(null));
                                    one.put("at", step.at().toString());
                                    return one;
                                })
                        .toList());
        return tree;
    }

    /** Returns how many people are in each state; states without people are left out. */
    public static List<String> people(Status status, Texts texts) {
        TextTable table =
                new TextTable(
                        List.of(texts.get("cli.dispatch.state"), texts.get("cli.dispatch.people")),
                        Set.of(1));
        for (Map.Entry<RecipientState, Long> state : status.people().entrySet()) {
            if (state.getValue() > 0) {
                table.add(texts.sentence(state.getKey().word()), number(texts, state.getValue()));
            }
        }
        status.late()
                .forEach(
                        (why, count) ->
                                table.add(
                                        texts.get(
                                                "dispatch.explain.reason",
                                                texts.sentence(why.words())),
                                        number(texts, count)));
        status.receipts()
                .forEach(
                        (kind, count) ->
                                table.add(
                                        texts.get(
                                                "cli.dispatch.receipt."
                                                        + kind.name().toLowerCase(Locale.ROOT)),
                                        number(texts, count)));
        return table.lines();
    }

    /** Says at which moment a dispatch can go on, if that moment is known. */
    public static Optional<String> next(Status status, Texts texts) {
        return status.next().map(next -> texts.get("dispatch.next", Minute.of(next)));
    }

    /** Writes a number the way the language groups its digits. */
    public static String number(Texts texts, long number) {
        return texts.get("cli.number", number);
    }
}
