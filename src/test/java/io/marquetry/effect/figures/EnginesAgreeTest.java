package io.marquetry.effect.figures;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.launch.Wiring;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.write.TypedRows;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Each engine divides in its own way; the figures are the same, to the last digit. */
class EnginesAgreeTest {

    private static final int ROWS = 3_000;
    private static final long FIRST_DAY = LocalDate.of(2026, 1, 1).toEpochDay();

    private static final List<Grouping> GROUPINGS =
            List.of(
                    Grouping.by(new Dimension.Told(OutcomeRole.PACKAGE)),
                    Grouping.by(
                            new Dimension.Told(OutcomeRole.PACKAGE),
                            new Dimension.Time(Dimension.TimeStep.WEEK)),
                    Grouping.by(new Dimension.Attribute("city")),
                    Grouping.by(new Dimension.Attribute("newbie")),
                    Grouping.by(new Dimension.Attribute("age")),
                    Grouping.by(new Dimension.Attribute("height")),
                    Grouping.by(
                            new Dimension.Attribute("city"),
                            new Dimension.Time(Dimension.TimeStep.DAY)));

    @TempDir private Path folder;

    @Test
    void rowsWithHolesAddUpTheSameWhicheverEngineHoldsThem() {
        try (Workspace workspace = new Wiring(InstantSource.system()).open(folder)) {
            EffectAnswer h2 = answer(workspace, SourceEngine.H2);
            EffectAnswer duck = answer(workspace, SourceEngine.DUCKDB);
            assertThat(duck.all()).isEqualTo(h2.all());
            assertThat(duck.divisions()).isEqualTo(h2.divisions());
            assertThat(duck.divisions()).allMatch(division -> division.groups().size() > 1);
            for (Division division : duck.divisions()) {
                assertThat(
                                division.groups().stream()
                                        .flatMap(group -> group.arms().stream())
                                        .mapToLong(arm -> arm.figures().targeted())
                                        .sum())
                        .as("everybody is in one group of %s", division.grouping())
                        .isEqualTo(ROWS);
            }
        }
    }

    private static EffectAnswer answer(Workspace workspace, SourceEngine engine) {
        SourceName name = new SourceName("people-" + engine.name().toLowerCase(Locale.ROOT));
        try (LocalSourceBuilder builder =
                LocalSourceBuilder.begin(
                        new LocalSourceFiles(workspace.folder()),
                        engine,
                        ImportListener.none(),
                        new CancelSignal())) {
            try (TypedRows out = builder.profileRows(COLUMNS, "rows")) {
                fill(out);
                out.finish();
            }
            builder.finish(name, "Rows", Instant.EPOCH, Optional.empty(), workspace.sources()::add);
        }
        OutcomeSet set =
                new OutcomeSet(
                        new OutcomeName(name.value()),
                        "Rows",
                        new OutcomeOrigin.InPlace(name),
                        new OutcomeMapping(
                                new OutcomeLayout.PerProfile(Optional.empty()),
                                Map.of(
                                        OutcomeRole.ARM, ColumnUse.of("arm"),
                                        OutcomeRole.PACKAGE, ColumnUse.of("pack"),
                                        OutcomeRole.WHEN, ColumnUse.of("day"),
                                        OutcomeRole.DELIVERED, ColumnUse.of("delivered"),
                                        OutcomeRole.HIT, ColumnUse.of("clicks"),
                                        OutcomeRole.REVENUE, ColumnUse.of("spent"))),
                        new Design.Randomised("none"),
                        Map.of(),
                        Instant.EPOCH);
        workspace.outcomes().intake().link(set);
        return workspace
                .effects()
                .answer(set, EffectRequest.plain().by(GROUPINGS), new CancelSignal());
    }

    private static final List<ImportColumn> COLUMNS =
            List.of(
                    ImportColumn.of("arm", AttributeType.TEXT),
                    ImportColumn.of("pack", AttributeType.TEXT),
                    ImportColumn.of("day", AttributeType.DATE),
                    ImportColumn.of("delivered", AttributeType.BOOLEAN),
                    ImportColumn.of("clicks", AttributeType.INTEGER),
                    ImportColumn.decimal("spent", 2),
                    ImportColumn.of("city", AttributeType.TEXT),
                    ImportColumn.of("age", AttributeType.INTEGER),
                    ImportColumn.decimal("height", 2),
                    ImportColumn.of("newbie", AttributeType.BOOLEAN));

    private static void fill(TypedRows out) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < ROWS; i++) {
            out.profile("p" + i);
            out.text(List.of("none", "mail", "push").get(random.nextInt(3)));
            out.text("pack_" + random.nextInt(4));
            out.day(FIRST_DAY + random.nextInt(20));
            maybe(random, out, () -> out.truth(random.nextInt(5) > 0));
            maybe(random, out, () -> out.whole(random.nextInt(4)));
            maybe(random, out, () -> out.decimal(random.nextInt(20_000) - 3_000));
            maybe(random, out, () -> out.text("city_" + random.nextInt(5)));
            maybe(random, out, () -> out.whole(random.nextInt(70)));
            maybe(random, out, () -> out.decimal(100 + random.nextInt(150)));
            maybe(random, out, () -> out.truth(random.nextBoolean()));
            out.end();
        }
    }

    private static void maybe(SplittableRandom random, TypedRows out, Runnable value) {
        if (random.nextInt(10) == 0) {
            out.missing();
        } else {
            value.run();
        }
    }
}
