package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.compose.asset.TagSteps;
import io.marquetry.ui.compose.condition.Conditions;

import javafx.scene.control.MenuItem;

import java.util.List;

/**
 * What the menu of a row leads to.
 *
 * @param conditions makes and changes conditions
 * @param steps what is offered for a tag
 */
public record RowEditing(Conditions conditions, TagSteps steps) {

    /** Returns what is offered for a tag. */
    List<MenuItem> tag(TagKey tag) {
        return steps.items(tag);
    }

    /** Opens the condition of a row, to be changed. */
    void condition(Condition condition, NodePath path) {
        conditions.change(condition, path);
    }

    /** Makes a tag of the condition of a row and puts it in its place. */
    void keep(Condition condition, NodePath path) {
        conditions.keep(condition, path);
    }
}
