package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Memberships of a file that is large enough to be read in several steps. */
class SourceMembershipReaderTest {

    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());
    private static final int PROFILES = 20_000;
    private static final TagRule NO_CITY = new TagRule.Missing("city");

    @TempDir private Path workspace;
    private OpenSources databases;
    private SourceMembershipReader reader;

    @BeforeEach
    void writeSource() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < PROFILES; i++) {
            Map<String, Object> event =
                    Map.of(Row.TIME, RandomRows.TODAY.atStartOfDay(), "items", (long) i);
            rows.add(
                    new Row(
                            i % 10 == 0 ? Map.of() : Map.of("city", "c" + i),
                            i % 2 == 0 ? Map.of() : Map.of("orders", List.of(event, event))));
        }
        ProfileSource source =
                TestSource.write(workspace, "some", RandomRows.MODEL, rows, RandomRows.TODAY);
        databases = new OpenSources(workspace);
        reader = new SourceMembershipReader(source, databases, RandomRows.TODAY);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void cancelledReadingStopsAndTheDatabaseAnswersAgain() {
        for (TagRule rule : List.of(NO_CITY, bought(2))) {
            CancelSignal signal = new CancelSignal();
            AtomicLong read = new AtomicLong();
            assertThatThrownBy(
                            () ->
                                    reader.memberships(
                                            List.of(rule),
                                            NO_TAGS,
                                            done -> {
                                                read.accumulateAndGet(done, Math::max);
                                                signal.cancel();
                                            },
                                            signal))
                    .isInstanceOf(CancelSignal.Cancelled.class);
            assertThat(read.get()).isPositive().isLessThan(PROFILES / 2);
            assertThat(members(rule, new CancelSignal()).cardinality()).isPositive();
        }
    }

    @Test
    void progressEndsAtTheNumberOfProfiles() {
        AtomicLong read = new AtomicLong();
        reader.memberships(
                List.of(NO_CITY, bought(2)),
                NO_TAGS,
                done -> read.accumulateAndGet(done, Math::max),
                new CancelSignal());
        assertThat(read.get()).isEqualTo(PROFILES);
    }

    @Test
    void noBitIsSetBehindTheLastProfile() {
        BitSet all = members(new TagRule.Not(bought(1_000)), new CancelSignal());
        assertThat(all.cardinality()).isEqualTo(PROFILES);
        assertThat(all.length()).isEqualTo(PROFILES);
    }

    @Test
    void noRulesNeedNoReading() {
        assertThat(reader.memberships(List.of(), NO_TAGS, done -> {}, new CancelSignal()))
                .isEmpty();
    }

    private BitSet members(TagRule rule, CancelSignal signal) {
        List<long[]> words = reader.memberships(List.of(rule), NO_TAGS, done -> {}, signal);
        return BitSet.valueOf(words.getFirst());
    }

    private static TagRule bought(int times) {
        return new TagRule.Events(
                "orders",
                TagRule.Aggregate.COUNT,
                Optional.empty(),
                new Window.Always(),
                Optional.empty(),
                Comparison.AT_LEAST,
                new Value.Number(BigDecimal.valueOf(times)));
    }
}
