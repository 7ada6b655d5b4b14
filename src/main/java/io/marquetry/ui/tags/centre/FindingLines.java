package io.marquetry.ui.tags.centre;

import io.marquetry.base.Texts;
import io.marquetry.tag.TagFinding;
import io.marquetry.ui.common.screen.Parts;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;

/** Shows what governance wants mended, one line each; mere notes are folded below the rest. */
public final class FindingLines {

    private FindingLines() {}

    public static void show(Texts texts, List<TagFinding> findings, VBox box) {
        List<TagFinding> notes = findings.stream().filter(FindingLines::isNote).toList();
        box.getChildren()
                .setAll(
                        findings.stream()
                                .filter(finding -> !isNote(finding))
                                .map(finding -> line(texts, finding))
                                .toList());
        if (!notes.isEmpty()) {
            VBox folded = new VBox();
            folded.getChildren().setAll(notes.stream().map(note -> line(texts, note)).toList());
            Parts.show(folded, notes.size() == findings.size());
            Hyperlink open = new Hyperlink(texts.get("tags.notes", notes.size()));
            open.setId("tagNotes");
            open.setOnAction(event -> Parts.show(folded, !folded.isVisible()));
            box.getChildren().addAll(open, folded);
        }
    }

    private static boolean isNote(TagFinding finding) {
        return finding.severity() == TagFinding.Severity.NOTE;
    }

    private static Node line(Texts texts, TagFinding finding) {
        Label severity = new Label(texts.get("cli.severity." + finding.severity()));
        severity.getStyleClass().addAll("pill", cssClass(finding.severity()));
        Label words = new Label(texts.sentence(finding.problem()));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(severity, words);
        line.getStyleClass().add("finding");
        return line;
    }

    private static String cssClass(TagFinding.Severity severity) {
        return switch (severity) {
            case ERROR -> "bad";
            case WARNING -> "warn";
            case NOTE -> "note";
        };
    }
}
