package io.marquetry.launch;

import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Settings;
import io.marquetry.base.UserZone;
import io.marquetry.effect.OutcomeRepository;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.SavedMappings;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.figures.StoredPackageParts;
import io.marquetry.effect.intake.ImportedTables;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.effect.review.Reviews;
import io.marquetry.effect.watch.TagSizes;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.pack.PackageRepository;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.ProfileImport;
import io.marquetry.source.query.LocalAudienceReaders;
import io.marquetry.source.query.LocalDatabases;
import io.marquetry.source.query.SourceQueries;
import io.marquetry.store.Workspace;
import io.marquetry.tag.TagRepository;
import io.marquetry.tag.TagService;
import io.marquetry.workspace.OpenWorkspace;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** One open workspace with the services that work on it. */
final class WiredWorkspace implements OpenWorkspace {

    private final Workspace workspace;
    private final LocalSourceFiles files;
    private final LocalDatabases databases;
    private final LocalAudienceReaders audiences;
    private final AudienceIndexes indexes;
    private final ProfileImport imports;
    private final TagService tagService;
    private final PackageHandoff handoff;
    private final OutcomeIntake outcomeIntake;
    private final EffectReview effects;
    private final Reviews reviews;

    WiredWorkspace(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        files = new LocalSourceFiles(workspace.folder());
        files.removeLeftovers(new ImportedTables(workspace.sources(), workspace.outcomeSets()));
        databases = new LocalDatabases(workspace.folder());
        Supplier<LocalDate> today = () -> LocalDate.ofInstant(clock.instant(), UserZone.get());
        audiences = new LocalAudienceReaders(workspace.sources(), databases, today);
        indexes = new AudienceIndexes(workspace.folder(), audiences::membership);
        imports = new ProfileImport(workspace.folder(), workspace.sources(), clock);
        tagService = new TagService(workspace.tags(), workspace.assets());
        handoff =
                new PackageHandoff(
                        workspace.packages(),
                        workspace.tags(),
                        workspace.assets(),
                        workspace.sources(),
                        audiences,
                        clock);
        SourceQueries queries = new SourceQueries(databases, today);
        outcomeIntake =
                new OutcomeIntake(
                        workspace.folder(),
                        workspace.outcomeSets(),
                        workspace.sources(),
                        queries,
                        clock);
        effects =
                new EffectReview(
                        workspace.outcomeSets(),
                        workspace.sources(),
                        workspace.tags(),
                        queries,
                        new StoredPackageParts(workspace.packages()));
        reviews = new Reviews(effects, workspace.sources(), workspace.tags(), workspace.settings());
    }

    @Override
    public Path folder() {
        return workspace.folder();
    }

    @Override
    public TagRepository tags() {
        return workspace.tags();
    }

    @Override
    public AssetRepository assets() {
        return workspace.assets();
    }

    @Override
    public PackageRepository packages() {
        return workspace.packages();
    }

    @Override
    public SourceRepository sources() {
        return workspace.sources();
    }

    @Override
    public OutcomeRepository outcomes() {
        return workspace.outcomes();
    }

    @Override
    public OutcomeSets outcomeSets() {
        return workspace.outcomeSets();
    }

    @Override
    public SavedMappings outcomeMappings() {
        return workspace.outcomeMappings();
    }

    @Override
    public OutcomeIntake outcomeIntake() {
        return outcomeIntake;
    }

    @Override
    public EffectReview effects() {
        return effects;
    }

    @Override
    public Reviews reviews() {
        return reviews;
    }

    @Override
    public TagSizes tagSizes() {
        return workspace.tagSizes();
    }

    @Override
    public Settings settings() {
        return workspace.settings();
    }

    @Override
    public AudienceReaders audiences() {
        return audiences;
    }

    @Override
    public TagService tagService() {
        return tagService;
    }

    @Override
    public PackageHandoff handoff() {
        return handoff;
    }

    @Override
    public AudienceIndexes indexes() {
        return indexes;
    }

    @Override
    public ProfileImport imports() {
        return imports;
    }

    @Override
    public void removeSource(SourceName name) {
        outcomeIntake.refuseIfRead(name);
        Optional<ProfileSource> source = workspace.sources().find(name);
        workspace.sources().remove(name);
        databases.close(name);
        source.ifPresent(files::delete);
        indexes.forget(name);
    }

    @Override
    public void close() {
        try (workspace) {
            databases.close();
        }
    }
}
