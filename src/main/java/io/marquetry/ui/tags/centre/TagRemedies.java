package io.marquetry.ui.tags.centre;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.govern.Care;
import io.marquetry.govern.Finding;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.WhereUsed;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.WordsQuestion;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be mended of a tag, each with its remedy at one press. */
final class TagRemedies {

    private final GovernanceModel model;
    private final Desk desk;
    private final Texts texts;
    private final Runnable changed;

    TagRemedies(GovernanceModel model, Desk desk, Runnable changed) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.changed = changed;
    }

    /** Returns what was found, with what can be done about it. */
    Node card(Tag tag, Finding finding) {
        Label words = new Label(texts.sentence(finding.problem()));
        words.setWrapText(true);
        VBox part = new VBox(6, words);
        part.getStyleClass().add("finding-card");
        switch (finding.kind()) {
            case SAME_PEOPLE, SAME_RULE, DEPRECATED_IN_USE ->
                    finding.other().ifPresent(other -> part.getChildren().add(merge(tag, other)));
            case NO_OWNER -> part.getChildren().add(owner(tag));
            case NO_SCENARIO -> part.getChildren().add(scenario(tag));
            case UNUSED, EMPTY_OR_EVERYONE -> part.getChildren().add(life(tag));
            case INSIDE ->
                    finding.other().ifPresent(other -> part.getChildren().add(instead(tag, other)));
            case OFF_STANDARD -> part.getChildren().add(rename(tag));
            case EXPIRED_IN_USE -> part.getChildren().add(extend(tag));
            case ASSET_ENDED ->
                    tag.asset().ifPresent(asset -> part.getChildren().add(asset(asset)));
            case JUMPED_OR_DIED, CONTRADICTION -> part.getChildren().add(open(tag));
        }
        return part;
    }

    private Node merge(Tag tag, TagKey other) {
        Button merge = remedy("govern.merge", "mergeInto", other.value());
        merge.setOnAction(
                event ->
                        model.planMerge(
                                tag.key(),
                                other,
                                planned -> MergeSheet.show(desk, model, planned, changed),
                                desk.notices()::problem));
        return merge;
    }

    private Node rename(Tag tag) {
        Button rename = remedy("govern.rename", "renameTag");
        rename.setOnAction(
                event ->
                        WordsQuestion.show(
                                desk,
                                texts.get("govern.rename"),
                                texts.get("tags.key"),
                                TagKey.MAX_LENGTH,
                                key ->
                                        model.planRename(
                                                tag.key(),
                                                key,
                                                planned ->
                                                        MergeSheet.show(
                                                                desk, model, planned, changed),
                                                desk.notices()::problem)));
        return rename;
    }

    private Node extend(Tag tag) {
        Button extend = remedy("govern.extend", "extendTag");
        extend.setOnAction(event -> KeepSheet.show(desk, model, List.of(tag.key()), changed));
        return extend;
    }

    private Node asset(AssetKey key) {
        Button open = remedy("govern.openAsset", "openAsset", key.value());
        open.setOnAction(event -> desk.navigation().go(new Destination.OfAsset(key)));
        return open;
    }

    private Node open(Tag tag) {
        Button open = remedy("govern.open", "openTag");
        open.setOnAction(event -> desk.navigation().go(new Destination.OfTag(tag.key())));
        return open;
    }

    /** A tag inside another may be wanted so: the other is only proposed. */
    private Node instead(Tag tag, TagKey other) {
        Button instead = remedy("govern.instead", "deprecateFor", other.value());
        instead.setOnAction(
                event ->
                        afterTold(
                                tag,
                                texts.get("govern.deprecate.instead", other.value()),
                                () ->
                                        model.move(
                                                tag.key(),
                                                LifeState.DEPRECATED,
                                                Optional.of(other),
                                                Optional.empty(),
                                                changed,
                                                desk.notices()::problem)));
        return instead;
    }

    /** Tells who goes on naming a tag before it is put down; nobody is asked where none does. */
    private void afterTold(Tag tag, String then, Runnable made) {
        WhereUsed used = model.governed().get().uses(tag.key());
        if (!used.isInUse()) {
            made.run();
            return;
        }
        List<String> users = new ArrayList<>();
        used.packages().forEach(pack -> users.add(pack.name().in(texts.locale())));
        used.tags().forEach(other -> users.add(other.value()));
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("govern.deprecate.heading", tag.key().value()),
                texts.get(
                        "govern.deprecate.words",
                        used.packages().size(),
                        used.tags().size(),
                        String.join(texts.get("rule.comma"), users),
                        then),
                texts.get("govern.deprecate"),
                made);
    }

    private Node owner(Tag tag) {
        Button give = remedy("govern.giveOwner", "giveOwner");
        give.setOnAction(
                event ->
                        WordsQuestion.show(
                                desk,
                                texts.get("govern.giveOwner"),
                                texts.get("govern.owner"),
                                Care.MAX_NAME,
                                name ->
                                        model.keep(
                                                List.of(tag.key()),
                                                care -> care.withOwner(Optional.of(name)),
                                                changed,
                                                desk.notices()::problem)));
        return give;
    }

    private Node scenario(Tag tag) {
        Button say = remedy("govern.giveScenario", "giveScenario");
        say.setOnAction(
                event ->
                        WordsQuestion.show(
                                desk,
                                texts.get("govern.giveScenario"),
                                texts.get("govern.scenario"),
                                400,
                                words ->
                                        model.keep(
                                                List.of(tag.key()),
                                                care ->
                                                        care.withScenario(
                                                                Optional.of(said(care, words))),
                                                changed,
                                                desk.notices()::problem)));
        return say;
    }

    private LocalizedText said(Care care, String words) {
        return care.scenario()
                .map(before -> before.with(texts.locale(), words))
                .orElseGet(() -> LocalizedText.of(texts.locale(), words));
    }

    private Node life(Tag tag) {
        boolean over = model.governed().get().care(tag.key()).state() == LifeState.DEPRECATED;
        Button end = remedy(over ? "govern.retire" : "govern.deprecate", "endLife");
        end.setOnAction(
                event -> {
                    if (over) {
                        move(tag, LifeState.RETIRED, Optional.empty());
                    } else {
                        WordsQuestion.show(
                                desk,
                                texts.get("govern.deprecate"),
                                texts.get("govern.reason"),
                                400,
                                why ->
                                        afterTold(
                                                tag,
                                                texts.get("govern.deprecate.none"),
                                                () ->
                                                        move(
                                                                tag,
                                                                LifeState.DEPRECATED,
                                                                Optional.of(why))));
                    }
                });
        return end;
    }

    private void move(Tag tag, LifeState to, Optional<String> reason) {
        model.move(tag.key(), to, Optional.empty(), reason, changed, desk.notices()::problem);
    }

    private Button remedy(String key, String id, Object... args) {
        Button button = new Button(texts.get(key, args));
        button.setId(id);
        // Keys hold underscores, which would mark letters.
        button.setMnemonicParsing(false);
        button.setMinWidth(0);
        return button;
    }
}
