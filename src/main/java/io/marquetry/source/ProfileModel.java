package io.marquetry.source;

import java.util.List;
import java.util.Optional;

/**
 * What a source knows about its profiles, and where in the database it lies.
 *
 * @param table the exact name of the table with one row per profile
 * @param idColumn the column that events refer to
 * @param keyColumn the column with the key that people know; may be the same
 * @param attributes in the order of the source
 */
public record ProfileModel(
        String table,
        String idColumn,
        String keyColumn,
        List<Attribute> attributes,
        List<EventStream> streams) {

    /** Copies the lists. */
    public ProfileModel {
        attributes = List.copyOf(attributes);
        streams = List.copyOf(streams);
    }

    /** Returns the attribute with the name, if there is one. */
    public Optional<Attribute> attribute(String wanted) {
        return attributes.stream().filter(a -> a.name().equals(wanted)).findFirst();
    }

    /** Returns the stream with the name, if there is one. */
    public Optional<EventStream> stream(String wanted) {
        return streams.stream().filter(s -> s.name().equals(wanted)).findFirst();
    }
}
