package io.marquetry.ui.packages.versions;

import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.LeafNames;
import io.marquetry.base.Texts;
import io.marquetry.index.Changes.Change;
import io.marquetry.pack.PackageDifference;
import io.marquetry.tag.TagNames;

import javafx.scene.Node;
import javafx.scene.control.Label;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in what two states of a package differ: a line for what came, went or was turned. */
final class DifferenceLines {

    private final Texts texts;
    private final TagNames names;
    private final LeafNames leaves;

    DifferenceLines(Texts texts, TagNames names) {
        this.texts = texts;
        this.names = names;
        this.leaves = new LeafNames(texts, names::of);
    }

    /** Returns the lines; one that says so where nothing differs. */
    List<Node> of(Comparison comparison) {
        List<Node> lines = new ArrayList<>();
        comparison.differences().forEach(difference -> lines.addAll(lines(difference)));
        if (lines.isEmpty()) {
            lines.add(line(texts.get("versions.same"), "muted"));
        }
        comparison.people().ifPresent(change -> lines.add(people(change)));
        return lines;
    }

    private List<Node> lines(PackageDifference difference) {
        return switch (difference) {
            case PackageDifference.Name name ->
                    List.of(
                            line(
                                    texts.get(
                                            "versions.name",
                                            name.before().in(texts.locale()),
                                            name.after().in(texts.locale())),
                                    "turned"));
            case PackageDifference.Source source ->
                    List.of(
                            line(
                                    texts.get(
                                            "versions.source",
                                            source.before().value(),
                                            source.after().value()),
                                    "turned"));
            case PackageDifference.Audience audience -> audience(audience);
            case PackageDifference.Zone zone ->
                    moved(
                            "problem.category." + zone.zone(),
                            zone.removed().stream().map(names::of).toList(),
                            zone.added().stream().map(names::of).toList());
        };
    }

    private List<Node> audience(PackageDifference.Audience audience) {
        Set<Leaf> gone = new LinkedHashSet<>(Expressions.leavesIn(audience.before()));
        Set<Leaf> come = new LinkedHashSet<>(Expressions.leavesIn(audience.after()));
        Set<Leaf> before = Set.copyOf(gone);
        gone.removeAll(come);
        come.removeAll(before);
        return moved(
                "problem.category.AUDIENCE",
                gone.stream().map(leaves::of).toList(),
                come.stream().map(leaves::of).toList());
    }

    /** Where nothing came and nothing went, the same stands in another order. */
    private List<Node> moved(String zone, List<String> gone, List<String> come) {
        String where = texts.get(zone);
        List<Node> lines = new ArrayList<>();
        gone.forEach(name -> lines.add(line(texts.get("versions.gone", where, name), "gone")));
        come.forEach(name -> lines.add(line(texts.get("versions.come", where, name), "come")));
        if (lines.isEmpty()) {
            lines.add(line(texts.get("versions.reordered", where), "turned"));
        }
        return lines;
    }

    private Node people(Change change) {
        return line(
                texts.get("versions.people", change.lost(), change.gained(), change.after()),
                "people");
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        line.getStyleClass().addAll("difference", style);
        return line;
    }
}
