package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Sheets;
import io.marquetry.ui.common.screen.Views;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

import java.util.Map;

/** Shows what nobody expected: a code, and details to send on. */
final class BugController {

    private final BugReport report;
    private final Texts texts;
    private final Runnable whenClosed;

    @FXML private Label code;
    @FXML private TextArea details;
    @FXML private Button copy;
    @FXML private Button close;

    private BugController(BugReport report, Texts texts, Runnable whenClosed) {
        this.report = report;
        this.texts = texts;
        this.whenClosed = whenClosed;
    }

    static void show(BugReport report, Texts texts, Sheets sheets) {
        sheets.show(Views.load("bug", texts, new BugController(report, texts, sheets::close)));
    }

    @FXML
    void initialize() {
        code.setText(texts.get("bug.code", report.code()));
        details.setText(report.details());
        copy.setOnAction(
                event ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, report.details())));
        close.setOnAction(event -> whenClosed.run());
    }
}
