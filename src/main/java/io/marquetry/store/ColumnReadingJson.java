package io.marquetry.store;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.DateOrder;
import io.marquetry.source.local.ColumnReading;
import io.marquetry.source.local.ColumnReadings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How columns are read, as JSON. */
final class ColumnReadingJson {

    private ColumnReadingJson() {}

    static Json write(ColumnReadings readings) {
        JsonMembers members = new JsonMembers();
        readings.byColumn().forEach((column, reading) -> members.put(column, write(reading)));
        return members.done();
    }

    static ColumnReadings read(JsonView view) {
        Map<String, ColumnReading> readings = new TreeMap<>();
        for (Map.Entry<String, JsonView> entry : view.entries()) {
            readings.put(entry.getKey(), reading(entry.getValue()));
        }
        return new ColumnReadings(readings);
    }

    private static Json write(ColumnReading reading) {
        return new JsonMembers()
                .put("type", reading.type().map(AttributeType::name), Json::text)
                .put("dates", reading.dates().map(DateOrder::name), Json::text)
                .put("missing", List.copyOf(reading.missing()), Json::text)
                .done();
    }

    private static ColumnReading reading(JsonView view) {
        return ColumnReading.of(
                view.find("type").map(type -> type.word(AttributeType.class)),
                view.find("dates").map(dates -> dates.word(DateOrder.class)),
                Set.copyOf(view.get("missing").items(JsonView::text)));
    }
}
