package io.marquetry.find;

import io.marquetry.asset.Asset;
import io.marquetry.audience.SourceName;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.requirement.Requirement;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Tag;

/** Something that the words meant. */
public sealed interface Found {

    /** A package. */
    record OfPackage(AssetPackage pack) implements Found {}

    /** A tag. */
    record OfTag(Tag tag) implements Found {}

    /** An asset. */
    record OfAsset(Asset asset) implements Found {}

    /** A requirement. */
    record OfRequirement(Requirement requirement) implements Found {}

    /** A source of profiles. */
    record OfSource(ProfileSource source) implements Found {}

    /**
     * One person.
     *
     * @param source where the person is
     * @param title what people call that source
     * @param key the person's key, as it was sought
     * @param pack a package that addresses the source, which can tell why the person is in it
     */
    record OfPerson(SourceName source, String title, String key, PackageKey pack)
            implements Found {}
}
