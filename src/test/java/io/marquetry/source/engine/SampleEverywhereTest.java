package io.marquetry.source.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.source.engine.clickhouse.TestClickhouse;
import io.marquetry.source.engine.jdbc.Logins;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.mysql.TestMariaDb;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.source.engine.trino.TestTrino;
import io.marquetry.source.sql.Operands;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of the sample over the same customers in other databases. */
class SampleEverywhereTest {

    @TempDir static Path folder;
    private static ProfileSource sample;
    private static LocalDate today;
    private static List<Row> rows;
    private static TagCatalog catalog;
    private static Map<TagKey, Long> known;

    @BeforeAll
    static void load() {
        Workspace workspace = new Wiring(InstantSource.system()).open(folder.resolve("workspace"));
        new SampleWorkspace(workspace).load(progress -> {}, new CancelSignal());
        catalog = workspace.tags().catalog();
        sample = workspace.sources().list().getFirst();
        today = sample.fixedToday().orElseThrow();
        workspace.close();
        try (OpenSources databases = new OpenSources(folder.resolve("workspace"))) {
            rows = read(databases.open(sample, new CancelSignal()));
            known = counts(sample, databases);
        }
        assertThat(known).hasSize(32);
        assertThat(known.values().stream().filter(count -> count > 0)).hasSizeGreaterThan(20);
    }

    @Test
    void duckDbCountsAsH2Does() throws Exception {
        Path elsewhere = folder.resolve("duckdb");
        ProfileSource source =
                TestSource.write(
                        SourceEngine.DUCKDB, elsewhere, "sample", sample.model(), rows, today);
        try (OpenSources databases = new OpenSources(elsewhere)) {
            assertSame(source, databases);
        }
    }

    @Test
    void postgresCountsAsH2Does() throws Exception {
        assertSame(TestPostgres.write("sample", sample.model(), rows, today), TestPostgres::login);
    }

    @Test
    @org.junit.jupiter.api.Tag("mariadb")
    void mariaDbCountsAsH2Does() throws Exception {
        assertSame(
                TestMariaDb.write(RemoteEngine.MARIADB, "sample", sample.model(), rows, today),
                TestMariaDb::login);
    }

    @Test
    @org.junit.jupiter.api.Tag("cluster")
    void trinoCountsAsH2Does() throws Exception {
        assertSame(TestTrino.write("sample", sample.model(), rows, today), TestTrino::login);
    }

    @Test
    @org.junit.jupiter.api.Tag("clickhouse")
    void clickhouseCountsAsH2Does() throws Exception {
        assertSame(
                TestClickhouse.write("sample", sample.model(), rows, today), TestClickhouse::login);
    }

    private static void assertSame(ProfileSource source, Logins logins) {
        try (OpenSources databases = new OpenSources(folder, logins)) {
            assertSame(source, databases);
        }
    }

    private static void assertSame(ProfileSource source, OpenSources databases) {
        assertThat(counts(source, databases)).isEqualTo(known);
        MembershipIndex index =
                new AudienceIndexes(
                                folder.resolve(source.name().value()),
                                name -> new SourceMembershipReader(source, databases, today))
                        .index(source.name(), catalog, done -> {}, new CancelSignal());
        known.forEach((key, count) -> assertThat(index.size(key)).as(key.value()).isEqualTo(count));
    }

    private static Map<TagKey, Long> counts(ProfileSource source, OpenSources databases) {
        AudienceReader reader = new SourceAudienceReader(source, databases, () -> today);
        Map<TagKey, Long> counts = new LinkedHashMap<>();
        for (Tag tag : catalog.tags()) {
            if (tag.category() == Category.AUDIENCE) {
                counts.put(
                        tag.key(),
                        reader.count(catalog.rule(tag.key()), catalog, new CancelSignal())
                                .audience());
            }
        }
        return counts;
    }

    private static List<Row> read(OpenSource database) {
        ProfileModel model = sample.model();
        Operands operands = database.operands(today);
        List<Map<String, List<Map<String, Object>>>> events = new ArrayList<>();
        for (long i = 0; i < sample.profiles(); i++) {
            events.add(new HashMap<>());
        }
        for (EventStream stream : model.streams()) {
            List<Attribute> wanted = new ArrayList<>(stream.fields());
            wanted.add(new Attribute(Row.TIME, stream.timeType(), stream.timeColumn()));
            Field<Integer> whose =
                    DSL.field(
                            DSL.name(stream.table(), stream.profileColumn()), SQLDataType.INTEGER);
            each(database, operands, stream.table(), whose, wanted)
                    .forEach(
                            found ->
                                    events.get(found.place())
                                            .computeIfAbsent(
                                                    stream.name(), name -> new ArrayList<>())
                                            .add(found.values()));
        }
        List<Row> read = new ArrayList<>();
        Field<Integer> place =
                DSL.field(DSL.name(model.table(), model.idColumn()), SQLDataType.INTEGER);
        for (Found found : each(database, operands, model.table(), place, model.attributes())) {
            read.add(new Row(found.values(), events.get(found.place())));
        }
        return read;
    }

    private static List<Found> each(
            OpenSource database,
            Operands operands,
            String table,
            Field<Integer> place,
            List<Attribute> wanted) {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(place);
        wanted.forEach(attribute -> fields.add(operands.of(table, attribute).field()));
        return database.ask(
                        ask -> ask.select(fields).from(database.table(table)).orderBy(place),
                        new CancelSignal())
                .map(
                        row -> {
                            Map<String, Object> values = new HashMap<>();
                            for (int i = 0; i < wanted.size(); i++) {
                                if (row.get(i + 1) != null) {
                                    values.put(wanted.get(i).name(), row.get(i + 1));
                                }
                            }
                            return new Found(row.get(place), values);
                        });
    }

    private record Found(int place, Map<String, Object> values) {}
}
