package io.marquetry.ui.tags.centre;

import io.marquetry.base.Texts;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.LifeState;
import io.marquetry.tag.Category;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.WordsQuestion;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Narrows the list by lifecycle, owner and team, and remembers what it was narrowed to by name. */
public final class FilterBar {

    private final GovernanceModel model;
    private final Desk desk;
    private final Texts texts;
    private final StringProperty search;
    private final ObjectProperty<Optional<Category>> category;
    private final ComboBox<Optional<LifeState>> state = new ComboBox<>();
    private final ComboBox<Optional<String>> owner = new ComboBox<>();
    private final ComboBox<Optional<String>> team = new ComboBox<>();
    private final MenuButton views = new MenuButton();
    private boolean filling;

    /**
     * Makes it.
     *
     * @param search what is searched for, which stands beside it
     * @param category the same
     */
    public FilterBar(
            GovernanceModel model,
            Desk desk,
            StringProperty search,
            ObjectProperty<Optional<Category>> category) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.search = search;
        this.category = category;
    }

    /** Puts the choices into a row. */
    public void fill(Pane row, Follows follows) {
        List<Optional<LifeState>> states = new ArrayList<>(List.of(Optional.empty()));
        for (LifeState one : LifeState.values()) {
            states.add(Optional.of(one));
        }
        state.getItems().setAll(states);
        state.setConverter(
                new Worded<>(
                        one ->
                                one.map(s -> texts.get("life." + s))
                                        .orElse(texts.get("govern.everyState"))));
        owner.setConverter(named("govern.everybody", "govern.nobody"));
        team.setConverter(named("govern.everyTeam", "govern.noTeam"));
        prepare(state, "tagState", "govern.state");
        prepare(owner, "tagOwner", "govern.owner");
        prepare(team, "tagTeam", "govern.team");
        views.setId("tagViews");
        views.setMinWidth(Region.USE_PREF_SIZE);
        views.setText(texts.get("govern.views"));
        row.getChildren().addAll(state, owner, team, views);
        follows.on(model.governed(), now -> names(now));
        follows.on(model.filter(), this::show);
        state.valueProperty().subscribe(() -> change(f -> f.withState(of(state))));
        owner.valueProperty().subscribe(() -> change(f -> f.withOwner(of(owner))));
        team.valueProperty().subscribe(() -> change(f -> f.withTeam(of(team))));
        model.views(this::offer, desk.notices()::problem);
    }

    /** A box without a choice stands at everything. */
    private static <T> Optional<T> of(ComboBox<Optional<T>> box) {
        return Optional.ofNullable(box.getValue()).flatMap(Function.identity());
    }

    private void prepare(ComboBox<?> box, String id, String told) {
        box.setId(id);
        box.setAccessibleText(texts.get(told));
        box.setVisibleRowCount(12);
        box.setMinWidth(Region.USE_PREF_SIZE);
    }

    private Worded<Optional<String>> named(String all, String none) {
        return new Worded<>(
                one ->
                        one.map(name -> name.isEmpty() ? texts.get(none) : name)
                                .orElse(texts.get(all)));
    }

    private void change(Function<TagFilter, TagFilter> next) {
        if (!filling) {
            model.filter().set(next.apply(model.filter().get()));
        }
    }

    private void names(Governed governed) {
        filling = true;
        names(owner, governed, Care::owner);
        names(team, governed, Care::team);
        filling = false;
        show(model.filter().get());
    }

    private static void names(
            ComboBox<Optional<String>> box,
            Governed governed,
            Function<Care, Optional<String>> of) {
        TreeSet<String> known = new TreeSet<>();
        for (GovernedTag tag : governed.tags().tags()) {
            known.add(of.apply(tag.care()).orElse(""));
        }
        List<Optional<String>> choices = new ArrayList<>(List.of(Optional.empty()));
        known.forEach(name -> choices.add(Optional.of(name)));
        if (!box.getItems().equals(choices)) {
            box.getItems().setAll(choices);
        }
    }

    private void show(TagFilter filter) {
        filling = true;
        state.setValue(filter.state());
        owner.setValue(filter.owner());
        team.setValue(filter.team());
        filling = false;
    }

    private void offer(SortedMap<String, TagFilter> saved) {
        views.getItems().clear();
        item(texts.get("govern.views.all"), () -> open(TagFilter.ALL));
        saved.forEach((name, filter) -> item(name, () -> open(filter)));
        views.getItems().add(new SeparatorMenuItem());
        item(texts.get("govern.views.save"), this::save);
        saved.keySet()
                .forEach(
                        name ->
                                item(
                                        texts.get("govern.views.remove", name),
                                        () ->
                                                model.forgetView(
                                                        name,
                                                        this::offer,
                                                        desk.notices()::problem)));
    }

    private void item(String words, Runnable run) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        views.getItems().add(item);
    }

    private void open(TagFilter filter) {
        search.set(filter.search());
        category.set(filter.category());
        model.tile().set(filter.finding());
        model.filter().set(filter);
    }

    private void save() {
        WordsQuestion.show(
                desk,
                texts.get("govern.views.save"),
                texts.get("govern.views.name"),
                60,
                name ->
                        model.saveView(
                                name,
                                model.filter()
                                        .get()
                                        .with(search.get(), category.get(), model.tile().get()),
                                this::offer,
                                desk.notices()::problem));
    }
}
