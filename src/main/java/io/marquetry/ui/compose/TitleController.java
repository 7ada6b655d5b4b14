package io.marquetry.ui.compose;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.draft.SaveState;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Navigation;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import java.util.Optional;

/** The head of the canvas: the package's name, what is known of it, and its buttons. */
public final class TitleController {

    private final ComposeModel compose;
    private final ComposeActions actions;
    private final Navigation navigation;
    private final Texts texts;
    private final Follows follows;

    @FXML private TextField name;
    @FXML private Label key;
    @FXML private Button version;
    @FXML private Label saved;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private Button export;

    /** Makes the controller of the canvas's head. */
    public TitleController(
            ComposeModel compose,
            ComposeActions actions,
            Navigation navigation,
            Texts texts,
            Follows follows) {
        this.compose = compose;
        this.actions = actions;
        this.navigation = navigation;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        actions.bind(undo, actions.undo());
        actions.bind(redo, actions.redo());
        actions.bind(export, actions.export());
        Tip.on(undo, () -> Optional.of(actions.undo().label().getValue()));
        Tip.on(redo, () -> Optional.of(actions.redo().label().getValue()));
        Tip.on(name, () -> Optional.of(texts.get("compose.name.tooltip")));
        name.setOnAction(event -> rename());
        name.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                rename();
                            }
                        });
        name.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        compose.draft().get().ifPresent(this::show);
                        event.consume();
                    }
                });
        follows.on(compose.draft(), draft -> draft.ifPresent(this::show));
        follows.on(compose.versions(), count -> showVersion());
        version.setOnAction(
                event ->
                        compose.current()
                                .ifPresent(
                                        pack ->
                                                navigation.go(
                                                        new Destination.VersionsOf(pack.key()))));
        Tip.on(version, texts.get("compose.version.tooltip"));
        follows.on(compose.saveState(), state -> saved.setText(words(state)));
    }

    private void show(PackageDraft draft) {
        AssetPackage pack = draft.current();
        name.setText(pack.name().in(texts.locale()));
        key.setText(pack.key().value());
        showVersion();
    }

    private void showVersion() {
        int count = compose.versions().get();
        version.setText(
                compose.isAsFinished()
                        ? texts.get("compose.version.finished", count)
                        : texts.get("compose.version", count + 1));
    }

    private void rename() {
        Optional<AssetPackage> pack = compose.current();
        if (pack.isEmpty()) {
            return;
        }
        String typed = name.getText().strip();
        LocalizedText before = pack.get().name();
        if (typed.isEmpty() || typed.equals(before.in(texts.locale()))) {
            name.setText(before.in(texts.locale()));
            return;
        }
        compose.apply(new PackageEdit.Rename(before.with(texts.locale(), typed)));
    }

    private String words(SaveState state) {
        return switch (state) {
            case SaveState.Unchanged unchanged -> "";
            case SaveState.Saving saving -> texts.get("compose.saving");
            case SaveState.Saved done ->
                    texts.get("compose.saved", new Formats(texts.locale()).time(done.at()));
            case SaveState.Failed failed -> texts.get("compose.notSaved");
        };
    }
}
