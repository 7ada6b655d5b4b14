package io.marquetry.ui.shell;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.find.Everything;
import io.marquetry.find.Found;
import io.marquetry.find.Wanted;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Navigation;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is looked for in the whole workspace, and what was found. Needs no stage. */
final class SearchModel {

    private final Everything everything;
    private final List<Offer> offers;
    private final Navigation navigation;
    private final Texts texts;
    private final LatestOnly asking;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Makes a search.
     *
     * @param offers what the menus can do
     */
    SearchModel(
            Everything everything,
            List<Offer> offers,
            Navigation navigation,
            Background background,
            Texts texts) {
        this.everything = everything;
        this.offers = List.copyOf(offers);
        this.navigation = navigation;
        this.texts = texts;
        this.asking = new LatestOnly(background);
        words.subscribe(this::ask);
    }

    /** Returns what is looked for. */
    StringProperty words() {
        return words;
    }

    /** Returns what was found, best first in each kind. */
    ObservableList<Hit> hits() {
        return hits;
    }

    /** Returns whether the hits are those of the words that stand there now. */
    ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /** Returns why nothing could be looked for. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    private void ask(String typed) {
        answered.set(false);
        asking.ask(
                signal -> everything.find(typed, signal),
                found -> {
                    List<Hit> all = new ArrayList<>(found.stream().map(this::hit).toList());
                    all.addAll(commands(typed));
                    hits.setAll(all);
                    problem.set(Optional.empty());
                    answered.set(true);
                },
                why -> {
                    hits.setAll(commands(typed));
                    problem.set(Optional.of(why));
                    answered.set(true);
                });
    }

    private List<Hit> commands(String typed) {
        Wanted wanted = new Wanted(typed);
        return offers.stream()
                .filter(Offer::isOpen)
                .filter(offer -> wanted.fit(offer.words()).isPresent())
                .sorted(Comparator.comparingInt(offer -> wanted.fit(offer.words()).orElse(0)))
                .map(
                        offer ->
                                new Hit(
                                        texts.get("search.command"),
                                        offer.name(),
                                        offer.keys(),
                                        Optional.empty(),
                                        offer.item()::fire))
                .toList();
    }

    private Hit hit(Found found) {
        return switch (found) {
            case Found.OfPackage one ->
                    new Hit(
                            texts.get("search.package"),
                            one.pack().name().in(texts.locale()),
                            one.pack().key().value(),
                            Optional.empty(),
                            to(new Destination.OfPackage(one.pack().key())));
            case Found.OfTag one ->
                    new Hit(
                            texts.get("search.tag"),
                            one.tag().name().in(texts.locale()),
                            one.tag().key().value(),
                            Optional.of(one.tag().category()),
                            to(new Destination.OfTag(one.tag().key())));
            case Found.OfAsset one ->
                    new Hit(
                            texts.get("search.asset"),
                            one.asset().name().in(texts.locale()),
                            one.asset().key().value(),
                            Optional.empty(),
                            to(new Destination.OfAsset(one.asset().key())));
            case Found.OfRequirement one ->
                    new Hit(
                            texts.get("search.requirement"),
                            one.requirement().goal(),
                            one.requirement().key().value(),
                            Optional.empty(),
                            to(new Destination.OfRequirement(one.requirement().key())));
            case Found.OfSource one ->
                    new Hit(
                            texts.get("search.source"),
                            one.source().title(),
                            one.source().name().value(),
                            Optional.empty(),
                            to(new Destination.OfSource(one.source().name())));
            case Found.OfPerson one ->
                    new Hit(
                            texts.get("search.person"),
                            one.key(),
                            one.title(),
                            Optional.empty(),
                            to(new Destination.OfPerson(one.pack(), one.source(), one.key())));
        };
    }

    private Runnable to(Destination destination) {
        return () -> navigation.go(destination);
    }
}
