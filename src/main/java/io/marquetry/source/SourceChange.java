package io.marquetry.source;

import io.marquetry.base.FieldName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A source as it is listed, and as its file or its server has it now; nothing is replaced yet.
 *
 * @param before as it is listed
 * @param now as it would be listed
 */
public record SourceChange(ProfileSource before, ProfileSource now) {

    /** Returns the fields and events that are no longer there, as rules write them. */
    public List<String> gone() {
        return beyond(before, now);
    }

    /** Returns the fields and events that were not there before, as rules write them. */
    public List<String> fresh() {
        return beyond(now, before);
    }

    /** Returns the fields whose values are of another type than before, as rules write them. */
    public List<String> retyped() {
        Map<String, AttributeType> types = types(now);
        List<String> retyped = new ArrayList<>();
        types(before)
                .forEach(
                        (name, type) -> {
                            if (types.getOrDefault(name, type) != type) {
                                retyped.add(name);
                            }
                        });
        return retyped;
    }

    /** Returns whether something would be missing afterwards that rules can ask for now. */
    public boolean loses() {
        return !gone().isEmpty() || !retyped().isEmpty();
    }

    private static List<String> beyond(ProfileSource some, ProfileSource others) {
        List<String> names = names(some);
        names.removeAll(names(others));
        return names;
    }

    private static List<String> names(ProfileSource source) {
        List<String> names = new ArrayList<>();
        FieldLabels.names(source.model()).stream().map(FieldName::written).forEach(names::add);
        return names;
    }

    private static Map<String, AttributeType> types(ProfileSource source) {
        Map<String, AttributeType> types = new LinkedHashMap<>();
        for (Attribute attribute : source.model().attributes()) {
            types.put(new FieldName.OfProfiles(attribute.name()).written(), attribute.type());
        }
        for (EventStream stream : source.model().streams()) {
            types.put(new FieldName.Events(stream.name()).written(), stream.timeType());
            for (Attribute field : stream.fields()) {
                types.put(
                        new FieldName.OfEvents(stream.name(), field.name()).written(),
                        field.type());
            }
        }
        return types;
    }
}
