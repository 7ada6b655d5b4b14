package io.marquetry.ui.navigation;

import io.marquetry.asset.AssetKey;
import io.marquetry.audience.SourceName;
import io.marquetry.effect.OutcomeName;
import io.marquetry.overview.Traced;
import io.marquetry.pack.PackageKey;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.tag.TagKey;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a step can lead. */
public sealed interface Destination {

    /** A screen, as it was left. */
    record OfScreen(Screen screen) implements Destination {}

    /** The list of all packages. */
    record AllPackages() implements Destination {}

    /** A package in the composer. */
    record OfPackage(PackageKey key) implements Destination {}

    /**
     * The question for name and key of a new package, which then opens in the composer.
     *
     * @param source whose profiles it addresses; empty: the user chooses
     */
    record NewPackage(Optional<SourceName> source) implements Destination {}

    /**
     * Package documents and bundles, looked at before they are taken.
     *
     * @param files at least one
     */
    record Documents(List<Path> files) implements Destination {

        /** Copies the list. */
        public Documents {
            files = List.copyOf(files);
        }
    }

    /** A package document as text, from the clipboard, looked at before it is taken. */
    record PastedDocument(String text) implements Destination {}

    /** The finished versions of a package, above whatever is shown. */
    record VersionsOf(PackageKey key) implements Destination {}

    /**
     * How much the checks before approval weigh, above whatever is shown.
     *
     * @param key whose life is shown again afterwards
     */
    record CheckRulesFor(PackageKey key) implements Destination {}

    /** Where a tag, an asset or a template went and what came of it, above whatever is shown. */
    record TrailOf(Traced thing) implements Destination {}

    /** A tag in its editor. */
    record OfTag(TagKey key) implements Destination {}

    /** An asset among all assets. */
    record OfAsset(AssetKey key) implements Destination {}

    /** A requirement among all requirements. */
    record OfRequirement(RequirementKey key) implements Destination {}

    /**
     * The mapping of outcomes that lie in a source.
     *
     * @param stream its events that tell them
     */
    record OutcomesIn(SourceName source, String stream) implements Destination {}

    /** A source among all sources. */
    record OfSource(SourceName source) implements Destination {}

    /**
     * One person, and why that person is in a package or not.
     *
     * @param pack a package that addresses the source
     * @param source where the person is
     * @param key the person's key there
     */
    record OfPerson(PackageKey pack, SourceName source, String key) implements Destination {}

    /** The plan of a dispatch of a package. */
    record DispatchOf(PackageKey key) implements Destination {}

    /** What outcomes tell, in the review. */
    record OfOutcomes(OutcomeName name) implements Destination {}

    /** The import of customers. */
    record CustomerImport() implements Destination {}

    /** The import of customers from a file that somebody opened with this program. */
    record ReceivedTable(Path file) implements Destination {}

    /** The making of a large sample. */
    record LargeSample() implements Destination {}
}
