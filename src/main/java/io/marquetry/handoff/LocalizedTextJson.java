package io.marquetry.handoff;

import io.marquetry.base.LocalizedText;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.util.Map;
import java.util.TreeMap;

/** Texts in several languages as JSON: {@code {"en":"Gold level","zh":"金卡"}}. */
public final class LocalizedTextJson {

    private LocalizedTextJson() {}

    /** Writes a text. */
    public static Json write(LocalizedText text) {
        JsonMembers members = new JsonMembers();
        text.byLanguage().forEach(members::put);
        return members.done();
    }

    /** Reads a text. */
    public static LocalizedText read(JsonView view) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonView> entry : view.entries()) {
            texts.put(entry.getKey(), entry.getValue().text());
        }
        return view.make("problem.json.localizedText", () -> new LocalizedText(texts));
    }
}
