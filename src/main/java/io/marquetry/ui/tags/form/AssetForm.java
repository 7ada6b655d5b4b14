package io.marquetry.ui.tags.form;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The asset that a benefit, content or rule tag stands for, while it is edited. */
public final class AssetForm {

    private final Runnable edited;
    private final BooleanProperty present = new SimpleBooleanProperty();
    private final StringProperty key = new SimpleStringProperty("");
    private final ObjectProperty<Asset.Kind> kind = new SimpleObjectProperty<>(Asset.Kind.COUPON);
    private final Suggested suggestedKey = new Suggested(key);
    private final WordsForm name;
    private final WordsForm body;
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();

    /** Edited elsewhere; kept as they are. */
    private List<Picture> pictures = List.of();

    AssetForm(Runnable edited) {
        this.edited = edited;
        name = new WordsForm(edited);
        body = new WordsForm(edited);
        present.subscribe(edited);
        key.subscribe(edited);
        kind.subscribe(edited);
        facts.subscribe(edited);
    }

    /** Takes over an asset. */
    void set(Asset asset) {
        present.set(true);
        key.set(asset.key().value());
        kind.set(asset.kind());
        name.set(Optional.of(asset.name()));
        body.set(asset.body());
        facts.clear();
        asset.facts().forEach(this::addFact);
        pictures = asset.pictures();
    }

    /** Follows key and name of the tag until its own are typed. */
    void follow(String tagKey, WordsForm tagName) {
        suggestedKey.suggest(tagKey);
        name.suggest(Texts.in(Locale.ENGLISH), texts -> tagName.in(texts.locale()).get());
    }

    /** Returns whether the tag stands for an asset at all. */
    public BooleanProperty present() {
        return present;
    }

    public StringProperty key() {
        return key;
    }

    public ObjectProperty<Asset.Kind> kind() {
        return kind;
    }

    public WordsForm name() {
        return name;
    }

    public WordsForm body() {
        return body;
    }

    /** Returns what else describes the asset; rows without a name are left out. */
    public ObservableList<Fact> facts() {
        return facts;
    }

    public void addFact(String factName, String value) {
        facts.add(new Fact(factName, value, edited));
    }

    /** Returns what is missing or wrong. */
    Optional<Problem> problem() {
        if (!present.get()) {
            return Optional.empty();
        }
        if (!AssetKey.isValid(key.get())) {
            return Optional.of(Problem.of("problem.asset.form.key"));
        }
        if (name.build().isEmpty()) {
            return Optional.of(Problem.of("problem.asset.form.name"));
        }
        return Optional.empty();
    }

    /** Returns the asset; nothing where there is none, or it has a problem. */
    Optional<Asset> build() {
        if (!present.get() || problem().isPresent()) {
            return Optional.empty();
        }
        TreeMap<String, String> described = new TreeMap<>();
        facts.stream()
                .filter(fact -> !fact.name.get().isBlank())
                .forEach(fact -> described.put(fact.name.get(), fact.value.get()));
        return name.build()
                .map(
                        words ->
                                new Asset(
                                        new AssetKey(key.get()),
                                        kind.get(),
                                        words,
                                        body.build(),
                                        described,
                                        pictures));
    }

    /** One describing fact, for example {@code discount_percent} with 20. */
    public static final class Fact {
        private final StringProperty name;
        private final StringProperty value;

        Fact(String name, String value, Runnable edited) {
            this.name = new SimpleStringProperty(name);
            this.value = new SimpleStringProperty(value);
            this.name.subscribe(edited);
            this.value.subscribe(edited);
        }

        public StringProperty name() {
            return name;
        }

        public StringProperty value() {
            return value;
        }
    }
}
