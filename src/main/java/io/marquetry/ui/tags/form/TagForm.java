package io.marquetry.ui.tags.form;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.tags.rule.GroupDraft;
import io.marquetry.ui.tags.rule.RuleDrafts;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One tag while it is edited: what was typed, what is wrong with it, and the tag it makes. */
public final class TagForm {

    /** What can be wrong, in the order of the form. */
    public enum Part {
        NAME,
        TOPIC,
        KEY,
        RULE,
        ASSET
    }

    private static final int MAX_SUGGESTED_NAME = 60;

    private final TagCatalog tags;
    private final NamingStandard naming;
    private final Optional<Tag> original;
    private final StringProperty key = new SimpleStringProperty("");
    private final ObjectProperty<Category> category = new SimpleObjectProperty<>(Category.AUDIENCE);
    private final WordsForm name = new WordsForm(this::edited);
    private final WordsForm topic = new WordsForm(this::edited);
    private final WordsForm description = new WordsForm(this::edited);
    private final GroupDraft root;
    private final AssetForm asset = new AssetForm(this::edited);
    private final Suggested suggestedKey = new Suggested(key);
    private final ReadOnlyObjectWrapper<KeyCheck> keyCheck =
            new ReadOnlyObjectWrapper<>(KeyCheck.fine());
    private final ReadOnlyObjectWrapper<Optional<TagRule>> rule =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Part, Problem>> problems =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private boolean filling = true;
    private Texts spoken = Texts.in(Locale.ENGLISH);

    private TagForm(
            TagCatalog tags,
            NamingStandard naming,
            Optional<Tag> original,
            Optional<TagRule> start) {
        this.tags = tags;
        this.naming = naming;
        this.original = original;
        this.root =
                start.map(r -> RuleDrafts.of(r, this::edited))
                        .orElseGet(() -> RuleDrafts.fresh(this::edited));
        key.subscribe(this::edited);
        category.subscribe(this::edited);
    }

    /** Proposes names in the words of a window, which calls fields as people call them. */
    public void speak(Texts texts) {
        spoken = texts;
    }

    /**
     * Begins a new tag.
     *
     * @param heading the topic it stands under until another is chosen
     */
    public static TagForm fresh(
            TagCatalog tags, NamingStandard naming, Category category, LocalizedText heading) {
        TagForm form = new TagForm(tags, naming, Optional.empty(), Optional.empty());
        form.category.set(category);
        form.topic.set(Optional.of(heading));
        form.ready();
        return form;
    }

    /** Begins a new audience tag of a rule; name, key and topic are those that are suggested. */
    public static TagForm of(TagRule rule, TagCatalog tags, NamingStandard naming) {
        TagForm form = new TagForm(tags, naming, Optional.empty(), Optional.of(rule));
        form.topic.set(Optional.of(WordsForm.ofBundles("tag.topic.mine")));
        form.suggest();
        form.ready();
        return form;
    }

    /** Opens a tag that exists; its key and category stay. */
    public static TagForm of(
            Tag tag, Optional<Asset> asset, TagCatalog tags, NamingStandard naming) {
        TagForm form = new TagForm(tags, naming, Optional.of(tag), tag.rule());
        form.key.set(tag.key().value());
        form.fill(tag, asset);
        form.ready();
        return form;
    }

    /** Begins a new tag like another; its asset is a copy, too. */
    public static TagForm copy(
            Tag tag, Optional<Asset> asset, TagCatalog tags, NamingStandard naming) {
        TagForm form = new TagForm(tags, naming, Optional.empty(), tag.rule());
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
            suggest();
            check();
        }
    }

    /** Name, key and asset of a new tag follow what is known of it until they are typed. */
    private void suggest() {
        if (!isNew()) {
            return;
        }
        filling = true;
        Optional<TagRule> made = builtRule();
        made.ifPresent(
                finished -> name.suggest(spoken, texts -> cut(new RuleWords(texts).of(finished))));
        boolean known = made.isPresent() || name.build().isPresent();
        suggestedKey.suggest(known ? freeKey(made) : "");
        asset.follow(key.get(), name);
        filling = false;
    }

    private String freeKey(Optional<TagRule> made) {
        String words = name.isSuggested() && made.isPresent() ? "" : name.english().get();
        String proposed = KeyProposal.of(category.get(), made, words);
        return KeyCheck.free(naming.proposal(new TagKey(proposed), category.get()), tags);
    }

    private static String cut(String words) {
        return words.length() <= MAX_SUGGESTED_NAME
                ? words
                : words.substring(0, MAX_SUGGESTED_NAME - 1) + "…";
    }

    private Optional<TagRule> builtRule() {
        return category.get() == Category.AUDIENCE ? root.build() : Optional.empty();
    }

    private void check() {
        if (isNew()) {
            keyCheck.set(KeyCheck.of(key.get().strip(), category.get(), tags, naming));
        }
        rule.set(builtRule());
        problems.set(found());
    }

    private Map<Part, Problem> found() {
        Map<Part, Problem> wrong = new EnumMap<>(Part.class);
        if (name.build().isEmpty()) {
            wrong.put(Part.NAME, Problem.of("problem.tag.form.name"));
        }
        if (topic.build().isEmpty()) {
            wrong.put(Part.TOPIC, Problem.of("problem.tag.form.topic"));
        }
        keyCheck.get().problem().ifPresent(problem -> wrong.put(Part.KEY, problem));
        if (category.get() != Category.AUDIENCE) {
            asset.problem().ifPresent(problem -> wrong.put(Part.ASSET, problem));
        } else if (rule.get().isEmpty()) {
            wrong.put(Part.RULE, Problem.of("problem.tag.form.rule"));
        }
        return Collections.unmodifiableMap(wrong);
    }

    /** Returns whether the tag does not exist yet. */
    public boolean isNew() {
        return original.isEmpty();
    }

    /** Returns the tags among which this one is. */
    public TagCatalog tags() {
        return tags;
    }

    public StringProperty key() {
        return key;
    }

    /** Returns the verdict on the key as it is typed. */
    public ReadOnlyObjectProperty<KeyCheck> keyCheck() {
        return keyCheck.getReadOnlyProperty();
    }

    public ObjectProperty<Category> category() {
        return category;
    }

    public WordsForm name() {
        return name;
    }

    public WordsForm topic() {
        return topic;
    }

    public WordsForm description() {
        return description;
    }

    /** Returns the rule's outermost group; of meaning for audience tags only. */
    public GroupDraft root() {
        return root;
    }

    public AssetForm asset() {
        return asset;
    }

    /** Returns the finished rule; empty while it is unfinished, and for other categories. */
    public ReadOnlyObjectProperty<Optional<TagRule>> rule() {
        return rule.getReadOnlyProperty();
    }

    /** Returns whether something would be lost by leaving. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Returns all that keeps the tag from being saved, in the order of the form. */
    public ReadOnlyObjectProperty<Map<Part, Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Returns the asset to save with the tag. */
    public Optional<Asset> builtAsset() {
        return category.get() == Category.AUDIENCE ? Optional.empty() : asset.build();
    }

    /**
     * Returns the finished tag.
     *
     * @throws io.marquetry.base.ProblemException with the first thing that is wrong
     */
    public Tag build() {
        problems.get()
                .values()
                .forEach(
                        wrong -> {
                            throw wrong.asException();
                        });
        return new Tag(
                new TagKey(key.get().strip()),
                category.get(),
                name.build().orElseThrow(),
                topic.build().orElseThrow(),
                description.build(),
                rule.get(),
                assetKey());
    }

    /** A reference to an asset that the workspace lacks stays as it was. */
    private Optional<AssetKey> assetKey() {
        Optional<AssetKey> made = builtAsset().map(Asset::key);
        boolean untouched = !asset.present().get() && asset.key().get().isEmpty();
        return made.isEmpty() && untouched ? original.flatMap(Tag::asset) : made;
    }
}
