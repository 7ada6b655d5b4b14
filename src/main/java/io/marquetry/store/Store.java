package io.marquetry.store;

import io.marquetry.asset.AssetRepository;
import io.marquetry.asset.PictureRepository;
import io.marquetry.audit.AuditLog;
import io.marquetry.base.Actor;
import io.marquetry.base.Settings;
import io.marquetry.base.Warnings;
import io.marquetry.check.Overrulings;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.SavedMappings;
import io.marquetry.effect.watch.TagSizes;
import io.marquetry.govern.AssetCares;
import io.marquetry.govern.TagCares;
import io.marquetry.handoff.incoming.IncomingStore;
import io.marquetry.library.LibraryRepository;
import io.marquetry.life.LifeRepository;
import io.marquetry.life.Remarks;
import io.marquetry.life.Schedules;
import io.marquetry.pack.PackageRepository;
import io.marquetry.requirement.RequirementRepository;
import io.marquetry.source.SourceRepository;
import io.marquetry.store.file.Upkeep;
import io.marquetry.store.file.WorkspaceFile;
import io.marquetry.store.rows.AssetCareRows;
import io.marquetry.store.rows.AssetRows;
import io.marquetry.store.rows.AuditRows;
import io.marquetry.store.rows.IncomingRows;
import io.marquetry.store.rows.LibraryRows;
import io.marquetry.store.rows.LifeRows;
import io.marquetry.store.rows.OutcomeMappingRows;
import io.marquetry.store.rows.OutcomeSetRows;
import io.marquetry.store.rows.OverrulingRows;
import io.marquetry.store.rows.PackageRows;
import io.marquetry.store.rows.PictureRows;
import io.marquetry.store.rows.RemarkRows;
import io.marquetry.store.rows.RequirementRows;
import io.marquetry.store.rows.ScheduleRows;
import io.marquetry.store.rows.SettingRows;
import io.marquetry.store.rows.SourceRows;
import io.marquetry.store.rows.TagCareRows;
import io.marquetry.store.rows.TagRows;
import io.marquetry.store.rows.TagSizeRows;
import io.marquetry.store.rows.TransitionRows;
import io.marquetry.store.save.Saves;
import io.marquetry.tag.TagRepository;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A folder with all that its users make. Open in one place at a time; every method may block, and a
 * save that returns survives the end of the process and a power cut.
 */
public final class Store implements AutoCloseable {

    private final WorkspaceFile file;
    private final Saves saves;
    private final InstantSource clock;

    private Store(WorkspaceFile file, InstantSource clock) {
        this.file = file;
        this.saves = file.saves();
        this.clock = clock;
    }

    /**
     * Opens the workspace in a folder, or makes one where the folder is empty or absent.
     *
     * @param clock tells when drafts are edited and backups made
     * @throws io.marquetry.base.ProblemException if it is read-only, damaged, made by a newer
     *     version, or open elsewhere; nothing is changed then
     */
    public static Store open(Path folder, InstantSource clock) {
        return open(folder, clock, Upkeep.USUAL);
    }

    /** Opens a workspace that is kept up in another rhythm. */
    public static Store open(Path folder, InstantSource clock, Upkeep upkeep) {
        return open(folder, clock, upkeep, Actor.ofThisMachine());
    }

    /** Opens a workspace for somebody, whose name stands beside what they save. */
    public static Store open(Path folder, InstantSource clock, Upkeep upkeep, Actor actor) {
        return new Store(WorkspaceFile.open(folder, clock, upkeep, actor), clock);
    }

    /** Returns the folder that holds everything. */
    public Path folder() {
        return file.folder();
    }

    /** Returns what users have to hear of the workspace, though what they asked for was done. */
    public Warnings warnings() {
        return file.warnings();
    }

    /** Returns the tags. */
    public TagRepository tags() {
        return new TagRows(saves, clock);
    }

    /** Returns how the tags are kept. */
    public TagCares tagCares() {
        return new TagCareRows(saves, clock);
    }

    /** Returns the assets. */
    public AssetRepository assets() {
        return new AssetRows(saves, clock);
    }

    /** Returns how the assets are kept. */
    public AssetCares assetCares() {
        return new AssetCareRows(saves, clock);
    }

    /** Returns the bytes of the pictures that assets show. */
    public PictureRepository pictures() {
        return new PictureRows(saves);
    }

    /** Returns the requirements. */
    public RequirementRepository requirements() {
        return new RequirementRows(saves);
    }

    /** Returns the packages with their versions. */
    public PackageRepository packages() {
        return new PackageRows(saves, clock);
    }

    /** Returns where packages are in their lives. */
    public LifeRepository lives() {
        return new LifeRows(saves, new PackageRows(saves, clock), clock);
    }

    /** Returns what people say of packages. */
    public Remarks remarks() {
        return new RemarkRows(saves, new PackageRows(saves, clock), clock);
    }

    /** Returns when packages are meant to be out. */
    public Schedules schedules() {
        return new ScheduleRows(saves, new PackageRows(saves, clock), clock);
    }

    /** Returns why findings of the checks may stand. */
    public Overrulings overrulings() {
        return new OverrulingRows(saves, new PackageRows(saves, clock), clock);
    }

    /** Returns the standard library. */
    public LibraryRepository library() {
        PackageRows packages = new PackageRows(saves, clock);
        return new LibraryRows(
                saves, new LifeRows(saves, packages, clock), packages, new TagRows(saves, clock));
    }

    /** Returns what was done in the workspace. */
    public AuditLog audit() {
        return new AuditRows(saves);
    }

    /** Returns the steps that lives can take. */
    public TransitionRows steps() {
        return new TransitionRows(saves);
    }

    /** Returns what saves tags, assets and packages that come in together. */
    public IncomingStore incoming() {
        return new IncomingRows(saves, clock);
    }

    /** Returns the list of profile sources. */
    public SourceRepository sources() {
        return new SourceRows(saves);
    }

    /** Returns the list of outcomes. */
    public OutcomeSets outcomeSets() {
        return new OutcomeSetRows(saves);
    }

    /** Returns the mappings of outcomes that were kept. */
    public SavedMappings outcomeMappings() {
        return new OutcomeMappingRows(saves);
    }

    /** Returns the sizes that tags had. */
    public TagSizes tagSizes() {
        return new TagSizeRows(saves);
    }

    /** Returns the small things that the workspace remembers. */
    public Settings settings() {
        return new SettingRows(saves);
    }

    /** Makes a backup if something was saved since the newest one. */
    public void backUp() {
        file.backUp();
    }

    /** Backs up what changed, seals the file and gives the folder free. */
    @Override
    public void close() {
        file.close();
    }
}
