package io.marquetry.ui.review.answer;

import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageMarks.Mark;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.scene.control.MenuItem;

import java.util.ArrayList;
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
    private static Optional<GroupValue.Named> pack(Advised advised) {
        return advised.values().stream()
                .filter(GroupValue.Named.class::isInstance)
                .map(GroupValue.Named.class::cast)
                .filter(named -> PackageKey.isValid(named.key()))
                .findFirst();
    }

    /** Returns what can be done about a piece of advice; nothing where it is about no package. */
    List<MenuItem> items(Advised advised) {
        List<MenuItem> items = new ArrayList<>();
        advised.values().stream()
                .flatMap(value -> value.word().stream())
                .findFirst()
                .ifPresent(word -> items.add(item("review.group.only", () -> only(word))));
        pack(advised)
                .ifPresent(
                        named -> {
                            PackageKey key = new PackageKey(named.key());
                            String name = named.name().in(desk.texts().locale());
                            items.add(item("review.act.open", () -> open(key)));
                            items.add(item("review.act.duplicate", () -> duplicate(key)));
                            items.add(
                                    item("review.act.proven", () -> mark(key, name, Mark.PROVEN)));
                            items.add(item("review.act.pause", () -> mark(key, name, Mark.PAUSED)));
                            items.add(item("review.act.archive", () -> archive(key, name)));
                        });
        return items;
    }

    private void only(String word) {
        model.look(model.choices().get().withPack(Optional.of(word)));
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

    private void mark(PackageKey key, String name, Mark mark) {
        model.mark(
                key,
                mark,
                back ->
                        desk.notices()
                                .done(
                                        desk.texts()
                                                .get(
                                                        "review.act.marked",
                                                        name,
                                                        desk.texts().get("packages.mark." + mark)),
                                        desk.texts().get("command.undo"),
                                        back),
                desk.notices()::problem);
    }

    private void archive(PackageKey key, String name) {
        model.putAway(
                key,
                back ->
                        desk.notices()
                                .done(
                                        desk.texts().get("review.act.archived", name),
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
