package io.marquetry.source.remote;

import io.marquetry.source.AttributeType;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.engine.jdbc.RemoteCatalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Proposes what of a database could be profiles and events, by names and types alone. */
final class MappingProposals {

    private static final Pattern PEOPLE =
            Pattern.compile("customer|profile|member|user|client|people|person|客户|会员|用户|顾客");
    private static final Pattern PERSON_KEY =
            Pattern.compile(
                    "(customer|profile|member|user|client|person|cust|buyer)_?(id|key|no|ord)?"
                            + "|uid|cid|who|客户编号|会员编号|用户编号|客户|会员|用户");
    private static final Pattern OWN_KEY = Pattern.compile("id|key|no|编号|主键|order");
    private static final Pattern TIME =
            Pattern.compile("time|date|_at$|^at$|_on$|day|created|paid|时间|日期");

    private static final Pattern OUTCOMES =
            Pattern.compile(
                    "outcome|response|result|deliver|dispatch|send|sent|campaign|touch|message"
                            + "|(^|_)(sms|e?mail|push|edm|msg)(_|$)|短信|效果|触达|投放|发送|营销|推送");
    private static final Pattern OUTCOME =
            Pattern.compile(
                    "(is_)?(delivered|converted|opened|clicked|redeemed|hit|received|conversion"
                            + "|responded)(_.*)?|arm|treatment|送达|转化|点击|打开|核销|命中|实验组|分组");

    private MappingProposals() {}

    /** Proposes over all tables. */
    static Discovered.Proposal over(List<Discovered.Table> tables) {
        Optional<Discovered.Table> profiles =
                tables.stream()
                        .filter(table -> key(table).isPresent())
                        .max(Comparator.comparingInt(MappingProposals::asProfiles));
        if (profiles.isEmpty() || asProfiles(profiles.get()) <= 0) {
            return new Discovered.Proposal("", "", List.of(), List.of());
        }
        Discovered.Table people = profiles.get();
        RemoteCatalog.Column key = key(people).orElseThrow();
        List<RemotePlan.Events> events = new ArrayList<>();
        for (Discovered.Table table : tables) {
            if (!table.equals(people)) {
                events(table, people, key).ifPresent(events::add);
            }
        }
        return new Discovered.Proposal(people.shown(), key.name(), columns(people), events);
    }

    /** Returns what could be made of the columns of a table that rules can use. */
    static List<ColumnChoice> columns(Discovered.Table table) {
        List<ColumnChoice> proposed = new ArrayList<>();
        for (RemoteCatalog.Column column : table.columns()) {
            column.type()
                    .ifPresent(type -> proposed.add(ColumnChoice.proposed(column.name(), type)));
        }
        return proposed;
    }

    /** Returns whether the rows of a table could tell what came of messages. */
    static boolean isOutcomes(Discovered.Table table) {
        return OUTCOMES.matcher(low(table.found().table())).find()
                && table.columns().stream()
                        .anyMatch(column -> OUTCOME.matcher(low(column.name())).matches());
    }

    /** Returns the column that could hold whose the events of a table are. */
    static Optional<String> owner(Discovered.Table table, String people, RemoteCatalog.Column key) {
        return table.columns().stream()
                .filter(column -> column.type().equals(key.type()))
                .filter(
                        column ->
                                column.name().equalsIgnoreCase(people + "_id")
                                        || column.name().equalsIgnoreCase(key.name())
                                                && !matches(OWN_KEY, key.name())
                                        || matches(PERSON_KEY, column.name()))
                .map(RemoteCatalog.Column::name)
                .findFirst();
    }

    /** Returns the column that could hold when something was. */
    static Optional<String> time(Discovered.Table table) {
        return table.columns().stream()
                .filter(MappingProposals::isTime)
                .max(
                        Comparator.comparingInt(
                                column -> TIME.matcher(low(column.name())).find() ? 1 : 0))
                .map(RemoteCatalog.Column::name);
    }

    private static Optional<RemotePlan.Events> events(
            Discovered.Table table, Discovered.Table people, RemoteCatalog.Column key) {
        return owner(table, people.found().table(), key)
                .flatMap(
                        owner ->
                                time(table)
                                        .map(
                                                time ->
                                                        new RemotePlan.Events(
                                                                table.shown(),
                                                                owner,
                                                                time,
                                                                columns(table),
                                                                isOutcomes(table))));
    }

    private static int asProfiles(Discovered.Table table) {
        String name = low(table.found().table());
        int score = PEOPLE.matcher(name).find() ? 10 : 0;
        score += PEOPLE.matcher(name).matches() ? 5 : 0;
        // Tables that only tell who did what have few columns of their own.
        return score + Math.min(4, table.columns().size() / 3);
    }

    static Optional<RemoteCatalog.Column> key(Discovered.Table table) {
        String name = low(table.found().table());
        return table.columns().stream()
                .filter(MappingProposals::canBeKey)
                .max(Comparator.comparingInt(column -> asKey(low(column.name()), name)))
                .filter(column -> asKey(low(column.name()), name) > 0);
    }

    private static int asKey(String column, String table) {
        if (column.equals(table + "_id") || column.equals("id")) {
            return 3;
        }
        return matches(PERSON_KEY, column) ? 2 : matches(OWN_KEY, column) ? 1 : 0;
    }

    private static boolean canBeKey(RemoteCatalog.Column column) {
        return column.type()
                .map(type -> type == AttributeType.TEXT || type == AttributeType.INTEGER)
                .orElse(false);
    }

    private static boolean isTime(RemoteCatalog.Column column) {
        return column.type()
                .map(type -> type == AttributeType.DATE || type == AttributeType.DATETIME)
                .orElse(false);
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(low(name)).matches();
    }

    private static String low(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
