package io.marquetry.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Puts split panes that have an id back to where they were left, and remembers where they go. */
final class Dividers {

    private Dividers() {}

    /** Looks after all split panes below a node. */
    static void remember(Parent screen, Map<String, List<Double>> places) {
        for (Node node : screen.lookupAll(".split-pane")) {
            if (node instanceof SplitPane pane && pane.getId() != null) {
                follow(pane, places);
            }
        }
    }

    private static void follow(SplitPane pane, Map<String, List<Double>> places) {
        if (pane.getProperties().putIfAbsent(Dividers.class, true) != null) {
            return;
        }
        List<Double> known = places.get(pane.getId());
        if (known != null && known.size() == pane.getDividers().size()) {
            pane.setDividerPositions(known.stream().mapToDouble(Double::doubleValue).toArray());
        }
        pane.getDividers()
                .forEach(
                        divider ->
                                divider.positionProperty()
                                        .subscribe(
                                                (before, now) ->
                                                        places.put(
                                                                pane.getId(),
                                                                Arrays.stream(
                                                                                pane
                                                                                        .getDividerPositions())
                                                                        .boxed()
                                                                        .toList())));
    }
}
