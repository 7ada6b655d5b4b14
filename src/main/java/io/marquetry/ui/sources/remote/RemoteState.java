package io.marquetry.ui.sources.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RenewalWords;
import io.marquetry.source.SourceChange;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.remote.Secret;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells whether the server of a source answers, or its file is in its place, and what has changed
 * there. What was found last stays, with its time, while nothing answers.
 */
public final class RemoteState {

    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final Sources sources;
    private final LatestOnly asking;
    private final Texts texts;
    private final Formats formats;
    private final Consumer<Problem> failed;
    private final Runnable reached;
    private final Steps steps;
    private final FlowPane links = new FlowPane(12, 4);
    private final VBox root;
    private final Label words = new Label();
    private final Button again;
    private final HBox vault;
    private final PasswordField passphrase = new PasswordField();
    private Optional<SourceName> asked = Optional.empty();

    /**
     * Makes the part, which asks nothing yet.
     *
     * @param reached is called once a server answered and its numbers are kept
     * @param failed is told what is wrong with the passphrase
     * @param steps what else can be done with a source on a server
     */
    public RemoteState(
            Sources sources,
            Background background,
            Texts texts,
            Runnable reached,
            Consumer<Problem> failed,
            Steps steps) {
        this.sources = sources;
        this.asking = new LatestOnly(background);
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.failed = failed;
        this.reached = reached;
        this.steps = steps;
        this.again = new Button(texts.get("remote.again"));
        Button unlock = new Button(texts.get("remote.unlock"));
        passphrase.setPromptText(texts.get("connect.passphrase"));
        passphrase.setAccessibleText(texts.get("connect.passphrase"));
        this.vault = new HBox(8, passphrase, unlock);
        this.root = new VBox(6, words, again, vault, links);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setId("remoteState");
        again.setId("remoteAgain");
        unlock.setId("remoteUnlock");
        passphrase.setId("remotePassphrase");
        root.getStyleClass().add("remote-state");
    }

    /** What can be done with a source on a server beyond asking the server. */
    public interface Steps {

        /** Writes for others how the database became this source. */
        void export(ProfileSource source);

        /** Leads to the mapping of outcomes that lie in the source. */
        void outcomes(ProfileSource source, String stream);
    }

    /** Returns what is shown. */
    public Node root() {
        return root;
    }

    /** Shows a source, and looks once where it lies. */
    public void show(ProfileSource source) {
        boolean elsewhere = !(source.place() instanceof SourcePlace.Sealed);
        Parts.show(root, elsewhere);
        if (!elsewhere) {
            asked = Optional.empty();
            asking.cancel();
            return;
        }
        again.setOnAction(event -> look(source));
        passphrase.setOnAction(event -> unlock(source));
        ((Button) vault.getChildren().getLast()).setOnAction(event -> unlock(source));
        showLinks(source);
        if (!asked.equals(Optional.of(source.name()))) {
            asked = Optional.of(source.name());
            look(source);
        }
    }

    private void showLinks(ProfileSource source) {
        links.getChildren().clear();
        Parts.show(links, source.place() instanceof SourcePlace.Remote);
        if (!(source.place() instanceof SourcePlace.Remote)) {
            return;
        }
        Hyperlink export = new Hyperlink(texts.get("connect.export"));
        export.setId("remoteExport");
        export.setOnAction(event -> steps.export(source));
        links.getChildren().add(export);
        for (String stream : source.outcomeStreams()) {
            Hyperlink link = new Hyperlink(texts.get("remote.outcomes", stream));
            link.getStyleClass().add("outcomes-link");
            link.setOnAction(event -> steps.outcomes(source, stream));
            links.getChildren().add(link);
        }
    }

    /** Looks where a source lies, which is a server or a file in its place. */
    public void look(ProfileSource source) {
        say(beginning(source.place()), false, false, false);
        asking.ask(
                signal ->
                        isLocked(source.place())
                                ? Optional.<SourceChange>empty()
                                : Optional.of(taken(source)),
                now ->
                        now.ifPresentOrElse(
                                change -> {
                                    say(found(change), change.loses(), false, false);
                                    reached.run();
                                },
                                () -> say(texts.get("remote.locked"), false, false, true)),
                why ->
                        say(
                                texts.get(
                                        "remote.gone",
                                        texts.sentence(why),
                                        formats.moment(source.asOf())),
                                true,
                                true,
                                false));
    }

    private String beginning(SourcePlace place) {
        return place instanceof SourcePlace.Remote remote
                ? texts.get("remote.asking", remote.server().host())
                : texts.get("remote.reading");
    }

    /**
     * It is so where the source lies, whatever is listed: it is taken, and what is lost is told.
     */
    private SourceChange taken(ProfileSource source) {
        SourceChange change = sources.look(source.name());
        sources.take(change);
        return change;
    }

    private String found(SourceChange change) {
        List<String> told = new ArrayList<>();
        told.add(
                texts.get(
                        change.now().place() instanceof SourcePlace.Remote
                                ? "remote.good"
                                : "remote.inPlace",
                        formats.moment(change.now().asOf())));
        told.addAll(new RenewalWords(texts).changes(change));
        return texts.together(told);
    }

    private boolean isLocked(SourcePlace place) {
        return place instanceof SourcePlace.Remote remote
                && !sources.logins().vault().isUnlocked()
                && sources.logins()
                        .known(remote.server())
                        .filter(known -> known.secret() instanceof Secret.InVault)
                        .isPresent();
    }

    private void unlock(ProfileSource source) {
        char[] typed = passphrase.getText().toCharArray();
        passphrase.clear();
        asking.ask(
                signal -> {
                    sources.logins().vault().unlock(typed);
                    return Boolean.TRUE;
                },
                open -> look(source),
                failed);
    }

    private void say(String said, boolean gone, boolean retry, boolean locked) {
        words.setText(said);
        root.pseudoClassStateChanged(GONE, gone);
        Parts.show(again, retry);
        Parts.show(vault, locked);
    }
}
