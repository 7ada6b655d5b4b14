package io.marquetry.govern;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagCatalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts whom packages would gain and lose by a rename or a merge, on the source of each. */
public final class Consequences {

    private final AudienceIndexes indexes;

    /** Makes it over the indexes of a workspace. */
    public Consequences(AudienceIndexes indexes) {
        this.indexes = indexes;
    }

    /**
     * Returns the change of each package's audience, exact for the snapshot of its source; empty
     * where it cannot be counted, for example because the source is gone.
     *
     * @param tags all tags as they are before
     */
    public Map<PackageKey, Optional<Changes.Change>> of(
            RewritePlan plan, TagCatalog tags, CancelSignal signal) {
        Map<PackageKey, Optional<Changes.Change>> changes = new LinkedHashMap<>();
        Map<SourceName, Optional<MembershipIndex>> before = new HashMap<>();
        for (RewritePlan.PackageChange change : plan.packages()) {
            Optional<MembershipIndex> index =
                    before.computeIfAbsent(
                            change.before().source(), source -> index(source, tags, signal));
            changes.put(
                    change.before().key(),
                    index.flatMap(known -> counted(known, plan, change, signal)));
        }
        return changes;
    }

    private Optional<MembershipIndex> index(
            SourceName source, TagCatalog tags, CancelSignal signal) {
        try {
            return Optional.of(indexes.index(source, tags, done -> {}, signal));
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Changes.Change> counted(
            MembershipIndex index,
            RewritePlan plan,
            RewritePlan.PackageChange change,
            CancelSignal signal) {
        try {
            MembershipIndex after = indexes.beside(index, plan.after(), signal);
            return Optional.of(
                    Changes.of(
                                    List.of(
                                            new Changes.Side(index, change.before().audience()),
                                            new Changes.Side(after, change.after().audience())))
                            .getLast());
        } catch (ProblemException unfit) {
            return Optional.empty();
        }
    }
}
