package io.marquetry.compare;

import io.marquetry.audience.SourceName;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.TagKey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who came and who went since a finished version; exact for the snapshot of the index.
 *
 * @param version the version's number
 * @param createdAt when it was finished
 * @param otherSource the source that the version addressed, where it is another one: nobody can be
 *     compared then, and there are no lines
 * @param lines the edits that touch the audience, in their order
 * @param total from the version to the package as it stands
 */
public record VersionChanges(
        int version,
        Instant createdAt,
        Optional<SourceName> otherSource,
        List<Line> lines,
        Change total) {

    /** Copies the lines. */
    public VersionChanges {
        lines = List.copyOf(lines);
    }

    /** One step from the version to now. */
    public sealed interface Line {

        /** Returns who came and who went by it. */
        Change change();
    }

    /** The rule of a tag was edited, so the same audience means other people. */
    public record RuleEdited(TagKey tag, Change change) implements Line {}

    /**
     * The package was edited.
     *
     * @param before the package before the edit
     */
    public record Edited(PackageEdit edit, AssetPackage before, Change change) implements Line {}

    /** The package was edited in ways that its history does not hold any more. */
    public record Otherwise(Change change) implements Line {}
}
