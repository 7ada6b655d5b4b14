package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/** One tag while it is edited: what was typed, what is wrong with it, and the tag it makes. */
final class TagForm {

    private final TagCatalog tags;
    private final Optional<Tag> original;
    private final StringProperty key = new SimpleStringProperty("");
    private final ObjectProperty<Category> category = new SimpleObjectProperty<>(Category.AUDIENCE);
    private final WordsForm name = new WordsForm(this::edited);
    private final WordsForm topic = new WordsForm(this::edited);
    private final WordsForm description = new WordsForm(this::edited);
    private final GroupDraft root;
    private final AssetForm asset = new AssetForm(this::edited);
    private final ReadOnlyObjectWrapper<KeyCheck> keyCheck =
            new ReadOnlyObjectWrapper<>(KeyCheck.fine());
    private final ReadOnlyObjectWrapper<Optional<TagRule>> rule =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private boolean filling = true;

    private TagForm(TagCatalog tags, Optional<Tag> original, Optional<TagRule> start) {
        this.tags = tags;
        this.original = original;
        this.root =
                start.map(r -> RuleDrafts.of(r, this::edited))
                        .orElseGet(() -> RuleDrafts.fresh(this::edited));
        key.subscribe(this::edited);
        category.subscribe(this::edited);
    }

    /** Begins a new tag. */
    static TagForm fresh(TagCatalog tags, Category category) {
        TagForm form = new TagForm(tags, Optional.empty(), Optional.empty());
        form.category.set(category);
        form.ready();
        return form;
    }

    /** Opens a tag that exists; its key and category stay. */
    static TagForm of(Tag tag, Optional<Asset> asset, TagCatalog tags) {
        TagForm form = new TagForm(tags, Optional.of(tag), tag.rule());
        form.key.set(tag.key().value());
        form.fill(tag, asset);
        form.ready();
        return form;
    }

    /** Begins a new tag like another; its asset is a copy, too. */
    static TagForm copy(Tag tag, Optional<Asset> asset, TagCatalog tags) {
        TagForm form = new TagForm(tags, Optional.empty(), tag.rule());
        String freeKey = KeyCheck.free(tag.key().value(), tags);
        form.key.set(freeKey);
        form.fill(tag, asset);
        form.asset.key().set(freeKey);
        form.ready();
        form.changed.set(true);
        return form;
    }

    private void fill(Tag tag, Optional<Asset> stoodFor) {
        category.set(tag.category());
        name.set(Optional.of(tag.name()));
        topic.set(Optional.of(tag.topic()));
        description.set(tag.description());
        stoodFor.ifPresent(asset::set);
    }

    private void ready() {
        filling = false;
        check();
    }

    private void edited() {
        if (!filling) {
            changed.set(true);
            check();
        }
    }

    private void check() {
        if (isNew()) {
            keyCheck.set(KeyCheck.of(key.get().strip(), category.get(), tags));
        }
        rule.set(category.get() == Category.AUDIENCE ? root.build() : Optional.empty());
    }

    /** Returns whether the tag does not exist yet. */
    boolean isNew() {
        return original.isEmpty();
    }

    /** Returns the tags among which this one is. */
    TagCatalog tags() {
        return tags;
    }

    StringProperty key() {
        return key;
    }

    /** Returns the verdict on the key as it is typed. */
    ReadOnlyObjectProperty<KeyCheck> keyCheck() {
        return keyCheck.getReadOnlyProperty();
    }

    ObjectProperty<Category> category() {
        return category;
    }

    WordsForm name() {
        return name;
    }

    WordsForm topic() {
        return topic;
    }

    WordsForm description() {
        return description;
    }

    /** Returns the rule's outermost group; of meaning for audience tags only. */
    GroupDraft root() {
        return root;
    }

    AssetForm asset() {
        return asset;
    }

    /** Returns the finished rule; empty while it is unfinished, and for other categories. */
    ReadOnlyObjectProperty<Optional<TagRule>> rule() {
        return rule.getReadOnlyProperty();
    }

    /** Returns whether something would be lost by leaving. */
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Returns the first thing that keeps the tag from being saved. */
    Optional<Problem> problem() {
        if (keyCheck.get().problem().isPresent()) {
            return keyCheck.get().problem();
        }
        if (name.build().isEmpty()) {
            return Optional.of(Problem.of("problem.tag.form.name"));
        }
        if (topic.build().isEmpty()) {
            return Optional.of(Problem.of("problem.tag.form.topic"));
        }
        if (category.get() == Category.AUDIENCE) {
            return rule.get().isPresent()
                    ? Optional.empty()
                    : Optional.of(Problem.of("problem.tag.form.rule"));
        }
        return asset.problem();
    }

    /** Returns the asset to save with the tag. */
    Optional<Asset> builtAsset() {
        return category.get() == Category.AUDIENCE ? Optional.empty() : asset.build();
    }

    /**
     * Returns the finished tag.
     *
     * @throws io.marquetry.base.ProblemException with the first thing that is wrong
     */
    Tag build() {
        problem()
                .ifPresent(
                        wrong -> {
                            throw wrong.asException();
                        });
        LocalizedText heading = topic.build().orElseThrow();
        return new Tag(
                new TagKey(key.get().strip()),
                category.get(),
                name.build().orElseThrow(),
                heading,
                description.build(),
                rule.get(),
                assetKey());
    }

    /** A reference to an asset that the workspace lacks stays as it was. */
    private Optional<String> assetKey() {
        Optional<String> made = builtAsset().map(Asset::key);
        boolean untouched = !asset.present().get() && asset.key().get().isEmpty();
        return made.isEmpty() && untouched ? original.flatMap(Tag::asset) : made;
    }
}
