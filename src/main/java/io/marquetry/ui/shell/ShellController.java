package io.marquetry.ui.shell;

import io.marquetry.base.Product;
import io.marquetry.base.Texts;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.field.FirstFocus;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Navigation;
import io.marquetry.ui.navigation.Screen;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steers the bar at the top, the rail at the left and which screen stands between them. */
final class ShellController {

    private final ShellModel model;
    private final Texts texts;
    private final Path workspace;
    private final OpenScreens screens;
    private final Menus menus;
    private final Navigation navigation;
    private final Map<String, ToggleButton> rail = new HashMap<>();

    @FXML private MenuBar menuBar;
    @FXML private Label workspacePill;
    @FXML private Label sourcePill;
    @FXML private Button search;
    @FXML private Button languageSwitch;
    @FXML private Button themeSwitch;
    @FXML private VBox railBox;
    @FXML private StackPane content;

    ShellController(
            ShellModel model,
            Texts texts,
            Path workspace,
            OpenScreens screens,
            Menus menus,
            Navigation navigation) {
        this.model = model;
        this.texts = texts;
        this.workspace = workspace;
        this.screens = screens;
        this.menus = menus;
        this.navigation = navigation;
    }

    @FXML
    void initialize() {
        menus.fill(menuBar);
        String folder = String.valueOf(workspace.getFileName());
        workspacePill.setText(texts.get("shell.workspace", folder));
        // The usual folder is called like the program, which says nothing.
        Parts.show(workspacePill, !folder.equals(Product.NAME));
        Tip.on(workspacePill, workspace.toString());
        search.setText(texts.get("shell.search", menus.searchKeys()));
        search.setAccessibleText(texts.get("search.title"));
        search.setOnAction(event -> menus.search());
        languageSwitch.setOnAction(event -> model.language().set(model.otherLanguage()));
        themeSwitch.setOnAction(event -> model.theme().set(model.theme().get().other()));
        Tip.on(themeSwitch, texts.get("shell.theme.tooltip"));
        Tip.on(languageSwitch, texts.get("shell.language.tooltip"));
        ToggleGroup group = new ToggleGroup();
        List<Screen> offered = screens.offered();
        for (int i = 0; i < offered.size(); i++) {
            ToggleButton button = railButton(offered.get(i), RailKeys.of(i));
            button.setToggleGroup(group);
            rail.put(offered.get(i).stem(), button);
            railBox.getChildren().add(button);
        }
        Tip.on(
                sourcePill,
                () ->
                        model.source()
                                .get()
                                .map(
                                        source ->
                                                texts.get(
                                                        "shell.source.tooltip",
                                                        source.title(),
                                                        new Formats(texts.locale())
                                                                .moment(source.asOf()))));
    }

    /** Brings the screen of that stem to the front. */
    void showScreen(String stem) {
        ToggleButton button = rail.get(stem);
        if (button != null) {
            button.setSelected(true);
        }
        Parent root = screens.bring(stem).root();
        content.getChildren().setAll(root);
        Dividers.remember(root, model.dividers());
        Platform.runLater(() -> FirstFocus.in(root));
    }

    /** Shows on the switch what it leads to: the moon by day, the sun by night. */
    void showTheme(Theme theme) {
        themeSwitch.setGraphic(new FontIcon(theme == Theme.DARK ? Feather.SUN : Feather.MOON));
    }

    /** Shows the source that the screen speaks of. */
    void showSource(Optional<ProfileSource> source) {
        Parts.show(sourcePill, source.isPresent());
        source.ifPresent(
                s -> sourcePill.setText(texts.get("shell.source", s.title(), s.profiles())));
    }

    private ToggleButton railButton(Screen screen, Optional<KeyCombination> keys) {
        String title = texts.get(screen.titleKey());
        ToggleButton button = new ToggleButton(title, new FontIcon(screen.icon()));
        button.setId("rail-" + screen.stem());
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("rail-button");
        Tip.on(button, title + keys.map(k -> "  " + k.getDisplayText()).orElse(""));
        button.setAccessibleText(title);
        button.setOnAction(
                event -> {
                    // A second press must not leave the rail without a mark.
                    button.setSelected(true);
                    navigation.go(new Destination.OfScreen(screen));
                });
        return button;
    }
}
