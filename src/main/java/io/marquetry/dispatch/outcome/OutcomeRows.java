package io.marquetry.dispatch.outcome;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.effect.Absence;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ask.HappenedQuery;
import io.marquetry.source.plan.ImportColumn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One row for each person of both arms, as chance put them: whoever was to be sent to stays in that
 * arm, also where nothing was sent in the end, so that the arms stay alike.
 */
final class OutcomeRows {

    static final String SEND = "send";
    static final String HOLDOUT = "holdout";
    private static final int MONEY = 2;

    private final DispatchFile file;
    private final Dispatch dispatch;
    private final Progress progress;
    private final Map<Instant, Map<String, HappenedQuery.Happened>> happened;
    private final List<Route> routes;
    private final List<MessageKey> keys;
    private final Map<Receipt.Kind, BitSet> told = new EnumMap<>(Receipt.Kind.class);

    /**
     * Makes the rows of a dispatch.
     *
     * @param happened what people did, by the moment at which they were due and by key
     */
    OutcomeRows(DispatchFile file, Map<Instant, Map<String, HappenedQuery.Happened>> happened) {
        this.file = file;
        this.dispatch = file.dispatch();
        this.progress = Progress.read(file);
        this.happened = happened;
        this.routes = dispatch.routes();
        this.keys =
                IntStream.range(0, routes.size())
                        .mapToObj(route -> new MessageKey(dispatch, route))
                        .toList();
        for (Receipt.Kind kind : Receipt.Kind.values()) {
            told.put(kind, new BitSet());
        }
        file.receipts(receipt -> told(receipt.kind()).set(receipt.ordinal()));
    }

    private BitSet told(Receipt.Kind kind) {
        return told.getOrDefault(kind, new BitSet());
    }

    /** Returns what the columns tell. What only messages bring is not known of those held out. */
    static OutcomeMapping mapping(Dispatch dispatch) {
        Map<OutcomeRole, ColumnUse> uses = new HashMap<>();
        uses.put(OutcomeRole.PROFILE, ColumnUse.of("person"));
        uses.put(OutcomeRole.ARM, ColumnUse.of("arm"));
        uses.put(OutcomeRole.WHEN, ColumnUse.of("due"));
        uses.put(OutcomeRole.SENT, ColumnUse.of("sent"));
        uses.put(OutcomeRole.DELIVERED, ColumnUse.of("delivered").with(Absence.UNKNOWN));
        uses.put(OutcomeRole.HIT, ColumnUse.of("clicked").with(Absence.UNKNOWN));
        if (dispatch.conversion().isPresent()) {
            uses.put(OutcomeRole.CONVERTED, ColumnUse.of("converted"));
        }
        if (hasRevenue(dispatch)) {
            uses.put(OutcomeRole.REVENUE, ColumnUse.of("revenue"));
        }
        if (dispatch.cost().isPresent()) {
            uses.put(OutcomeRole.COST, ColumnUse.of("cost"));
        }
        return new OutcomeMapping(new OutcomeLayout.PerProfile(Optional.empty()), uses);
    }

    private static boolean hasRevenue(Dispatch dispatch) {
        return dispatch.conversion()
                .filter(
                        wanted ->
                                switch (wanted) {
                                    case Conversion.Invented _ -> true;
                                    case Conversion.Events events -> events.revenue().isPresent();
                                })
                .isPresent();
    }

    /** Returns the columns in their order. */
    static List<ImportColumn> columns(Dispatch dispatch) {
        List<ImportColumn> columns =
                new ArrayList<>(
                        List.of(
                                ImportColumn.of("person", AttributeType.TEXT),
                                ImportColumn.of("arm", AttributeType.TEXT),
                                ImportColumn.of("due", AttributeType.DATETIME),
                                ImportColumn.of("sent", AttributeType.INTEGER),
                                ImportColumn.of("delivered", AttributeType.INTEGER),
                                ImportColumn.of("clicked", AttributeType.INTEGER)));
        if (dispatch.conversion().isPresent()) {
            columns.add(ImportColumn.of("converted", AttributeType.INTEGER));
        }
        if (hasRevenue(dispatch)) {
            columns.add(ImportColumn.decimal("revenue", MONEY));
        }
        if (dispatch.cost().isPresent()) {
            columns.add(ImportColumn.decimal("cost", 6));
        }
        return columns;
    }

    /** Writes the rows, the names of the columns first. */
    void write(Writer out) throws IOException {
        out.write(
                String.join(",", columns(dispatch).stream().map(column -> column.name()).toList()));
        out.write('\n');
        try {
            file.recipients(
                    person -> {
                        if (person.arm() == Arm.SEND || person.arm() == Arm.HOLDOUT) {
                            write(person, out);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Recipient person, Writer out) {
        boolean sends = person.arm() == Arm.SEND;
        int at = person.ordinal();
        boolean sent = progress.state(at).filter(RecipientState.SENT::equals).isPresent();
        boolean delivered = told(Receipt.Kind.DELIVERED).get(at);
        List<String> cells = new ArrayList<>();
        cells.add('"' + person.key().replace("\"", "\"\"") + '"');
        cells.add(sends ? SEND : HOLDOUT);
        cells.add(
                LocalDateTime.ofInstant(person.due(), dispatch.zone())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        cells.add(sent ? "1" : "0");
        cells.add(sends ? flag(delivered) : "");
        cells.add(
                sends
                        ? flag(
                                told(Receipt.Kind.CLICKED).get(at)
                                        || told(Receipt.Kind.REPLIED).get(at))
                        : "");
        if (dispatch.conversion().isPresent()) {
            Optional<HappenedQuery.Happened> did = did(person, delivered);
            cells.add(flag(did.isPresent()));
            if (hasRevenue(dispatch)) {
                cells.add(
                        did.map(HappenedQuery.Happened::amount)
                                .orElse(BigDecimal.ZERO)
                                .setScale(MONEY, RoundingMode.HALF_EVEN)
                                .toPlainString());
            }
        }
        if (dispatch.cost().isPresent()) {
            BigDecimal price = routes.get(person.route()).price().orElse(BigDecimal.ZERO);
            cells.add((sent ? price : BigDecimal.ZERO).toPlainString());
        }
        try {
            out.write(String.join(",", cells));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flag(boolean yes) {
        return yes ? "1" : "0";
    }

    private Optional<HappenedQuery.Happened> did(Recipient person, boolean delivered) {
        if (dispatch.conversion().filter(Conversion.Invented.class::isInstance).isPresent()) {
            return InventedPeople.bought(keys.get(person.route()).of(person.ordinal()), delivered);
        }
        return Optional.ofNullable(happened.getOrDefault(person.due(), Map.of()).get(person.key()));
    }
}
