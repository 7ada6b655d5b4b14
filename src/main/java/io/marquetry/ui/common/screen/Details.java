package io.marquetry.ui.common.screen;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.govern.Care;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lines about one thing that is kept: its names, where it is used, its owner, its versions. */
public final class Details {

    private static final String NOTHING = "–";

    private final Desk desk;
    private final Texts texts;
    private final VBox box;

    /** Writes the lines into a box. */
    public Details(Desk desk, VBox box) {
        this.desk = desk;
        this.texts = desk.texts();
        this.box = box;
    }

    /** Adds the name in the user's language, and below it the key and the name in the other one. */
    public void names(LocalizedText name, String key) {
        Locale other = texts.locale().getLanguage().equals("zh") ? Locale.ENGLISH : Locale.CHINESE;
        line(name.in(texts.locale()), "heading");
        line(key + "  ·  " + name.in(other), "mono");
    }

    /** Adds what stands above the next lines. */
    public void caption(String key) {
        line(texts.get(key), "caption");
    }

    /** Adds a line that wraps. */
    public void line(String words) {
        add(wrapped(words));
    }

    /** Adds a line that wraps, in a style. */
    public void line(String words, String style) {
        add(styled(words, style));
    }

    /** Adds a fact and its value. */
    public void fact(String key, String value) {
        line(texts.get("govern.fact", texts.get(key), value));
    }

    /** Adds a part of another kind. */
    public void add(Node node) {
        box.getChildren().add(node);
    }

    /** Adds who keeps the thing, and how long it holds. */
    public void care(Care care) {
        caption("govern.facts");
        fact("govern.state", texts.get("life." + care.state()));
        fact("govern.owner", care.owner().orElse(texts.get("govern.nobody")));
        care.team().ifPresent(team -> fact("govern.team", team));
        care.scenario().ifPresent(words -> fact("govern.scenario", words.in(texts.locale())));
        care.validUntil().ifPresent(day -> fact("govern.until", day.toString()));
        care.successor().ifPresent(next -> fact("govern.successor", next));
        care.reason().ifPresent(why -> fact("govern.reason", why));
    }

    /**
     * Adds where the thing is used, and what leads to its whole trail.
     *
     * @param id of what leads there
     */
    public void uses(List<Hyperlink> links, String id, Destination.TrailOf trail) {
        if (links.isEmpty()) {
            line(texts.get("govern.nowhere"), "muted");
            return;
        }
        FlowPane flow = new FlowPane(8, 2);
        flow.getChildren().setAll(links);
        add(flow);
        Button leads = new Button(texts.get("trail.open"));
        leads.setId(id);
        leads.setOnAction(event -> desk.navigation().go(trail));
        add(leads);
    }

    /** Returns words that lead somewhere. */
    public Hyperlink link(String words, Destination destination) {
        Hyperlink link = new Hyperlink(words);
        link.setOnAction(event -> desk.navigation().go(destination));
        return link;
    }

    /** Returns the line of a version: its number, its day, who made it and its state then. */
    public Label version(int number, Optional<Instant> madeAt, Optional<String> madeBy, Care care) {
        return styled(
                texts.get(
                        "govern.version",
                        number,
                        madeAt.map(at -> at.atZone(ZoneOffset.UTC).toLocalDate().toString())
                                .orElse(NOTHING),
                        madeBy.orElse(NOTHING),
                        texts.get("life." + care.state())),
                "muted");
    }

    /** Returns words that wrap, as high as they need. */
    public static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** Returns words that wrap, in a style. */
    public static Label styled(String words, String style) {
        Label label = wrapped(words);
        label.getStyleClass().add(style);
        return label;
    }
}
