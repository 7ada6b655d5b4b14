package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.NAMING_WORD;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.store.jooq.tables.records.NamingWordRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The words that keys of tags are made of; without any row those that hold by themselves. */
final class NamingRows {

    private static final String TYPE = "TYPE";
    private static final String DIMENSION = "DIMENSION";

    private NamingRows() {}

    static Function<DSLContext, NamingStandard> of(Saves saves) {
        return sql -> {
            SortedMap<String, Category> types = new TreeMap<>();
            SortedMap<String, Optional<Category>> dimensions = new TreeMap<>();
            for (NamingWordRecord row : rows(sql, saves)) {
                @Nullable String named = row.getCategory();
                Optional<Category> category = Optional.ofNullable(named).map(Category::valueOf);
                if (row.getKind().equals(TYPE)) {
                    types.put(row.getWord(), category.orElseThrow());
                } else {
                    dimensions.put(row.getWord(), category);
                }
            }
            return types.isEmpty() ? NamingStandard.usual() : new NamingStandard(types, dimensions);
        };
    }

    /** Returns words as JSON. */
    static Json write(NamingStandard naming) {
        JsonMembers types = new JsonMembers();
        naming.types().forEach((word, category) -> types.put(word, category.name()));
        JsonMembers dimensions = new JsonMembers();
        naming.dimensions()
                .forEach(
                        (word, category) ->
                                dimensions.put(word, category.map(Category::name).orElse("")));
        return new JsonMembers()
                .put("types", types.done())
                .put("dimensions", dimensions.done())
                .done();
    }

    /** Reads words from JSON. */
    static NamingStandard read(JsonView json) {
        SortedMap<String, Category> types = new TreeMap<>();
        json.get("types")
                .members()
                .forEach(
                        (word, category) ->
                                types.put(word, Category.valueOf(JsonView.of(category).text())));
        SortedMap<String, Optional<Category>> dimensions = new TreeMap<>();
        json.get("dimensions")
                .members()
                .forEach(
                        (word, category) ->
                                dimensions.put(
                                        word,
                                        Optional.of(JsonView.of(category).text())
                                                .filter(name -> !name.isEmpty())
                                                .map(Category::valueOf)));
        return new NamingStandard(types, dimensions);
    }

    static void put(Transaction transaction, Saves saves, NamingStandard naming) {
        List<NamingWordRecord> wanted = new ArrayList<>();
        naming.types().forEach((word, category) -> wanted.add(row(TYPE, word, category.name())));
        naming.dimensions()
                .forEach(
                        (word, category) ->
                                wanted.add(
                                        row(
                                                DIMENSION,
                                                word,
                                                category.map(Category::name).orElse(null))));
        for (NamingWordRecord there : rows(transaction.sql(), saves)) {
            boolean stays =
                    wanted.stream()
                            .anyMatch(
                                    row ->
                                            row.getKind().equals(there.getKind())
                                                    && row.getWord().equals(there.getWord()));
            if (!stays) {
                transaction.remove(there);
            }
        }
        wanted.forEach(transaction::put);
    }

    private static List<NamingWordRecord> rows(DSLContext sql, Saves saves) {
        return sql.selectFrom(NAMING_WORD)
                .orderBy(NAMING_WORD.KIND, NAMING_WORD.WORD)
                .fetch(saves::intact);
    }

    private static NamingWordRecord row(String kind, String word, @Nullable String category) {
        NamingWordRecord row = new NamingWordRecord();
        row.setKind(kind);
        row.setWord(word);
        row.setCategory(category);
        return row;
    }
}
