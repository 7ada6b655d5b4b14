package io.marquetry.dispatch.desk;

import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.send.Consents;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.source.ask.ValuesQuery;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the source again who agrees, right before people are sent to. Where the source is in the
 * state in which the people were frozen, it says what it said then.
 */
public final class ConsentNow {

    private final Function<SourceName, Snapshot> snapshots;
    private final Function<SourceName, ProfileSource> sources;
    private final SourceQueries queries;

    /** Asks the sources of a workspace. */
    public ConsentNow(
            Function<SourceName, Snapshot> snapshots,
            Function<SourceName, ProfileSource> sources,
            SourceQueries queries) {
        this.snapshots = snapshots;
        this.sources = sources;
        this.queries = queries;
    }

    /** Returns who asks for one dispatch. */
    Consents of(Dispatch dispatch) {
        Optional<Dispatch.Consent> wanted = dispatch.columns().consent();
        return wanted.isEmpty()
                ? Consents.AS_FROZEN
                : people -> refusing(dispatch, wanted.get(), people);
    }

    private Set<String> refusing(
            Dispatch dispatch, Dispatch.Consent wanted, List<Recipient> people) {
        SourceName source = dispatch.snapshot().source();
        if (snapshots.apply(source).fingerprint().equals(dispatch.snapshot().fingerprint())) {
            return Set.of();
        }
        List<String> keys = people.stream().map(Recipient::key).toList();
        Map<String, Optional<String>> now =
                new ValuesQuery(queries)
                        .of(sources.apply(source), wanted.attribute(), keys, new CancelSignal());
        Set<String> refusing = new HashSet<>();
        for (String key : keys) {
            if (!wanted.isGiven(now.getOrDefault(key, Optional.empty()))) {
                refusing.add(key);
            }
        }
        return refusing;
    }
}
