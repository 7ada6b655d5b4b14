package io.marquetry.source.remote;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.Engines;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.RemoteCatalog;

import org.jooq.exception.DataAccessException;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks into databases on servers and describes what of them becomes a source. Blocks. */
public final class RemoteSources {

    private static final String PROFILES = "PROFILE";
    private static final String EVENTS = "EVENT_";
    private static final int SAMPLE = 4;

    private final MachineLogins logins;
    private final InstantSource clock;

    /**
     * Makes them.
     *
     * @param logins how this machine signs in
     * @param clock tells when a source was looked at
     */
    public RemoteSources(MachineLogins logins, InstantSource clock) {
        this.logins = logins;
        this.clock = clock;
    }

    /** Returns how this machine signs in. */
    public MachineLogins logins() {
        return logins;
    }

    /** Remembers on this machine how to sign in to a server; durable when it returns. */
    public void keep(RemoteServer server, MachineLogins.Known known) {
        logins.keep(server, known);
    }

    /**
     * Tests the way to a server.
     *
     * @param known how to sign in; empty: as this machine does
     * @param told is told each step as it ends
     */
    public List<ConnectionTest.Step> test(
            RemoteServer server,
            Optional<MachineLogins.Known> known,
            Consumer<ConnectionTest.Step> told) {
        return ConnectionTest.of(
                server,
                () -> known.map(k -> logins.login(server, k)).orElseGet(() -> logins.of(server)),
                told);
    }

    /**
     * Looks what a database holds; reads no rows.
     *
     * @throws io.marquetry.base.ProblemException if the server does not answer
     */
    public Discovered discover(RemoteServer server, MachineLogins.Known known) {
        return asking(
                server,
                known,
                catalog -> {
                    List<Discovered.Table> tables =
                            catalog.tables().stream()
                                    .map(t -> new Discovered.Table(t, catalog.columnsOf(t)))
                                    .toList();
                    return new Discovered(tables, MappingProposals.over(tables));
                });
    }

    /**
     * Counts what a mapping would leave out, and reads a few rows of the profiles.
     *
     * @throws io.marquetry.base.ProblemException if the server does not answer
     */
    public Discovered.Counted count(RemotePlan plan, Discovered found, MachineLogins.Known known) {
        return asking(
                plan.server(),
                known,
                catalog -> {
                    Discovered.Table people = table(found, plan.table());
                    RemoteCatalog.Key keys = catalog.key(people.found(), plan.keyColumn());
                    List<Long> orphans = new ArrayList<>();
                    for (RemotePlan.Events events : plan.events()) {
                        orphans.add(
                                catalog.orphans(
                                        table(found, events.table()).found(),
                                        events.profileColumn(),
                                        people.found(),
                                        plan.keyColumn()));
                    }
                    return new Discovered.Counted(
                            keys.rows(),
                            keys.missing(),
                            keys.rows() - keys.missing() - keys.distinct(),
                            orphans,
                            names(people),
                            masked(people, catalog));
                });
    }

    /**
     * Reads a few rows of tables, with personal data masked.
     *
     * @return the cells by the table's name with its schema, in the order of the columns
     * @throws io.marquetry.base.ProblemException if the server does not answer
     */
    public Map<String, List<List<String>>> rows(
            RemoteServer server, List<Discovered.Table> tables, MachineLogins.Known known) {
        return asking(
                server,
                known,
                catalog -> {
                    Map<String, List<List<String>>> read = new HashMap<>();
                    for (Discovered.Table table : tables) {
                        read.put(table.shown(), masked(table, catalog));
                    }
                    return read;
                });
    }

    private static List<List<String>> masked(Discovered.Table table, RemoteCatalog catalog) {
        List<String> names = names(table);
        return catalog.sample(table.found(), SAMPLE).stream()
                .map(row -> masked(names, row))
                .toList();
    }

    private static List<String> names(Discovered.Table table) {
        return table.columns().stream().map(RemoteCatalog.Column::name).toList();
    }

    private static List<String> masked(List<String> names, List<String> row) {
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            masked.add(MaskedValue.of(names.get(i), row.get(i)));
        }
        return masked;
    }

    private static Discovered.Table table(Discovered found, String shown) {
        return found.tables().stream()
                .filter(table -> table.shown().equals(shown))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + shown));
    }

    private <T> T asking(
            RemoteServer server, MachineLogins.Known known, Function<RemoteCatalog, T> question) {
        try (RemoteCatalog catalog = Engines.catalog(server, logins.login(server, known))) {
            return question.apply(catalog);
        } catch (DataAccessException e) {
            throw Engines.failed(server, e).asException(e);
        }
    }

    /**
     * Describes a source as its server has it now.
     *
     * @throws io.marquetry.base.ProblemException if the server does not answer, or what the source
     *     needs is not there any more
     */
    public ProfileSource again(ProfileSource source, SourcePlace.Remote place) {
        return describe(RemotePlan.of(source, place), logins.of(place.server()), /* anew= */ false);
    }

    /**
     * Describes the source that a plan makes; reads the column of the keys.
     *
     * @throws io.marquetry.base.ProblemException if the server does not answer, a table or column
     *     is not there, or a key is missing or stands twice
     */
    public ProfileSource describe(RemotePlan plan, MachineLogins.Known known) {
        return describe(plan, logins.login(plan.server(), known), /* anew= */ true);
    }

    private ProfileSource describe(RemotePlan plan, Login login, boolean anew) {
        try (RemoteCatalog catalog = Engines.catalog(plan.server(), login)) {
            return new Description(plan, catalog, anew).source();
        } catch (DataAccessException e) {
            throw Engines.failed(plan.server(), e).asException(e);
        }
    }

    private final class Description {

        private final RemotePlan plan;
        private final boolean anew;
        private final RemoteCatalog catalog;
        private final List<RemoteCatalog.Found> known;
        private final List<SourcePlace.RemoteTable> tables = new ArrayList<>();

        private Description(RemotePlan plan, RemoteCatalog catalog, boolean anew) {
            this.plan = plan;
            this.anew = anew;
            this.catalog = catalog;
            this.known = catalog.tables();
        }

        private ProfileSource source() {
            RemoteCatalog.Found profiles = table(plan.table());
            List<RemoteCatalog.Column> columns = catalog.columnsOf(profiles);
            RemoteCatalog.Column key = column(profiles, columns, plan.keyColumn());
            RemoteCatalog.Key keys = catalog.key(profiles, key.name());
            if (keys.rows() == 0) {
                throw Problem.of("problem.remote.noRows", profiles.shown()).asException();
            }
            if (keys.missing() > 0 || keys.distinct() < keys.rows()) {
                throw Problem.of(
                                "problem.remote.keys",
                                key.name(),
                                profiles.shown(),
                                keys.missing(),
                                keys.rows() - keys.missing() - keys.distinct())
                        .asException();
            }
            check(profiles, columns, plan.columns());
            tables.add(
                    new SourcePlace.RemoteTable(
                            PROFILES,
                            profiles.schema(),
                            profiles.table(),
                            plan.columns(),
                            /* outcomes= */ false));
            List<EventStream> streams = new ArrayList<>();
            for (RemotePlan.Events events : plan.events()) {
                streams.add(stream(events, EVENTS + (streams.size() + 1)));
            }
            ProfileModel model =
                    new ProfileModel(
                            PROFILES,
                            key.name(),
                            key.name(),
                            attributes(columns, plan.columns(), key),
                            streams);
            SourcePlace.Remote place = new SourcePlace.Remote(plan.server(), tables, plan.zone());
            return new ProfileSource(
                    plan.name(),
                    plan.title(),
                    place,
                    // Of what is asked for: what the answer is of is told with each answer.
                    Sha256.of(place + " " + model),
                    clock.instant(),
                    plan.fixedToday(),
                    keys.rows(),
                    model);
        }

        private EventStream stream(RemotePlan.Events events, String name) {
            RemoteCatalog.Found table = table(events.table());
            List<RemoteCatalog.Column> columns = catalog.columnsOf(table);
            RemoteCatalog.Column person = column(table, columns, events.profileColumn());
            RemoteCatalog.Column time = column(table, columns, events.timeColumn());
            AttributeType type = time.type().orElse(AttributeType.TEXT);
            if (type != AttributeType.DATE && type != AttributeType.DATETIME) {
                throw Problem.of("problem.import.noTime", table.shown(), time.name()).asException();
            }
            check(table, columns, events.columns());
            tables.add(
                    new SourcePlace.RemoteTable(
                            name,
                            table.schema(),
                            table.table(),
                            events.columns(),
                            events.outcomes()));
            List<RemoteCatalog.Column> others =
                    columns.stream().filter(c -> !c.equals(person) && !c.equals(time)).toList();
            return new EventStream(
                    /* name= */ table.table(),
                    /* table= */ name,
                    person.name(),
                    time.name(),
                    type,
                    attributes(others, events.columns(), person));
        }

        /** Finds a table by its name with its schema, or without where there is one such table. */
        private RemoteCatalog.Found table(String wanted) {
            Optional<RemoteCatalog.Found> whole =
                    known.stream().filter(t -> t.shown().equals(wanted)).findFirst();
            if (whole.isPresent()) {
                return whole.get();
            }
            List<RemoteCatalog.Found> named =
                    known.stream().filter(t -> t.table().equals(wanted)).toList();
            if (named.size() == 1) {
                return named.getFirst();
            }
            List<RemoteCatalog.Found> offered = named.isEmpty() ? known : named;
            throw Problem.of(
                            "problem.remote.chooseTable",
                            wanted,
                            plan.server().toString(),
                            NameList.of(offered.stream().map(RemoteCatalog.Found::shown).toList()))
                    .asException();
        }

        private static RemoteCatalog.Column column(
                RemoteCatalog.Found table, List<RemoteCatalog.Column> columns, String wanted) {
            return columns.stream()
                    .filter(c -> c.name().equals(wanted) && c.type().isPresent())
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    Problem.of(
                                                    "problem.import.noColumn",
                                                    table.shown(),
                                                    wanted,
                                                    NameList.of(
                                                            columns.stream()
                                                                    .map(RemoteCatalog.Column::name)
                                                                    .toList()))
                                            .asException());
        }

        /**
         * A column that is not there is told whoever wants it; one that was left out, or went since
         * the source was made, is no attribute any more.
         */
        private void check(
                RemoteCatalog.Found table,
                List<RemoteCatalog.Column> columns,
                List<ColumnChoice> decided) {
            for (ColumnChoice choice : decided) {
                if (anew
                        && choice.used()
                        && columns.stream().noneMatch(c -> c.name().equals(choice.column()))) {
                    column(table, columns, choice.column());
                }
            }
        }

        /** The key is used in any case: without it nobody can be looked at. */
        private static List<Attribute> attributes(
                List<RemoteCatalog.Column> columns,
                List<ColumnChoice> decided,
                RemoteCatalog.Column key) {
            List<Attribute> used = new ArrayList<>();
            for (RemoteCatalog.Column column : columns) {
                String name = column.name();
                if (column.type().isPresent()
                        && (column.equals(key) || ColumnChoice.isUsed(decided, name))) {
                    AttributeType own = column.type().orElseThrow();
                    used.add(
                            new Attribute(
                                    name,
                                    column.equals(key)
                                            ? own
                                            : ColumnChoice.type(decided, name, own),
                                    name));
                }
            }
            return used;
        }
    }
}
