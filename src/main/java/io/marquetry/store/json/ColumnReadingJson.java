package io.marquetry.store.json;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DateOrder;
import io.marquetry.source.cell.DecimalMark;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.plan.ColumnReadings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How columns are read, as JSON. */
public final class ColumnReadingJson {

    private ColumnReadingJson() {}

    public static Json write(ColumnReadings readings) {
        JsonMembers members = new JsonMembers();
        readings.byColumn().forEach((column, reading) -> members.put(column, write(reading)));
        return members.done();
    }

    public static ColumnReadings read(JsonView view) {
        Map<String, ColumnReading> readings = new TreeMap<>();
        for (Map.Entry<String, JsonView> entry : view.entries()) {
            readings.put(entry.getKey(), reading(entry.getValue()));
        }
        return new ColumnReadings(readings);
    }

    private static Json write(ColumnReading reading) {
        return new JsonMembers()
                .put("type", reading.type().map(AttributeType::name), Json::text)
                .put("dates", reading.dates().map(dates -> dates.order().name()), Json::text)
                .put(
                        "start",
                        reading.dates().flatMap(DateForm::start).map(LocalDate::toString),
                        Json::text)
                .put("numbers", reading.numbers().map(DecimalMark::name), Json::text)
                .put("missing", List.copyOf(reading.missing()), Json::text)
                .done();
    }

    private static LocalDate day(JsonView view) {
        return LocalDate.parse(view.text());
    }

    private static ColumnReading reading(JsonView view) {
        return ColumnReading.of(
                view.find("type").map(type -> type.word(AttributeType.class)),
                view.find("dates")
                        .map(
                                dates ->
                                        new DateForm(
                                                dates.word(DateOrder.class),
                                                view.find("start").map(ColumnReadingJson::day))),
                view.find("numbers").map(numbers -> numbers.word(DecimalMark.class)),
                Set.copyOf(view.get("missing").items(JsonView::text)));
    }
}
