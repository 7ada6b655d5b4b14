package io.marquetry.ui.tags.centre;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.watch.TagSize;
import io.marquetry.govern.Care;
import io.marquetry.govern.Finding;
import io.marquetry.govern.TagVersion;
import io.marquetry.govern.WhereUsed;
import io.marquetry.overview.TagResults;
import io.marquetry.overview.Traced;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.VersionWords;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** All about the tag that is chosen: rule, findings with their remedies, uses, facts, history. */
public final class TagDetail {

    private final GovernanceModel model;
    private final Desk desk;
    private final Texts texts;
    private final Supplier<Optional<SourceName>> source;
    private final Formats formats;
    private final TagRemedies remedies;
    private final VBox box;

    /**
     * Makes it.
     *
     * @param source that people are counted on
     * @param changed runs when something was mended
     */
    public TagDetail(
            GovernanceModel model,
            Desk desk,
            VBox box,
            Supplier<Optional<SourceName>> source,
            Runnable changed) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.box = box;
        this.source = source;
        this.formats = new Formats(desk.texts().locale());
        this.remedies = new TagRemedies(model, desk, changed);
    }

    /** Shows a tag; empty: nothing. */
    public void show(Optional<Tag> chosen) {
        box.getChildren().clear();
        Parts.show(box, chosen.isPresent());
        chosen.ifPresent(this::fill);
    }

    private void fill(Tag tag) {
        Governed governed = model.governed().get();
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
            findings.forEach(finding -> add(remedies.card(tag, finding)));
        }
        sizes(governed.sizes(tag.key()));
        Optional.ofNullable(model.achieved().get().get(tag.key())).ifPresent(this::achieved);
        uses(tag.key(), governed.uses(tag.key()), governed.heat(tag.key()));
        facts(tag, care);
        VBox history = new VBox(2);
        model.versions(
                tag.key(),
                source.get(),
                versions -> history.getChildren().setAll(lines(versions)),
                desk.notices()::problem);
        caption("govern.history");
        add(history);
    }

    private void sizes(List<TagSize> sizes) {
        if (sizes.size() < 2) {
            return;
        }
        caption("govern.sizes");
        Node line = SizeLine.of(sizes, 300, 54);
        TagSize first = sizes.getFirst();
        TagSize last = sizes.getLast();
        String words =
                texts.get(
                        "govern.sizes.words",
                        formats.count(first.profiles()),
                        first.takenOn().toString(),
                        formats.count(last.profiles()),
                        last.takenOn().toString());
        line.setAccessibleText(words);
        add(line);
        add(styled(words, "muted"));
    }

    private void achieved(TagResults.Result result) {
        caption("govern.achieved");
        result.hit().ifPresent(share -> share("govern.achieved.hit", share));
        result.conversion().ifPresent(share -> share("govern.achieved.conversion", share));
        add(styled(texts.get("govern.achieved.of", result.packages().size()), "muted"));
    }

    private void share(String key, Share share) {
        add(wrapped(texts.get(key, share.value(), share.count(), share.of())));
    }

    private void uses(TagKey key, WhereUsed used, Governed.Heat heat) {
        caption("govern.usedIn");
        add(styled(texts.get("govern.heat", heat.week(), heat.month(), heat.quarter()), "muted"));
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
                                                link(
                                                        version.key().value()
                                                                + " v"
                                                                + version.number(),
                                                        new Destination.VersionsOf(
                                                                version.key()))));
        used.sent()
                .forEach(
                        sent ->
                                links.getChildren()
                                        .add(
                                                link(
                                                        texts.get(
                                                                "govern.sent",
                                                                sent.pack().value(),
                                                                sent.version(),
                                                                sent.on().toString()),
                                                        new Destination.DispatchOf(sent.pack()))));
        used.wanted()
                .forEach(
                        one ->
                                links.getChildren()
                                        .add(
                                                link(
                                                        texts.get("govern.wantedBy", one.key()),
                                                        new Destination.OfRequirement(
                                                                new RequirementKey(one.key())))));
        if (links.getChildren().isEmpty()) {
            add(styled(texts.get("govern.nowhere"), "muted"));
            return;
        }
        add(links);
        Button trail = new Button(texts.get("trail.open"));
        trail.setId("tagTrail");
        trail.setOnAction(
                event -> desk.navigation().go(new Destination.TrailOf(new Traced.OfTag(key))));
        add(trail);
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

    private List<Node> lines(GovernanceModel.Versions versions) {
        List<Node> lines = new ArrayList<>();
        for (int i = versions.all().size() - 1; i >= 0; i--) {
            lines.add(version(versions.all().get(i)));
            Optional.ofNullable(versions.people().get(i))
                    .ifPresent(
                            people ->
                                    lines.add(
                                            styled(
                                                    texts.get(
                                                            "govern.version.people",
                                                            people.gained(),
                                                            people.lost()),
                                                    "muted")));
        }
        return lines;
    }

    private Node version(TagVersion version) {
        return styled(
                VersionWords.of(
                        texts,
                        version.number(),
                        version.madeAt(),
                        version.madeBy(),
                        version.care().state()),
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
