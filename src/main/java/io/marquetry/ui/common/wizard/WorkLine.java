package io.marquetry.ui.common.wizard;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.work.LongWork;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Steers the line that shows how far work is, and the sentence that says why it did not come to its
 * end; views include it as {@code workLine.fxml}.
 *
 * @param <P> how far it is
 */
public final class WorkLine<P> {

    private final LongWork<P> work;
    private final Words<P> words;
    private final Texts texts;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private Label problem;
    @FXML private Node progressLine;
    @FXML private ProgressBar bar;
    @FXML private Label progressWords;
    @FXML private Button stop;

    /**
     * How the work is put into words.
     *
     * @param prefix begins the names of the controls
     * @param share the part that is done, 0 to 1
     * @param progress the words for it; empty while nothing is known
     * @param stopped what is said once people stopped it
     */
    public record Words<P>(
            String prefix,
            ToDoubleFunction<P> share,
            Function<Optional<P>, String> progress,
            String stopped) {}

    /** Makes the controller. */
    public WorkLine(LongWork<P> work, Words<P> words, Texts texts, Follows follows) {
        this.work = work;
        this.words = words;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        problem.setId(words.prefix() + "Problem");
        bar.setId(words.prefix() + "Bar");
        progressWords.setId(words.prefix() + "Progress");
        stop.setId(words.prefix() + "Stop");
        stop.setOnAction(event -> work.stop());
        follows.on(work.busy(), now -> show());
        follows.on(work.problems(), now -> show());
        follows.on(work.stopped(), now -> show());
        follows.on(work.progress(), this::show);
    }

    private void show() {
        String said =
                work.problems().get().stream()
                        .map(texts::sentence)
                        .collect(Collectors.joining("\n"));
        problem.setText(said.isEmpty() && work.stopped().get() ? words.stopped() : said);
        Parts.show(problem, !problem.getText().isEmpty());
        Parts.show(progressLine, work.busy().get());
        Parts.show(root, problem.isVisible() || progressLine.isVisible());
    }

    private void show(Optional<P> progress) {
        bar.setProgress(
                progress.map(words.share()::applyAsDouble)
                        .filter(share -> share < 1)
                        .orElse(ProgressBar.INDETERMINATE_PROGRESS));
        progressWords.setText(words.progress().apply(progress));
    }
}
