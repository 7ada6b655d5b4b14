package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetRepository;
import io.marquetry.base.Problem;
import io.marquetry.json.StrictJson;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagChecks;
import io.marquetry.tag.TagRepository;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes files of tags into the workspace; blocks, so never call it on the FX thread. */
public final class TagImport {

    private final TagRepository tags;
    private final AssetRepository assets;

    /** Makes the service over what one workspace holds. */
    public TagImport(TagRepository tags, AssetRepository assets) {
        this.tags = tags;
        this.assets = assets;
    }

    /**
     * Adds or replaces all tags and assets of a file, or none of them.
     *
     * @throws io.marquetry.base.ProblemException with the place of the first one that is refused
     */
    public TagFile run(Path file) {
        return run(TagFile.read(StrictJson.read(file)));
    }

    /**
     * Adds or replaces tags and assets, or none of them.
     *
     * @throws io.marquetry.base.ProblemException with the place of the first one that is refused
     */
    public TagFile run(TagFile file) {
        TagCatalog before = tags.catalog();
        TagCatalog after =
                new TagCatalog(
                        Stream.concat(before.tags().stream(), file.tags().stream()).toList());
        Set<String> assetsAfter = new HashSet<>(assets.assets().keySet());
        file.assets().stream().map(Asset::key).forEach(assetsAfter::add);
        TagChecks checks = new TagChecks(after, assetsAfter);
        List<Tag> all = new ArrayList<>(file.tags());
        for (int i = 0; i < all.size(); i++) {
            Optional<Problem> refused = checks.refusal(all.get(i));
            if (refused.isPresent()) {
                throw Problem.of("problem.json.at", "#/tags/" + i, refused.get()).asException();
            }
        }
        tags.save(file.tags(), file.assets());
        return file;
    }
}
