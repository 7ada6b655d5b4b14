package io.marquetry.ui.sources;

import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.look.TypeIcons;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Lists what a source knows: its attributes with their types, then its events. Each is told as
 * people call it and, where rules write it otherwise, as rules do.
 */
final class ModelLines {

    /** Names up to here stand whole; what rules write gives way. */
    private static final int SHORT = 28;

    private final Texts texts;
    private final ColumnValues values;
    private final Set<FieldName> open;
    private final BiConsumer<FieldName, Optional<LocalizedText>> say;

    /**
     * Makes lines.
     *
     * @param values tells the values of a column whose line is opened
     * @param open which lines are open; changes are remembered
     * @param say gets what people call a field or events from now on
     */
    ModelLines(
            Texts texts,
            ColumnValues values,
            Set<FieldName> open,
            BiConsumer<FieldName, Optional<LocalizedText>> say) {
        this.texts = texts;
        this.values = values;
        this.open = open;
        this.say = say;
    }

    List<Node> of(ProfileSource source) {
        List<Node> lines = new ArrayList<>();
        for (Attribute attribute : source.model().attributes()) {
            FieldName what = new FieldName.OfProfiles(attribute.name());
            lines.add(
                    new ColumnLine(
                            line(what, attribute),
                            what,
                            labels(what, source),
                            Optional.of(values),
                            open,
                            texts));
        }
        for (EventStream stream : source.model().streams()) {
            FieldName what = new FieldName.Events(stream.name());
            HBox heading =
                    line(what, Feather.ACTIVITY, texts.get("sources.stream", texts.called(what)));
            heading.getStyleClass().add("model-stream");
            lines.add(closed(heading, what, source));
            for (Attribute field : stream.fields()) {
                FieldName one = new FieldName.OfEvents(stream.name(), field.name());
                lines.add(closed(line(one, field), one, source));
            }
        }
        return lines;
    }

    private ColumnLine closed(HBox line, FieldName what, ProfileSource source) {
        return new ColumnLine(line, what, labels(what, source), Optional.empty(), open, texts);
    }

    private LabelFields labels(FieldName what, ProfileSource source) {
        return new LabelFields(what, source.labels(), texts, say);
    }

    private HBox line(FieldName what, Attribute attribute) {
        HBox line = line(what, TypeIcons.of(attribute.type()), texts.called(what));
        Label type = new Label(typeName(texts, attribute.type()));
        type.getStyleClass().add("muted");
        type.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(type);
        return line;
    }

    private static HBox line(FieldName what, Feather picture, String called) {
        Label name = new Label(called, new FontIcon(picture));
        if (called.length() <= SHORT) {
            name.setMinWidth(Region.USE_PREF_SIZE);
        }
        Label written = new Label(says(called, what) ? "" : what.name());
        written.getStyleClass().addAll("muted", "mono");
        Tip.on(written, what.name());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(name, written, space);
        line.getStyleClass().add("model-line");
        return line;
    }

    /** What is called as it is written is not told twice. */
    private static boolean says(String called, FieldName what) {
        return called.toLowerCase(Locale.ROOT).endsWith(what.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the word for a type. */
    static String typeName(Texts texts, AttributeType type) {
        return texts.get("type." + type);
    }
}
