package io.marquetry.source;

import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people call the fields and events of a source. Rules know nothing of it.
 *
 * @param byName in the order in which they were said
 */
public record FieldLabels(Map<FieldName, LocalizedText> byName) {

    /** Nothing is called otherwise. */
    public static final FieldLabels NONE = new FieldLabels(Map.of());

    /** Copies the labels. */
    public FieldLabels {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Returns what people call it, if somebody said so. */
    public Optional<LocalizedText> of(FieldName what) {
        return Optional.ofNullable(byName.get(what));
    }

    /**
     * Returns these labels with one set.
     *
     * @param label empty: as it is usually called
     */
    public FieldLabels with(FieldName what, Optional<LocalizedText> label) {
        Map<FieldName, LocalizedText> other = new LinkedHashMap<>(byName);
        if (label.isPresent()) {
            other.put(what, label.get());
        } else {
            other.remove(what);
        }
        return new FieldLabels(other);
    }

    /** Returns what of a source is written so, if anything. */
    public static Optional<FieldName> find(ProfileModel model, String written) {
        return names(model).stream().filter(name -> name.written().equals(written)).findFirst();
    }

    /** Returns all that can have a label, fields of profiles first. */
    public static List<FieldName> names(ProfileModel model) {
        List<FieldName> names = new ArrayList<>();
        model.attributes().forEach(a -> names.add(new FieldName.OfProfiles(a.name())));
        for (EventStream stream : model.streams()) {
            names.add(new FieldName.Events(stream.name()));
            stream.fields()
                    .forEach(f -> names.add(new FieldName.OfEvents(stream.name(), f.name())));
        }
        return names;
    }
}
