package io.marquetry.ui.shell;

import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.ListPlace;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the settings of the window value by value: binding them to records by reflection took more
 * of each start than the toolkit's own begin. Names that are not known are skipped, values of
 * another kind are refused with an {@link IllegalArgumentException}.
 */
final class WrittenSettings {

    private WrittenSettings() {}

    static WindowSettings read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("no object");
        }
        return new WindowSettings(
                text(json, "language"),
                value(json, "theme", theme -> Theme.valueOf(string(theme))),
                value(json, "place", WrittenSettings::place),
                text(json, "screen"),
                truth(json, "tourSeen"),
                text(json, "packageKey"),
                value(json, "dividers", all -> each(all, WrittenSettings::numbers)),
                value(json, "lists", all -> each(all, WrittenSettings::list)));
    }

    private static WindowPlace place(JsonNode json) {
        return new WindowPlace(
                coordinate(json, "x"),
                coordinate(json, "y"),
                coordinate(json, "width"),
                coordinate(json, "height"),
                truth(json, "maximised"));
    }

    private static ListPlace list(JsonNode json) {
        Integer sorted = value(json, "sorted", JsonNode::intValue);
        return new ListPlace(
                value(json, "widths", WrittenSettings::numbers),
                sorted == null ? 0 : sorted,
                truth(json, "descending"));
    }

    private static <T> Map<String, T> each(JsonNode json, Function<JsonNode, T> read) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("no object");
        }
        Map<String, T> all = new TreeMap<>();
        json.properties()
                .forEach(
                        member -> {
                            if (!member.getValue().isNull()) {
                                all.put(member.getKey(), read.apply(member.getValue()));
                            }
                        });
        return all;
    }

    private static List<Double> numbers(JsonNode json) {
        if (!json.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        List<Double> numbers = new ArrayList<>();
        json.forEach(item -> numbers.add(number(item)));
        return numbers;
    }

    private static double coordinate(JsonNode json, String name) {
        Double number = value(json, name, WrittenSettings::number);
        return number == null ? 0 : number;
    }

    private static double number(JsonNode json) {
        if (!json.isNumber()) {
            throw new IllegalArgumentException("no number");
        }
        return json.doubleValue();
    }

    private static boolean truth(JsonNode json, String name) {
        Boolean truth = value(json, name, JsonNode::booleanValue);
        return truth != null && truth;
    }

    private static @Nullable String text(JsonNode json, String name) {
        return value(json, name, WrittenSettings::string);
    }

    private static String string(JsonNode json) {
        if (!json.isString()) {
            throw new IllegalArgumentException("no text");
        }
        return json.stringValue();
    }

    private static <T> @Nullable T value(JsonNode json, String name, Function<JsonNode, T> read) {
        JsonNode found = json.get(name);
        return found == null || found.isNull() ? null : read.apply(found);
    }
}
