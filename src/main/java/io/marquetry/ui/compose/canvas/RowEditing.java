package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.TagKey;

/** What the menu of a row leads to. */
public interface RowEditing {

    /** Opens a tag in its editor. */
    void tag(TagKey tag);

    /** Opens the condition of a row, to be changed. */
    void condition(Condition condition, NodePath path);

    /** Makes a tag of the condition of a row and puts it in its place. */
    void keep(Condition condition, NodePath path);
}
