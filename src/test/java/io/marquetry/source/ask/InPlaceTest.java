package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.ListedSources;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.file.DataFiles;
import io.marquetry.source.local.InPlaceSources;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files of others answer where they lie, and never with numbers of another state. */
class InPlaceTest {

    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());
    private static final SourceName NAME = new SourceName("shop");
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    @TempDir private Path folder;
    private ListedSources sources;
    private InPlaceSources inPlace;
    private OpenSources databases;
    private SourceReaders readers;

    @BeforeEach
    void open() {
        sources = new ListedSources();
        inPlace = new InPlaceSources(folder, sources);
        databases = new OpenSources(folder);
        readers = new SourceReaders(sources, databases, () -> TODAY);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void parquetAnswersInAllItsRowGroups() throws Exception {
        Path file = DataFiles.parquet(folder.resolve("it's.parquet"), 5_000);
        ProfileSource source = add(place(file, Optional.empty(), Optional.of("key")));
        assertThat(source.profiles()).isEqualTo(5_000);
        assertThat(count(atLeast("visits", "4000"))).isEqualTo(1_000);
        assertThat(count(atLeast("spend", "1249.75"))).isEqualTo(1);
        // i / 8 where i is no multiple of 3
        assertThat(count(atLeast("ratio", "624.75"))).isEqualTo(1);
        assertThat(count(new TagRule.Missing("ratio"))).isEqualTo(1_667);
        MembershipReader reader = readers.membership(NAME);
        List<long[]> words =
                reader.memberships(
                        List.of(atLeast("visits", "4000")), NO_TAGS, n -> {}, new CancelSignal());
        assertThat(words.getFirst()[62]).isEqualTo(0xFFFF_FFFF_0000_0000L);
        assertThat(Arrays.stream(words.getFirst()).map(Long::bitCount).sum()).isEqualTo(1_000);
        assertThat(reader.ordinal("C4999", new CancelSignal())).hasValue(4_999);
    }

    @Test
    void eventsOfDuckDbJoinTheirProfilesByKey() throws Exception {
        Path file = folder.resolve("shop.duckdb");
        write(file, "CREATE TABLE people AS SELECT 'C' || i AS key FROM range(100) t(i)");
        write(
                file,
                "CREATE TABLE orders AS SELECT 'C' || (i % 40) AS who,"
                        + " TIMESTAMP '2024-01-01' + to_days(i::INTEGER) AS at,"
                        + " (i * 1.5)::DECIMAL(9, 2) AS amount FROM range(200) t(i)");
        add(
                new SourcePlace.InPlace(
                        file.toString(),
                        Optional.of("people"),
                        Optional.of("key"),
                        List.of(new SourcePlace.InPlaceEvents("orders", "who", "at"))));
        assertThat(count(orders(TagRule.Aggregate.COUNT, Optional.empty(), "5"))).isEqualTo(40);
        assertThat(count(orders(TagRule.Aggregate.SUM, Optional.of("amount"), "892.5")))
                .isEqualTo(1);
        MembershipReader reader = readers.membership(NAME);
        List<long[]> words =
                reader.memberships(
                        List.of(orders(TagRule.Aggregate.COUNT, Optional.empty(), "1")),
                        NO_TAGS,
                        n -> {},
                        new CancelSignal());
        assertThat(words.getFirst()).containsExactly((1L << 40) - 1, 0);
    }

    @Test
    void fileThatChangedIsReadAnewAndItsSnapshotIsAnother() throws Exception {
        Path file = DataFiles.parquet(folder.resolve("p.parquet"), 100);
        add(place(file, Optional.empty(), Optional.of("key")));
        MembershipReader before = readers.membership(NAME);
        Snapshot first = before.snapshot();
        assertThat(count(atLeast("visits", "0"))).isEqualTo(100);
        DataFiles.parquet(file, 120);
        assertThat(before.snapshot().fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(
                        problem(
                                () ->
                                        before.memberships(
                                                List.of(atLeast("visits", "0")),
                                                NO_TAGS,
                                                n -> {},
                                                new CancelSignal())))
                .isEqualTo(Problem.of("problem.source.changed", "Shop"));
        assertThat(readers.membership(NAME).profiles()).isEqualTo(120);
        assertThat(count(atLeast("visits", "0"))).isEqualTo(120);
        Files.delete(file);
        assertThat(problem(before::snapshot).key()).isEqualTo("problem.source.goneInPlace");
        assertThat(problem(() -> readers.reader(NAME)).key())
                .isEqualTo("problem.source.goneInPlace");
    }

    @Test
    void tableWithRemovedRowsAndSharedKeysAreRefused() throws Exception {
        Path file = DataFiles.duckDb(folder.resolve("shop.duckdb"));
        assertThat(problem(() -> add(place(file, Optional.of("people"), Optional.empty()))).key())
                .isEqualTo("problem.datafile.gaps");
        assertThat(problem(() -> add(place(file, Optional.of("orders"), Optional.of("who")))).key())
                .isEqualTo("problem.datafile.sameKey");
        Path lines = Files.writeString(folder.resolve("x.jsonl"), "{\"i\":1}\n");
        assertThat(problem(() -> add(place(lines, Optional.empty(), Optional.empty()))).key())
                .isEqualTo("problem.datafile.kind");
        assertThat(sources.list()).isEmpty();
    }

    private ProfileSource add(SourcePlace.InPlace place) {
        return inPlace.add(NAME, "Shop", place, Optional.empty());
    }

    private static SourcePlace.InPlace place(
            Path file, Optional<String> table, Optional<String> key) {
        return new SourcePlace.InPlace(file.toString(), table, key, List.of());
    }

    private long count(TagRule rule) {
        return readers.reader(NAME).count(rule, NO_TAGS, new CancelSignal()).audience();
    }

    private static TagRule atLeast(String field, String number) {
        return new TagRule.Compare(
                field, Comparison.AT_LEAST, new Value.Number(new BigDecimal(number)));
    }

    private static TagRule orders(
            TagRule.Aggregate aggregate, Optional<String> measure, String number) {
        return new TagRule.Events(
                "orders",
                aggregate,
                measure,
                new Window.Always(),
                Optional.empty(),
                Comparison.AT_LEAST,
                new Value.Number(new BigDecimal(number)));
    }

    private static void write(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Problem problem(Runnable refused) {
        return catchThrowableOfType(ProblemException.class, refused::run).problem();
    }
}
