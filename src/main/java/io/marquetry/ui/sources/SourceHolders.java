package io.marquetry.ui.sources;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.Packages;
import io.marquetry.sample.SampleRemoval;
import io.marquetry.ui.common.work.Background;

import java.util.List;
import java.util.function.Consumer;

/** Tells which packages hold a source, and takes the sample out whole. */
public final class SourceHolders {

    private final Packages packages;
    private final SampleRemoval sample;
    private final Background background;

    /** Looks into one workspace. */
    public SourceHolders(Packages packages, SampleRemoval sample, Background background) {
        this.packages = packages;
        this.sample = sample;
        this.background = background;
    }

    /** Returns whether the source goes with all of the sample. */
    boolean isSample(SourceName source) {
        return sample.isOf(source);
    }

    /** Tells which packages keep the source from being removed; of the sample, other people's. */
    void find(SourceName source, Consumer<List<AssetPackage>> found, Consumer<Problem> failed) {
        background.run(
                signal ->
                        isSample(source)
                                ? sample.holders()
                                : packages.list().stream()
                                        .map(PackageRepository.Summary::pack)
                                        .filter(pack -> pack.source().equals(source))
                                        .toList(),
                found,
                failed);
    }

    /** Takes the sample out: packages, outcomes, tags that nobody uses, and households. */
    void removeSample(Runnable removed, Consumer<Problem> failed) {
        background.act(() -> sample.run(), removed, failed);
    }
}
