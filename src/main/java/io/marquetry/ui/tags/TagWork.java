package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.audience.Expressions;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.OpenWorkspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tags screen does in the workspace. Every method blocks: never on the FX thread. */
final class TagWork {

    private final OpenWorkspace workspace;

    TagWork(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What there is.
     *
     * @param assets by key
     */
    record Stock(TagCatalog tags, Map<String, Asset> assets, List<ProfileSource> sources) {}

    Stock load() {
        return new Stock(
                workspace.tags().catalog(),
                workspace.assets().assets(),
                workspace.sources().list());
    }

    void save(Tag tag, Optional<Asset> asset) {
        asset.ifPresent(a -> workspace.assets().save(List.of(a)));
        workspace.tags().save(List.of(tag));
    }

    /**
     * Removes a tag.
     *
     * @throws io.marquetry.base.ProblemException if a package uses it
     */
    void remove(TagKey key) {
        List<String> users =
                workspace.packages().list().stream()
                        .map(PackageRepository.Summary::pack)
                        .filter(pack -> tagsOf(pack).anyMatch(key::equals))
                        .map(pack -> pack.key().value())
                        .toList();
        if (!users.isEmpty()) {
            throw Problem.of("problem.tag.form.used", key.value(), String.join(", ", users))
                    .asException();
        }
        workspace.tags().remove(key);
    }

    private static Stream<TagKey> tagsOf(AssetPackage pack) {
        return Stream.concat(
                Expressions.tagsIn(pack.audience()).stream(),
                Stream.of(Category.BENEFIT, Category.CONTENT, Category.RULE)
                        .flatMap(zone -> pack.zone(zone).stream()));
    }
}
