package io.marquetry.ui.shell;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Tip;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

import java.nio.file.Path;
import java.util.Optional;

/** Waits while a workspace opens; where it does not, says why and what can be done. */
public final class OpeningController {

    private final Texts texts;
    private final Choices choices;

    @FXML private Label folder;
    @FXML private ProgressBar progress;
    @FXML private Node waiting;
    @FXML private Label waitingWords;
    @FXML private Node trouble;
    @FXML private Label sentence;
    @FXML private Button retry;
    @FXML private Button restore;
    @FXML private Button other;
    @FXML private Button quit;

    /** Makes the controller; the choices are offered when opening fails. */
    public OpeningController(Texts texts, Choices choices) {
        this.texts = texts;
        this.choices = choices;
    }

    @FXML
    void initialize() {
        retry.setOnAction(event -> choices.retry().run());
        other.setOnAction(event -> choices.other().run());
        quit.setOnAction(event -> choices.quit().run());
    }

    /** Shows that a folder is being opened. */
    public void showWaiting(Path opening) {
        folder.setText(opening.toString());
        waitingWords.setText(texts.get("opening.waiting"));
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        swap(false);
    }

    /** Says that a new workspace is being filled with the sample. */
    public void showSample() {
        waitingWords.setText(texts.get("opening.sample"));
    }

    /**
     * Shows why the folder does not open.
     *
     * @param backup what “restore” would bring back, and how; empty: not offered
     */
    public void showTrouble(Problem problem, Optional<Backup> backup) {
        sentence.setText(texts.sentence(problem));
        restore.setVisible(backup.isPresent());
        restore.setManaged(backup.isPresent());
        backup.ifPresent(
                found -> {
                    Tip.on(restore, found.name());
                    restore.setOnAction(event -> found.restore().run());
                });
        swap(true);
        retry.requestFocus();
    }

    // A bar that runs in an invisible box would still cost time.
    private void swap(boolean failed) {
        if (failed) {
            progress.setProgress(0);
        }
        waiting.setVisible(!failed);
        waiting.setManaged(!failed);
        trouble.setVisible(failed);
        trouble.setManaged(failed);
    }

    /**
     * What can be done about a workspace that does not open.
     *
     * @param retry opens the same folder again
     * @param other asks for another folder and opens it
     * @param quit ends the program
     */
    public record Choices(Runnable retry, Runnable other, Runnable quit) {}

    /**
     * A good backup of a damaged workspace.
     *
     * @param name of the backup's file
     * @param restore brings it back and opens the workspace
     */
    public record Backup(String name, Runnable restore) {}
}
