package io.marquetry.ui.compose.canvas;

import io.marquetry.pack.NodePath;
import io.marquetry.ui.compose.drag.DropPlace;
import io.marquetry.ui.compose.drag.DropTarget;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/** A group of the audience: a dashed frame with a caption and, below it, its members. */
final class GroupView extends VBox implements DropTarget {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final NodePath path;
    private final List<Node> members = new ArrayList<>();
    private final InsertionLine line = new InsertionLine(this);

    GroupView(NodePath path, Node header) {
        this.path = path;
        getStyleClass().add("group");
        getChildren().addFirst(header);
    }

    NodePath path() {
        return path;
    }

    void addMember(Node member) {
        members.add(member);
        getChildren().add(getChildren().indexOf(line), member);
    }

    void addPlaceholder(Node placeholder) {
        getChildren().add(getChildren().indexOf(line), placeholder);
    }

    /** Shows whether the palette's Enter adds to this group. */
    void setTarget(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    @Override
    public DropPlace placeAt(double x, double y) {
        int index = 0;
        for (Node member : members) {
            if (y > member.getBoundsInParent().getCenterY()) {
                index++;
            }
        }
        return new DropPlace.InGroup(path, index);
    }

    @Override
    public void mark(DropPlace place, boolean allowed) {
        if (place instanceof DropPlace.InGroup in) {
            double left = getInsets().getLeft();
            double width = getWidth() - left - getInsets().getRight();
            line.show(left, lineAt(in.index()), width, InsertionLine.THICKNESS, allowed);
        }
    }

    @Override
    public void unmark() {
        line.clear();
    }

    private double lineAt(int index) {
        double gap = getSpacing() / 2 + InsertionLine.THICKNESS / 2;
        if (index < members.size()) {
            return members.get(index).getBoundsInParent().getMinY() - gap;
        }
        Node before = members.isEmpty() ? getChildren().getFirst() : members.getLast();
        return before.getBoundsInParent().getMaxY() + gap - InsertionLine.THICKNESS;
    }
}
