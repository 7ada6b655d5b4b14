package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.handoff.TagImport;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagLint;
import io.marquetry.workspace.OpenWorkspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /**
     * Saves a tag and the asset it stands for, both or none.
     *
     * @throws io.marquetry.base.ProblemException if governance refuses it
     */
    void save(Tag tag, Optional<Asset> asset) {
        workspace.tagService().save(tag, asset);
    }

    /**
     * Removes a tag.
     *
     * @throws io.marquetry.base.ProblemException if a package or another tag uses it
     */
    void remove(TagKey key) {
        workspace.tagService().remove(key);
    }

    /**
     * Takes all tags and assets of a file, or none; returns how many tags there were.
     *
     * @throws io.marquetry.base.ProblemException with the place of the first that is refused
     */
    int importFile(Path file) {
        return new TagImport(workspace.tags(), workspace.assets()).run(file).tags().size();
    }

    /** Returns what governance wants mended, the gravest first. */
    List<TagFinding> findings(Optional<SourceName> source) {
        TagCatalog tags = workspace.tags().catalog();
        Set<TagKey> inPackages =
                workspace.packages().list().stream()
                        .flatMap(summary -> summary.pack().tags().stream())
                        .collect(Collectors.toSet());
        Function<Tag, List<Problem>> fit =
                source.flatMap(workspace.sources()::find)
                        .map(found -> new RuleCheck(found.title(), found.model(), tags))
                        .<Function<Tag, List<Problem>>>map(check -> check::problems)
                        .orElse(tag -> List.of());
        return new TagLint(tags, workspace.assets().assets(), inPackages, fit).findings();
    }
}
