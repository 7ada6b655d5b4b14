package io.marquetry.cli.common;

import io.marquetry.json.Json;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns our JSON values into the maps, lists and plain values that the output writes. */
public final class PlainJson {

    private PlainJson() {}

    public static Object of(Json json) {
        return switch (json) {
            case Json.Members members -> {
                Map<String, Object> tree = new LinkedHashMap<>();
                members.byName().forEach((name, value) -> tree.put(name, of(value)));
                yield tree;
            }
            case Json.Items items -> items.values().stream().map(PlainJson::of).toList();
            case Json.Text text -> text.text();
            case Json.Whole whole -> whole.number();
            case Json.Truth truth -> truth.truth();
            case Json.Real real -> real.number();
            case Json.Nothing() ->
                    throw new IllegalArgumentException("no document of ours holds null");
        };
    }
}
