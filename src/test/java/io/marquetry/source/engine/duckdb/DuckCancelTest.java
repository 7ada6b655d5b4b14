package io.marquetry.source.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRule.Aggregate;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** What runs in DuckDB stops soon after its signal, and nobody is interrupted for it. */
class DuckCancelTest {

    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());
    private static final int PROFILES = 300;
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir private Path workspace;
    private ProfileSource source;
    private OpenSources databases;

    @BeforeEach
    void writeSource() throws Exception {
        source =
                TestSource.write(
                        SourceEngine.DUCKDB,
                        workspace,
                        "c",
                        RandomRows.MODEL,
                        new RandomRows(new Random(5))
                                .rows(PROFILES).stream().map(Row::toMicroseconds).toList(),
                        RandomRows.TODAY);
        databases = new OpenSources(workspace);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void countThatRunsStopsSoonAndTheDatabaseAnswersAgain() throws Exception {
        stopsSoon(signal -> database().ask(DuckCancelTest::forHours, signal));
    }

    @Test
    void chunksThatAreReadStopSoonAndTheDatabaseAnswersAgain() throws Exception {
        stopsSoon(
                signal ->
                        DuckChunks.read(database(), DuckCancelTest::forHours, chunk -> {}, signal));
    }

    @Test
    void passStopsAfterTheRangeThatItIsIn() {
        TagRule rule =
                new TagRule.Events(
                        "orders",
                        Aggregate.COUNT,
                        Optional.empty(),
                        new Window.Always(),
                        Optional.empty(),
                        Comparison.AT_LEAST,
                        new Value.Number(BigDecimal.ONE));
        CancelSignal signal = new CancelSignal();
        assertThatThrownBy(
                        () ->
                                new DuckMembershipPass(
                                                source,
                                                database(),
                                                RandomRows.TODAY,
                                                new DuckEffort(2, 64, 100, 1, 1))
                                        .memberships(
                                                List.of(rule),
                                                NO_TAGS,
                                                read -> {
                                                    assertThat(read).isLessThan(PROFILES);
                                                    signal.cancel();
                                                },
                                                signal))
                .isInstanceOf(CancelSignal.Cancelled.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(answers()).isEqualTo(PROFILES);
    }

    private void stopsSoon(Asking asking) throws Exception {
        assertThat(answers()).isEqualTo(PROFILES);
        CancelSignal signal = new CancelSignal();
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            Throwable failure = catchThrowable(() -> asking.ask(signal));
                            interrupted.set(Thread.currentThread().isInterrupted());
                            end.complete(failure);
                        });
        assertThatThrownBy(() -> end.get(300, TimeUnit.MILLISECONDS))
                .as("it runs")
                .isInstanceOf(TimeoutException.class);
        signal.cancel();
        assertThat(end.get(SOON.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(CancelSignal.Cancelled.class);
        assertThat(interrupted).isFalse();
        assertThat(answers()).isEqualTo(PROFILES);
    }

    private long answers() {
        return new SourceAudienceReader(source, databases, () -> RandomRows.TODAY)
                .count(
                        new TagRule.Not(
                                new TagRule.All(
                                        List.of(
                                                new TagRule.Missing("city"),
                                                new TagRule.Not(new TagRule.Missing("city"))))),
                        NO_TAGS,
                        new CancelSignal())
                .audience();
    }

    private OpenSource database() {
        return databases.open(source, new CancelSignal());
    }

    /** Six profiles together, in each way: more rows than DuckDB passes in a day. */
    private static ResultQuery<Record1<Integer>> forHours(DSLContext ask) {
        Table<?> profiles = DSL.table(DSL.name("PROFILE"));
        Field<Long> sum = number("a");
        for (String other : List.of("b", "c", "d", "e", "f")) {
            sum = sum.plus(number(other));
        }
        return ask.selectCount()
                .from(Stream.of("a", "b", "c", "d", "e", "f").map(profiles::as).toList())
                .where(sum.mod(DSL.inline(7L)).eq(DSL.inline(3L)));
    }

    private static Field<Long> number(String table) {
        return DSL.field(DSL.name(table, "ORD"), SQLDataType.BIGINT);
    }

    @FunctionalInterface
    private interface Asking {
        void ask(CancelSignal signal);
    }
}
