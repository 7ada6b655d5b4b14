package io.marquetry.ui.packages;

import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageKeys;
import io.marquetry.source.ProfileSource;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What is asked for a new package; the key follows the name until it is typed by hand. */
final class NewPackageModel {

    private static final int MAX_NAME = 120;

    private final PackagesModel packages;
    private final Locale language;
    private final Optional<SourceName> proposed;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable ProfileSource> source = new SimpleObjectProperty<>(null);
    private final ObservableList<ProfileSource> sources = FXCollections.observableArrayList();
    private final LocalDate today;
    private String lastProposal = "";

    NewPackageModel(
            PackagesModel packages,
            Locale language,
            Optional<SourceName> proposed,
            LocalDate today) {
        this.packages = packages;
        this.today = today;
        this.language = language;
        this.proposed = proposed;
        name.subscribe(this::proposeKey);
    }

    /** Sets the sources to choose from; the proposed one, or the first, is chosen. */
    void offer(List<ProfileSource> list) {
        sources.setAll(list);
        source.set(
                list.stream()
                        .filter(s -> Optional.of(s.name()).equals(proposed))
                        .findFirst()
                        .or(() -> list.stream().findFirst())
                        .orElse(null));
        list.stream()
                .filter(s -> name.get().isBlank() && Optional.of(s.name()).equals(proposed))
                .findFirst()
                .ifPresent(s -> name.set(freeName(s.title())));
    }

    /** Whoever comes from a source finds its name, to be kept or typed over. */
    private String freeName(String title) {
        String plain = title.replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
        String wanted = plain.length() > MAX_NAME - 4 ? plain.substring(0, MAX_NAME - 4) : plain;
        String free = wanted;
        for (int i = 2; isTaken(free); i++) {
            free = wanted + " " + i;
        }
        return free;
    }

    StringProperty name() {
        return name;
    }

    StringProperty key() {
        return key;
    }

    ObjectProperty<@Nullable ProfileSource> source() {
        return source;
    }

    ObservableList<ProfileSource> sources() {
        return sources;
    }

    /** Returns what is wrong with the key; empty where it can be used, or nothing was typed. */
    Optional<Problem> keyProblem() {
        String text = key.get();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!PackageKey.isValid(text)) {
            return Optional.of(Problem.of("problem.packageKey.form", text));
        }
        return packages.keys().contains(new PackageKey(text))
                ? Optional.of(Problem.of("problem.package.taken", text))
                : Optional.empty();
    }

    /** Returns whether another package is called the same: allowed, but hard to tell apart. */
    boolean isNameTaken() {
        return isTaken(name.get().strip());
    }

    private boolean isTaken(String wanted) {
        return packages.all().stream()
                .anyMatch(
                        row ->
                                row.pack().name().byLanguage().values().stream()
                                        .anyMatch(wanted::equalsIgnoreCase));
    }

    /** Returns whether all is there that a package needs. */
    BooleanBinding complete() {
        return Bindings.createBooleanBinding(
                () ->
                        !name.get().isBlank()
                                && name.get().length() <= MAX_NAME
                                && source.get() != null
                                && !key.get().isEmpty()
                                && keyProblem().isEmpty(),
                name,
                key,
                source);
    }

    /** Makes the package. */
    void create(Consumer<PackageKey> done, Consumer<Problem> failed) {
        ProfileSource chosen = source.get();
        if (chosen == null) {
            throw new IllegalStateException("not complete");
        }
        packages.create(
                PackageKey.parse(key.get()),
                LocalizedText.of(language, name.get().strip()),
                chosen.name(),
                done,
                failed);
    }

    private void proposeKey(String text) {
        if (!key.get().equals(lastProposal)) {
            return;
        }
        lastProposal =
                text.isBlank() ? "" : PackageKeys.fromName(text, packages.keys(), today).value();
        key.set(lastProposal);
    }
}
