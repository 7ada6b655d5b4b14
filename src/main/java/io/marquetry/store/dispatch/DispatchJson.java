package io.marquetry.store.dispatch;

import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.QuietHours;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.Terms;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes and reads a plan; what was written once is read for ever. */
final class DispatchJson {

    private static final String FORMAT = "marquetry/dispatch-1";

    /** Several accounts: older programs miss what stands in the routes here, and send nothing. */
    private static final String SEVERAL = "marquetry/dispatch-2";

    private DispatchJson() {}

    static Json write(Dispatch d) {
        Optional<Dispatch> only = d.others().isEmpty() ? Optional.of(d) : Optional.empty();
        Optional<Dispatch> several = d.others().isEmpty() ? Optional.empty() : Optional.of(d);
        Optional<Dispatch.Consent> consent = only.flatMap(one -> one.columns().consent());
        JsonMembers members =
                new JsonMembers()
                        .put("format", only.isPresent() ? FORMAT : SEVERAL)
                        .put("id", d.id().number())
                        .put("package", d.pack().value())
                        .put("version", d.version())
                        .put("sha256", d.sha256())
                        .put("account", only.map(Dispatch::account), Json::text)
                        .put("channel", only.map(one -> one.channel().name()), Json::text)
                        .put("address", only.flatMap(one -> one.columns().address()), Json::text)
                        .put("consent", consent.map(c -> c.attribute()), Json::text)
                        .put("consentIs", consent.flatMap(c -> c.equal()), Json::text)
                        .put("zoneColumn", d.columns().zone(), Json::text)
                        .put("text", only.map(one -> one.text().body()), Json::text)
                        .put("routes", several, RoutesJson::write)
                        .put("holdout", Double.toString(d.holdout()))
                        .put("salt", d.salt())
                        .put("from", d.from().toString())
                        .put("until", d.until().toString())
                        .put("quietStart", d.quiet().start().toString())
                        .put("quietEnd", d.quiet().end().toString())
                        .put("zone", d.zone().getId())
                        .put("capMost", d.cap().map(c -> c.most()), n -> new Json.Whole(n))
                        .put("capDays", d.cap().map(c -> c.days()), n -> new Json.Whole(n))
                        .put("conversion", d.conversion(), DispatchJson::write)
                        .put(
                                "price",
                                only.flatMap(Dispatch::price),
                                price -> Json.text(price.toPlainString()))
                        .put("plannedBy", d.plannedBy())
                        .put("plannedAt", d.plannedAt().toString())
                        .put("source", d.snapshot().source().value())
                        .put("fingerprint", d.snapshot().fingerprint())
                        .put("asOf", d.snapshot().asOf().toString())
                        .put("today", d.snapshot().today().toString())
                        .put("gross", d.counts().gross())
                        .put("control", d.counts().control())
                        .put("holdoutPeople", d.counts().holdout())
                        .put("net", d.counts().net())
                        .put("reasons", write(d.counts().reasons()))
                        .put("lifted", write(d.counts().lifted()))
                        .put("terms", TermsJson.write(d.terms()));
        return members.done();
    }

    static Dispatch read(JsonView view) {
        List<Route> routes = RoutesJson.read(view);
        Route first = routes.getFirst();
        return new Dispatch(
                new DispatchId((int) view.get("id").whole(1, Integer.MAX_VALUE)),
                PackageKey.parse(view.get("package").text()),
                (int) view.get("version").whole(1, Integer.MAX_VALUE),
                view.get("sha256").text(),
                first.account(),
                first.channel(),
                new Dispatch.Columns(
                        first.address(),
                        first.consent(),
                        view.find("zoneColumn").map(JsonView::text)),
                first.text(),
                Double.parseDouble(view.get("holdout").text()),
                view.get("salt").text(),
                Instant.parse(view.get("from").text()),
                Instant.parse(view.get("until").text()),
                new QuietHours(
                        LocalTime.parse(view.get("quietStart").text()),
                        LocalTime.parse(view.get("quietEnd").text())),
                ZoneId.of(view.get("zone").text()),
                view.find("capMost")
                        .map(
                                most ->
                                        new Dispatch.Cap(
                                                (int) most.whole(1, Integer.MAX_VALUE),
                                                (int) view.get("capDays").whole(1, 366))),
                view.find("conversion").map(DispatchJson::conversion),
                first.price(),
                view.get("plannedBy").text(),
                Instant.parse(view.get("plannedAt").text()),
                new Snapshot(
                        new SourceName(view.get("source").text()),
                        view.get("fingerprint").text(),
                        Instant.parse(view.get("asOf").text()),
                        LocalDate.parse(view.get("today").text())),
                new Counts(
                        whole(view.get("gross")),
                        reasons(view.get("reasons")),
                        reasons(view.get("lifted")),
                        whole(view.get("control")),
                        whole(view.get("holdoutPeople")),
                        whole(view.get("net")),
                        RoutesJson.net(view)),
                // Dispatches from before there were terms have none.
                view.find("terms").map(TermsJson::read).orElse(Terms.NONE),
                routes.subList(1, routes.size()));
    }

    private static Json write(Conversion conversion) {
        return switch (conversion) {
            case Conversion.Invented _ -> new JsonMembers().put("invented", 1).done();
            case Conversion.Events events -> events(events);
        };
    }

    private static Conversion conversion(JsonView view) {
        return view.find("invented").isPresent() ? new Conversion.Invented() : events(view);
    }

    /** Writes what people do. */
    static Json events(Conversion.Events events) {
        return new JsonMembers()
                .put("stream", events.stream())
                .put("field", events.only().map(only -> only.field()), Json::text)
                .put("equal", events.only().map(only -> only.equal()), Json::text)
                .put("revenue", events.revenue(), Json::text)
                .put("days", events.days())
                .done();
    }

    /** Reads what people do. */
    static Conversion.Events events(JsonView view) {
        Optional<Conversion.Only> only =
                view.find("field")
                        .map(field -> new Conversion.Only(field.text(), view.get("equal").text()));
        return new Conversion.Events(
                view.get("stream").text(),
                only,
                view.find("revenue").map(JsonView::text),
                (int) view.get("days").whole(1, 366));
    }

    private static long whole(JsonView view) {
        return view.whole(0, Json.Whole.MAX);
    }

    private static Json write(Map<Reason, Long> counts) {
        JsonMembers members = new JsonMembers();
        counts.forEach((reason, count) -> members.put(reason.name(), count));
        return members.done();
    }

    private static Map<Reason, Long> reasons(JsonView view) {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        view.entries().forEach(e -> counts.put(Reason.valueOf(e.getKey()), whole(e.getValue())));
        return counts;
    }
}
