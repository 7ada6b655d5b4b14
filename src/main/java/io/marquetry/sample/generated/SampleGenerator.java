package io.marquetry.sample.generated;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.handoff.TagFile;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.workspace.Workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/**
 * Makes large samples in a workspace, so that anyone can see the product at scale. The same plan
 * gives the same customers, purchases and fingerprint on every machine.
 */
public final class SampleGenerator {

    private static final String OFFERS = "/sample/generated-offers.json";

    private final Workspace workspace;
    private final DiskSpace disk;

    /** Works on one workspace. */
    public SampleGenerator(Workspace workspace) {
        this(workspace, folder -> folder.toFile().getUsableSpace());
    }

    SampleGenerator(Workspace workspace, ToLongFunction<Path> freeBytes) {
        this.workspace = workspace;
        this.disk = new DiskSpace(freeBytes);
    }

    /**
     * Makes a sample: the source, and what is missing of its tags and packages. What the workspace
     * holds already is never replaced. The source is listed last: one that was killed before is not
     * there, whatever is there of its tags, and can be made again. Blocks for the length of it.
     *
     * @throws io.marquetry.base.ProblemException if the source's name is taken or the disk is too
     *     small; nothing changed then
     * @throws CancelSignal.Cancelled if asked to stop; nothing changed then
     */
    public GeneratedSample run(GeneratePlan plan, GenerateListener listener, CancelSignal signal) {
        long started = System.nanoTime();
        if (workspace.sources().find(plan.source()).isPresent()) {
            throw Problem.of(
                            "problem.import.nameTaken",
                            plan.source().value(),
                            workspace.sources().freeName(plan.source().value()).value())
                    .asException();
        }
        disk.check(plan, workspace.folder());
        List<Tag> tags = GeneratedTags.first(plan.tags());
        GeneratedRows rows = new GeneratedRows(plan.profiles(), plan.seed(), listener);
        ProfileSource source;
        long purchases;
        AtomicInteger kept = new AtomicInteger();
        List<PackageKey> packages = new ArrayList<>();
        try (LocalSourceBuilder builder =
                LocalSourceBuilder.begin(
                        new LocalSourceFiles(workspace.folder()),
                        plan.engine(),
                        ImportListener.none(),
                        signal)) {
            purchases = rows.writeTo(builder);
            source =
                    builder.finish(
                            plan.source(),
                            plan.title(),
                            GeneratedRows.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                            Optional.of(GeneratedRows.TODAY),
                            workspace.sources()::add,
                            () -> {
                                kept.set(save(tags));
                                packages.addAll(savePackages(plan.source()));
                            });
        }
        return new GeneratedSample(
                source,
                purchases,
                tags.size(),
                kept.get(),
                packages,
                bytes(source),
                Duration.ofNanos(System.nanoTime() - started));
    }

    /** Saves the tags that the workspace lacks; returns how many audience tags it had. */
    private int save(List<Tag> tags) {
        TagFile offers = offers();
        TagCatalog known = workspace.tags().catalog();
        Map<AssetKey, Asset> assets = workspace.tags().assets();
        List<Tag> missing = new ArrayList<>();
        offers.tags().stream().filter(t -> known.find(t.key()).isEmpty()).forEach(missing::add);
        int others = missing.size();
        tags.stream().filter(t -> known.find(t.key()).isEmpty()).forEach(missing::add);
        workspace
                .tags()
                .save(
                        missing,
                        offers.assets().stream()
                                .filter(a -> !assets.containsKey(a.key()))
                                .toList());
        return tags.size() - (missing.size() - others);
    }

    private List<PackageKey> savePackages(SourceName source) {
        List<PackageKey> made = new ArrayList<>();
        for (GeneratedPackage sample : GeneratedPackage.values()) {
            AssetPackage pack = sample.pack(source);
            if (workspace.packages().draft(pack.key()).isEmpty()) {
                workspace.packages().save(PackageDraft.of(pack), Revision.NONE);
                made.add(pack.key());
            }
        }
        return made;
    }

    private long bytes(ProfileSource source) {
        try {
            return switch (source.place()) {
                case SourcePlace.Sealed sealed ->
                        Files.size(workspace.folder().resolve(sealed.fileName()));
                case SourcePlace.InPlace inPlace -> Files.size(Path.of(inPlace.path()));
                case SourcePlace.Remote remote -> 0;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TagFile offers() {
        try (InputStream in =
                Objects.requireNonNull(
                        SampleGenerator.class.getResourceAsStream(OFFERS), "shipped file")) {
            return TagFile.read(StrictJson.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
