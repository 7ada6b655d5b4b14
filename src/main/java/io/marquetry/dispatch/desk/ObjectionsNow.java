package io.marquetry.dispatch.desk;

import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Exit;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.outcome.Conversions;
import io.marquetry.dispatch.send.Objections;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.source.ask.ValuesQuery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the source again who agrees, and who did meanwhile what they were to be asked for, right
 * before people are sent to. Where the source is in the state in which the people were frozen, it
 * says what it said then.
 */
public final class ObjectionsNow {

    private final Function<SourceName, Snapshot> snapshots;
    private final Function<SourceName, ProfileSource> sources;
    private final SourceQueries queries;
    private final Conversions conversions;

    /** Asks the sources of a workspace. */
    public ObjectionsNow(
            Function<SourceName, Snapshot> snapshots,
            Function<SourceName, ProfileSource> sources,
            SourceQueries queries,
            Conversions conversions) {
        this.snapshots = snapshots;
        this.sources = sources;
        this.queries = queries;
        this.conversions = conversions;
    }

    /** Returns who asks for one dispatch, for one run of it. */
    Objections of(Dispatch dispatch) {
        List<Route> routes = dispatch.routes();
        Optional<Exit> exit = dispatch.terms().exit();
        return exit.isEmpty() && routes.stream().allMatch(route -> route.consent().isEmpty())
                ? Objections.NONE
                : new Asking(dispatch, routes, exit)::among;
    }

    /** Asks for one run. For one thread. */
    private final class Asking {

        private final Dispatch dispatch;
        private final SourceName source;
        private final List<Route> routes;
        private final Optional<Exit> exit;
        private String asked = "";
        private Set<String> exited = Set.of();

        Asking(Dispatch dispatch, List<Route> routes, Optional<Exit> exit) {
            this.dispatch = dispatch;
            this.source = dispatch.snapshot().source();
            this.routes = routes;
            this.exit = exit;
        }

        Map<String, Late> among(List<Recipient> people) {
            String now = snapshots.apply(source).fingerprint();
            if (now.equals(dispatch.snapshot().fingerprint())) {
                return Map.of();
            }
            Map<String, Late> found = new HashMap<>();
            exit.ifPresent(asked -> exited(asked, now, keys(people), found));
            // Whom one account reaches is asked for that account's agreement only.
            for (int i = 0; i < routes.size(); i++) {
                int route = i;
                List<String> keys =
                        keys(people.stream().filter(one -> one.route() == route).toList());
                if (!keys.isEmpty()) {
                    routes.get(i).consent().ifPresent(asked -> refusing(asked, keys, found));
                }
            }
            return found;
        }

        private static List<String> keys(List<Recipient> people) {
            return people.stream().map(Recipient::key).toList();
        }

        private void exited(Exit wanted, String now, List<String> keys, Map<String, Late> found) {
            if (!asked.equals(now)) {
                exited = conversions.exited(source, dispatch.zone(), wanted, new CancelSignal());
                asked = now;
            }
            keys.stream().filter(exited::contains).forEach(key -> found.put(key, Late.MEANWHILE));
        }

        private void refusing(Dispatch.Consent wanted, List<String> keys, Map<String, Late> found) {
            Map<String, Optional<String>> said =
                    new ValuesQuery(queries)
                            .of(
                                    sources.apply(source),
                                    wanted.attribute(),
                                    keys,
                                    new CancelSignal());
            keys.stream()
                    .filter(key -> !wanted.isGiven(said.getOrDefault(key, Optional.empty())))
                    .forEach(key -> found.put(key, Late.NO_CONSENT));
        }
    }
}
