package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.LIBRARY_ENTRY;
import static io.marquetry.store.jooq.Tables.TEMPLATE_USE;

import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.library.EntryState;
import io.marquetry.library.LibraryEntry;
import io.marquetry.library.LibraryRepository;
import io.marquetry.library.TemplateUse;
import io.marquetry.life.LifeRepository;
import io.marquetry.life.LifeRules;
import io.marquetry.life.Standing;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.jooq.tables.records.LibraryEntryRecord;
import io.marquetry.store.jooq.tables.records.TemplateUseRecord;
import io.marquetry.store.json.LibraryJson;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;
import io.marquetry.tag.Tag;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The library, and what was made from it. */
public final class LibraryRows implements LibraryRepository {

    private final Saves saves;
    private final LifeRows lives;
    private final PackageRows packages;
    private final TagRows tags;

    /** Makes the rows of a workspace. */
    public LibraryRows(Saves saves, LifeRows lives, PackageRows packages, TagRows tags) {
        this.saves = saves;
        this.lives = lives;
        this.packages = packages;
        this.tags = tags;
    }

    @Override
    public List<LibraryEntry> entries() {
        return saves.read(
                sql ->
                        sql.selectFrom(LIBRARY_ENTRY)
                                .orderBy(LIBRARY_ENTRY.PACKAGE_KEY, LIBRARY_ENTRY.VERSION)
                                .fetch(row -> entry(saves.intact(row))));
    }

    @Override
    public List<TemplateUse> uses() {
        return saves.read(
                sql ->
                        sql.selectFrom(TEMPLATE_USE)
                                .orderBy(TEMPLATE_USE.PACKAGE_KEY)
                                .fetch(row -> use(saves.intact(row))));
    }

    @Override
    public String who() {
        return saves.actor().login();
    }

    @Override
    public void add(LibraryEntry entry) {
        LibraryEntryRecord row = row(entry);
        saves.write(
                transaction -> {
                    if (transaction.has(row)) {
                        throw Problem.of(
                                        "problem.library.there",
                                        entry.key().value(),
                                        entry.version())
                                .asException();
                    }
                    transaction.insert(row);
                    tell(transaction, entry);
                });
    }

    @Override
    public void put(LibraryEntry entry) {
        saves.write(
                transaction -> {
                    transaction.put(row(entry));
                    tell(transaction, entry);
                });
    }

    @Override
    public void move(
            LibraryEntry entry, Function<Standing, LifeRules.Decided> decide, LibraryEntry next) {
        saves.write(
                transaction -> {
                    lives.move(transaction, entry.key(), entry.version(), decide);
                    transaction.put(row(next));
                    tell(transaction, next);
                });
    }

    private static void tell(Transaction transaction, LibraryEntry entry) {
        transaction.tell(
                "library." + entry.state().name().toLowerCase(Locale.ROOT),
                entry.key().value() + "/" + entry.version(),
                new JsonMembers()
                        .put("owner", entry.owner())
                        .put("why", entry.reason(), Json::text));
    }

    @Override
    public void use(TemplateUse use, PackageDraft draft, List<Tag> made) {
        saves.write(
                transaction -> {
                    tags.put(transaction, made, List.of());
                    lives.branch(
                            transaction,
                            draft,
                            new LifeRepository.Origin(use.template(), use.version()));
                    transaction.insert(row(use));
                });
    }

    @Override
    public void merged(TemplateUse use, PackageDraft draft, Revision seen, List<Tag> made) {
        saves.write(
                transaction -> {
                    tags.put(transaction, made, List.of());
                    packages.save(transaction, draft, seen);
                    transaction.put(row(use));
                });
    }

    private static LibraryEntryRecord row(LibraryEntry entry) {
        LibraryEntryRecord row = new LibraryEntryRecord();
        row.setPackageKey(entry.key().value());
        row.setVersion(entry.version());
        row.setState(entry.state().name());
        row.setOwner(entry.owner());
        row.setNominatedBy(entry.nominatedBy());
        row.setNominatedAt(PackageRows.time(entry.nominatedAt()));
        row.setReviewOn(entry.reviewOn().orElse(null));
        row.setReason(entry.reason().orElse(null));
        row.setDocument(
                CanonicalJson.write(
                        LibraryJson.write(
                                new LibraryJson.Said(
                                        entry.goal(), entry.parameters(), entry.admitted()))));
        return row;
    }

    private static LibraryEntry entry(LibraryEntryRecord row) {
        LibraryJson.Said said = LibraryJson.read(JsonView.of(StrictJson.read(row.getDocument())));
        @Nullable LocalDate review = row.getReviewOn();
        @Nullable String reason = row.getReason();
        return new LibraryEntry(
                new PackageKey(row.getPackageKey()),
                row.getVersion(),
                EntryState.valueOf(row.getState()),
                said.goal(),
                row.getOwner(),
                said.parameters(),
                row.getNominatedBy(),
                PackageRows.instant(row.getNominatedAt()),
                said.admitted(),
                Optional.ofNullable(review),
                Optional.ofNullable(reason));
    }

    private static TemplateUseRecord row(TemplateUse use) {
        JsonMembers given = new JsonMembers();
        use.given().forEach(given::put);
        TemplateUseRecord row = new TemplateUseRecord();
        row.setPackageKey(use.key().value());
        row.setTemplateKey(use.template().value());
        row.setTemplateVersion(use.version());
        row.setGiven(CanonicalJson.write(given.done()));
        row.setMadeBy(use.by());
        row.setMadeAt(PackageRows.time(use.at()));
        return row;
    }

    private static TemplateUse use(TemplateUseRecord row) {
        Map<String, String> given = new TreeMap<>();
        JsonView.of(StrictJson.read(row.getGiven()))
                .entries()
                .forEach(entry -> given.put(entry.getKey(), entry.getValue().text()));
        return new TemplateUse(
                new PackageKey(row.getPackageKey()),
                new PackageKey(row.getTemplateKey()),
                row.getTemplateVersion(),
                given,
                row.getMadeBy(),
                PackageRows.instant(row.getMadeAt()));
    }
}
