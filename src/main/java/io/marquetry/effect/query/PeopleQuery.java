package io.marquetry.effect.query;

import static org.jooq.impl.DSL.inline;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds profiles by their keys among the people of a source, and asks which tags they carry. */
final class PeopleQuery {

    private static final String KEY = "KEY_OF_PROFILE";
    private static final String CARRIES = "CARRIES_";

    private final ProfileSource people;
    private final SourceQueries queries;
    private final Map<TagKey, Condition> tags = new LinkedHashMap<>();

    /**
     * Makes the query.
     *
     * @throws io.marquetry.base.ProblemException if a tag has no answer on the source
     */
    PeopleQuery(
            ProfileSource people,
            Collection<TagKey> asked,
            SourceQueries queries,
            TagCatalog catalog,
            CancelSignal signal) {
        this.people = people;
        this.queries = queries;
        asked.forEach(tag -> tags.put(tag, queries.carries(people, tag, catalog, signal)));
    }

    /**
     * Those of some profiles that the source knows.
     *
     * @param known the keys of all of them
     * @param carriers the keys of those who carry each tag
     */
    record Found(Set<String> known, Map<TagKey, Set<String>> carriers) {}

    /** Returns which of the profiles the source knows. */
    Found among(List<String> keys, CancelSignal signal) {
        Field<String> key =
                DSL.field(
                        DSL.name(people.model().table(), people.model().keyColumn()),
                        SQLDataType.VARCHAR);
        List<Field<?>> selected = new ArrayList<>();
        selected.add(key.as(DSL.name(KEY)));
        List<Map.Entry<TagKey, Condition>> asked = List.copyOf(tags.entrySet());
        for (int i = 0; i < asked.size(); i++) {
            selected.add(
                    DSL.when(asked.get(i).getValue(), inline(1))
                            .otherwise(inline(0))
                            .as(DSL.name(CARRIES + i)));
        }
        Set<String> known = new HashSet<>();
        Map<TagKey, Set<String>> carriers = new LinkedHashMap<>();
        for (Record row :
                queries.ask(
                        people,
                        ask ->
                                ask.select(selected)
                                        .from(queries.table(people, people.model().table()))
                                        .where(isOneOf(key, keys)),
                        signal)) {
            String found = row.get(KEY, String.class);
            known.add(found);
            for (int i = 0; i < asked.size(); i++) {
                if (row.get(CARRIES + i, Integer.class) == 1) {
                    carriers.computeIfAbsent(asked.get(i).getKey(), _ -> new HashSet<>())
                            .add(found);
                }
            }
        }
        return new Found(known, carriers);
    }

    /** In the text of the query: more values than any engine lets be bound. */
    static Condition isOneOf(Field<String> key, Collection<String> keys) {
        return key.in(keys.stream().map(DSL::inline).toList());
    }
}
