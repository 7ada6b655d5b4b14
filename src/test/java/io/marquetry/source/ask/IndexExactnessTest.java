package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.WhatIfs;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.RandomRules;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.TestTags;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The index of generated tags over generated profiles, against direct counts of the engine. */
class IndexExactnessTest {

    private static final List<Integer> TABLES = List.of(1, 64, 150, 1_000);
    private static final int TAGS = 60;

    /** Expressions per engine; -Pexact runs 10,000. */
    private static final int EXPRESSIONS =
            Math.max(400, Integer.getInteger("marquetry.expressions", 0));

    @TempDir Path workspace;

    @ParameterizedTest
    @EnumSource
    void indexAndDatabaseCountTheSame(SourceEngine engine) throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        System.out.println("index exactness: -Dmarquetry.seed=" + seed);
        int telling = 0;
        for (int table = 0; table < TABLES.size(); table++) {
            Random random = new Random(seed + table);
            List<Row> rows = new RandomRows(random).rows(TABLES.get(table));
            ProfileSource source =
                    TestSource.write(
                            engine,
                            workspace,
                            "t" + table,
                            RandomRows.MODEL,
                            rows,
                            RandomRows.TODAY);
            RandomRules rules = new RandomRules(random, RandomRows.MODEL);
            TagCatalog tags = TestTags.catalog(rules.tags(TAGS));
            try (OpenSources databases = new OpenSources(workspace)) {
                MembershipIndex index =
                        new AudienceIndexes(
                                        workspace,
                                        name ->
                                                new SourceMembershipReader(
                                                        source, databases, RandomRows.TODAY))
                                .index(source.name(), tags, done -> {}, new CancelSignal());
                AudienceReader reader =
                        new SourceAudienceReader(source, databases, () -> RandomRows.TODAY);
                List<TagKey> keys = List.copyOf(index.tags());
                assertThat(keys).hasSizeGreaterThan(TAGS / 2);
                for (int i = 0; i < EXPRESSIONS / TABLES.size(); i++) {
                    AudienceExpression expression = rules.expression(keys, random.nextInt(1, 5));
                    long direct =
                            reader.count(new AudienceQuery(expression, tags), new CancelSignal())
                                    .audience();
                    assertThat(index.count(expression))
                            .as("seed %d, table %d, %s", seed, table, expression)
                            .isEqualTo(direct);
                    assertThat(
                                    WhatIfs.begin(index, new AllOf(List.of(expression)), List.of())
                                            .now())
                            .isEqualTo(direct);
                    telling += direct > 0 && direct < rows.size() ? 1 : 0;
                }
            }
        }
        assertThat(telling).isGreaterThan(EXPRESSIONS / 4);
    }
}
