package io.marquetry.tag;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetRepository;
import io.marquetry.base.Problem;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes tags under the rules of governance; blocks, so never call it on the FX thread. */
public final class TagService {

    private final TagRepository tags;
    private final AssetRepository assets;

    /** Makes the service over what one workspace holds. */
    public TagService(TagRepository tags, AssetRepository assets) {
        this.tags = tags;
        this.assets = assets;
    }

    /** Returns why a tag could not be saved now, or nothing where it could. */
    public Optional<Problem> refusal(Tag tag) {
        return new TagChecks(tags.catalog().with(tag), assets.assets().keySet()).refusal(tag);
    }

    /**
     * Adds or replaces a tag; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if its type belongs to another category, its rule
     *     names tags that are missing, no audience tags, or in the end itself, or its asset is
     *     unknown
     */
    public void save(Tag tag) {
        refusal(tag)
                .ifPresent(
                        problem -> {
                            throw problem.asException();
                        });
        tags.save(List.of(tag));
    }

    /**
     * Adds or replaces a tag and the asset that it stands for, both or none; durable when it
     * returns.
     *
     * @throws io.marquetry.base.ProblemException for the reasons that {@link #save(Tag)} has
     */
    public void save(Tag tag, Optional<Asset> asset) {
        Set<String> known = new HashSet<>(assets.assets().keySet());
        asset.map(Asset::key).ifPresent(known::add);
        new TagChecks(tags.catalog().with(tag), known)
                .refusal(tag)
                .ifPresent(
                        problem -> {
                            throw problem.asException();
                        });
        tags.save(List.of(tag), asset.stream().toList());
    }

    /**
     * Removes a tag; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is none, or packages or other tags use it
     */
    public void remove(TagKey key) {
        TagCatalog catalog = tags.catalog();
        if (catalog.find(key).isEmpty()) {
            throw Problem.of("problem.tag.unknown", key.value()).asException();
        }
        String users = TagChecks.usersOf(key, catalog);
        if (!users.isEmpty()) {
            throw Problem.of("problem.tag.usedByTags", key.value(), users).asException();
        }
        tags.remove(key);
    }
}
