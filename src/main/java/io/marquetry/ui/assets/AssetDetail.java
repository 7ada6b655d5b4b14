package io.marquetry.ui.assets;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.TextLength;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.govern.AssetUse;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.govern.LifeState;
import io.marquetry.overview.Traced;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.look.FactNames;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Details;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.WordsQuestion;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All about the asset that is chosen: what it says, findings, uses, who keeps it, history. */
final class AssetDetail {

    private static final int LONGEST_REASON = 400;

    private final AssetsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Details details;
    private final VBox box;

    AssetDetail(AssetsModel model, Desk desk, VBox box) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.box = box;
        this.details = new Details(desk, box);
    }

    /** Shows an asset; empty: nothing. */
    void show(Optional<GovernedAsset> chosen) {
        box.getChildren().clear();
        Parts.show(box, chosen.isPresent());
        chosen.ifPresent(this::fill);
    }

    private void fill(GovernedAsset governed) {
        Asset asset = governed.asset();
        details.names(asset.name(), asset.key().value());
        asset.body().ifPresent(body -> texts(asset, body));
        pictures(asset);
        FactNames names = new FactNames(texts);
        asset.facts()
                .forEach(
                        (name, value) ->
                                details.line(texts.get("govern.fact", names.called(name), value)));
        List<Problem> found = model.stock().get().found(governed);
        if (!found.isEmpty()) {
            details.caption("govern.findings");
            found.forEach(problem -> details.add(card(problem)));
        }
        uses(governed.key(), model.stock().get().use(governed));
        details.care(governed.care());
        details.add(life(governed));
        VBox history = new VBox(2);
        model.versions(
                governed.key(),
                versions ->
                        history.getChildren()
                                .setAll(
                                        versions.reversed().stream()
                                                .map(
                                                        one ->
                                                                details.version(
                                                                        one.number(),
                                                                        one.madeAt(),
                                                                        one.madeBy(),
                                                                        one.care()))
                                                .toList()),
                this::told);
        details.caption("govern.history");
        details.add(history);
    }

    private void pictures(Asset asset) {
        if (asset.pictures().isEmpty()) {
            return;
        }
        FlowPane row = new FlowPane(8, 8);
        row.setId("assetShown");
        details.add(row);
        model.chosenThumbnails(
                asset,
                all ->
                        all.forEach(
                                one -> {
                                    Node tile = PictureTile.of(one, texts);
                                    String words = PictureTile.words(one.picture(), texts);
                                    tile.setAccessibleText(words);
                                    Tip.on(tile, words);
                                    row.getChildren().add(tile);
                                }),
                this::told);
    }

    private void texts(Asset asset, LocalizedText body) {
        body.byLanguage()
                .forEach(
                        (language, text) -> {
                            details.line(text, "said");
                            details.line(measured(texts, asset.kind(), text), "muted");
                        });
    }

    /** Returns how long a text is, as its channel counts. */
    static String measured(Texts texts, Asset.Kind kind, String text) {
        TextLength length = TextLength.of(kind, text);
        return texts.get(
                "asset.measured." + length.alphabet(),
                length.units(),
                length.parts(),
                length.most());
    }

    private Node card(Problem problem) {
        VBox part = new VBox(Details.wrapped(texts.sentence(problem)));
        part.getStyleClass().add("finding-card");
        return part;
    }

    private void uses(AssetKey key, AssetUse use) {
        details.caption("govern.usedIn");
        List<Hyperlink> links = new ArrayList<>();
        use.tags()
                .forEach(
                        tag ->
                                links.add(
                                        details.link(
                                                tag.name().in(texts.locale()),
                                                new Destination.OfTag(tag.key()))));
        use.packages()
                .forEach(
                        pack ->
                                links.add(
                                        details.link(
                                                pack.name().in(texts.locale()),
                                                new Destination.OfPackage(pack.key()))));
        use.versions()
                .forEach(
                        version ->
                                links.add(
                                        details.link(
                                                name(use, version.key()) + " v" + version.number(),
                                                new Destination.VersionsOf(version.key()))));
        details.uses(links, "assetTrail", new Destination.TrailOf(new Traced.OfAsset(key)));
    }

    private String name(AssetUse use, PackageKey key) {
        return use.packages().stream()
                .filter(pack -> pack.key().equals(key))
                .map(pack -> pack.name().in(texts.locale()))
                .findFirst()
                .orElse(key.value());
    }

    /** The steps that an asset can take from where it is. */
    private Node life(GovernedAsset asset) {
        FlowPane steps = new FlowPane(6, 6);
        switch (asset.care().state()) {
            case DRAFT -> {
                steps.getChildren().add(step(asset, "assets.activate", LifeState.ACTIVE));
                steps.getChildren().add(delete(asset));
            }
            case ACTIVE -> steps.getChildren().add(deprecate(asset));
            case DEPRECATED -> {
                steps.getChildren().add(step(asset, "assets.activate", LifeState.ACTIVE));
                steps.getChildren().add(step(asset, "govern.retire", LifeState.RETIRED));
            }
            case RETIRED -> {}
        }
        return steps;
    }

    private Button step(GovernedAsset asset, String key, LifeState to) {
        Button button = new Button(texts.get(key));
        button.setId("assetTo" + to);
        button.setOnAction(event -> move(asset, to, Optional.empty()));
        return button;
    }

    private Button deprecate(GovernedAsset asset) {
        Button button = new Button(texts.get("govern.deprecate"));
        button.setId("assetToDEPRECATED");
        button.setOnAction(
                event ->
                        WordsQuestion.show(
                                desk,
                                texts.get("govern.deprecate"),
                                texts.get("govern.reason"),
                                LONGEST_REASON,
                                why -> move(asset, LifeState.DEPRECATED, Optional.of(why))));
        return button;
    }

    private Button delete(GovernedAsset asset) {
        Button button = new Button(texts.get("command.delete"));
        button.setId("assetDelete");
        button.setOnAction(event -> model.remove(asset.key(), () -> {}, this::told));
        return button;
    }

    private void move(GovernedAsset asset, LifeState to, Optional<String> reason) {
        model.move(asset.key(), to, reason, () -> {}, this::told);
    }

    private void told(Problem problem) {
        desk.notices().problem(problem);
    }
}
