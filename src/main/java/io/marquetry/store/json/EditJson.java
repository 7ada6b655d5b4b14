package io.marquetry.store.json;

import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.handoff.ExpressionJson;
import io.marquetry.handoff.LocalizedTextJson;
import io.marquetry.handoff.TagJson;
import io.marquetry.handoff.TagRuleJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;

import java.util.List;

/** Edits of packages as JSON: objects whose member {@code type} tells the kind. */
final class EditJson {

    private static final List<String> TYPES =
            List.of(
                    "addToAudience",
                    "addToZone",
                    "excludeFromAudience",
                    "addCondition",
                    "replaceLeaf",
                    "addGroup",
                    "removeNode",
                    "removeFromZone",
                    "moveNode",
                    "moveInZone",
                    "changeKind",
                    "replaceAudience",
                    "replaceTag",
                    "rename",
                    "changeSource");

    private EditJson() {}

    /** Writes an edit. */
    static Json write(PackageEdit edit) {
        return switch (edit) {
            case PackageEdit.AddToAudience e ->
                    type("addToAudience")
                            .put("tag", e.tag().value())
                            .put("group", path(e.group()))
                            .put("index", e.index())
                            .done();
            case PackageEdit.AddToZone e ->
                    type("addToZone")
                            .put("tag", e.tag().value())
                            .put("zone", e.zone().name())
                            .put("index", e.index())
                            .done();
            case PackageEdit.ExcludeFromAudience e ->
                    type("excludeFromAudience").put("tag", e.tag().value()).done();
            case PackageEdit.AddCondition e ->
                    type("addCondition")
                            .put("rule", TagRuleJson.write(e.rule()))
                            .put("group", path(e.group()))
                            .put("index", e.index())
                            .done();
            case PackageEdit.ReplaceLeaf e ->
                    type("replaceLeaf")
                            .put("node", path(e.node()))
                            .put("leaf", ExpressionJson.write(e.leaf()))
                            .done();
            case PackageEdit.AddGroup e ->
                    type("addGroup")
                            .put("kind", e.kind().name())
                            .put("group", path(e.group()))
                            .put("index", e.index())
                            .done();
            case PackageEdit.RemoveNode e -> type("removeNode").put("node", path(e.node())).done();
            case PackageEdit.RemoveFromZone e ->
                    type("removeFromZone")
                            .put("zone", e.zone().name())
                            .put("index", e.index())
                            .done();
            case PackageEdit.MoveNode e ->
                    type("moveNode")
                            .put("node", path(e.node()))
                            .put("group", path(e.group()))
                            .put("index", e.index())
                            .done();
            case PackageEdit.MoveInZone e ->
                    type("moveInZone")
                            .put("zone", e.zone().name())
                            .put("from", e.from())
                            .put("to", e.to())
                            .done();
            case PackageEdit.ChangeKind e ->
                    type("changeKind")
                            .put("group", path(e.group()))
                            .put("kind", e.kind().name())
                            .done();
            case PackageEdit.ReplaceAudience e ->
                    type("replaceAudience")
                            .put("audience", ExpressionJson.write(e.audience()))
                            .done();
            case PackageEdit.ReplaceTag e ->
                    type("replaceTag")
                            .put("from", e.from().value())
                            .put("to", e.to().value())
                            .done();
            case PackageEdit.Rename e ->
                    type("rename").put("name", LocalizedTextJson.write(e.name())).done();
            case PackageEdit.ChangeSource e ->
                    type("changeSource").put("source", e.source().value()).done();
        };
    }

    /** Reads an edit. */
    static PackageEdit read(JsonView view) {
        return switch (view.get("type").text()) {
            case "addToAudience" ->
                    new PackageEdit.AddToAudience(
                            TagJson.key(view.get("tag")),
                            path(view.get("group")),
                            number(view, "index"));
            case "addToZone" ->
                    new PackageEdit.AddToZone(
                            TagJson.key(view.get("tag")), zone(view), number(view, "index"));
            case "excludeFromAudience" ->
                    new PackageEdit.ExcludeFromAudience(TagJson.key(view.get("tag")));
            case "addCondition" ->
                    new PackageEdit.AddCondition(
                            ExpressionJson.condition(view.get("rule")),
                            path(view.get("group")),
                            number(view, "index"));
            case "replaceLeaf" ->
                    new PackageEdit.ReplaceLeaf(
                            path(view.get("node")), ExpressionJson.readLeaf(view.get("leaf")));
            case "addGroup" ->
                    new PackageEdit.AddGroup(
                            kind(view), path(view.get("group")), number(view, "index"));
            case "removeNode" -> new PackageEdit.RemoveNode(path(view.get("node")));
            case "removeFromZone" ->
                    new PackageEdit.RemoveFromZone(zone(view), number(view, "index"));
            case "moveNode" ->
                    new PackageEdit.MoveNode(
                            path(view.get("node")), path(view.get("group")), number(view, "index"));
            case "moveInZone" ->
                    new PackageEdit.MoveInZone(
                            zone(view), number(view, "from"), number(view, "to"));
            case "changeKind" -> new PackageEdit.ChangeKind(path(view.get("group")), kind(view));
            case "replaceAudience" ->
                    new PackageEdit.ReplaceAudience(ExpressionJson.readAllOf(view.get("audience")));
            case "replaceTag" ->
                    new PackageEdit.ReplaceTag(
                            TagJson.key(view.get("from")), TagJson.key(view.get("to")));
            case "rename" -> new PackageEdit.Rename(LocalizedTextJson.read(view.get("name")));
            case "changeSource" ->
                    new PackageEdit.ChangeSource(SourceJson.name(view.get("source")));
            default -> throw view.get("type").notAWord(TYPES);
        };
    }

    private static JsonMembers type(String type) {
        return new JsonMembers().put("type", type);
    }

    private static Json path(NodePath path) {
        return new Json.Items(
                path.indices().stream().<Json>map(index -> new Json.Whole(index)).toList());
    }

    private static NodePath path(JsonView view) {
        return new NodePath(view.items(index -> (int) index.whole(0, Integer.MAX_VALUE)));
    }

    private static int number(JsonView view, String name) {
        return (int) view.get(name).whole(0, Integer.MAX_VALUE);
    }

    private static Category zone(JsonView view) {
        return view.get("zone").word(Category.class);
    }

    private static GroupKind kind(JsonView view) {
        return view.get("kind").word(GroupKind.class);
    }
}
