package io.marquetry.workspace;

import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Settings;
import io.marquetry.effect.OutcomeRepository;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.SavedMappings;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.effect.review.Reviews;
import io.marquetry.effect.watch.TagSizes;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.pack.PackageRepository;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.local.InPlaceSources;
import io.marquetry.source.local.ProfileImport;
import io.marquetry.tag.TagRepository;
import io.marquetry.tag.TagService;

import java.nio.file.Path;

/**
 * What one open workspace offers: the services that the window and the command line share. Its
 * methods may block; never call them on the FX thread.
 */
public interface OpenWorkspace extends AutoCloseable {

    /** Returns the folder that holds everything. */
    Path folder();

    /** Returns the tags. */
    TagRepository tags();

    /** Returns the assets. */
    AssetRepository assets();

    /** Returns the packages with their versions. */
    PackageRepository packages();

    /** Returns the list of profile sources. */
    SourceRepository sources();

    /** Returns what the packages achieved. */
    OutcomeRepository outcomes();

    /** Returns the list of outcomes, with what their columns mean. */
    OutcomeSets outcomeSets();

    /** Returns the mappings of outcomes that were kept. */
    SavedMappings outcomeMappings();

    /** Returns what imports outcomes, or names them where they lie. */
    OutcomeIntake outcomeIntake();

    /** Returns what tells what packages achieved. */
    EffectReview effects();

    /** Returns what reviews it: once for the screen, for paper and for the command line. */
    Reviews reviews();

    /** Returns the sizes that tags had, so that one that jumps or dies is noticed. */
    TagSizes tagSizes();

    /** Returns the small things that the workspace remembers. */
    Settings settings();

    /** Returns who answers how many, by source. */
    AudienceReaders audiences();

    /** Returns what changes tags under the rules of governance. */
    TagService tagService();

    /** Returns what finishes packages and writes their documents. */
    PackageHandoff handoff();

    /** Returns what tells the size of every audience while it is composed. */
    AudienceIndexes indexes();

    /** Returns what imports customer files. */
    ProfileImport imports();

    /** Returns what lists files that are read where they lie. */
    default InPlaceSources inPlace() {
        return new InPlaceSources(folder(), sources());
    }

    /**
     * Brings the entry of a source in step with its file, if that lies in place and changed.
     *
     * @return the source as it is now
     * @throws io.marquetry.base.ProblemException if there is no such source, or its file is gone or
     *     cannot be read as before
     */
    default ProfileSource refreshSource(SourceName source) {
        return inPlace().refresh(source);
    }

    /**
     * Forgets a source and removes its file.
     *
     * @throws io.marquetry.base.ProblemException if packages address its profiles, or outcomes lie
     *     in it
     */
    void removeSource(SourceName source);

    /** Closes all databases and gives the folder free. */
    @Override
    void close();
}
