package io.marquetry.ui.sources.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.base.UserZone;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.HandedMapping;
import io.marquetry.effect.intake.MappingDocument;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.Sources;
import io.marquetry.source.remote.ConnectionTest;
import io.marquetry.source.remote.Discovered;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemotePlan;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LongWork;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Connecting a database, from where it is to the source that it becomes; needs no stage. */
final class ConnectModel {

    /** Stands for the name, which is found when the source is added. */
    private static final SourceName UNNAMED = new SourceName("database");

    private final Sources sources;
    private final Outcomes outcomes;
    private final Executor onScreen;
    private final LongWork<Integer> work;
    private final WhereForm where = new WhereForm();
    private final ReadOnlyObjectWrapper<ConnectStep> step =
            new ReadOnlyObjectWrapper<>(ConnectStep.WHERE);
    private final ObservableList<ConnectionTest.Step> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Discovered>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Discovered.Table>> people =
            new SimpleObjectProperty<>(Optional.empty());
    private final DecidedColumns columns = new DecidedColumns();
    private final ObjectProperty<Optional<Discovered.Table>> lookedAt =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(UserZone.get());
    private final ObservableList<EventLine> events = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Discovered.Counted>> counted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ProfileSource>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RemotePlan> mapping = Optional.empty();
    private List<SavedMapping> meanings = List.of();

    /**
     * Begins with an empty form.
     *
     * @param onScreen brings progress onto the FX thread
     */
    ConnectModel(Sources sources, Outcomes outcomes, Background background, Executor onScreen) {
        this.sources = sources;
        this.outcomes = outcomes;
        this.onScreen = onScreen;
        this.work = new LongWork<>(background, onScreen);
        people.subscribe((before, now) -> counted.set(Optional.empty()));
        key.subscribe((before, now) -> counted.set(Optional.empty()));
    }

    WhereForm where() {
        return where;
    }

    ReadOnlyObjectProperty<ConnectStep> step() {
        return step.getReadOnlyProperty();
    }

    LongWork<Integer> work() {
        return work;
    }

    /** Returns the steps of the test, as they end. */
    ObservableList<ConnectionTest.Step> steps() {
        return steps;
    }

    ReadOnlyObjectProperty<Optional<Discovered>> found() {
        return found.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Discovered.Table>> people() {
        return people;
    }

    StringProperty key() {
        return key;
    }

    StringProperty title() {
        return title;
    }

    ObjectProperty<ZoneId> zone() {
        return zone;
    }

    ObservableList<EventLine> events() {
        return events;
    }

    /** Returns what was counted over the mapping as it is. */
    ReadOnlyObjectProperty<Optional<Discovered.Counted>> counted() {
        return counted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ProfileSource>> result() {
        return result.getReadOnlyProperty();
    }

    /** Returns whether there is enough to go on. */
    boolean isReady() {
        return switch (step.get()) {
            case WHERE ->
                    !where.host().get().isBlank()
                            && !where.database().get().isBlank()
                            && !where.user().get().isBlank();
            case CHECK -> isGood();
            case MAPPING, COLUMNS -> people.get().isPresent() && !key.get().isEmpty();
        };
    }

    private boolean isGood() {
        return steps.size() == ConnectionTest.Kind.values().length
                && steps.stream().noneMatch(ConnectionTest.Step::isFailed);
    }

    /** Fills in what a mapping says that somebody handed over. */
    void take(Path file) {
        work.run(
                (progress, signal) -> MappingDocument.read(file),
                read -> {
                    RemotePlan plan = read.plan();
                    mapping = Optional.of(plan);
                    meanings = read.outcomes();
                    where.take(plan);
                    title.set(plan.title());
                    zone.set(plan.zone());
                });
    }

    /** Goes on. */
    void next() {
        switch (step.get()) {
            case WHERE -> test();
            case CHECK -> discover();
            case MAPPING -> lookAtColumns();
            case COLUMNS -> connect();
        }
    }

    void back() {
        step.set(
                switch (step.get()) {
                    case WHERE, CHECK -> ConnectStep.WHERE;
                    case MAPPING -> ConnectStep.CHECK;
                    case COLUMNS -> ConnectStep.MAPPING;
                });
    }

    /** Tests the way to the server once more. */
    void test() {
        RemoteServer server;
        MachineLogins.Known known;
        try {
            server = where.server();
            known = where.known();
        } catch (ProblemException e) {
            work.refuse(List.of(e.problem()));
            return;
        }
        Runnable hiding = hiding(server);
        steps.clear();
        step.set(ConnectStep.CHECK);
        work.run(
                (progress, signal) -> {
                    hiding.run();
                    return sources.test(
                            server,
                            Optional.of(known),
                            one -> onScreen.execute(() -> told(one, signal)));
                },
                all -> {});
    }

    private void told(ConnectionTest.Step one, CancelSignal signal) {
        if (!signal.isCancelled()) {
            steps.add(one);
        }
    }

    /** What was typed leaves the form for the vault. */
    private Runnable hiding(RemoteServer server) {
        if (where.found().get() != WhereForm.Found.VAULT) {
            return () -> {};
        }
        String password = where.password().get();
        String passphrase = where.passphrase().get();
        return () -> {
            if (!passphrase.isEmpty()) {
                sources.logins().vault().unlock(passphrase.toCharArray());
            }
            if (!password.isEmpty()) {
                sources.logins().hide(server, password);
            }
        };
    }

    private void discover() {
        RemoteServer server = where.server();
        MachineLogins.Known known = where.known();
        work.run((progress, signal) -> sources.remote().discover(server, known), this::propose);
    }

    private void propose(Discovered now) {
        where.password().set("");
        where.passphrase().set("");
        found.set(Optional.of(now));
        columns.begin(mapping);
        lookedAt.set(Optional.empty());
        String table = mapping.map(RemotePlan::table).orElse(now.proposal().table());
        people.set(now.tables().stream().filter(t -> t.shown().equals(table)).findFirst());
        key.set(mapping.map(RemotePlan::keyColumn).orElse(now.proposal().key()));
        if (title.get().isEmpty()) {
            title.set(people.get().map(t -> t.found().table()).orElse(""));
        }
        List<RemotePlan.Events> wanted =
                mapping.map(RemotePlan::events).orElse(now.proposal().events());
        events.setAll(now.tables().stream().map(EventLine::new).toList());
        for (EventLine line : events) {
            wanted.stream()
                    .filter(one -> one.table().equals(line.table().shown()))
                    .findFirst()
                    .ifPresent(line::take);
            line.used().subscribe((before, after) -> counted.set(Optional.empty()));
        }
        step.set(ConnectStep.MAPPING);
    }

    /** Counts what the mapping would leave out, and reads a few rows. */
    void count() {
        RemotePlan plan = plan();
        MachineLogins.Known known = where.known();
        Discovered all = found.get().orElseThrow();
        work.run(
                (progress, signal) -> sources.remote().count(plan, all, known),
                now -> counted.set(Optional.of(now)));
    }

    /** Reads a few rows of the tables that are chosen. */
    private void lookAtColumns() {
        RemoteServer server = where.server();
        MachineLogins.Known known = where.known();
        List<Discovered.Table> tables = chosenTables();
        lookedAt.set(lookedAt.get().filter(tables::contains));
        work.run(
                (progress, signal) -> sources.remote().rows(server, tables, known),
                read -> {
                    columns.take(read);
                    step.set(ConnectStep.COLUMNS);
                });
    }

    /**
     * Writes the mapping as it is now, for others.
     *
     * @param written is called once the file is there
     */
    void export(Path file, Runnable written) {
        HandedMapping handed = handed();
        work.run(
                (progress, signal) -> {
                    MappingDocument.write(named(handed), file);
                    return file;
                },
                done -> written.run());
    }

    private void connect() {
        HandedMapping handed = handed();
        MachineLogins.Known known = where.known();
        work.run(
                (progress, signal) -> {
                    ProfileSource made = sources.connect(named(handed).plan(), known);
                    outcomes.handover().keep(handed, made);
                    return made;
                },
                made -> result.set(Optional.of(made)));
    }

    private HandedMapping handed() {
        return new HandedMapping(plan(), meanings).with(plan());
    }

    private HandedMapping named(HandedMapping handed) {
        String title = handed.plan().title();
        return handed.named(sources.freeName(title), title);
    }

    /** Returns what is decided of the columns. */
    DecidedColumns columns() {
        return columns;
    }

    /** Returns the table whose columns are shown. */
    ObjectProperty<Optional<Discovered.Table>> lookedAt() {
        return lookedAt;
    }

    /** Returns the tables that become part of the source, that of the profiles first. */
    List<Discovered.Table> chosenTables() {
        return Stream.concat(people.get().stream(), chosen().stream().map(EventLine::table))
                .toList();
    }

    boolean isPeople(Discovered.Table table) {
        return people.get().filter(table::equals).isPresent();
    }

    boolean holdsOutcomes(Discovered.Table table) {
        return chosen().stream()
                .anyMatch(line -> line.table().equals(table) && line.outcomes().get());
    }

    /** Returns the key of the word for what a column is in any case; empty: it can be left out. */
    Optional<String> part(Discovered.Table table, String column) {
        if (isPeople(table)) {
            return column.equals(key.get()) ? Optional.of("connect.key") : Optional.empty();
        }
        return chosen().stream()
                .filter(line -> line.table().equals(table))
                .findFirst()
                .flatMap(line -> line.part(column));
    }

    /** Returns the events that are chosen, in the order of their tables. */
    List<EventLine> chosen() {
        return events.stream()
                .filter(line -> people.get().filter(line.table()::equals).isEmpty())
                .filter(EventLine::isComplete)
                .toList();
    }

    private RemotePlan plan() {
        String table = people.get().map(Discovered.Table::shown).orElseThrow();
        String called = title.get().isBlank() ? table : title.get().strip();
        return new RemotePlan(
                UNNAMED,
                called,
                where.server(),
                table,
                key.get(),
                people.get().map(columns::choices).orElseThrow(),
                chosen().stream().map(line -> line.plan(columns.choices(line.table()))).toList(),
                zone.get(),
                mapping.flatMap(RemotePlan::fixedToday));
    }

    /** Stops what runs. */
    void close() {
        work.stop();
        where.password().set("");
        where.passphrase().set("");
    }
}
