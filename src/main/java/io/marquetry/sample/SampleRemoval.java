package io.marquetry.sample;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.desk.Unended;
import io.marquetry.effect.OutcomeName;
import io.marquetry.handoff.TagFile;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.Packages;
import io.marquetry.workspace.Workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the sample out of a workspace: what people made themselves stays, and so does every tag of
 * the sample that they edited or use. Cut short at any point, it can be run again.
 */
public final class SampleRemoval {

    private static final List<OutcomeName> OUTCOMES =
            Stream.concat(
                            Stream.of(SampleWorkspace.OUTCOMES, SampleTrial.NAME),
                            SampleLibrary.outcomes())
                    .toList();

    private final Workspace workspace;

    /** Works on one workspace. */
    public SampleRemoval(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was taken out.
     *
     * @param deleted packages that were never finished
     * @param archived packages that have versions, which never change
     * @param tags removed ones
     * @param kept tags of the sample that are used, or were edited
     */
    public record Removed(int deleted, int archived, int tags, int kept) {}

    /** Returns whether anything of the sample is there. Blocks. */
    public boolean isThere() {
        return workspace.sources().find(SampleSource.NAME).isPresent()
                || workspace.packages().list().stream().anyMatch(SampleRemoval::isSample)
                || OUTCOMES.stream().anyMatch(o -> workspace.outcomes().sets().find(o).isPresent());
    }

    /**
     * Takes it out. Blocks.
     *
     * @throws io.marquetry.base.ProblemException if other packages address its people, or other
     *     outcomes lie among them; nothing changed then
     */
    public Removed run() {
        refuseWhereUsed(SampleSource.NAME);
        workspace.settings().put(SampleWorkspace.SETTING, SampleWorkspace.REMOVED);
        OUTCOMES.stream()
                .filter(name -> workspace.outcomes().sets().find(name).isPresent())
                .forEach(workspace.outcomes().intake()::remove);
        Packages packages = workspace.packages();
        int deleted = 0;
        int archived = new SampleLibrary(workspace).retire();
        for (PackageRepository.Summary row : packages.list()) {
            if (!isSample(row)) {
                continue;
            }
            PackageKey key = row.pack().key();
            if (row.versions() == 0) {
                packages.delete(key);
                deleted++;
            } else {
                packages.archive(key);
                archived++;
            }
        }
        if (workspace.sources().find(SampleSource.NAME).isPresent()) {
            workspace.sources().remove(SampleSource.NAME);
        }
        TagFile shipped = SampleWorkspace.tags();
        SampleAssets.forget(workspace.requirements());
        int tags =
                workspace
                        .tags()
                        .removeUnused(
                                shipped.tags(),
                                Stream.concat(
                                                shipped.assets().stream(),
                                                Stream.of(SampleAssets.PARENTS))
                                        .toList());
        int kept = workspace.tags().countOf(shipped.tags());
        return new Removed(deleted, archived, tags, kept);
    }

    /** Returns whether a source is the sample's, so that it goes with all of the sample. */
    public boolean isOf(SourceName source) {
        return source.equals(SampleSource.NAME);
    }

    /** Returns the packages of people's own that address the sample's people. Blocks. */
    public List<AssetPackage> holders() {
        return workspace.packages().list().stream()
                .filter(row -> !isSample(row))
                .map(PackageRepository.Summary::pack)
                .filter(pack -> isOf(pack.source()))
                .toList();
    }

    private void refuseWhereUsed(SourceName source) {
        String users =
                holders().stream()
                        .map(pack -> pack.key().value())
                        .collect(Collectors.joining(", "));
        if (!users.isEmpty()) {
            throw Problem.of("problem.source.used", source.value(), users).asException();
        }
        workspace
                .outcomes()
                .intake()
                .readingFrom(source, Set.copyOf(OUTCOMES))
                .or(() -> new Unended(workspace.dispatches()).of(source))
                .ifPresent(
                        lying -> {
                            throw lying.asException();
                        });
    }

    private static boolean isSample(PackageRepository.Summary row) {
        return SampleLibrary.isSample(row.pack().key())
                || Arrays.stream(SamplePackage.values())
                        .anyMatch(sample -> sample.key().equals(row.pack().key()));
    }
}
