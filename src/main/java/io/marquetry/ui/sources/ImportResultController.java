package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.rejected.Mending;
import io.marquetry.source.local.rejected.RejectedReason;
import io.marquetry.source.local.rejected.RejectedRows;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Written;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Steers the last step: what became of the rows. */
public final class ImportResultController {

    private final ImportResult shown;
    private final Function<ImportResult, String> done;
    private final Desk desk;
    private final Texts texts;

    @FXML private Label rowsIn;
    @FXML private Label accepted;
    @FXML private Label rejected;
    @FXML private Button saveRejected;
    @FXML private Label words;
    @FXML private TableView<RejectedReason> table;
    @FXML private TableColumn<RejectedReason, RejectedReason> countColumn;
    @FXML private TableColumn<RejectedReason, RejectedReason> reasonColumn;
    @FXML private TableColumn<RejectedReason, RejectedReason> rawColumn;
    @FXML private Node allGood;
    @FXML private Label mending;

    /**
     * Makes the controller.
     *
     * @param done tells what was made of the rows
     */
    public ImportResultController(
            ImportResult shown, Function<ImportResult, String> done, Desk desk) {
        this.shown = shown;
        this.done = done;
        this.desk = desk;
        this.texts = desk.texts();
    }

    @FXML
    void initialize() {
        Formats formats = new Formats(texts.locale());
        TextColumns.fill(countColumn, reason -> formats.count(reason.count()));
        countColumn.getStyleClass().add("number-column");
        TextColumns.fill(reasonColumn, reason -> texts.sentence(reason.first().reason()));
        TextColumns.fill(
                rawColumn,
                reason ->
                        texts.get(
                                "import.firstOf",
                                reason.first().line(),
                                reason.first().raw().lines().findFirst().orElse("")));
        rawColumn.getStyleClass().add("mono-column");
        show(shown, formats);
    }

    private void show(ImportResult result, Formats formats) {
        rowsIn.setText(formats.count(result.profiles().rowsIn()));
        accepted.setText(formats.count(result.profiles().accepted()));
        rejected.setText(formats.count(result.profiles().rejected()));
        words.setText(done.apply(result));
        long count = result.rejected().count();
        allGood.setVisible(count == 0);
        table.setVisible(count > 0);
        saveRejected.setVisible(count > 0);
        saveRejected.setOnAction(event -> save(result.rejected()));
        List<RejectedReason> reasons = result.rejected().reasons();
        table.getItems().setAll(reasons);
        List<String> helps =
                Mending.ofRows(reasons).stream().map(one -> texts.get(one.advice())).toList();
        Parts.show(mending, !helps.isEmpty());
        mending.setText(texts.get("import.mend") + "\n" + String.join("\n", helps));
    }

    private void save(RejectedRows rows) {
        FileKind kind =
                new FileKind(
                        texts.get("import.saveRejected"),
                        texts.get("review.chart.files.csv"),
                        "csv");
        desk.files().toSave(kind, "rejected.csv").ifPresent(file -> save(rows, file));
    }

    private void save(RejectedRows rows, Path file) {
        desk.background()
                .act(
                        () -> rows.saveTo(file, texts),
                        () ->
                                Written.tell(
                                        desk,
                                        texts.get(
                                                "import.saved", String.valueOf(file.getFileName())),
                                        file),
                        desk.notices()::problem);
    }
}
