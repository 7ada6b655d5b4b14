package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.WORKSPACE;

import io.marquetry.asset.Asset;
import io.marquetry.base.Actor;
import io.marquetry.base.Sha256;
import io.marquetry.base.Warnings;
import io.marquetry.handoff.AssetJson;
import io.marquetry.handoff.TagJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.pack.PackageDraft;
import io.marquetry.store.Examples;
import io.marquetry.store.jooq.tables.records.AssetRecord;
import io.marquetry.store.jooq.tables.records.DraftRecord;
import io.marquetry.store.jooq.tables.records.SourceRecord;
import io.marquetry.store.jooq.tables.records.TagRecord;
import io.marquetry.store.json.DraftJson;
import io.marquetry.tag.Tag;

import org.flywaydb.core.Flyway;
import org.jooq.Allow;
import org.jooq.DSLContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/** A workspace as the product made it when its database had the first migrations only. */
final class FirstSchema {

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);

    private final WorkspaceFiles files;

    private FirstSchema(WorkspaceFiles files) {
        this.files = files;
    }

    /** Makes it, with nothing in it. */
    static FirstSchema in(Path folder) throws IOException, SQLException {
        return in(folder, 1);
    }

    /** Makes it with the migrations up to one, with nothing in it. */
    static FirstSchema in(Path folder, int schema) throws IOException, SQLException {
        WorkspaceFiles files = WorkspaceFiles.in(folder);
        Files.createDirectories(files.backups());
        Files.createDirectories(files.sources());
        String database = files.database().toString();
        Flyway.configure()
                .dataSource(
                        "jdbc:h2:async:"
                                + database.substring(
                                        0, database.length() - Connections.ENDING.length()),
                        "sa",
                        "")
                .locations("classpath:db/migration")
                .target(Integer.toString(schema))
                .load()
                .migrate();
        Marker marker = Marker.fresh(Examples.NOON).withSchema(schema);
        try (Connection connection = Connections.open(files.database())) {
            Connections.sql(connection)
                    .insertInto(WORKSPACE, WORKSPACE.ID, WORKSPACE.GENERATION)
                    .values(marker.id(), 0L)
                    .execute();
            connection.commit();
        }
        SealFile.create(
                files.seal(),
                new Seal(marker.id(), 0, Optional.of(Seal.FileHash.sync(files.database()))));
        marker.write(files);
        return new FirstSchema(files);
    }

    /** Works in it, then closes it in order. */
    FirstSchema with(Consumer<Database> work) throws IOException {
        try (Database database = open()) {
            work.accept(database);
        }
        return this;
    }

    /** Opens it, as it is. */
    Database open() throws IOException {
        return Database.open(
                files,
                SealCheck.passed(files, Marker.read(files)),
                CLOCK,
                Upkeep.USUAL,
                new Warnings(),
                Actor.ofThisMachine());
    }

    /** Adds a tag with the columns of that time. */
    static void addTag(Database database, Tag tag) {
        TagRecord row = new TagRecord();
        row.setTagKey(tag.key().value());
        row.setCategory(tag.category().name());
        row.setDocument(CanonicalJson.write(TagJson.write(tag)));
        database.write(transaction -> transaction.insert(row));
    }

    /** Adds an asset with the columns of that time. */
    static void addAsset(Database database, Asset asset) {
        AssetRecord row = new AssetRecord();
        row.setAssetKey(asset.key().value());
        row.setDocument(CanonicalJson.write(AssetJson.write(asset)));
        database.write(transaction -> transaction.insert(row));
    }

    /** Adds a draft with the columns of that time. */
    static void addDraft(Database database, PackageDraft draft) {
        DraftRecord row = new DraftRecord();
        row.setPackageKey(draft.base().key().value());
        row.setDocument(CanonicalJson.write(DraftJson.write(draft)));
        row.setEditedAt(LocalDateTime.ofInstant(Examples.NOON, ZoneOffset.UTC));
        database.write(transaction -> transaction.insert(row));
    }

    /** Adds a source in the words of that time. */
    static void addSource(Database database) {
        SourceRecord row = new SourceRecord();
        row.setName(Examples.SOURCE.value());
        row.setDocument(
                """
                {"asOf":"2026-11-23T12:00:00.123456Z","file":"sources/hillstrom/profiles",\
                "fileSha256":"%s","fingerprint":"%s","model":{"attributes":[{"column":"spend",\
                "name":"spend","type":"DECIMAL"}],"idColumn":"ORD","keyColumn":"PROFILE_KEY",\
                "streams":[],"table":"PROFILE"},"name":"hillstrom","profiles":64000,\
                "title":"Hillstrom.csv"}"""
                        .formatted(Sha256.of("file"), Sha256.of("content")));
        database.write(transaction -> transaction.insert(row));
    }

    /** Adds a row to the outcomes of that time, which nothing reads any more. */
    @Allow.PlainSQL
    static void addOutcome(Database database) {
        String seal = Sha256.of("an outcome");
        database.write(
                transaction -> {
                    DSLContext sql = transaction.sql();
                    sql.execute(
                            "insert into outcome values (?, 1, '1', 'TARGETED', null, true, 1, 0, 1.5,"
                                    + " 0.01, ?)",
                            Examples.SPRING.value(),
                            seal);
                    sql.execute("insert into ledger values ('OUTCOME', 1, ?)", seal);
                });
    }
}
