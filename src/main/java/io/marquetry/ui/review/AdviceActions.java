package io.marquetry.ui.review;

import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.control.MenuItem;

import java.util.List;
import java.util.Optional;

/** What can be done at once about a piece of advice: with the package that it is about. */
final class AdviceActions {

    private final ReviewModel model;
    private final Desk desk;

    AdviceActions(ReviewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    /** Returns the package of the workspace that the advice is about; empty: an arm, or unknown. */
    static Optional<PackageKey> pack(Advised advised) {
        return advised.values().stream()
                .flatMap(
                        value ->
                                value instanceof GroupValue.Named named
                                        ? Optional.of(named.key()).stream()
                                        : Optional.<String>empty().stream())
                .filter(PackageKey::isValid)
                .map(PackageKey::new)
                .findFirst();
    }

    /** Returns what can be done with a package. */
    List<MenuItem> items(PackageKey key) {
        return List.of(
                item("review.act.open", () -> open(key)),
                item("review.act.duplicate", () -> duplicate(key)),
                item("review.act.archive", () -> archive(key)));
    }

    private void open(PackageKey key) {
        desk.navigation().go(new Destination.OfPackage(key));
    }

    private void duplicate(PackageKey key) {
        model.duplicate(
                key,
                name -> desk.texts().get("packages.copyName", name),
                copy -> {
                    desk.notices().done(desk.texts().get("review.act.duplicated"));
                    open(copy);
                },
                desk.notices()::problem);
    }

    private void archive(PackageKey key) {
        model.putAway(
                key,
                back ->
                        desk.notices()
                                .done(
                                        desk.texts().get("review.act.archived", key.value()),
                                        desk.texts().get("command.undo"),
                                        back),
                desk.notices()::problem);
    }

    private MenuItem item(String key, Runnable step) {
        MenuItem item = new MenuItem(desk.texts().get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> step.run());
        return item;
    }
}
