package io.marquetry.bench;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.write.TypedRows;
import io.marquetry.workspace.Workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Outcomes of many profiles, the same at each run: 3 arms, 20 packages, 90 days, 30 cities. */
final class OutcomeFile {

    private static final long FIRST_DAY = LocalDate.of(2025, 1, 1).toEpochDay();

    private OutcomeFile() {}

    /** Makes them in a workspace, in DuckDB. */
    static OutcomeSet make(Workspace workspace, long rows) {
        List<ImportColumn> columns =
                List.of(
                        ImportColumn.of("arm", AttributeType.TEXT),
                        ImportColumn.of("pack", AttributeType.TEXT),
                        ImportColumn.of("day", AttributeType.DATE),
                        ImportColumn.of("delivered", AttributeType.BOOLEAN),
                        ImportColumn.of("clicks", AttributeType.INTEGER),
                        ImportColumn.of("bought", AttributeType.BOOLEAN),
                        ImportColumn.decimal("spent", 2),
                        ImportColumn.of("city", AttributeType.TEXT),
                        ImportColumn.of("age", AttributeType.INTEGER),
                        ImportColumn.of("newbie", AttributeType.BOOLEAN));
        SourceName name = new SourceName("outcomes");
        ProfileSource source;
        try (LocalSourceBuilder builder =
                LocalSourceBuilder.begin(
                        new LocalSourceFiles(workspace.folder()),
                        SourceEngine.DUCKDB,
                        ImportListener.none(),
                        new CancelSignal())) {
            try (TypedRows out = builder.profileRows(columns, "outcomes " + rows)) {
                fill(out, rows);
                out.finish();
            }
            source =
                    builder.finish(
                            name,
                            "Outcomes",
                            Instant.EPOCH,
                            Optional.empty(),
                            workspace.sources()::add);
        }
        OutcomeSet set =
                new OutcomeSet(
                        new OutcomeName("outcomes"),
                        source.title(),
                        new OutcomeOrigin.InPlace(name),
                        new OutcomeMapping(
                                new OutcomeLayout.PerProfile(Optional.empty()),
                                Map.of(
                                        OutcomeRole.ARM, ColumnUse.of("arm"),
                                        OutcomeRole.PACKAGE, ColumnUse.of("pack"),
                                        OutcomeRole.WHEN, ColumnUse.of("day"),
                                        OutcomeRole.DELIVERED, ColumnUse.of("delivered"),
                                        OutcomeRole.HIT, ColumnUse.of("clicks"),
                                        OutcomeRole.CONVERTED, ColumnUse.of("bought"),
                                        OutcomeRole.REVENUE, ColumnUse.of("spent"))),
                        new Design.Randomised("none"),
                        Map.of(),
                        Instant.EPOCH);
        workspace.outcomes().intake().link(set);
        return set;
    }

    private static void fill(TypedRows out, long rows) {
        SplittableRandom random = new SplittableRandom(1);
        String[] arms = {"none", "mail", "push"};
        for (long i = 0; i < rows; i++) {
            int arm = random.nextInt(3);
            boolean hit = random.nextInt(100) < 10 + 4 * arm;
            boolean bought = hit && random.nextInt(100) < 8;
            out.profile(Long.toString(i));
            out.text(arms[arm]);
            out.text("pack_" + random.nextInt(20));
            out.day(FIRST_DAY + random.nextInt(90));
            out.truth(arm > 0 && random.nextInt(50) > 0);
            out.whole(hit ? 1 + random.nextInt(3) : 0);
            out.truth(bought);
            out.decimal(bought ? 500 + random.nextInt(20_000) : 0);
            out.text("city_" + random.nextInt(30));
            out.whole(18 + random.nextInt(70));
            out.truth(random.nextInt(4) == 0);
            out.end();
        }
    }
}
