package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Screen;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Steers the bar at the top, the rail at the left and which screen stands between them. */
final class ShellController {

    private final ShellModel model;
    private final Texts texts;
    private final Path workspace;
    private final OpenScreens screens;
    private final ShellSteps steps;
    private final Map<Screen, ToggleButton> rail = new EnumMap<>(Screen.class);

    @FXML private MenuBar menuBar;
    @FXML private Label workspacePill;
    @FXML private Label sourcePill;
    @FXML private Button languageSwitch;
    @FXML private Button themeSwitch;
    @FXML private VBox railBox;
    @FXML private StackPane content;

    ShellController(
            ShellModel model, Texts texts, Path workspace, OpenScreens screens, ShellSteps steps) {
        this.model = model;
        this.texts = texts;
        this.workspace = workspace;
        this.screens = screens;
        this.steps = steps;
    }

    @FXML
    void initialize() {
        new Menus(texts, model, screens, steps).fill(menuBar);
        workspacePill.setText(
                texts.get("shell.workspace", String.valueOf(workspace.getFileName())));
        workspacePill.setTooltip(new Tooltip(workspace.toString()));
        languageSwitch.setOnAction(event -> model.language().set(model.otherLanguage()));
        themeSwitch.setOnAction(event -> model.theme().set(model.theme().get().other()));
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : screens.offered()) {
            ToggleButton button = railButton(screen);
            button.setToggleGroup(group);
            rail.put(screen, button);
            railBox.getChildren().add(button);
        }
    }

    /** Shows what the model says. */
    void showScreen(Screen screen) {
        ToggleButton button = rail.get(screen);
        if (button != null) {
            button.setSelected(true);
        }
        content.getChildren().setAll(screens.bring(screen).root());
    }

    /** Shows the source that the screen speaks of. */
    void showSource(Optional<ProfileSource> source) {
        sourcePill.setVisible(source.isPresent());
        sourcePill.setManaged(source.isPresent());
        source.ifPresent(
                s -> {
                    Formats formats = new Formats(texts.locale());
                    sourcePill.setText(
                            texts.get(
                                    "shell.source", s.name().value(), formats.count(s.profiles())));
                    sourcePill.setTooltip(
                            new Tooltip(
                                    texts.get(
                                            "shell.source.tooltip",
                                            s.title(),
                                            formats.moment(s.asOf()))));
                });
    }

    private ToggleButton railButton(Screen screen) {
        String title = texts.get(screen.titleKey());
        ToggleButton button = new ToggleButton(title, new FontIcon(screen.icon()));
        button.setId("rail-" + screen.stem());
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("rail-button");
        button.setTooltip(new Tooltip(title + "  " + screen.accelerator().getDisplayText()));
        button.setAccessibleText(title);
        button.setOnAction(
                event -> {
                    // A second press must not leave the rail without a mark.
                    button.setSelected(true);
                    steps.navigation().show(screen);
                });
        return button;
    }
}
