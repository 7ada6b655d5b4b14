package io.marquetry.launch;

import io.marquetry.audience.SourceName;
import io.marquetry.audit.Audit;
import io.marquetry.base.Actor;
import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.check.Checks;
import io.marquetry.check.Neighbours;
import io.marquetry.dispatch.desk.DispatchErasure;
import io.marquetry.dispatch.desk.Dispatches;
import io.marquetry.dispatch.desk.ObjectionsNow;
import io.marquetry.dispatch.desk.Runs;
import io.marquetry.dispatch.desk.Secrets;
import io.marquetry.dispatch.desk.Unended;
import io.marquetry.dispatch.outcome.Conversions;
import io.marquetry.dispatch.outcome.DispatchOutcomes;
import io.marquetry.dispatch.plan.AudienceNow;
import io.marquetry.dispatch.plan.DispatchPlanner;
import io.marquetry.dispatch.plan.SendableVersions;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.figures.StoredPackageParts;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.effect.intake.OutcomeMeaning;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.effect.review.PackageOutcomes;
import io.marquetry.effect.review.Reviews;
import io.marquetry.effect.watch.TagWatch;
import io.marquetry.erase.PersonErasure;
import io.marquetry.govern.AssetCentre;
import io.marquetry.govern.AssetPictures;
import io.marquetry.govern.Consequences;
import io.marquetry.govern.LifeSteps;
import io.marquetry.govern.Role;
import io.marquetry.govern.TagCentre;
import io.marquetry.govern.WhereUsed;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.handoff.enclose.Enclosing;
import io.marquetry.handoff.incoming.PackageIntake;
import io.marquetry.handoff.sign.Signatures;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Audiences;
import io.marquetry.index.LiveUse;
import io.marquetry.library.Library;
import io.marquetry.library.OutcomeRuns;
import io.marquetry.library.Templates;
import io.marquetry.life.Conditions;
import io.marquetry.life.LifeRules;
import io.marquetry.life.Lives;
import io.marquetry.life.OutcomeEvidence;
import io.marquetry.overview.Overviews;
import io.marquetry.overview.TagResults;
import io.marquetry.overview.Trails;
import io.marquetry.pack.Packages;
import io.marquetry.proof.Proofs;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementRepository;
import io.marquetry.requirement.Requirements;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.source.ask.SourceReaders;
import io.marquetry.source.ask.SourceStatements;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemoteSources;
import io.marquetry.store.Store;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;
import io.marquetry.store.dispatch.StatusFiles;
import io.marquetry.store.file.Upkeep;
import io.marquetry.tag.TagGovernance;
import io.marquetry.update.Updates;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the services together, by hand: the only place that knows everything. */
public final class Wiring implements WorkspaceOpener {

    /** Who works on one machine works alone, and may do everything. */
    private static final Set<Role> ALONE = Set.of(Role.MARKETER, Role.MANAGER, Role.ADMINISTRATOR);

    private final InstantSource clock;
    private final MachineLogins logins;
    private final Actor actor;

    /** Makes a wiring whose parts read the time from the clock. */
    public Wiring(InstantSource clock) {
        this(
                clock,
                new MachineLogins(UserFolders.here().settings(), System::getenv),
                Actor.ofThisMachine());
    }

    /**
     * Makes a wiring of a machine that signs in to servers so.
     *
     * @param actor whose name stands beside what is saved
     */
    public Wiring(InstantSource clock, MachineLogins logins, Actor actor) {
        this.clock = clock;
        this.logins = logins;
        this.actor = actor;
    }

    @Override
    public Workspace open(Path folder) {
        Store store = Store.open(folder, clock, Upkeep.USUAL, actor);
        try {
            return wired(store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Workspace wired(Store store) {
        LocalSourceFiles files = new LocalSourceFiles(store.folder());
        files.removeLeftovers(listed(store));
        OpenSources databases = new OpenSources(store.folder(), logins);
        Supplier<LocalDate> today = () -> LocalDate.ofInstant(clock.instant(), UserZone.get());
        SourceReaders readers = new SourceReaders(store.sources(), databases, today);
        AudienceIndexes indexes = new AudienceIndexes(store.folder(), readers::membership);
        PackageHandoff documents =
                new PackageHandoff(store.tags(), store.assets(), store.sources(), readers);
        Packages packages =
                new Packages(store.packages(), store.tags(), store.sources(), documents, clock);
        SourceQueries queries = new SourceQueries(databases, today);
        OutcomeIntake intake =
                new OutcomeIntake(
                        store.folder(), store.outcomeSets(), store.sources(), queries, clock);
        EffectReview effects =
                new EffectReview(
                        store.outcomeSets(),
                        store.sources(),
                        store.tags(),
                        queries,
                        new StoredPackageParts(store.packages()));
        Checks checks =
                new Checks(
                        documents,
                        new Checks.Ground(
                                store.tagCares(),
                                store.assetCares(),
                                store.sources(),
                                readers,
                                today),
                        new Neighbours(store.packages(), store.lives(), indexes),
                        store.schedules(),
                        store.overrulings(),
                        store.settings());
        Lives lives =
                new Lives(
                        store.lives(),
                        store.packages(),
                        packages,
                        documents,
                        new LifeRules(store.steps().packages(), ALONE, false),
                        new Conditions(
                                new OutcomeEvidence(store.outcomeSets()),
                                checks,
                                store.schedules()),
                        clock);
        H2Reach reach = new H2Reach(store.folder());
        SendableVersions sendable = new SendableVersions(packages, lives);
        H2DispatchFiles dispatchFiles = new H2DispatchFiles(store.folder());
        Conversions conversions = new Conversions(readers::source, queries);
        Dispatches dispatches =
                new Dispatches(
                        sendable,
                        new DispatchPlanner(
                                sendable,
                                new AudienceNow(indexes, store.tags()),
                                readers::people,
                                conversions,
                                reach,
                                actor,
                                clock),
                        dispatchFiles,
                        new Runs(
                                store.folder(),
                                reach,
                                new Secrets(logins.vault()),
                                reach::inbox,
                                new ObjectionsNow(
                                        name -> readers.membership(name).snapshot(),
                                        readers::source,
                                        queries,
                                        conversions),
                                clock),
                        new DispatchOutcomes(
                                store.folder(),
                                store.outcomeSets(),
                                intake,
                                conversions,
                                lives,
                                clock),
                        new StatusFiles(store.folder()),
                        reach,
                        reach.series(),
                        actor,
                        clock);
        Sources sources =
                new Sources(
                        store.folder(),
                        store.sources(),
                        name -> usersOf(name, packages, intake, dispatches),
                        gone -> {
                            databases.close(gone.name());
                            files.delete(gone);
                            indexes.forget(gone.name());
                            if (store.sources().find(gone.name()).isEmpty()) {
                                new LiveUse(store.settings()).forget(gone.name());
                            }
                        },
                        new RemoteSources(logins, clock),
                        clock);
        sources.names().namesTags(store.tags()::seen);
        LifeSteps steps = new LifeSteps(store.steps().tags(), ALONE);
        Library library = library(store, lives, packages, effects);
        PackageOutcomes outcomes = new PackageOutcomes(store.outcomeSets(), effects);
        TagCentre centre =
                new TagCentre(
                        store.tagCares(),
                        store.assetCares(),
                        store.packages(),
                        packages,
                        steps,
                        () -> sent(dispatches),
                        () -> wanted(store.requirements()),
                        today);
        AssetCentre assets =
                new AssetCentre(
                        store.assetCares(), store.tagCares(), packages, steps, actor, today);
        Overviews overviews =
                new Overviews(
                        packages,
                        lives,
                        new Overviews.Said(store.remarks(), store.schedules()),
                        dispatches,
                        library,
                        outcomes,
                        today);
        return new Workspace(
                store.folder(),
                store.settings(),
                store.warnings(),
                new TagGovernance(store.tags(), store.assets(), packages::tags),
                centre,
                assets,
                new AssetPictures(assets, store.pictures()),
                new Requirements(
                        store.requirements(),
                        store.tagCares(),
                        store.assets(),
                        packages,
                        () -> Texts.in(Locale.ENGLISH).calling(sources.names())),
                new Proofs(indexes, readers::people, readers::source),
                new Consequences(indexes),
                packages,
                lives,
                checks,
                store.remarks(),
                store.schedules(),
                overviews,
                new Trails(
                        centre, assets, packages, lives, library, () -> sent(dispatches), outcomes),
                new TagResults(outcomes),
                library,
                new PackageIntake(
                        store.tags(),
                        store.assets(),
                        store.packages(),
                        store.sources(),
                        readers,
                        store.incoming(),
                        store.settings()),
                new Enclosing(readers, new SourceStatements(store.sources())),
                new Signatures(logins.folder(), clock),
                sources,
                new Audiences(readers, indexes),
                new Outcomes(
                        store.outcomeSets(),
                        store.outcomeMappings(),
                        intake,
                        new OutcomeMeaning(store.outcomeSets(), store.sources(), queries)),
                effects,
                new Reviews(effects, store.sources(), store.tags(), store.settings()),
                new TagWatch(store.tagSizes(), indexes),
                dispatches,
                new PersonErasure(
                        store.folder(),
                        store.sources(),
                        store.outcomeSets(),
                        store.tags(),
                        new DispatchErasure(dispatchFiles, reach, clock),
                        name -> {
                            databases.close(name);
                            indexes.forget(name);
                        }),
                new Audit(store.audit()),
                new Updates(logins.folder(), clock),
                () -> close(store, databases, reach));
    }

    private Library library(Store store, Lives lives, Packages packages, EffectReview effects) {
        return new Library(
                store.library(),
                lives,
                packages,
                new Templates(store.library(), packages, store.tags(), clock),
                new OutcomeRuns(store.outcomeSets(), effects),
                store.settings(),
                clock);
    }

    private static List<WhereUsed.Wanted> wanted(RequirementRepository requirements) {
        return requirements.all().stream()
                .map(Kept::value)
                .map(
                        one ->
                                new WhereUsed.Wanted(
                                        one.key().value(),
                                        one.goal(),
                                        one.accepted().stream()
                                                .map(Requirement.Accepted::tag)
                                                .collect(Collectors.toSet())))
                .toList();
    }

    private static List<WhereUsed.Sent> sent(Dispatches dispatches) {
        return dispatches.list().stream()
                .map(
                        status ->
                                new WhereUsed.Sent(
                                        status.dispatch().id().toString(),
                                        status.dispatch().pack(),
                                        status.dispatch().version(),
                                        LocalDate.ofInstant(
                                                status.dispatch().plannedAt(), UserZone.get())))
                .toList();
    }

    private static Optional<Problem> usersOf(
            SourceName source, Packages packages, OutcomeIntake outcomes, Dispatches dispatches) {
        return packages.addressing(source)
                .or(() -> outcomes.readingFrom(source))
                .or(() -> new Unended(dispatches).of(source));
    }

    /** Returns where everything lies that is listed: profiles, and imported outcomes. */
    private static List<SourcePlace> listed(Store store) {
        return Stream.concat(
                        store.sources().list().stream(),
                        store.outcomeSets().list().stream()
                                .map(OutcomeSet::origin)
                                .filter(OutcomeOrigin.Imported.class::isInstance)
                                .map(OutcomeOrigin.Imported.class::cast)
                                .map(OutcomeOrigin.Imported::table))
                .map(ProfileSource::place)
                .toList();
    }

    private static void close(Store store, OpenSources databases, H2Reach reach) {
        try (store;
                reach) {
            databases.close();
        }
    }
}
