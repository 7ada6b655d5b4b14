package io.marquetry.store.dispatch;

import io.marquetry.asset.Template;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Route;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes and reads the accounts of a dispatch; what was written once is read for ever. */
final class RoutesJson {

    private static final String ROUTES = "routes";

    private RoutesJson() {}

    /** Writes the accounts of a dispatch that has several, each with its net. */
    static Json write(Dispatch dispatch) {
        List<Json> all = new ArrayList<>();
        for (int i = 0; i < dispatch.routes().size(); i++) {
            Route route = dispatch.routes().get(i);
            all.add(
                    new JsonMembers()
                            .put("account", route.account())
                            .put("channel", route.channel().name())
                            .put("address", route.address(), Json::text)
                            .put("consent", route.consent().map(c -> c.attribute()), Json::text)
                            .put("consentIs", route.consent().flatMap(c -> c.equal()), Json::text)
                            .put("text", route.text().body())
                            .put("price", route.price(), p -> Json.text(p.toPlainString()))
                            .put("net", dispatch.netByRoute().get(i))
                            .done());
        }
        return new Json.Items(all);
    }

    /** Reads the accounts; where there is one it stands in the plan itself. */
    static List<Route> read(JsonView view) {
        return view.find(ROUTES)
                .map(all -> all.items().stream().map(RoutesJson::route).toList())
                .orElseGet(() -> List.of(route(view)));
    }

    private static Route route(JsonView view) {
        return new Route(
                view.get("account").text(),
                view.get("channel").word(ChannelKind.class),
                view.find("address").map(JsonView::text),
                view.find("consent")
                        .map(
                                c ->
                                        new Dispatch.Consent(
                                                c.text(),
                                                view.find("consentIs").map(JsonView::text))),
                new Template(view.get("text").text()),
                view.find("price").map(price -> new BigDecimal(price.text())));
    }

    /** Reads the net of each account; empty where there is one. */
    static List<Long> net(JsonView view) {
        return view.find(ROUTES)
                .map(
                        all ->
                                all.items().stream()
                                        .map(one -> one.get("net").whole(0, Json.Whole.MAX))
                                        .toList())
                .orElse(List.of());
    }

    /** Writes the reasons on other accounts. */
    static @Nullable String passed(List<Integer> masks) {
        return masks.isEmpty()
                ? null
                : masks.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Reads the reasons on other accounts. */
    static List<Integer> passed(@Nullable String masks) {
        return masks == null
                ? List.of()
                : Arrays.stream(masks.split(",", -1)).map(Integer::valueOf).toList();
    }
}
