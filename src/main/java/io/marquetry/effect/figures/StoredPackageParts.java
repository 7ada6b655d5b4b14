package io.marquetry.effect.figures;

import io.marquetry.audience.Expressions;
import io.marquetry.effect.PackageRef;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRepository;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What packages are made of, as the workspace keeps them: the version, else as they stand. */
public final class StoredPackageParts implements PackageParts {

    private final PackageRepository packages;
    private final TagRepository tags;

    /** Reads the packages of a workspace. */
    public StoredPackageParts(PackageRepository packages, TagRepository tags) {
        this.packages = packages;
        this.tags = tags;
    }

    @Override
    public Set<String> tags(PackageRef pack) {
        return find(pack).stream()
                .flatMap(found -> keys(found).stream())
                .map(TagKey::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> assets(PackageRef pack) {
        return find(pack).stream()
                .flatMap(found -> keys(found).stream())
                .flatMap(key -> tags.catalog().find(key).stream())
                .map(Tag::asset)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<TagKey> keys(AssetPackage pack) {
        Set<TagKey> keys = new TreeSet<>(Expressions.tagsIn(pack.audience()));
        keys.addAll(pack.benefits());
        keys.addAll(pack.contents());
        keys.addAll(pack.rules());
        return keys;
    }

    private Optional<AssetPackage> find(PackageRef pack) {
        Optional<PackageVersion> version =
                packages.versions(pack.key()).stream()
                        .filter(
                                v ->
                                        pack.version().isEmpty()
                                                || pack.version().getAsInt() == v.number())
                        .reduce((earlier, later) -> later);
        return version.map(
                        v ->
                                PackageDocumentJson.read(JsonView.of(StrictJson.read(v.document())))
                                        .pack())
                .or(() -> packages.draft(pack.key()).map(PackageDraft::current));
    }
}
