package io.marquetry.ui.library;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.VisibleText;
import io.marquetry.find.Wanted;
import io.marquetry.library.AdmissionRules;
import io.marquetry.library.EffectAtLeast;
import io.marquetry.library.Library;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.LibraryEntry;
import io.marquetry.library.LibraryStanding;
import io.marquetry.library.TemplateUse;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is in the library, and what can be done with it; needs no stage. */
public final class LibraryModel {

    private final Library library;
    private final Lives lives;
    private final Packages packages;
    private final TagGovernance tags;
    private final Background background;
    private final LatestOnly reading;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<LibraryStanding>> standing =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<EffectAtLeast> effect =
            new SimpleObjectProperty<>(EffectAtLeast.ANY);
    private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Makes a model; {@link #load} fills it. */
    public LibraryModel(
            Library library,
            Lives lives,
            Packages packages,
            TagGovernance tags,
            Background background) {
        this.library = library;
        this.lives = lives;
        this.packages = packages;
        this.tags = tags;
        this.background = background;
        this.reading = new LatestOnly(background);
    }

    /**
     * What was read.
     *
     * @param own the entries in which whoever works here had a part
     * @param behind packages whose template has a newer version
     * @param nominees evaluated versions that are not in the library
     * @param taken all keys of packages
     * @param rules what effect is worth having
     */
    record Loaded(
            List<LibraryCard> cards,
            Set<PackageKey> own,
            List<TemplateUse> behind,
            List<Nominee> nominees,
            TagCatalog tags,
            Set<PackageKey> taken,
            AdmissionRules rules) {

        Loaded {
            cards = List.copyOf(cards);
            own = Set.copyOf(own);
            behind = List.copyOf(behind);
            nominees = List.copyOf(nominees);
            taken = Set.copyOf(taken);
        }

        /** Returns how many packages are behind an entry. */
        List<PackageKey> behind(LibraryEntry entry) {
            return behind.stream()
                    .filter(use -> use.template().equals(entry.key()))
                    .filter(use -> use.version() < entry.version())
                    .map(TemplateUse::key)
                    .toList();
        }
    }

    /** A version that can be put forward. */
    record Nominee(PackageKey key, int version, LocalizedText name) {}

    /** Reads it afresh. */
    void load(Consumer<Problem> failed) {
        reading.ask(this::read, now -> loaded.set(Optional.of(now)), failed);
    }

    private Loaded read(CancelSignal signal) {
        List<LibraryCard> cards = library.cards(signal);
        Set<PackageKey> own = new HashSet<>();
        for (LibraryCard card : cards) {
            if (card.standing() == LibraryStanding.WAITING
                    && lives.isAuthor(card.entry().key(), card.entry().version())) {
                own.add(card.entry().key());
            }
        }
        return new Loaded(
                cards,
                own,
                library.templates().behind(),
                nominees(cards),
                tags.catalog(),
                packages.keys(),
                library.rules());
    }

    private List<Nominee> nominees(List<LibraryCard> cards) {
        Map<PackageKey, PackageLife> all = lives.all();
        List<Nominee> found = new ArrayList<>();
        packages.list()
                .forEach(
                        row -> {
                            PackageKey key = row.pack().key();
                            PackageLife life = all.getOrDefault(key, PackageLife.none(key, false));
                            life.versions().stream()
                                    .filter(one -> one.state() == PackageState.EVALUATED)
                                    .filter(one -> !isThere(cards, key, one.version()))
                                    .forEach(
                                            one ->
                                                    found.add(
                                                            new Nominee(
                                                                    key,
                                                                    one.version(),
                                                                    row.pack().name())));
                        });
        return found;
    }

    private static boolean isThere(List<LibraryCard> cards, PackageKey key, int version) {
        return cards.stream()
                .map(LibraryCard::entry)
                .anyMatch(entry -> entry.key().equals(key) && entry.version() == version);
    }

    /** Returns what was read last; empty until then. */
    ReadOnlyObjectProperty<Optional<Loaded>> loaded() {
        return loaded.getReadOnlyProperty();
    }

    StringProperty search() {
        return search;
    }

    /** Returns which entries are shown; empty: those of every standing. */
    ObjectProperty<Optional<LibraryStanding>> standing() {
        return standing;
    }

    /** Returns how large the effect of what is shown has to be. */
    ObjectProperty<EffectAtLeast> effect() {
        return effect;
    }

    Background background() {
        return background;
    }

    Library library() {
        return library;
    }

    /**
     * Returns the cards that are looked for.
     *
     * @param words all that can be read on a card
     */
    List<LibraryCard> found(Function<LibraryCard, String> words) {
        Wanted wanted = new Wanted(search.get());
        AdmissionRules rules = loaded.get().map(Loaded::rules).orElse(AdmissionRules.USUAL);
        return loaded.get().map(Loaded::cards).orElse(List.of()).stream()
                .filter(card -> standing.get().isEmpty() || standing.get().get() == card.standing())
                .filter(card -> effect.get().holds(card, rules))
                .filter(card -> wanted.isIn(VisibleText.folded(words.apply(card))))
                .toList();
    }

    void nominate(
            Nominee nominee,
            Optional<LocalizedText> goal,
            String owner,
            Runnable done,
            Consumer<Problem> failed) {
        change(
                () -> library.nominate(nominee.key(), nominee.version(), goal, owner, Set.of()),
                done,
                failed);
    }

    void admit(LibraryEntry entry, boolean alone, Runnable done, Consumer<Problem> failed) {
        change(() -> library.admit(entry.key(), alone, new CancelSignal()), done, failed);
    }

    void review(LibraryEntry entry, Runnable done, Consumer<Problem> failed) {
        change(() -> library.review(entry.key(), ""), done, failed);
    }

    void retire(LibraryEntry entry, String why, Runnable done, Consumer<Problem> failed) {
        change(() -> library.retire(entry.key(), why), done, failed);
    }

    private void change(Runnable work, Runnable done, Consumer<Problem> failed) {
        background.act(
                work,
                () -> {
                    done.run();
                    load(failed);
                },
                failed);
    }

    /**
     * Brings packages up to a newer template; those that were changed in the same place stay as
     * they are.
     *
     * @param done gets the packages that stayed
     */
    void merge(List<PackageKey> behind, Consumer<List<PackageKey>> done, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    List<PackageKey> stayed = new ArrayList<>();
                    for (PackageKey key : behind) {
                        try {
                            library.templates().merge(key, Optional.empty());
                        } catch (ProblemException e) {
                            stayed.add(key);
                        }
                    }
                    return stayed;
                },
                stayed -> {
                    done.accept(stayed);
                    load(failed);
                },
                failed);
    }
}
