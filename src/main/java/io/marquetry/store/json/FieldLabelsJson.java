package io.marquetry.store.json;

import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.handoff.LocalizedTextJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.source.FieldLabels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the fields of a source are called, as JSON. */
final class FieldLabelsJson {

    private FieldLabelsJson() {}

    /** Writes the labels; nothing where there is none. */
    static Optional<Json> optional(FieldLabels labels) {
        return labels.byName().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Json.Items(
                                labels.byName().entrySet().stream()
                                        .map(label -> write(label.getKey(), label.getValue()))
                                        .toList()));
    }

    private static Json write(FieldName what, LocalizedText label) {
        JsonMembers members = new JsonMembers().put("label", LocalizedTextJson.write(label));
        return switch (what) {
            case FieldName.OfProfiles field -> members.put("field", field.name()).done();
            case FieldName.Events events -> members.put("events", events.name()).done();
            case FieldName.OfEvents field ->
                    members.put("events", field.events()).put("field", field.name()).done();
        };
    }

    /** Reads the labels. */
    static FieldLabels read(JsonView view) {
        Map<FieldName, LocalizedText> labels = new LinkedHashMap<>();
        for (JsonView label : view.items()) {
            labels.put(what(label), LocalizedTextJson.read(label.get("label")));
        }
        return new FieldLabels(labels);
    }

    private static FieldName what(JsonView label) {
        Optional<String> events = label.find("events").map(JsonView::text);
        Optional<String> field = label.find("field").map(JsonView::text);
        return events.<FieldName>map(
                        stream ->
                                field.<FieldName>map(name -> new FieldName.OfEvents(stream, name))
                                        .orElseGet(() -> new FieldName.Events(stream)))
                .orElseGet(() -> new FieldName.OfProfiles(label.get("field").text()));
    }
}
