package io.marquetry.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.Slug;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.InPlaceSources;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.NewerFile;
import io.marquetry.source.local.Renewal;
import io.marquetry.source.local.TableImport;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.SourceOrigin;
import io.marquetry.source.remote.ConnectionTest;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemotePlan;
import io.marquetry.source.remote.RemoteSources;
import io.marquetry.tag.TagFit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The profile sources of a workspace: added, imported, refreshed and removed, the same for the
 * window and the command line. Blocks, so never call it on the FX thread.
 */
public final class Sources {

    private final SourceRepository kept;
    private final InPlaceSources inPlace;
    private final TableImport imports;
    private final RemoteSources remote;
    private final SourceUsers users;
    private final Consumer<ProfileSource> gone;
    private final LocalSourceFiles files;
    private final FieldBook book = new FieldBook();

    /**
     * Makes the service over what one workspace keeps.
     *
     * @param workspace its folder
     * @param kept the list of sources
     * @param users tells who needs a source
     * @param gone puts away what belongs to a source that is no longer listed
     * @param remote looks into databases on servers
     * @param clock tells when an import was made
     */
    public Sources(
            Path workspace,
            SourceRepository kept,
            SourceUsers users,
            Consumer<ProfileSource> gone,
            RemoteSources remote,
            InstantSource clock) {
        this.remote = remote;
        this.kept = kept;
        this.inPlace = new InPlaceSources(workspace, kept);
        this.imports = new TableImport(workspace, clock);
        this.users = users;
        this.gone = gone;
        this.files = new LocalSourceFiles(workspace);
        book.take(kept.list());
    }

    /** Returns what people call the fields and events of the sources; follows what changes. */
    public FieldBook names() {
        return book;
    }

    private void enter(ProfileSource source) {
        kept.add(source);
        book.take(kept.list());
    }

    private void replace(ProfileSource source) {
        kept.replace(source);
        book.take(kept.list());
    }

    /** Returns all sources in the order of their names. */
    public List<ProfileSource> list() {
        return kept.list();
    }

    /** Returns the source with the name, if there is one. */
    public Optional<ProfileSource> find(SourceName name) {
        return kept.find(name);
    }

    /**
     * Returns the source with the name.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public ProfileSource get(SourceName name) {
        return kept.get(name);
    }

    /**
     * Lists a source whose database is made already; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the name is taken
     */
    public void add(ProfileSource source) {
        enter(source);
    }

    /**
     * Looks into a file and lists it as it lies; reads the column of its keys.
     *
     * @param fixedToday the day relative dates count from; empty: the real today
     * @throws io.marquetry.base.ProblemException if it cannot be read so, or the name is taken
     */
    public ProfileSource add(
            SourceName name,
            String title,
            SourcePlace.InPlace place,
            Optional<LocalDate> fixedToday) {
        ProfileSource added = inPlace.add(name, title, place, fixedToday);
        book.take(kept.list());
        return added;
    }

    /**
     * Looks into a database on a server, lists it as a source, and remembers on this machine how to
     * sign in; reads the column of its keys.
     *
     * @throws io.marquetry.base.ProblemException if the server does not answer, cannot be read so,
     *     or the name is taken
     */
    public ProfileSource connect(RemotePlan plan, MachineLogins.Known known) {
        if (kept.find(plan.name()).isPresent()) {
            throw Problem.of("problem.source.nameTaken", plan.name().value()).asException();
        }
        ProfileSource source = remote.describe(plan, known);
        remote.keep(plan.server(), known);
        enter(source);
        return source;
    }

    /** Returns what looks into databases on servers. */
    public RemoteSources remote() {
        return remote;
    }

    /** Returns how this machine signs in to servers. */
    public MachineLogins logins() {
        return remote.logins();
    }

    /**
     * Tests the way to a server step by step; the first step that fails is the last.
     *
     * @param known how to sign in; empty: as this machine does
     * @param told is told each step as it ends
     */
    public List<ConnectionTest.Step> test(
            RemoteServer server,
            Optional<MachineLogins.Known> known,
            Consumer<ConnectionTest.Step> told) {
        return remote.test(server, known, told);
    }

    /**
     * Imports what a plan says. Blocks for the length of the import.
     *
     * @return what became of each row; close it when it was shown
     * @throws io.marquetry.base.ProblemException if nothing could be imported; nothing changed then
     * @throws CancelSignal.Cancelled if asked to stop; nothing changed then
     */
    public ImportResult importFile(ImportPlan plan, ImportListener listener, CancelSignal signal) {
        return importFile(plan, FieldLabels.NONE, listener, signal);
    }

    /**
     * Imports what a plan says, as above.
     *
     * @param labels what people call its fields
     */
    public ImportResult importFile(
            ImportPlan plan, FieldLabels labels, ImportListener listener, CancelSignal signal) {
        SourceName name = plan.sourceName();
        if (kept.find(name).isPresent()) {
            throw Problem.of(
                            "problem.import.nameTaken",
                            name.value(),
                            freeName(name.value()).value())
                    .asException();
        }
        SourceOrigin origin = SourceOrigin.of(plan);
        return imports.run(
                plan, made -> enter(made.withLabels(labels).withOrigin(origin)), listener, signal);
    }

    /**
     * Tells what would become of a source that is read anew from a newer file, as the one before
     * was read; replaces nothing.
     *
     * @param file the profiles
     * @param events newer files of events, by the names of the events; those of before are read
     *     where none is told
     * @throws io.marquetry.base.ProblemException if there is no such source, it was not imported
     *     from files, or a file cannot be read so
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public Renewal look(
            SourceName name,
            Path file,
            Map<String, Path> events,
            ImportListener listener,
            CancelSignal signal) {
        NewerFile newer = new NewerFile(get(name), listener, signal);
        return newer.against(newer.look(file), events);
    }

    /**
     * Puts what was looked at in the place of what a source held; its name, its labels and what
     * addresses it stay. All or nothing.
     *
     * @return what became of each row; close it when it was shown; without a source nothing was
     *     replaced
     * @throws io.marquetry.base.ProblemException if nothing could be read; nothing changed then
     * @throws CancelSignal.Cancelled if asked to stop; nothing changed then
     */
    public ImportResult renew(Renewal renewal, ImportListener listener, CancelSignal signal) {
        ProfileSource before = get(renewal.source().name());
        if (!before.fingerprint().equals(renewal.source().fingerprint())) {
            throw Problem.of("problem.source.changed", before.title()).asException();
        }
        SourceOrigin origin = SourceOrigin.of(renewal.plan());
        ImportResult done =
                imports.run(
                        renewal.plan(),
                        made -> {
                            files.markForRemoval(before);
                            replace(made.withLabels(before.labels()).withOrigin(origin));
                        },
                        listener,
                        signal);
        if (done.source().isPresent()) {
            gone.accept(before);
        }
        return done;
    }

    /**
     * Returns a name for a source that no other has.
     *
     * @param wanted any text, for example a file's name; its letters and digits are kept
     */
    public SourceName freeName(String wanted) {
        return new SourceName(
                Slug.free(
                        wanted, "customers", name -> kept.find(new SourceName(name)).isPresent()));
    }

    /**
     * Tells whether tags can be counted in a source as it is listed.
     *
     * @param name the source; empty asks none
     * @throws io.marquetry.base.ProblemException if there is no such source
     */
    public TagFit fit(Optional<SourceName> name) {
        return name.map(this::get).map(Sources::fit).orElse(TagFit.UNASKED);
    }

    private static TagFit fit(ProfileSource source) {
        return (tag, tags) -> new RuleCheck(source, tags).problems(tag);
    }

    /**
     * Looks at the file of a source that lies in place, or at its server, and replaces nothing.
     *
     * @return what would change
     * @throws io.marquetry.base.ProblemException if there is no such source, or its file or server
     *     is gone or cannot be read as before
     */
    public SourceChange look(SourceName name) {
        ProfileSource listed = get(name);
        return new SourceChange(
                listed,
                listed.place() instanceof SourcePlace.Remote place
                        ? remote.again(listed, place).withLabels(listed.labels())
                        : inPlace.again(listed));
    }

    /**
     * Lists a source as it was found when it was looked at.
     *
     * @return the source as it is now
     * @throws io.marquetry.base.ProblemException if it was replaced or forgotten meanwhile
     */
    public ProfileSource take(SourceChange change) {
        ProfileSource before = get(change.before().name());
        if (!before.equals(change.before())) {
            throw Problem.of("problem.source.changed", before.title()).asException();
        }
        if (!before.equals(change.now())) {
            replace(change.now());
        }
        return change.now();
    }

    /**
     * Returns whether the file of a source that lies in place is another than the one listed.
     *
     * @throws io.marquetry.base.ProblemException if there is no such source, or its file is gone
     */
    public boolean hasChanged(SourceName name) {
        return inPlace.hasChanged(get(name));
    }

    /**
     * Calls a source otherwise; its short name, by which packages address it, stays.
     *
     * @param title what people call it, not blank
     * @return the source as it is now
     * @throws io.marquetry.base.ProblemException if there is no such source, or the title is blank
     */
    public ProfileSource rename(SourceName name, String title) {
        if (title.isBlank()) {
            throw Problem.of("problem.source.title").asException();
        }
        ProfileSource renamed = get(name).withTitle(title.strip());
        replace(renamed);
        return renamed;
    }

    /**
     * Calls a field or events of a source otherwise; rules go on to write them as before.
     *
     * @param written the field, the events, or a field of events as {@code purchases:amount}
     * @param label empty: as it is usually called
     * @return the source as it is now
     * @throws io.marquetry.base.ProblemException if there is no such source, or it has none of that
     *     name
     */
    public ProfileSource label(SourceName name, String written, Optional<LocalizedText> label) {
        ProfileSource source = get(name);
        FieldName what =
                FieldLabels.find(source.model(), written)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        "problem.source.noField",
                                                        source.title(),
                                                        written,
                                                        NameList.of(
                                                                FieldLabels.names(source.model())
                                                                        .stream()
                                                                        .map(FieldName::written)
                                                                        .toList()))
                                                .asException());
        ProfileSource labelled = source.withLabels(source.labels().with(what, label));
        replace(labelled);
        return labelled;
    }

    /**
     * Forgets a source, removes its file and index, and of a server how this machine signs in there
     * unless another source needs that, too.
     *
     * @return what could not be forgotten: a password in a vault that is locked
     * @throws io.marquetry.base.ProblemException if there is no such source, packages address its
     *     profiles, outcomes lie in it, or a dispatch to its people has not ended
     */
    public Optional<Problem> remove(SourceName name) {
        ProfileSource source = get(name);
        users.of(name)
                .ifPresent(
                        used -> {
                            throw used.asException();
                        });
        files.markForRemoval(source);
        kept.remove(name);
        book.take(kept.list());
        gone.accept(source);
        return source.place() instanceof SourcePlace.Remote place
                        && kept.list().stream().noneMatch(other -> liesOn(place.server(), other))
                ? remote.logins().forget(place.server())
                : Optional.empty();
    }

    private static boolean liesOn(RemoteServer server, ProfileSource source) {
        return source.place() instanceof SourcePlace.Remote place && place.server().equals(server);
    }
}
