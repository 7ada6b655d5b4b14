package io.marquetry.source.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.audience.MembershipReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.source.engine.PlainEvaluator;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.RandomRules;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.jdbc.MembershipPass;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The bitmaps of many rules at once say of each profile what plain Java says. */
class DuckMembershipTest {

    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());

    @TempDir private Path workspace;

    // One profile, one whole word, more than a vector; whole, and a few profiles at a time.
    @ParameterizedTest
    @CsvSource({"1, false", "64, false", "2500, false", "64, true", "700, true"})
    void everyProfileOfEveryRuleIsRight(int size, boolean inRanges) throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        System.out.println("memberships: -Dmarquetry.seed=" + seed);
        Random random = new Random(seed);
        List<Row> rows =
                new RandomRows(random).rows(size).stream().map(Row::toMicroseconds).toList();
        ProfileSource source =
                TestSource.write(
                        SourceEngine.DUCKDB,
                        workspace,
                        "m",
                        RandomRows.MODEL,
                        rows,
                        RandomRows.TODAY);
        RandomRules made = new RandomRules(random, RandomRows.MODEL);
        List<TagRule> rules = new ArrayList<>();
        for (int i = 0; i < (size > 500 ? 50 : 300); i++) {
            rules.add(made.rule(List.of()));
        }
        PlainEvaluator plain = new PlainEvaluator(rows, Map.of(), RandomRows.TODAY);
        try (OpenSources databases = new OpenSources(workspace)) {
            OpenSource database = databases.open(source, new CancelSignal());
            DuckEffort effort = inRanges ? new DuckEffort(2, 64, 100, 1, 1) : DuckEffort.ofFile();
            MembershipPass pass =
                    new DuckMembershipPass(source, database, RandomRows.TODAY, effort);
            List<long[]> words = pass.memberships(rules, NO_TAGS, count -> {}, new CancelSignal());
            assertThat(words).hasSize(rules.size());
            for (int r = 0; r < rules.size(); r++) {
                long[] expected = new long[(size + 63) / 64];
                for (int i = 0; i < size; i++) {
                    if (plain.holds(rules.get(r), rows.get(i))) {
                        expected[i / 64] |= 1L << i;
                    }
                }
                assertThat(words.get(r))
                        .as("seed %d, size %d, %s", seed, size, rules.get(r))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void bitsOfASquareTurnOver() {
        Random random = new Random(1);
        for (int n = 0; n < 1_000; n++) {
            long square = random.nextLong();
            long turned = BitRows.turn(square);
            for (int i = 0; i < 8; i++) {
                for (int j = 0; j < 8; j++) {
                    assertThat(turned >>> 8 * j + i & 1).isEqualTo(square >>> 8 * i + j & 1);
                }
            }
        }
    }

    @Test
    void cancelledPassEndsAndTheNextOneAnswers() throws Exception {
        List<Row> rows = new RandomRows(new Random(3)).rows(50);
        ProfileSource source =
                TestSource.write(
                        SourceEngine.DUCKDB,
                        workspace,
                        "c",
                        RandomRows.MODEL,
                        rows.stream().map(Row::toMicroseconds).toList(),
                        RandomRows.TODAY);
        try (OpenSources databases = new OpenSources(workspace)) {
            MembershipReader reader =
                    new SourceMembershipReader(source, databases, RandomRows.TODAY);
            List<TagRule> rule = List.of(new TagRule.Missing("city"));
            CancelSignal cancelled = new CancelSignal();
            cancelled.cancel();
            assertThatThrownBy(() -> reader.memberships(rule, NO_TAGS, n -> {}, cancelled))
                    .isInstanceOf(CancelSignal.Cancelled.class);
            assertThat(reader.memberships(rule, NO_TAGS, n -> {}, new CancelSignal())).hasSize(1);
        }
    }
}
