package io.marquetry.ui.packages.versions;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ConditionText;
import io.marquetry.base.Texts;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.tag.Category;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.CategoryStyle;
import io.marquetry.ui.common.look.TagChip;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what a finished version says, to be read: its tags are those of that time. */
final class Saying {

    private final Texts texts;
    private final RuleWords words;

    Saying(Texts texts) {
        this.texts = texts;
        this.words = new RuleWords(texts);
    }

    /** Returns the audience, then the zones that hold something. */
    List<Node> of(PackageDocument document) {
        TagCatalog tags = new TagCatalog(document.tags());
        List<Node> parts = new ArrayList<>();
        parts.add(title(Category.AUDIENCE));
        parts.add(group(document.expression(), tags));
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT, Category.RULE)) {
            List<TagKey> keys = document.pack().zone(zone);
            if (!keys.isEmpty()) {
                parts.add(title(zone));
                keys.forEach(key -> parts.add(chip(key, zone, tags)));
            }
        }
        return parts;
    }

    private Label title(Category zone) {
        Label title = new Label(texts.get("problem.category." + zone));
        title.getStyleClass().addAll("caption", "zone-title", CategoryStyle.cssClass(zone));
        return title;
    }

    private Node group(Group group, TagCatalog tags) {
        VBox box = new VBox();
        box.getStyleClass().add("said-group");
        Label kind = new Label(texts.get("group.caption." + group.kind()));
        kind.getStyleClass().add("caption");
        box.getChildren().add(kind);
        group.members().forEach(member -> box.getChildren().add(node(member, tags)));
        return box;
    }

    private Node node(AudienceExpression node, TagCatalog tags) {
        return switch (node) {
            case Group group -> group(group, tags);
            case TagRef ref -> chip(ref.tag(), Category.AUDIENCE, tags);
            case Condition condition ->
                    TagChip.ofCondition(
                            words.of(condition.rule()), ConditionText.write(condition.rule()));
        };
    }

    private TagChip chip(TagKey key, Category zone, TagCatalog tags) {
        Optional<Tag> tag = tags.find(key);
        TagChip chip = TagChip.of(key, tag, zone, texts);
        tag.flatMap(Tag::rule).ifPresent(rule -> chip.say(words.of(rule)));
        return chip;
    }
}
