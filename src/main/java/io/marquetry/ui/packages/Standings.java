package io.marquetry.ui.packages;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.effect.review.PackageOutcomes;
import io.marquetry.effect.review.PackageOutcomes.Achieved;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageMarks;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.workspace.Workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds out how packages stand. Blocks. */
public final class Standings {

    private final Packages packages;
    private final TagGovernance tags;
    private final AudienceIndexes indexes;
    private final PackageOutcomes outcomes;
    private final PackageMarks marks;

    private Standings(
            Packages packages,
            TagGovernance tags,
            AudienceIndexes indexes,
            PackageOutcomes outcomes,
            PackageMarks marks) {
        this.marks = marks;
        this.packages = packages;
        this.tags = tags;
        this.indexes = indexes;
        this.outcomes = outcomes;
    }

    /** Finds out in an open workspace. */
    public static Standings of(Workspace workspace) {
        return new Standings(
                workspace.packages(),
                workspace.tags(),
                workspace.audiences().indexes(),
                new PackageOutcomes(workspace.outcomes().sets(), workspace.effects()),
                new PackageMarks(workspace.settings()));
    }

    /** Returns what the newest versions say; quick. */
    Map<PackageKey, Standing> finished() {
        Map<PackageKey, Standing> found = new HashMap<>();
        packages.latest()
                .forEach(
                        (key, version) ->
                                found.put(
                                        key,
                                        new Standing(
                                                Optional.of(newest(key, version)),
                                                marks.of(key),
                                                OptionalLong.empty(),
                                                Optional.empty())));
        return found;
    }

    private Standing.Newest newest(PackageKey key, PackageVersion version) {
        PackageDocument document = PackageDocumentJson.read(version);
        boolean same =
                packages.draft(key)
                        .filter(draft -> draft.current().equals(document.pack()))
                        .isPresent();
        return new Standing.Newest(
                version.number(), version.createdAt(), same, document.size().audience());
    }

    /**
     * Counts the packages as they stand, by indexes that are in use, and looks for what came of
     * them. A package whose source has no index yet is not counted: that may take long.
     */
    Map<PackageKey, Standing> counted(List<AssetPackage> packs, CancelSignal signal) {
        TagCatalog catalog = tags.catalog();
        Map<PackageKey, Achieved> achieved = outcomes.all(signal);
        Map<PackageKey, Standing> found = new HashMap<>();
        Map<SourceName, Optional<MembershipIndex>> known = new HashMap<>();
        for (AssetPackage pack : packs) {
            signal.check();
            Optional<MembershipIndex> index =
                    known.computeIfAbsent(pack.source(), source -> index(source, catalog, signal));
            found.put(
                    pack.key(),
                    new Standing(
                            Optional.empty(),
                            Optional.empty(),
                            count(index, pack),
                            Optional.ofNullable(achieved.get(pack.key()))));
        }
        return found;
    }

    private Optional<MembershipIndex> index(
            SourceName source, TagCatalog catalog, CancelSignal signal) {
        if (indexes.inUse(source).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(indexes.index(source, catalog, done -> {}, signal));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static OptionalLong count(Optional<MembershipIndex> index, AssetPackage pack) {
        try {
            return index.map(one -> OptionalLong.of(one.count(pack.audience())))
                    .orElse(OptionalLong.empty());
        } catch (ProblemException e) {
            return OptionalLong.empty();
        }
    }
}
