package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.DRAFT;
import static io.marquetry.store.jooq.Tables.LEDGER;
import static io.marquetry.store.jooq.Tables.PACKAGE_VERSION;
import static io.marquetry.store.jooq.Tables.TAG;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.json.CanonicalJson;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.store.StoreProblems;
import io.marquetry.store.json.DraftJson;
import io.marquetry.store.save.RowSeal;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Damage of the file is noticed and named, and never shown as work. */
class DamageTest {

    private static final PackageKey SECOND = new PackageKey("pack_second");
    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);

    @TempDir Path temporary;

    private Path folder;
    private WorkspaceFiles files;

    @BeforeEach
    void makeAWorkspace() {
        folder = temporary.resolve("workspace");
        files = WorkspaceFiles.in(folder);
        try (Store workspace = open()) {
            fill(workspace);
        }
    }

    @Test
    void flipsAndCutsOfAClosedFileAreNoticed() throws IOException {
        damage(40);
    }

    @Test
    @Tag("reliability")
    void twoHundredFlipsAndCutsOfAClosedFileAreNoticed() throws IOException {
        damage(200);
    }

    private void damage(int times) throws IOException {
        byte[] good = Files.readAllBytes(files.database());
        Random random = new Random(20_261_123);
        for (int i = 0; i < times; i++) {
            byte[] bad = i % 4 == 3 ? cut(good, random) : flipped(good, random);
            Files.write(files.database(), bad);
            Problem problem = StoreProblems.problem(this::open);
            assertThat(problem.key()).isEqualTo("problem.workspace.damaged");
            assertThat(StoreProblems.sentence(problem))
                    .contains(files.database().toString())
                    .contains("marquetry workspace restore workspace-");
            assertThat(files.database()).hasBinaryContent(bad);
        }
        Files.write(files.database(), good);
        open().close();
    }

    @Test
    void damageAfterASuddenEndIsNoticedOrHarmless() throws IOException {
        Path ended = temporary.resolve("ended");
        try (Store workspace = open()) {
            workspace.settings().put("last", "word");
            // The copy of an open workspace is what a killed process leaves.
            copy(folder, ended);
        }
        WorkspaceFiles endedFiles = WorkspaceFiles.in(ended);
        byte[] good = Files.readAllBytes(endedFiles.database());
        byte[] seal = Files.readAllBytes(endedFiles.seal());
        Random random = new Random(7);
        int noticed = 0;
        for (int i = 0; i < 60; i++) {
            byte[] bad = i % 4 == 3 ? cut(good, random) : flipped(good, random);
            Files.write(endedFiles.database(), bad);
            Files.write(endedFiles.seal(), seal);
            try (Store workspace = Store.open(ended, CLOCK)) {
                assertFilled(workspace);
                assertThat(workspace.settings().get("last")).contains("word");
            } catch (ProblemException e) {
                // A torn definition can look like one that is not ours: refused before it runs.
                assertThat(e.problem().key())
                        .isIn("problem.workspace.damaged", "problem.workspace.foreign");
                noticed++;
            }
        }
        assertThat(noticed).as("flips that touched what is in use, and cuts").isGreaterThan(10);
    }

    @Test
    void anEmptyOrForeignOrMissingFileIsNoticed() throws IOException {
        Files.write(files.database(), new byte[0]);
        assertDamage("problem.damage.length");
        Files.writeString(files.database(), "garbage".repeat(1_000));
        assertDamage("problem.damage.length");
        Files.delete(files.database());
        assertDamage("problem.damage.gone");
    }

    @Test
    void theDatabaseOfAnotherWorkspaceIsNoticed() throws IOException {
        Path other = temporary.resolve("other");
        Store.open(other, CLOCK).close();
        Files.copy(
                WorkspaceFiles.in(other).seal(), files.seal(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                WorkspaceFiles.in(other).database(),
                files.database(),
                StandardCopyOption.REPLACE_EXISTING);
        assertDamage("problem.damage.other");
    }

    @Test
    void aLostSealIsNoticed() throws IOException {
        Files.delete(files.seal());
        assertDamage("problem.damage.unsealed");
    }

    @Test
    void anOlderFileThanTheLastSaveIsNoticed() throws IOException {
        byte[] older = Files.readAllBytes(files.database());
        try (Store workspace = open()) {
            workspace.settings().put("one", "more");
        }
        Files.write(files.database(), older);
        unseal();
        assertDamage("problem.damage.older");
    }

    @Test
    void aChangedDocumentIsNoticed() {
        change(sql -> sql.update(TAG).set(TAG.CATEGORY, "RULE").execute());
        assertDamage("problem.damage.row");
    }

    @Test
    void aLostRowIsNoticed() {
        change(sql -> sql.deleteFrom(TAG).where(TAG.TAG_KEY.eq("user_level_gold")).execute());
        assertDamage("problem.damage.ledger");
    }

    @Test
    void aResurrectedRowIsNoticed() {
        change(
                sql -> {
                    // A whole row of an earlier time, with its own good seal.
                    var earlier = Examples.draft(SECOND, 0);
                    var row = sql.selectFrom(DRAFT).where(DRAFT.PACKAGE_KEY.eq("pack_second"));
                    var record = row.fetchSingle();
                    record.setDocument(CanonicalJson.write(DraftJson.write(earlier)));
                    RowSeal.put(record);
                    record.store();
                });
        assertDamage("problem.damage.ledger");
    }

    @Test
    void swappedDocumentsAreNoticed() {
        change(
                sql ->
                        sql.update(DRAFT)
                                .set(
                                        DRAFT.DOCUMENT,
                                        sql.select(DRAFT.as("other").DOCUMENT)
                                                .from(DRAFT.as("other"))
                                                .where(
                                                        DRAFT.as("other")
                                                                .PACKAGE_KEY
                                                                .eq("pack_second")))
                                .where(DRAFT.PACKAGE_KEY.eq("pack_spring"))
                                .execute());
        assertDamage("problem.damage.row");
    }

    @Test
    void aChangedLedgerIsNoticed() {
        change(sql -> sql.update(LEDGER).set(LEDGER.ENTRIES, 7L).execute());
        assertDamage("problem.damage.ledger");
    }

    @Test
    void damageWhileOpenIsNoticedWhenTheRowIsRead() throws SQLException {
        try (Store workspace = open();
                Connection second = Connections.open(files.database())) {
            Connections.sql(second).update(TAG).set(TAG.CATEGORY, "RULE").execute();
            second.commit();
            assertThat(StoreProblems.problem(() -> workspace.tags().catalog()).key())
                    .isEqualTo("problem.workspace.damaged");
        }
    }

    @Test
    void theDatabaseItselfRefusesToChangeAVersion() throws SQLException {
        try (Connection connection = Connections.open(files.database())) {
            DSLContext sql = Connections.sql(connection);
            assertThatThrownBy(
                            () ->
                                    sql.update(PACKAGE_VERSION)
                                            .set(PACKAGE_VERSION.DOCUMENT, "{}")
                                            .execute())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("a finished version never changes");
            assertThatThrownBy(() -> sql.deleteFrom(PACKAGE_VERSION).execute())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("a finished version never changes");
        }
    }

    private void assertDamage(String reason) {
        Problem problem = StoreProblems.problem(this::open);
        assertThat(problem.key()).isEqualTo("problem.workspace.damaged");
        assertThat(((Problem) problem.args().get(1)).key()).isEqualTo(reason);
    }

    /** Changes the closed database past the seals, as a fault of H2 would. */
    private void change(Consumer<DSLContext> work) {
        try (Connection connection = Connections.open(files.database())) {
            work.accept(Connections.sql(connection));
            connection.commit();
            unseal();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // As after a sudden end: then every row is verified.
    private void unseal() throws IOException {
        SealFile.Opened sealed = SealFile.open(files.seal()).orElseThrow();
        sealed.file()
                .write(
                        new Seal(
                                sealed.seal().workspace(),
                                sealed.seal().generation(),
                                Optional.empty()));
    }

    private static void fill(Store workspace) {
        for (int i = 0; i < 20; i++) {
            workspace.tags().save(List.of(Examples.audienceTag("user_number_n" + i)));
        }
        workspace.tags().save(List.of(Examples.audienceTag("user_level_gold")));
        Drafts.put(workspace.packages(), Examples.everyEdit());
        Drafts.put(workspace.packages(), Examples.draft(SECOND, 20));
        Examples.finish(workspace.packages(), 1);
    }

    private static void assertFilled(Store workspace) {
        assertThat(workspace.tags().catalog().tags()).hasSize(21);
        PackageDraft draft = workspace.packages().draft(Examples.SPRING).orElseThrow();
        assertThat(draft.edits()).isEqualTo(Examples.everyEdit().edits());
        assertThat(draft.current()).isEqualTo(Examples.everyEdit().current());
        assertThat(workspace.packages().draft(SECOND).orElseThrow().current())
                .isEqualTo(Examples.draft(SECOND, 20).current());
        assertThat(workspace.packages().versions(Examples.SPRING))
                .containsExactly(Examples.version(Examples.SPRING, 1));
    }

    private static byte[] flipped(byte[] good, Random random) {
        byte[] bad = good.clone();
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        return bad;
    }

    private static byte[] cut(byte[] good, Random random) {
        return Arrays.copyOf(good, random.nextInt(good.length));
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("marquetry.json", "workspace.mv.db", "workspace.seal")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private Store open() {
        return Store.open(folder, CLOCK);
    }
}
