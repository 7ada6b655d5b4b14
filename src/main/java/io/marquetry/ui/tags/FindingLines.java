package io.marquetry.ui.tags;

import io.marquetry.base.Texts;
import io.marquetry.tag.TagFinding;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;

/** Shows what governance wants mended, one line each. */
final class FindingLines {

    private FindingLines() {}

    static List<Node> of(Texts texts, List<TagFinding> findings) {
        return findings.stream().map(finding -> line(texts, finding)).toList();
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
