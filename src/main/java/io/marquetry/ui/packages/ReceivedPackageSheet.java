package io.marquetry.ui.packages;

import io.marquetry.base.Texts;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.OpenSheet;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.nio.file.Path;

/** Says what a package document is that somebody opened, and whether it can be trusted. */
final class ReceivedPackageSheet {

    private final Path file;
    private final ValidationReport report;
    private final boolean here;
    private final Desk desk;
    private final Texts texts;

    private ReceivedPackageSheet(Path file, ValidationReport report, boolean here, Desk desk) {
        this.file = file;
        this.report = report;
        this.here = here;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /**
     * Shows the sheet.
     *
     * @param here whether the workspace has a package of this key
     */
    static void show(Path file, ValidationReport report, boolean here, Desk desk) {
        desk.sheets().open(now -> new ReceivedPackageSheet(file, report, here, now).open());
    }

    private OpenSheet open() {
        VBox sheet = new VBox(10, label("heading", heading()), label("muted", file.toString()));
        report.document().ifPresent(document -> sheet.getChildren().add(facts(document)));
        sheet.getChildren().add(judgement());
        if (!report.isValid()) {
            sheet.getChildren().add(findings());
        }
        sheet.getChildren().add(buttons());
        sheet.setPrefWidth(560);
        Views.dress(sheet, "received");
        return new OpenSheet(sheet, desk.sheets()::close, new Follows());
    }

    private String heading() {
        return report.document()
                .map(document -> document.name().in(texts.locale()))
                .orElseGet(() -> texts.get("received.heading"));
    }

    private Label facts(PackageDocument document) {
        Formats formats = new Formats(texts.locale());
        return label(
                "facts",
                texts.get(
                        "received.facts",
                        document.pack().key().value(),
                        formats.count(document.version()),
                        formats.count(document.size().audience()),
                        formats.count(document.size().profiles()),
                        document.sourceTitle()));
    }

    private Label judgement() {
        Label words =
                label(
                        report.isValid() ? "good" : "problem",
                        report.isValid()
                                ? texts.get("received.valid")
                                : texts.get("received.invalid", report.findings().size()));
        words.setId("receivedJudgement");
        return words;
    }

    private ScrollPane findings() {
        VBox lines = new VBox(6);
        report.findings()
                .forEach(found -> lines.getChildren().add(label("", texts.sentence(found))));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        return scroll;
    }

    private HBox buttons() {
        Button close = new Button(texts.get("button.close"));
        close.setId("receivedClose");
        close.setDefaultButton(!here || !report.isValid());
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(8, close);
        buttons.getStyleClass().add("buttons");
        report.document().filter(document -> here).ifPresent(d -> buttons.getChildren().add(go(d)));
        return buttons;
    }

    private Button go(PackageDocument document) {
        Button go = new Button(texts.get("received.open"));
        go.setId("receivedOpen");
        go.setDefaultButton(report.isValid());
        go.setOnAction(
                event -> {
                    desk.sheets().close();
                    desk.navigation().go(new Destination.OfPackage(document.pack().key()));
                });
        return go;
    }

    private static Label label(String style, String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
