package io.marquetry.store.json;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.source.plan.KeyCase;
import io.marquetry.source.plan.ReadFile;
import io.marquetry.source.plan.SourceOrigin;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which files a source was made of, as JSON. */
final class OriginJson {

    private OriginJson() {}

    static Json write(SourceOrigin origin) {
        return new JsonMembers()
                .put("profiles", write(origin.profiles()))
                .put("key", origin.key(), Json::text)
                .put("keyCase", origin.keyCase().name())
                .put("events", origin.events(), OriginJson::write)
                .done();
    }

    private static Json write(SourceOrigin.Events events) {
        return new JsonMembers()
                .put("name", events.name())
                .put("file", write(events.file()))
                .put("profileColumn", events.profileColumn())
                .put("timeColumn", events.timeColumn())
                .done();
    }

    private static Json write(ReadFile file) {
        return new JsonMembers()
                .put("path", file.path(), Json::text)
                .put("table", file.table(), Json::text)
                .put("columns", List.copyOf(file.names().entrySet()), OriginJson::write)
                .put("readings", ColumnReadingJson.write(file.readings()))
                .put("leftOut", List.copyOf(file.leftOut()), Json::text)
                .put("zone", file.zone().map(ZoneId::getId), Json::text)
                .done();
    }

    private static Json write(Map.Entry<String, String> column) {
        return new JsonMembers()
                .put("header", column.getKey())
                .put("name", column.getValue())
                .done();
    }

    static SourceOrigin read(JsonView view) {
        return new SourceOrigin(
                file(view.get("profiles")),
                view.find("key").map(JsonView::text),
                view.get("keyCase").word(KeyCase.class),
                view.get("events").items(OriginJson::events));
    }

    private static SourceOrigin.Events events(JsonView view) {
        return new SourceOrigin.Events(
                view.get("name").text(),
                file(view.get("file")),
                view.get("profileColumn").text(),
                view.get("timeColumn").text());
    }

    private static ReadFile file(JsonView view) {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonView column : view.get("columns").items()) {
            names.put(column.get("header").text(), column.get("name").text());
        }
        return new ReadFile(
                view.find("path").map(JsonView::text),
                view.find("table").map(JsonView::text),
                names,
                ColumnReadingJson.read(view.get("readings")),
                Set.copyOf(view.get("leftOut").items(JsonView::text)),
                view.find("zone").map(OriginJson::zone));
    }

    private static ZoneId zone(JsonView view) {
        try {
            return ZoneId.of(view.text());
        } catch (DateTimeException e) {
            throw view.refuse("problem.remote.zone", JsonView.shown(view.text()));
        }
    }
}
