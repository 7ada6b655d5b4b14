package io.marquetry.ui.compose.asset;

import io.marquetry.audience.AudienceReaders;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository.Summary;
import io.marquetry.pack.Packages;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.UsedSheet;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.numbers.Numbers;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.control.MenuItem;

import java.util.ArrayList;
import java.util.List;

/** What the menus of the composer offer for a tag: edit it, read its text, see who uses it. */
public final class TagSteps {

    private final ComposeModel compose;
    private final KnownAssets assets;
    private final Packages packages;
    private final TextSheet text;
    private final Desk desk;
    private final Texts texts;

    /** Makes the steps; texts are filled with what a person of the audience has. */
    public TagSteps(
            ComposeModel compose,
            KnownAssets assets,
            Packages packages,
            AudienceReaders readers,
            Numbers numbers,
            Desk desk) {
        this.compose = compose;
        this.assets = assets;
        this.packages = packages;
        this.text = new TextSheet(compose, readers, numbers, desk);
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Returns the items of a tag. */
    public List<MenuItem> items(TagKey tag) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("compose.tag.edit", () -> edit(tag)));
        assets.of(tag)
                .filter(asset -> asset.body().isPresent())
                .ifPresent(asset -> items.add(item("compose.tag.text", () -> text.show(asset))));
        items.add(item("compose.tag.used", () -> used(tag)));
        return items;
    }

    /** Opens a tag in its editor. */
    public void edit(TagKey tag) {
        desk.navigation().go(new Destination.OfTag(tag));
    }

    /** Shows the text that a tag stands for, or opens its editor where it has none. */
    public void look(TagKey tag) {
        assets.of(tag)
                .filter(asset -> asset.body().isPresent())
                .ifPresentOrElse(text::show, () -> edit(tag));
    }

    /** Returns what is known of the assets. */
    public KnownAssets assets() {
        return assets;
    }

    private void used(TagKey tag) {
        desk.background()
                .run(
                        signal ->
                                packages.list().stream()
                                        .map(Summary::pack)
                                        .filter(pack -> pack.tags().contains(tag))
                                        .toList(),
                        packs -> used(tag, packs),
                        desk.notices()::problem);
    }

    private void used(TagKey tag, List<AssetPackage> packs) {
        List<UsedSheet.User> users = new ArrayList<>();
        for (AssetPackage pack : packs) {
            users.add(
                    new UsedSheet.User(
                            pack.name().in(texts.locale()), new Destination.OfPackage(pack.key())));
        }
        for (Tag other : compose.tags().get().tags()) {
            if (other.rule().filter(rule -> TagRules.tagsIn(rule).contains(tag)).isPresent()) {
                users.add(
                        new UsedSheet.User(
                                other.name().in(texts.locale()),
                                new Destination.OfTag(other.key())));
            }
        }
        String name =
                compose.tags()
                        .get()
                        .find(tag)
                        .map(one -> one.name().in(texts.locale()))
                        .orElseGet(tag::value);
        UsedSheet.show(
                desk,
                texts.get("compose.tag.used.heading", name),
                texts.get("compose.tag.used.words", packs.size(), users.size() - packs.size()),
                users);
    }

    private MenuItem item(String key, Runnable step) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> step.run());
        return item;
    }
}
