package io.marquetry.store.dispatch;

import io.marquetry.asset.AssetKey;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Exit;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.Terms;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes and reads what else holds for a dispatch; what was written once is read for ever. */
final class TermsJson {

    private TermsJson() {}

    static Json write(Terms terms) {
        JsonMembers shares = new JsonMembers();
        terms.limits()
                .shares()
                .forEach((kind, share) -> shares.put(kind.name(), Double.toString(share)));
        return new JsonMembers()
                .put("coupons", terms.coupons(), pool -> Json.text(pool.value()))
                .put("shares", shares.done())
                .put("most", boxed(terms.limits().most()), n -> new Json.Whole(n))
                .put("first", boxed(terms.limits().first()), n -> new Json.Whole(n))
                .put(
                        "goOnAfter",
                        terms.limits().goOnAfter().map(Duration::toMinutes),
                        n -> new Json.Whole(n))
                .put("budget", terms.budget(), money -> Json.text(money.toPlainString()))
                .put("control", Double.toString(terms.control()))
                .put("profiling", terms.profiling().map(Dispatch.Consent::attribute), Json::text)
                .put("profilingIs", terms.profiling().flatMap(c -> c.equal()), Json::text)
                .put("series", terms.series(), Json::text)
                .put("exit", terms.exit(), TermsJson::write)
                .put("local", terms.local(), time -> Json.text(time.toString()))
                .done();
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    static Terms read(JsonView view) {
        Map<Limits.Kind, Double> shares = new EnumMap<>(Limits.Kind.class);
        view.get("shares")
                .entries()
                .forEach(
                        e ->
                                shares.put(
                                        Limits.Kind.valueOf(e.getKey()),
                                        Double.parseDouble(e.getValue().text())));
        return new Terms(
                view.find("coupons").map(pool -> new AssetKey(pool.text())),
                new Limits(
                        shares,
                        number(view, "most"),
                        number(view, "first"),
                        view.find("goOnAfter")
                                .map(
                                        n ->
                                                Duration.ofMinutes(
                                                        n.whole(1, Limits.LONGEST.toMinutes())))),
                view.find("budget").map(money -> new BigDecimal(money.text())),
                Double.parseDouble(view.get("control").text()),
                view.find("profiling")
                        .map(
                                column ->
                                        new Dispatch.Consent(
                                                column.text(),
                                                view.find("profilingIs").map(JsonView::text))),
                view.find("series").map(JsonView::text),
                view.find("exit").map(TermsJson::exit),
                view.find("local").map(time -> LocalTime.parse(time.text())));
    }

    private static Json write(Exit exit) {
        return new JsonMembers()
                .put("begun", DispatchJson.events(exit.begun()))
                .put("from", exit.from().toString())
                .put("to", exit.to().toString())
                .put("ended", DispatchJson.events(exit.ended()))
                .done();
    }

    private static Exit exit(JsonView view) {
        return new Exit(
                DispatchJson.events(view.get("begun")),
                Instant.parse(view.get("from").text()),
                Instant.parse(view.get("to").text()),
                DispatchJson.events(view.get("ended")));
    }

    private static OptionalLong number(JsonView view, String name) {
        return view.find(name)
                .map(n -> OptionalLong.of(n.whole(1, Json.Whole.MAX)))
                .orElse(OptionalLong.empty());
    }
}
