package io.marquetry.ui.sources.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.index.LiveProposal;
import io.marquetry.index.LiveProposals;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** Tells whether a source on a server is better asked itself, measured where the user asks. */
public final class LiveAdvice {

    private final LiveProposals proposals;
    private final LatestOnly asking;
    private final Texts texts;
    private final VBox root;
    private final Hyperlink measure;
    private final Label words = new Label();
    private Optional<SourceName> shown = Optional.empty();

    /** Makes the part; it asks nothing yet. */
    public LiveAdvice(LiveProposals proposals, Background background, Texts texts) {
        this.proposals = proposals;
        this.asking = new LatestOnly(background);
        this.texts = texts;
        this.measure = new Hyperlink(texts.get("live.measure"));
        this.root = new VBox(2, measure, words);
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
        measure.setDisable(false);
        measure.setOnAction(event -> ask(source.name()));
    }

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
