package io.marquetry.ui.sources.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.index.LiveProposal;
import io.marquetry.index.LiveProposals;
import io.marquetry.index.LiveUse;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Where the numbers of a source on a server come from: chosen here, and proposed by what is
 * measured where the user asks.
 */
public final class LiveAdvice {

    private final LiveProposals proposals;
    private final Background background;
    private final LatestOnly asking;
    private final LatestOnly reading;
    private final Texts texts;
    private final VBox root;
    private final Hyperlink measure;
    private final Label words = new Label();
    private final ComboBox<LiveUse.Choice> choice = new ComboBox<>();
    private final TextField limit = new TextField();
    private final HBox limitLine;
    private boolean filling;
    private long kept;
    private Optional<SourceName> shown = Optional.empty();

    /** Makes the part, which asks nothing yet. */
    public LiveAdvice(LiveProposals proposals, Background background, Texts texts) {
        this.proposals = proposals;
        this.background = background;
        this.asking = new LatestOnly(background);
        this.reading = new LatestOnly(background);
        this.texts = texts;
        this.measure = new Hyperlink(texts.get("live.measure"));
        Label from = new Label(texts.get("live.from"));
        Label over = new Label(texts.get("live.over"));
        this.limitLine = new HBox(8, over, limit);
        this.root = new VBox(6, new FlowPane(8, 4, from, choice), limitLine, measure, words);
        limitLine.setAlignment(Pos.CENTER_LEFT);
        from.getStyleClass().add("muted");
        over.getStyleClass().add("muted");
        choice.setId("liveChoice");
        choice.setAccessibleText(texts.get("live.from"));
        choice.getItems().setAll(LiveUse.Choice.values());
        choice.setConverter(new ChosenWords<>(one -> texts.get("live.choice." + one)));
        choice.valueProperty().subscribe(this::chosen);
        limit.setId("liveLimit");
        limit.setAccessibleText(texts.get("live.over"));
        limit.setPrefColumnCount(10);
        limit.setOnAction(event -> limited());
        limit.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                limited();
                            }
                        });
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setId("liveWords");
        words.getStyleClass().add("muted");
        measure.setId("liveMeasure");
        root.getStyleClass().add("live-advice");
    }

    /** Returns what is shown. */
    public Node root() {
        return root;
    }

    /** Shows a source; what was measured of another goes. */
    public void show(ProfileSource source) {
        Parts.show(root, source.place() instanceof SourcePlace.Remote);
        if (shown.equals(Optional.of(source.name()))) {
            return;
        }
        shown = Optional.of(source.name());
        asking.cancel();
        say("");
        read(source.name());
        measure.setDisable(false);
        measure.setOnAction(event -> ask(source.name()));
    }

    /** Reads what was chosen; until that is known nothing can be chosen. */
    private void read(SourceName source) {
        choice.setDisable(true);
        Parts.show(limitLine, false);
        reading.ask(
                signal -> new Chosen(proposals.uses().choice(source), proposals.uses().limit()),
                this::fill,
                why -> say(texts.sentence(why)));
    }

    private void fill(Chosen found) {
        filling = true;
        choice.setValue(found.choice());
        limit.setText(new Formats(texts.locale()).count(found.limit()));
        filling = false;
        kept = found.limit();
        choice.setDisable(false);
        Parts.show(limitLine, found.choice() == LiveUse.Choice.BY_SIZE);
    }

    private void chosen(LiveUse.@Nullable Choice now) {
        Parts.show(limitLine, now == LiveUse.Choice.BY_SIZE);
        if (now != null && !filling) {
            shown.ifPresent(
                    source ->
                            background.act(
                                    () -> proposals.uses().choose(source, now),
                                    () -> say(texts.get("live.kept")),
                                    why -> say(texts.sentence(why))));
        }
    }

    private void limited() {
        String typed = limit.getText().replaceAll("[,\\s]", "");
        if (typed.equals(String.valueOf(kept))) {
            return;
        }
        if (!typed.matches("[0-9]{1,15}")) {
            say(texts.sentence(Problem.of("problem.source.liveLimit", limit.getText())));
            return;
        }
        long wanted = Long.parseLong(typed);
        background.act(
                () -> proposals.uses().limit(wanted),
                () -> {
                    kept = wanted;
                    say(texts.get("live.kept"));
                },
                why -> say(texts.sentence(why)));
    }

    private record Chosen(LiveUse.Choice choice, long limit) {}

    private void ask(SourceName source) {
        measure.setDisable(true);
        say(texts.get("live.measuring"));
        asking.ask(
                signal -> proposals.measure(source, signal),
                found -> {
                    measure.setDisable(false);
                    say(sentence(found));
                },
                why -> {
                    measure.setDisable(false);
                    say(texts.sentence(why));
                });
    }

    private String sentence(LiveProposal found) {
        return texts.get(
                        found.isLive() ? "live.proposed" : "live.index",
                        found.profiles(),
                        found.limit())
                + "\n"
                + texts.get(
                        "live.figures",
                        found.tags(),
                        found.megabytesATag(),
                        found.secondsToBuild(),
                        found.secondsToAnswer());
    }

    private void say(String sentence) {
        words.setText(sentence);
        Parts.show(words, !sentence.isEmpty());
    }
}
