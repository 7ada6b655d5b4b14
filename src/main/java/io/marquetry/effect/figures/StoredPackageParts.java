package io.marquetry.effect.figures;

import io.marquetry.asset.AssetKey;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.screen.Parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What packages are made of, as the workspace keeps them: the version, else as they stand. */
public final class StoredPackageParts implements PackageParts {

    private final PackageRepository packages;

    /** Reads the packages of a workspace. */
    public StoredPackageParts(PackageRepository packages) {
        this.packages = packages;
    }

    @Override
    public Parts of(PackageRef pack, TagCatalog tags) {
        return find(pack).map(found -> parts(found, tags)).orElse(Parts.NONE);
    }

    private static Parts parts(AssetPackage pack, TagCatalog tags) {
        List<GroupValue> named = new ArrayList<>();
        Set<String> assets = new TreeSet<>();
        for (TagKey key : new TreeSet<>(pack.tags())) {
            Optional<Tag> tag = tags.find(key);
            named.add(
                    tag.<GroupValue>map(t -> new GroupValue.Named(key.value(), t.name()))
                            .orElseGet(() -> new GroupValue.Is(key.value())));
            tag.flatMap(Tag::asset).map(AssetKey::value).ifPresent(assets::add);
        }
        return new Parts(
                Optional.of(pack.name()),
                named,
                assets.stream().<GroupValue>map(GroupValue.Is::new).toList());
    }

    private Optional<AssetPackage> find(PackageRef pack) {
        Optional<PackageVersion> version =
                pack.version().isEmpty()
                        ? packages.latest(pack.key())
                        : packages.version(pack.key(), pack.version().getAsInt());
        return version.map(
                        v ->
                                PackageDocumentJson.read(JsonView.of(StrictJson.read(v.document())))
                                        .pack())
                .or(() -> packages.draft(pack.key()).map(PackageDraft::current));
    }
}
