package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.ui.common.TypeIcons;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/** Lists what a source knows: its attributes with their types, then its events. */
final class ModelLines {

    private final Texts texts;
    private final ColumnValues values;

    /**
     * Makes lines.
     *
     * @param values tells the values of a column whose line is opened
     */
    ModelLines(Texts texts, ColumnValues values) {
        this.texts = texts;
        this.values = values;
    }

    List<Node> of(ProfileModel model) {
        List<Node> lines = new ArrayList<>();
        model.attributes()
                .forEach(
                        attribute ->
                                lines.add(
                                        new ColumnLine(line(attribute), attribute, values, texts)));
        for (EventStream stream : model.streams()) {
            Label heading = new Label(texts.get("sources.stream", stream.name()));
            heading.getStyleClass().add("model-stream");
            lines.add(heading);
            stream.fields().forEach(field -> lines.add(line(field)));
        }
        return lines;
    }

    private HBox line(Attribute attribute) {
        Label name = new Label(attribute.name(), new FontIcon(TypeIcons.of(attribute.type())));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label type = new Label(typeName(texts, attribute.type()));
        type.getStyleClass().add("muted");
        type.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(name, space, type);
        line.getStyleClass().add("model-line");
        return line;
    }

    /** Returns the word for a type. */
    static String typeName(Texts texts, AttributeType type) {
        return texts.get("type." + type);
    }
}
