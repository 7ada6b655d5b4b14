package io.marquetry.ui.library;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.UserZone;
import io.marquetry.library.Filling;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.Parameter;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageKeys;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.library.LibraryModel.Loaded;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is asked for a package from a template; the key follows the name until it is typed. */
final class UseModel {

    private final LibraryModel library;
    private final LibraryCard card;
    private final TagCatalog tags;
    private final Set<PackageKey> taken;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final Map<Parameter, StringProperty> given = new LinkedHashMap<>();
    private String lastProposal = "";

    UseModel(LibraryModel library, LibraryCard card, Loaded loaded) {
        this.library = library;
        this.card = card;
        this.tags = loaded.tags();
        this.taken = loaded.taken();
        card.entry()
                .parameters()
                .forEach(one -> given.put(one, new SimpleStringProperty(one.standard())));
        name.subscribe(this::proposeKey);
    }

    LibraryCard card() {
        return card;
    }

    TagCatalog tags() {
        return tags;
    }

    StringProperty name() {
        return name;
    }

    StringProperty key() {
        return key;
    }

    Map<Parameter, StringProperty> given() {
        return given;
    }

    List<Tag> choices(Parameter.Slot slot) {
        return new Filling(tags).choices(slot);
    }

    /** Makes the package. */
    void make(Locale language, Consumer<PackageKey> done, Consumer<Problem> failed) {
        if (name.get().isBlank()) {
            failed.accept(Problem.of("problem.library.noName"));
            return;
        }
        if (!PackageKey.isValid(key.get())) {
            failed.accept(Problem.of("problem.packageKey.form", key.get()));
            return;
        }
        PackageKey made = new PackageKey(key.get());
        LocalizedText called = LocalizedText.of(language, name.get().strip());
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((parameter, value) -> values.put(parameter.name(), value.get()));
        library.background()
                .run(
                        signal ->
                                library.library()
                                        .templates()
                                        .use(card.entry().key(), made, called, values),
                        use -> done.accept(use.key()),
                        failed);
    }

    private void proposeKey(String text) {
        if (key.get().equals(lastProposal)) {
            lastProposal =
                    text.isBlank()
                            ? ""
                            : PackageKeys.fromName(text, taken, LocalDate.now(UserZone.get()))
                                    .value();
            key.set(lastProposal);
        }
    }
}
