package io.marquetry.govern;

import io.marquetry.base.UserZone;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Where a tag is used.
 *
 * @param packages that name it as they stand, archived ones left out
 * @param versions finished ones that name it, under this key or one that it had
 * @param tags whose rules ask for it
 * @param sent what went out of these versions
 * @param wanted requirements that were found to mean it
 */
public record WhereUsed(
        List<AssetPackage> packages,
        List<PackageVersion> versions,
        List<TagKey> tags,
        List<Sent> sent,
        List<Wanted> wanted) {

    /** Nobody names it. */
    public static final WhereUsed NOWHERE =
            new WhereUsed(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public WhereUsed {
        packages = List.copyOf(packages);
        versions = List.copyOf(versions);
        tags = List.copyOf(tags);
        sent = List.copyOf(sent);
        wanted = List.copyOf(wanted);
    }

    /** Returns whether a package or the rule of another tag names the tag now. */
    public boolean isInUse() {
        return !packages.isEmpty() || !tags.isEmpty();
    }

    /**
     * Returns how warm a tag is: how many versions that name it were finished, and went out, in the
     * days that end with today.
     *
     * @param days 1 or more
     */
    public long uses(LocalDate today, int days) {
        LocalDate first = today.minusDays(days - 1L);
        return versions.stream()
                        .map(v -> LocalDate.ofInstant(v.createdAt(), UserZone.get()))
                        .filter(day -> !day.isBefore(first))
                        .count()
                + sent.stream().filter(one -> !one.on().isBefore(first)).count();
    }

    /**
     * A version that went out.
     *
     * @param id of the dispatch
     */
    public record Sent(String id, PackageKey pack, int version, LocalDate on) {

        /** Returns whether it went out of a version. */
        boolean isOf(PackageVersion other) {
            return other.key().equals(pack) && other.number() == version;
        }
    }

    /**
     * A requirement with the tags that it was found to mean.
     *
     * @param goal in words
     */
    public record Wanted(String key, String goal, Set<TagKey> tags) {

        /** Copies the tags. */
        public Wanted {
            tags = Set.copyOf(tags);
        }
    }
}
