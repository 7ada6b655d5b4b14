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
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Details;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All about the tag that is chosen: rule, findings with their remedies, uses, facts, history. */
public final class TagDetail {

    private final GovernanceModel model;
    private final Desk desk;
    private final Texts texts;
    private final Details details;
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
        this.details = new Details(desk, box);
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
        details.names(tag.name(), tag.key().value());
        tag.rule()
                .ifPresent(
                        rule -> {
                            details.caption("govern.rule");
                            details.line(new RuleWords(texts).of(rule));
                        });
        List<Finding> findings = governed.findings(tag.key());
        if (!findings.isEmpty()) {
            details.caption("govern.findings");
            findings.forEach(finding -> details.add(remedies.card(tag, finding)));
        }
        sizes(governed.sizes(tag.key()));
        Optional.ofNullable(model.achieved().get().get(tag.key())).ifPresent(this::achieved);
        uses(tag.key(), governed.uses(tag.key()), governed.heat(tag.key()));
        details.care(care);
        tag.description().ifPresent(words -> details.line(words.in(texts.locale())));
        VBox history = new VBox(2);
        model.versions(
                tag.key(),
                source.get(),
                versions -> history.getChildren().setAll(lines(versions)),
                desk.notices()::problem);
        details.caption("govern.history");
        details.add(history);
    }

    private void sizes(List<TagSize> sizes) {
        if (sizes.size() < 2) {
            return;
        }
        details.caption("govern.sizes");
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
        details.add(line);
        details.line(words, "muted");
    }

    private void achieved(TagResults.Result result) {
        details.caption("govern.achieved");
        result.hit().ifPresent(share -> share("govern.achieved.hit", share));
        result.conversion().ifPresent(share -> share("govern.achieved.conversion", share));
        details.line(texts.get("govern.achieved.of", result.packages().size()), "muted");
    }

    private void share(String key, Share share) {
        details.line(texts.get(key, share.value(), share.count(), share.of()));
    }

    private void uses(TagKey key, WhereUsed used, Governed.Heat heat) {
        details.caption("govern.usedIn");
        details.line(texts.get("govern.heat", heat.week(), heat.month(), heat.quarter()), "muted");
        List<Hyperlink> links = new ArrayList<>();
        used.packages()
                .forEach(
                        pack ->
                                links.add(
                                        details.link(
                                                pack.name().in(texts.locale()),
                                                new Destination.OfPackage(pack.key()))));
        used.tags()
                .forEach(tag -> links.add(details.link(tag.value(), new Destination.OfTag(tag))));
        used.versions()
                .forEach(
                        version ->
                                links.add(
                                        details.link(
                                                version.key().value() + " v" + version.number(),
                                                new Destination.VersionsOf(version.key()))));
        used.sent()
                .forEach(
                        sent ->
                                links.add(
                                        details.link(
                                                texts.get(
                                                        "govern.sent",
                                                        sent.pack().value(),
                                                        sent.version(),
                                                        sent.on().toString()),
                                                new Destination.DispatchOf(sent.pack()))));
        used.wanted()
                .forEach(
                        one ->
                                links.add(
                                        details.link(
                                                texts.get("govern.wantedBy", one.key()),
                                                new Destination.OfRequirement(
                                                        new RequirementKey(one.key())))));
        details.uses(links, "tagTrail", new Destination.TrailOf(new Traced.OfTag(key)));
    }

    private List<Node> lines(GovernanceModel.Versions versions) {
        List<Node> lines = new ArrayList<>();
        for (int i = versions.all().size() - 1; i >= 0; i--) {
            TagVersion one = versions.all().get(i);
            lines.add(details.version(one.number(), one.madeAt(), one.madeBy(), one.care()));
            Optional.ofNullable(versions.people().get(i))
                    .ifPresent(
                            people ->
                                    lines.add(
                                            Details.styled(
                                                    texts.get(
                                                            "govern.version.people",
                                                            people.gained(),
                                                            people.lost()),
                                                    "muted")));
        }
        return lines;
    }
}
