package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.Expressions;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a document, read and after the schema, is whole in itself. */
final class DocumentChecks {

    private final JsonView view;
    private final PackageDocument document;
    private final List<PlacedTag> placed;
    private final TagCatalog tags;
    private final List<Problem> findings = new ArrayList<>();
    private boolean tagIsMissing;

    DocumentChecks(JsonView view, PackageDocument document) {
        this.view = view;
        this.document = document;
        this.placed = view.get("tags").items(v -> new PlacedTag(v.pointer(), TagJson.read(v)));
        this.tags = new TagCatalog(document.tags());
    }

    List<Problem> findings() {
        hash();
        enclosed();
        repeatedKeys();
        zone(Category.AUDIENCE, "#/audience/expression", Expressions.tagsIn(document.expression()));
        zone(Category.BENEFIT, "#/benefits", document.pack().benefits());
        zone(Category.CONTENT, "#/contents", document.pack().contents());
        zone(Category.RULE, "#/rules", document.pack().rules());
        placed.forEach(this::references);
        cycle();
        unusedTags();
        assets();
        text();
        return findings;
    }

    private void hash() {
        JsonView told = view.get("sha256");
        if (!told.text().equals(PackageDocumentJson.hash(new Json.Members(view.members())))) {
            add("problem.document.hash", told.pointer());
        }
    }

    /** What is enclosed has to belong to the version that it names. */
    private void enclosed() {
        view.find(EnclosedParts.MEMBER)
                .map(one -> one.get("version").get("sha256"))
                .filter(
                        told ->
                                !JsonView.of(EnclosedParts.without(view.json()))
                                        .get("sha256")
                                        .text()
                                        .equals(told.text()))
                .ifPresent(told -> add("problem.export.enclosedVersion", told.pointer()));
        view.find(EnclosedParts.MEMBER)
                .flatMap(one -> one.find("recipients"))
                .map(one -> one.get("people"))
                .filter(told -> told.whole(0, Long.MAX_VALUE) != document.size().audience())
                .ifPresent(
                        told ->
                                add(
                                        "problem.export.otherPeople",
                                        told.pointer(),
                                        told.whole(0, Long.MAX_VALUE),
                                        document.size().audience()));
    }

    private void repeatedKeys() {
        Set<TagKey> tagKeys = new HashSet<>();
        for (PlacedTag tag : placed) {
            if (!tagKeys.add(tag.key())) {
                add("problem.json.keyTwice", tag.pointer(), tag.key().value());
            }
        }
        Set<AssetKey> assetKeys = new HashSet<>();
        for (JsonView asset : view.get("assets").items()) {
            AssetKey key = AssetJson.key(asset.get("key"));
            if (!assetKeys.add(key)) {
                add("problem.json.keyTwice", asset.pointer(), key.value());
            }
        }
    }

    private void zone(Category zone, String pointer, Collection<TagKey> keys) {
        for (TagKey key : keys) {
            Optional<Category> own = tags.find(key).map(Tag::category);
            if (own.isEmpty()) {
                tagIsMissing = true;
                add("problem.document.tagMissing", pointer, key.value());
            } else if (own.get() != zone) {
                add(
                        "problem.document.category",
                        pointer,
                        key.value(),
                        own.get().name(),
                        zone.name());
            }
        }
    }

    private void references(PlacedTag tag) {
        for (TagKey key : tag.named()) {
            Optional<Category> own = tags.find(key).map(Tag::category);
            if (own.isEmpty()) {
                tagIsMissing = true;
                add("problem.document.tagMissing", tag.pointer() + "/rule", key.value());
            } else if (own.get() != Category.AUDIENCE) {
                inside(tag.pointer() + "/rule", Problem.of("problem.tag.notAudience", key.value()));
            }
        }
    }

    /** Reports the first cycle: all others on the way to it would say the same. */
    private void cycle() {
        if (tagIsMissing) {
            return;
        }
        tags.cycle(placed.stream().map(PlacedTag::key).toList())
                .ifPresent(
                        cycle ->
                                placed.stream()
                                        .filter(tag -> tag.key().equals(cycle.at()))
                                        .findFirst()
                                        .ifPresent(
                                                tag ->
                                                        inside(
                                                                tag.pointer() + "/rule",
                                                                cycle.problem())));
    }

    private void unusedTags() {
        Set<TagKey> used = new HashSet<>();
        Deque<TagKey> open = new ArrayDeque<>(document.pack().tags());
        while (!open.isEmpty()) {
            TagKey key = open.pop();
            if (used.add(key)) {
                tags.find(key).flatMap(Tag::rule).map(TagRules::tagsIn).ifPresent(open::addAll);
            }
        }
        for (PlacedTag tag : placed) {
            if (!used.contains(tag.key())) {
                add("problem.document.tagUnused", tag.pointer(), tag.key().value());
            }
        }
    }

    private void assets() {
        Set<AssetKey> present =
                document.assets().stream().map(Asset::key).collect(Collectors.toSet());
        Set<AssetKey> wanted = new HashSet<>();
        for (PlacedTag tag : placed) {
            tag.tag().asset().ifPresent(wanted::add);
            tag.tag()
                    .asset()
                    .filter(key -> !present.contains(key))
                    .ifPresent(
                            key ->
                                    add(
                                            "problem.document.assetMissing",
                                            tag.pointer() + "/asset",
                                            key.value()));
        }
        for (JsonView asset : view.get("assets").items()) {
            AssetKey key = AssetJson.key(asset.get("key"));
            if (!wanted.contains(key)) {
                add("problem.document.assetUnused", asset.pointer(), key.value());
            }
        }
    }

    private void text() {
        JsonView text = view.get("audience").get("text");
        String expected = ExpressionText.write(document.expression());
        try {
            if (!ExpressionText.write(ExpressionText.parse(text.text())).equals(expected)) {
                add("problem.document.text", text.pointer(), JsonView.shown(expected));
            }
        } catch (ProblemException e) {
            inside(text.pointer(), e.problem());
        }
    }

    private void inside(String pointer, Problem problem) {
        add("problem.json.at", pointer, problem);
    }

    private void add(String key, Object... args) {
        findings.add(Problem.of(key, args));
    }

    private record PlacedTag(String pointer, Tag tag) {
        TagKey key() {
            return tag.key();
        }

        Set<TagKey> named() {
            return tag.rule().map(TagRules::tagsIn).orElse(Set.of());
        }
    }
}
