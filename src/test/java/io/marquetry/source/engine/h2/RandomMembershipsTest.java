package io.marquetry.source.engine.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.check.RuleExtent;
import io.marquetry.source.columns.ColumnMemberships;
import io.marquetry.source.columns.Effort;
import io.marquetry.source.engine.PlainEvaluator;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.RandomRules;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.SmallerRules;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.TestTags;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Asks who satisfies hundreds of generated rules, all at once by columns, one by one by queries,
 * and row by row in plain Java: each profile has the same answer.
 */
class RandomMembershipsTest {

    private static final int TAGS = 20;

    @TempDir private Path workspace;

    @Test
    void columnsQueriesAndPlainJavaNameTheSameProfiles() throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        System.out.println("random memberships: -Dmarquetry.seed=" + seed);
        Effort whole = Effort.ofThisMachine();
        compare(seed, 3, 200, whole, true);
        compare(seed + 1, 64, 200, whole, true);
        // More than 64 leaves on a column.
        compare(seed + 2, 200, 1_000, new Effort(1, 64, Long.MAX_VALUE), true);
        // Several parts, and so little memory that events are read in several rounds.
        compare(seed + 3, 300, 200, new Effort(3, 64, 1_000), true);
        // More than one block; queries would take long.
        compare(seed + 4, 9_000, 60, new Effort(2, 1_000, 1 << 18), false);
    }

    private void compare(long seed, int profiles, int count, Effort effort, boolean queries)
            throws Exception {
        Random random = new Random(seed);
        List<Row> rows = new RandomRows(random).rows(profiles);
        ProfileSource source =
                TestSource.write(
                        workspace, "m" + profiles, RandomRows.MODEL, rows, RandomRows.TODAY);
        RandomRules rules = new RandomRules(random, RandomRows.MODEL);
        Map<TagKey, TagRule> tags = new LinkedHashMap<>();
        for (int i = 0; i < TAGS; i++) {
            tags.put(new TagKey("user_made_t" + i), rules.rule(List.copyOf(tags.keySet())));
        }
        TagCatalog catalog = TestTags.catalog(tags);
        PlainEvaluator plain = new PlainEvaluator(rows, tags, RandomRows.TODAY);
        List<TagRule> asked = new ArrayList<>();
        while (asked.size() < count) {
            TagRule rule = rules.rule(List.copyOf(tags.keySet()));
            if (RuleExtent.of(rule, catalog).parts() < 150) {
                asked.add(rule);
            }
        }
        try (OpenSources databases = new OpenSources(workspace)) {
            OpenSource database = databases.open(source, new CancelSignal());
            ColumnMemberships columns =
                    new ColumnMemberships(
                            new H2Rows(database, source.model()),
                            source.model(),
                            profiles,
                            catalog,
                            RandomRows.TODAY,
                            effort);
            List<long[]> found = columns.of(asked, read -> {}, new CancelSignal());
            RuleConditions conditions =
                    new RuleConditions(
                            source.model(), catalog, database.operands(RandomRows.TODAY));
            for (int i = 0; i < asked.size(); i++) {
                TagRule rule = asked.get(i);
                BitSet expected = expected(plain, rule, rows);
                if (!BitSet.valueOf(found.get(i)).equals(expected)) {
                    TagRule small =
                            SmallerRules.smallest(
                                    rule, r -> !of(columns, r).equals(expected(plain, r, rows)));
                    assertThat(of(columns, small))
                            .as("columns, seed %d, %d profiles, %s", seed, profiles, small)
                            .isEqualTo(expected(plain, small, rows));
                }
                assertThat(BitSet.valueOf(found.get(i)))
                        .as("columns, all at once, seed %d, %d profiles, %s", seed, profiles, rule)
                        .isEqualTo(expected);
                if (queries) {
                    assertThat(asked(database, conditions, rule))
                            .as("query, seed %d, %d profiles, %s", seed, profiles, rule)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static BitSet of(ColumnMemberships columns, TagRule rule) {
        List<long[]> found = columns.of(List.of(rule), read -> {}, new CancelSignal());
        return BitSet.valueOf(found.getFirst());
    }

    private static BitSet asked(OpenSource database, RuleConditions conditions, TagRule rule) {
        Field<Integer> id = DSL.field(DSL.name(RandomRows.MODEL.idColumn()), SQLDataType.INTEGER);
        BitSet members = new BitSet();
        database.ask(
                        ask ->
                                ask.select(id)
                                        .from(DSL.table(DSL.name(RandomRows.MODEL.table())))
                                        .where(conditions.of(rule)),
                        new CancelSignal())
                .forEach(row -> members.set(row.value1()));
        return members;
    }

    private static BitSet expected(PlainEvaluator plain, TagRule rule, List<Row> rows) {
        BitSet members = new BitSet();
        IntStream.range(0, rows.size())
                .filter(i -> plain.holds(rule, rows.get(i)))
                .forEach(members::set);
        return members;
    }
}
