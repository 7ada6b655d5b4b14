package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.CancelSignal;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.PackageDraft;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.TableFile;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.store.rows.PackageRows;
import io.marquetry.store.rows.SettingRows;
import io.marquetry.store.rows.TagSizeRows;
import io.marquetry.store.save.LedgerEntry;
import io.marquetry.store.save.Transaction;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A workspace of the first schema opens with all that is in it, and is backed up before. */
class UpgradeTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);

    @TempDir Path temporary;

    @Test
    void everythingIsThereAndOutcomesCanBeImported() throws Exception {
        first().with(this::fill);
        assertThat(backups()).hasSize(1);
        try (Workspace workspace = new Wiring(CLOCK).open(folder())) {
            assertThat(workspace.tags().catalog().tags())
                    .contains(Examples.audienceTag("user_level_gold"));
            assertThat(workspace.packages().list()).hasSize(1);
            // Nobody knows who edited before; whoever submits counts.
            assertThat(workspace.lives().of(Examples.SPRING).versions()).isEmpty();
            assertThat(workspace.lives().waiting()).isEmpty();
            importOutcomes(workspace);
            assertThat(workspace.outcomes().sets().list()).hasSize(1);
            workspace
                    .outcomes()
                    .mappings()
                    .save(
                            new OutcomeName("mail"),
                            new SavedMapping(
                                    mapping(), new Design.Observed(), ColumnReadings.NONE));
        }
        try (Store workspace = open()) {
            isWhole(workspace);
            assertThat(workspace.outcomeSets().list()).hasSize(1);
            assertThat(workspace.outcomeMappings().all()).hasSize(1);
        }
        assertThat(Marker.read(files()).schema()).isEqualTo(Marker.NEWEST_SCHEMA);
        leavesNothingOfTheOutcomes();
    }

    /** Else a backup of today is refused as one of a newer program. */
    @Test
    void markerKnowsTheNewestMigration() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(migrations.map(file -> file.getFileName().toString().replaceAll("__.*", "")))
                    .contains("V" + Marker.NEWEST_SCHEMA)
                    .hasSize(Marker.NEWEST_SCHEMA);
        }
    }

    @Test
    void workspaceWithoutABackupIsBackedUpBeforeItChanges() throws Exception {
        first().with(this::fill);
        for (Backup backup : backups()) {
            Files.delete(backup.file());
        }
        try (Store workspace = open()) {
            isWhole(workspace);
            assertThat(backups()).hasSize(1);
        }
        Path kept = temporary.resolve("kept" + Connections.ENDING);
        Backups.unpack(backups().getLast().file(), kept);
        assertThat(Connections.schema(kept)).isEqualTo(1);
    }

    @Test
    void workspaceOfTheSecondSchemaWithoutOutcomesIsUpgraded() throws Exception {
        FirstSchema.in(folder(), 2)
                .with(
                        database -> {
                            fillPackages(database);
                            new TagSizeRows(database)
                                    .record(
                                            Examples.SOURCE,
                                            LocalDate.of(2026, 11, 23),
                                            Map.of(new TagKey("user_level_gold"), 7L));
                        });
        try (Store workspace = open()) {
            assertThat(workspace.packages().versions(Examples.SPRING))
                    .containsExactly(Examples.version(Examples.SPRING, 1));
            assertThat(workspace.tagSizes().of(Examples.SOURCE)).hasSize(1);
            workspace.packages().archive(Examples.SPRING, true);
        }
        leavesNothingOfTheOutcomes();
        SealFile.create(files().seal(), unclosed());
        try (Store workspace = open()) {
            assertThat(workspace.packages().archived()).hasSize(1);
        }
    }

    private Seal unclosed() throws IOException {
        Seal closed = SealFile.open(files().seal()).orElseThrow().seal();
        return new Seal(closed.workspace(), closed.generation(), Optional.empty());
    }

    private void leavesNothingOfTheOutcomes() throws SQLException {
        try (Connection connection = Connections.open(files().database())) {
            DSLContext sql = Connections.sql(connection);
            assertThat(Transaction.ledger(sql, "OUTCOME")).isEqualTo(LedgerEntry.NOTHING);
            assertThat(sql.meta().getTables("OUTCOME")).isEmpty();
        }
    }

    @Test
    void workspaceThatIsWrittenAnewAtTheCloseIsUpgradedFirst() throws Exception {
        first().with(this::fill);
        try (Store workspace = Store.open(folder(), CLOCK, Upkeep.ALWAYS_ANEW)) {
            isWhole(workspace);
        }
        try (Store workspace = open()) {
            isWhole(workspace);
        }
    }

    @Test
    void workspaceThatWasNotClosedIsVerifiedAndUpgraded() throws Exception {
        first().with(this::fill);
        Seal closed = SealFile.open(files().seal()).orElseThrow().seal();
        SealFile.create(
                files().seal(),
                new Seal(closed.workspace(), closed.generation(), Optional.empty()));
        try (Store workspace = open()) {
            isWhole(workspace);
        }
    }

    @Test
    void migrationThatWasKilledIsMadeUpFor() throws Exception {
        first().with(this::fill);
        Marker.read(files()).withSchema(Marker.NEWEST_SCHEMA).write(files());
        try (Store workspace = open()) {
            isWhole(workspace);
            assertThat(workspace.outcomeSets().list()).isEmpty();
        }
    }

    @Test
    void backupOfTheFirstSchemaCanBeRestored() throws Exception {
        first().with(this::fill);
        String old = backups().getFirst().name();
        try (Store workspace = open()) {
            workspace.settings().put("tour", "again");
        }
        new WorkspaceRecovery(folder(), CLOCK).restore(old);
        try (Store workspace = open()) {
            isWhole(workspace);
        }
    }

    private void fill(Database database) {
        FirstSchema.addTag(database, Examples.audienceTag("user_level_gold"));
        FirstSchema.addTag(database, Examples.benefitTag("coupon_value_50", "coupon_50"));
        FirstSchema.addAsset(database, Examples.coupon("coupon_50"));
        fillPackages(database);
        FirstSchema.addSource(database);
        FirstSchema.addOutcome(database);
        new SettingRows(database).put("tour", "seen");
    }

    private static void fillPackages(Database database) {
        FirstSchema.addDraft(database, Examples.everyEdit());
        Examples.finish(new PackageRows(database, CLOCK), 1);
    }

    private static void isWhole(Store workspace) {
        assertThat(workspace.tags().catalog().tags()).hasSize(2);
        assertThat(workspace.assets().assets()).containsOnlyKeys(new AssetKey("coupon_50"));
        PackageDraft draft = workspace.packages().draft(Examples.SPRING).orElseThrow();
        assertThat(draft.edits()).isEqualTo(Examples.everyEdit().edits());
        assertThat(draft.current()).isEqualTo(Examples.everyEdit().current());
        assertThat(workspace.packages().versions(Examples.SPRING))
                .containsExactly(Examples.version(Examples.SPRING, 1));
        assertThat(workspace.settings().get("tour")).contains("seen");
        assertThat(workspace.sources().list())
                .singleElement()
                .satisfies(
                        source -> {
                            assertThat(source.name()).isEqualTo(Examples.SOURCE);
                            assertThat(source.place())
                                    .isInstanceOfSatisfying(
                                            SourcePlace.Sealed.class,
                                            place ->
                                                    assertThat(place.engine())
                                                            .isEqualTo(SourceEngine.H2));
                        });
    }

    private void importOutcomes(Workspace workspace) throws IOException {
        Path file = Files.writeString(temporary.resolve("mail.csv"), "id,visit\n1,1\n2,0\n");
        CsvInput input = CsvInput.file(file);
        OutcomePlan plan =
                new OutcomePlan(
                        new TableFile.Separated(input, CsvDetection.detect(input)),
                        List.of(
                                ImportColumn.of("id", AttributeType.INTEGER),
                                ImportColumn.of("visit", AttributeType.INTEGER)),
                        mapping(),
                        new Design.Observed(),
                        new OutcomeName("mail"),
                        "Mail",
                        Map.of(),
                        SourceEngine.H2);
        try (OutcomeImportResult result =
                workspace
                        .outcomes()
                        .intake()
                        .run(plan, ImportListener.none(), new CancelSignal())) {
            assertThat(result.rows().profiles().accepted()).isEqualTo(2);
        }
    }

    private static OutcomeMapping mapping() {
        return new OutcomeMapping(
                new OutcomeLayout.PerProfile(Optional.empty()),
                Map.of(
                        OutcomeRole.PROFILE,
                        ColumnUse.of("id"),
                        OutcomeRole.HIT,
                        ColumnUse.of("visit")));
    }

    private FirstSchema first() throws IOException, SQLException {
        return FirstSchema.in(folder());
    }

    private List<Backup> backups() {
        return Backups.list(files());
    }

    private Store open() {
        return Store.open(folder(), CLOCK);
    }

    private Path folder() {
        return temporary.resolve("workspace");
    }

    private WorkspaceFiles files() {
        return WorkspaceFiles.in(folder());
    }
}
