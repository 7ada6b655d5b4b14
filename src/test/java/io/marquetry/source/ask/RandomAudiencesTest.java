package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.engine.PlainEvaluator;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.RandomRules;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.SmallerRules;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.TestTags;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Counts generated rules and expressions in the database and row by row in Java. */
class RandomAudiencesTest {

    private static final int TABLES = 4;
    private static final int TAGS = 25;
    private static final int RULES = 375;
    private static final int EXPRESSIONS = 175;

    @TempDir Path workspace;

    @ParameterizedTest
    @EnumSource
    void databaseAndPlainJavaCountTheSame(SourceEngine engine) throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        System.out.println("random audiences: -Dmarquetry.seed=" + seed);
        int compared = 0;
        int telling = 0;
        for (int table = 0; table < TABLES; table++) {
            Random random = new Random(seed + table);
            List<Row> rows = kept(engine, new RandomRows(random).rows(table == 0 ? 3 : 150));
            ProfileSource source =
                    TestSource.write(
                            engine,
                            workspace,
                            "t" + table,
                            RandomRows.MODEL,
                            rows,
                            RandomRows.TODAY);
            RandomRules rules = new RandomRules(random, RandomRows.MODEL);
            Map<TagKey, TagRule> tags = rules.tags(TAGS);
            List<TagKey> keys = List.copyOf(tags.keySet());
            PlainEvaluator plain = new PlainEvaluator(rows, tags, RandomRows.TODAY);
            TagCatalog catalog = TestTags.catalog(tags);
            try (OpenSources databases = new OpenSources(workspace)) {
                AudienceReader reader =
                        new SourceAudienceReader(source, databases, () -> RandomRows.TODAY);
                for (int i = 0; i < RULES; i++) {
                    TagRule rule = rules.rule(keys);
                    long expected = plain.count(rule);
                    if (count(reader, rule, catalog) != expected) {
                        TagRule small =
                                SmallerRules.smallest(
                                        rule, r -> count(reader, r, catalog) != plain.count(r));
                        assertThat(count(reader, small, catalog))
                                .as("seed %d, table %d, %s, tags %s", seed, table, small, tags)
                                .isEqualTo(plain.count(small));
                    }
                    compared++;
                    telling += expected > 0 && expected < rows.size() ? 1 : 0;
                }
                for (int i = 0; i < EXPRESSIONS; i++) {
                    AudienceExpression expression = rules.expression(keys, random.nextInt(1, 5));
                    long expected = plain.count(expression);
                    assertThat(count(reader, expression, catalog))
                            .as("seed %d, table %d, %s, tags %s", seed, table, expression, tags)
                            .isEqualTo(expected);
                    compared++;
                    telling += expected > 0 && expected < rows.size() ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(2_000);
        // Most of them select some and leave some, so that they can tell a difference.
        assertThat(telling).isGreaterThan(compared / 2);
    }

    /** Returns the rows as the engine keeps them. */
    private static List<Row> kept(SourceEngine engine, List<Row> rows) {
        return switch (engine) {
            case H2 -> rows;
            case DUCKDB -> rows.stream().map(Row::toMicroseconds).toList();
        };
    }

    private static long count(AudienceReader reader, TagRule rule, TagCatalog catalog) {
        return reader.count(rule, catalog, new CancelSignal()).audience();
    }

    private static long count(
            AudienceReader reader, AudienceExpression expression, TagCatalog catalog) {
        return reader.count(new AudienceQuery(expression, catalog), new CancelSignal()).audience();
    }
}
