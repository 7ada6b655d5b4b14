package io.marquetry.handoff.bundle;

import io.marquetry.audience.SourceName;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A source of the sender, and which of its fields the rules of a bundle ask for.
 *
 * @param title what the sender calls it
 */
public record BundleSource(SourceName name, String title, List<Field> fields) {

    /** Copies the fields. */
    public BundleSource {
        fields = List.copyOf(fields);
    }

    /**
     * A field that rules ask for.
     *
     * @param path {@code level} for an attribute, {@code orders/} for a stream of events, {@code
     *     orders/shop} for a field of its events
     * @param type empty for streams
     */
    public record Field(String path, Optional<AttributeType> type) {}

    /**
     * Returns those fields of a source that rules ask for.
     *
     * @param asked their paths
     */
    public static BundleSource of(ProfileSource source, Set<String> asked) {
        ProfileModel model = source.model();
        List<Field> fields = new ArrayList<>();
        add(fields, "", model.attributes());
        for (EventStream stream : model.streams()) {
            fields.add(new Field(stream.name() + "/", Optional.empty()));
            add(fields, stream.name() + "/", stream.fields());
        }
        return new BundleSource(
                source.name(),
                source.title(),
                fields.stream().filter(field -> asked.contains(field.path())).toList());
    }

    private static void add(List<Field> fields, String stream, List<Attribute> some) {
        some.forEach(one -> fields.add(new Field(stream + one.name(), Optional.of(one.type()))));
    }
}
