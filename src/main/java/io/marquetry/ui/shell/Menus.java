package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills the menu bar. A command that the screen in front does not offer is not in the menu. */
final class Menus {

    private static final String SEARCH = "Shortcut+K";

    private final Texts texts;
    private final ShellModel model;
    private final OpenScreens screens;
    private final ShellSteps steps;
    private final Follows follows;
    private final List<HelpSheet.Line> keys = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();

    Menus(Texts texts, ShellModel model, OpenScreens screens, ShellSteps steps, Follows follows) {
        this.texts = texts;
        this.model = model;
        this.screens = screens;
        this.steps = steps;
        this.follows = follows;
    }

    void fill(MenuBar bar) {
        bar.getMenus().setAll(file(), edit(), view(), help());
        bar.setUseSystemMenuBar(true);
    }

    /** Returns what the menus offer, in their order. */
    List<Offer> offers() {
        return List.copyOf(offers);
    }

    /** Looks through everything. */
    void search() {
        steps.search().run();
    }

    /** Returns the keys that begin the search, as people write them. */
    String searchKeys() {
        return KeyCombination.valueOf(SEARCH).getDisplayText();
    }

    private Menu file() {
        Menu menu = menu("menu.file");
        lead(menu, "menu.newPackage", "Shortcut+N", new Destination.NewPackage(Optional.empty()));
        lead(menu, "menu.open", "Shortcut+O", new Destination.AllPackages());
        lead(menu, "command.import", "Shortcut+I", new Destination.CustomerImport());
        lead(menu, "command.generate", null, new Destination.LargeSample());
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        command(Command.SAVE),
                        command(Command.EXPORT),
                        command(Command.VALIDATE),
                        new SeparatorMenuItem(),
                        command(Command.VERIFY),
                        command(Command.REFRESH),
                        new SeparatorMenuItem(),
                        item("menu.quit", "Shortcut+Q", steps.quit()));
        return menu;
    }

    /** A place that the window has not got is not in the menu. */
    private void lead(Menu menu, String key, @Nullable String keys, Destination destination) {
        if (steps.navigation().leadsTo(destination)) {
            menu.getItems().add(item(key, keys, () -> steps.navigation().go(destination)));
        }
    }

    private Menu edit() {
        Menu menu = menu("menu.edit");
        menu.getItems()
                .addAll(
                        command(Command.UNDO),
                        command(Command.REDO),
                        new SeparatorMenuItem(),
                        command(Command.DUPLICATE),
                        command(Command.DELETE),
                        command(Command.FIND));
        // A screen without anything to edit has no such menu.
        follows.on(screens.front(), front -> menu.setVisible(front != null && holdsAny(menu)));
        return menu;
    }

    private static boolean holdsAny(Menu menu) {
        return menu.getItems().stream()
                .anyMatch(item -> item.isVisible() && !(item instanceof SeparatorMenuItem));
    }

    private Menu view() {
        Menu menu = menu("menu.view");
        menu.getItems().addAll(item("menu.search", SEARCH, this::search), new SeparatorMenuItem());
        List<Screen> offered = screens.offered();
        for (int i = 0; i < offered.size(); i++) {
            menu.getItems().add(screenItem(offered.get(i), RailKeys.of(i)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        ToggleGroup themes = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get(key(theme)));
            item.setToggleGroup(themes);
            offers.add(new Offer(item, key(theme)));
            item.setOnAction(event -> model.theme().set(theme));
            follows.on(model.theme(), now -> item.setSelected(now == theme));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        ToggleGroup languages = new ToggleGroup();
        for (Locale language : Texts.LANGUAGES) {
            // Each language is named in itself, so that whoever strayed finds the way back.
            RadioMenuItem item = new RadioMenuItem(Texts.in(language).get("language.name"));
            item.setToggleGroup(languages);
            item.setSelected(language.equals(model.language().get()));
            item.setOnAction(event -> model.language().set(language));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String key(Theme theme) {
        return switch (theme) {
            case LIGHT -> "menu.theme.light";
            case DARK -> "menu.theme.dark";
        };
    }

    private MenuItem screenItem(Screen screen, Optional<KeyCombination> place) {
        Destination destination = new Destination.OfScreen(screen);
        MenuItem item = item(screen.titleKey(), null, () -> steps.navigation().go(destination));
        place.ifPresent(keysOfPlace -> give(item, texts.get(screen.titleKey()), keysOfPlace));
        return item;
    }

    private Menu help() {
        Menu menu = menu("menu.help");
        if (Tour.screen(screens.offered()).isPresent()) {
            menu.getItems().add(item("menu.tour", null, steps.tour()));
        }
        menu.getItems()
                .addAll(
                        item("menu.guide", null, steps.guide()),
                        item("menu.keys", "F1", () -> steps.help().showKeys(keys)),
                        item("menu.words", null, () -> steps.help().showWords()),
                        item("menu.about", null, steps.about()));
        return menu;
    }

    private Menu menu(String key) {
        Menu menu = new Menu(texts.get(key));
        menu.setMnemonicParsing(true);
        menu.setId(key.replace('.', '-'));
        return menu;
    }

    private MenuItem item(String key, @Nullable String accelerator, Runnable step) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> step.run());
        offers.add(new Offer(item, key));
        if (accelerator != null) {
            give(item, texts.get(key), KeyCombination.valueOf(accelerator));
        }
        return item;
    }

    private void give(MenuItem item, String words, KeyCombination accelerator) {
        item.setAccelerator(accelerator);
        keys.add(new HelpSheet.Line(accelerator.getDisplayText(), words));
    }

    private MenuItem command(Command command) {
        MenuItem item = item(command.labelKey(), null, () -> steps.perform(screens, command));
        // Underscores in a tag's key are no mnemonics.
        item.setMnemonicParsing(false);
        if (command.accelerator() != null) {
            give(item, texts.get(command.labelKey()), command.accelerator());
        }
        follows.on(screens.front(), front -> follow(item, command, front));
        return item;
    }

    private void follow(MenuItem item, Command command, @Nullable OpenScreen front) {
        Action action = front == null ? null : front.actions().get(command);
        item.textProperty().unbind();
        item.disableProperty().unbind();
        item.setVisible(action != null);
        if (action == null) {
            item.setDisable(true);
            return;
        }
        item.textProperty().bind(action.label());
        item.disableProperty().bind(Bindings.not(action.enabled()));
    }
}
