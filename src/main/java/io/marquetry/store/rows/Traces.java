package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.ARCHIVED_PACKAGE;
import static io.marquetry.store.jooq.Tables.DRAFT;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.govern.Care;
import io.marquetry.govern.CareJson;
import io.marquetry.handoff.AssetJson;
import io.marquetry.handoff.TagJson;
import io.marquetry.handoff.incoming.Batch;
import io.marquetry.handoff.incoming.MadeImport;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.save.Saves;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import org.jooq.DSLContext;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an import left where it wrote: a hash of everything that is told there, by key. Hashes of
 * what is told, not of rows: what was changed and set back is as it was left.
 */
final class Traces {

    private static final String TAGS = "tags";
    private static final String ASSETS = "assets";
    private static final String PACKAGES = "packages";

    private final Saves saves;
    private final TagTable tags;
    private final AssetTable assets;

    Traces(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.tags = new TagTable(saves, clock);
        this.assets = new AssetTable(saves, clock);
    }

    /** Tells how it stands now. */
    Json of(DSLContext sql, Batch back) {
        JsonMembers left = new JsonMembers();
        all(sql, back)
                .forEach(
                        (kind, prints) -> {
                            JsonMembers byKey = new JsonMembers();
                            prints.forEach(byKey::put);
                            left.put(kind, byKey.done());
                        });
        return left.done();
    }

    /**
     * Refuses to go on where something is not as it was left.
     *
     * @throws io.marquetry.base.ProblemException if so; names it
     */
    void refuseChanged(DSLContext sql, Batch back, JsonView left) {
        Map<String, Map<String, String>> now = all(sql, back);
        String changed =
                now.entrySet().stream()
                        .flatMap(
                                kind ->
                                        left.get(kind.getKey()).members().keySet().stream()
                                                .filter(
                                                        key ->
                                                                !left.get(kind.getKey())
                                                                        .get(key)
                                                                        .text()
                                                                        .equals(
                                                                                kind.getValue()
                                                                                        .get(key))))
                        .sorted()
                        .limit(10)
                        .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            throw Problem.of("problem.incoming.changedSince", changed).asException();
        }
    }

    private Map<String, Map<String, String>> all(DSLContext sql, Batch back) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        all.put(TAGS, tags(sql, back));
        all.put(ASSETS, assets(sql, back));
        all.put(PACKAGES, packages(sql, back));
        return all;
    }

    private Map<String, String> tags(DSLContext sql, Batch back) {
        Set<TagKey> keys = new TreeSet<>(back.goneTags());
        back.tags().stream().map(Tag::key).forEach(keys::add);
        Map<String, String> prints = new TreeMap<>();
        for (TagKey key : keys) {
            tags.find(sql, key)
                    .ifPresent(
                            tag ->
                                    prints.put(
                                            key.value(),
                                            print(TagJson.write(tag.tag()), tag.care())));
        }
        return prints;
    }

    private Map<String, String> assets(DSLContext sql, Batch back) {
        Set<AssetKey> keys = new TreeSet<>(back.goneAssets());
        back.assets().stream().map(Asset::key).forEach(keys::add);
        Map<String, String> prints = new TreeMap<>();
        for (AssetKey key : keys) {
            assets.find(sql, key)
                    .ifPresent(
                            asset ->
                                    prints.put(
                                            key.value(),
                                            print(AssetJson.write(asset.asset()), asset.care())));
        }
        return prints;
    }

    private static String print(Json told, Care care) {
        return Sha256.of(
                CanonicalJson.write(
                        new JsonMembers()
                                .put("told", told)
                                .put("care", CareJson.write(care))
                                .done()));
    }

    private Map<String, String> packages(DSLContext sql, Batch back) {
        Map<String, String> prints = new TreeMap<>();
        for (PackageKey key : new MadeImport(0, back).packages()) {
            boolean away =
                    sql.fetchCount(ARCHIVED_PACKAGE, ARCHIVED_PACKAGE.PACKAGE_KEY.eq(key.value()))
                            > 0;
            sql.selectFrom(DRAFT)
                    .where(DRAFT.PACKAGE_KEY.eq(key.value()))
                    .fetchOptional(row -> saves.intact(row).getDocument())
                    .ifPresent(
                            told ->
                                    prints.put(
                                            key.value(), Sha256.of(away ? "away " + told : told)));
        }
        return prints;
    }
}
