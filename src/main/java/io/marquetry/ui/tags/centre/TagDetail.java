package io.marquetry.ui.tags.centre;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.govern.Care;
import io.marquetry.govern.Finding;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.TagVersion;
import io.marquetry.govern.WhereUsed;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.WordsQuestion;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All about the tag that is chosen: rule, findings with their remedies, uses, facts, history. */
public final class TagDetail {

    private final GovernanceModel model;
    private final Desk desk;
    private final Texts texts;
    private final Runnable changed;
    private final VBox box;

    /**
     * Makes it.
     *
     * @param changed runs when something was mended
     */
    public TagDetail(GovernanceModel model, Desk desk, VBox box, Runnable changed) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.box = box;
        this.changed = changed;
    }

    /** Shows a tag; empty: nothing. */
    public void show(Optional<Tag> chosen) {
        box.getChildren().clear();
        Parts.show(box, chosen.isPresent());
        chosen.ifPresent(this::fill);
    }

    private void fill(Tag tag) {
        GovernanceModel.Governed governed = model.governed().get();
        Care care = governed.care(tag.key());
        add(styled(tag.name().in(texts.locale()), "heading"));
        Locale other = texts.locale().getLanguage().equals("zh") ? Locale.ENGLISH : Locale.CHINESE;
        add(styled(tag.key().value() + "  ·  " + tag.name().in(other), "mono"));
        tag.rule()
                .ifPresent(
                        rule -> {
                            caption("govern.rule");
                            add(wrapped(new RuleWords(texts).of(rule)));
                        });
        List<Finding> findings = governed.findings(tag.key());
        if (!findings.isEmpty()) {
            caption("govern.findings");
            findings.forEach(finding -> finding(tag, finding));
        }
        uses(governed.uses(tag.key()));
        facts(tag, care);
        VBox history = new VBox(2);
        model.versions(
                tag.key(),
                versions ->
                        history.getChildren()
                                .setAll(versions.reversed().stream().map(this::version).toList()),
                desk.notices()::problem);
        caption("govern.history");
        add(history);
    }

    private void finding(Tag tag, Finding finding) {
        VBox part = new VBox(6, wrapped(texts.sentence(finding.problem())));
        part.getStyleClass().add("finding-card");
        switch (finding.kind()) {
            case SAME_PEOPLE, SAME_RULE, DEPRECATED_IN_USE ->
                    finding.other().ifPresent(other -> part.getChildren().add(merge(tag, other)));
            case NO_OWNER -> part.getChildren().add(owner(tag));
            case NO_SCENARIO -> part.getChildren().add(scenario(tag));
            case UNUSED, EMPTY_OR_EVERYONE -> part.getChildren().add(life(tag));
            case OFF_STANDARD, JUMPED_OR_DIED, EXPIRED_IN_USE, INSIDE, CONTRADICTION -> {}
        }
        add(part);
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
                                why -> move(tag, LifeState.DEPRECATED, Optional.of(why)));
                    }
                });
        return end;
    }

    private void move(Tag tag, LifeState to, Optional<String> reason) {
        model.move(tag.key(), to, reason, changed, desk.notices()::problem);
    }

    private Button remedy(String key, String id, Object... args) {
        Button button = new Button(texts.get(key, args));
        button.setId(id);
        // Keys hold underscores, which would mark letters.
        button.setMnemonicParsing(false);
        button.setMinWidth(0);
        return button;
    }

    private void uses(WhereUsed used) {
        caption("govern.usedIn");
        FlowPane links = new FlowPane(8, 2);
        used.packages()
                .forEach(
                        pack ->
                                links.getChildren()
                                        .add(
                                                link(
                                                        pack.name().in(texts.locale()),
                                                        new Destination.OfPackage(pack.key()))));
        used.tags()
                .forEach(
                        tag ->
                                links.getChildren()
                                        .add(link(tag.value(), new Destination.OfTag(tag))));
        used.versions()
                .forEach(
                        version ->
                                links.getChildren()
                                        .add(
                                                styled(
                                                        version.key().value()
                                                                + " v"
                                                                + version.number(),
                                                        "muted")));
        add(links.getChildren().isEmpty() ? styled(texts.get("govern.nowhere"), "muted") : links);
    }

    private Hyperlink link(String words, Destination destination) {
        Hyperlink link = new Hyperlink(words);
        link.setOnAction(event -> desk.navigation().go(destination));
        return link;
    }

    private void facts(Tag tag, Care care) {
        caption("govern.facts");
        fact("govern.state", texts.get("life." + care.state()));
        fact("govern.owner", care.owner().orElse(texts.get("govern.nobody")));
        care.team().ifPresent(team -> fact("govern.team", team));
        care.scenario().ifPresent(words -> fact("govern.scenario", words.in(texts.locale())));
        care.validUntil().ifPresent(day -> fact("govern.until", day.toString()));
        care.successor().ifPresent(next -> fact("govern.successor", next));
        care.reason().ifPresent(why -> fact("govern.reason", why));
        tag.description().ifPresent(words -> add(wrapped(words.in(texts.locale()))));
    }

    private void fact(String key, String value) {
        add(wrapped(texts.get("govern.fact", texts.get(key), value)));
    }

    private Node version(TagVersion version) {
        String day =
                version.madeAt()
                        .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate().toString())
                        .orElse("–");
        return styled(
                texts.get(
                        "govern.version",
                        version.number(),
                        day,
                        version.madeBy().orElse("–"),
                        texts.get("life." + version.care().state())),
                "muted");
    }

    private void caption(String key) {
        add(styled(texts.get(key), "caption"));
    }

    private void add(Node node) {
        box.getChildren().add(node);
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private static Label styled(String words, String style) {
        Label label = wrapped(words);
        label.getStyleClass().add(style);
        return label;
    }
}
