package io.marquetry.pack;

import java.util.List;
import java.util.stream.Stream;

/**
 * The place of a node in the audience: indices from the outermost group downward.
 *
 * @param indices empty for the outermost group itself; none negative
 */
public record NodePath(List<Integer> indices) {

    /** The outermost group. */
    public static final NodePath ROOT = new NodePath(List.of());

    /** Copies the indices. */
    public NodePath {
        indices = List.copyOf(indices);
    }

    /** Makes a path from indices. */
    public static NodePath of(Integer... indices) {
        return new NodePath(List.of(indices));
    }

    /** Returns whether this is the outermost group. */
    public boolean isRoot() {
        return indices.isEmpty();
    }

    /** Returns the group that holds this node; not for the root. */
    public NodePath parent() {
        return new NodePath(indices.subList(0, indices.size() - 1));
    }

    /** Returns this node's place among its group's members; not for the root. */
    public int last() {
        return indices.getLast();
    }

    /** Returns the place of a member of this group. */
    public NodePath child(int index) {
        return new NodePath(Stream.concat(indices.stream(), Stream.of(index)).toList());
    }

    /** Returns whether the other node is this one or lies inside it. */
    public boolean holds(NodePath other) {
        return other.indices.size() >= indices.size()
                && other.indices.subList(0, indices.size()).equals(indices);
    }
}
