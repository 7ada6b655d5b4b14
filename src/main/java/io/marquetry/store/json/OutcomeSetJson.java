package io.marquetry.store.json;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.intake.OutcomeMappingJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Sets of outcomes as JSON. */
public final class OutcomeSetJson {

    private OutcomeSetJson() {}

    public static Json write(OutcomeSet set) {
        return new JsonMembers()
                .put("name", set.name().value())
                .put("title", set.title())
                .put("origin", origin(set.origin()))
                .put("mapping", OutcomeMappingJson.write(set.mapping()))
                .put("design", OutcomeMappingJson.design(set.design()))
                .put("packages", List.copyOf(set.packages().entrySet()), OutcomeSetJson::link)
                .put("addedAt", set.addedAt().toString())
                .done();
    }

    public static OutcomeSet read(JsonView view) {
        Map<String, PackageRef> packages = new TreeMap<>();
        for (JsonView link : view.get("packages").items()) {
            packages.put(link.get("text").text(), reference(link));
        }
        return new OutcomeSet(
                new OutcomeName(view.get("name").text()),
                view.get("title").text(),
                origin(view.get("origin")),
                OutcomeMappingJson.read(view.get("mapping")),
                OutcomeMappingJson.design(view.get("design")),
                packages,
                Instant.parse(view.get("addedAt").text()));
    }

    private static Json origin(OutcomeOrigin origin) {
        return switch (origin) {
            case OutcomeOrigin.InPlace place ->
                    new JsonMembers().put("source", place.source().value()).done();
            case OutcomeOrigin.Imported imported ->
                    new JsonMembers()
                            .put("table", SourceJson.write(imported.table()))
                            .put("fileSha256", imported.fileSha256())
                            .done();
        };
    }

    private static OutcomeOrigin origin(JsonView view) {
        return view.find("source").isPresent()
                ? new OutcomeOrigin.InPlace(new SourceName(view.get("source").text()))
                : new OutcomeOrigin.Imported(
                        SourceJson.read(view.get("table")), view.get("fileSha256").text());
    }

    private static Json link(Map.Entry<String, PackageRef> link) {
        JsonMembers members =
                new JsonMembers()
                        .put("text", link.getKey())
                        .put("package", link.getValue().key().value());
        link.getValue().version().ifPresent(version -> members.put("version", version));
        return members.done();
    }

    private static PackageRef reference(JsonView view) {
        return new PackageRef(
                new PackageKey(view.get("package").text()),
                view.find("version")
                        .map(v -> OptionalInt.of((int) v.whole(1, Integer.MAX_VALUE)))
                        .orElseGet(OptionalInt::empty));
    }
}
