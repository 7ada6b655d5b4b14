package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.ui.common.look.FactNames;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.tags.form.AssetForm;
import io.marquetry.ui.tags.rule.Typed;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Supplier;

/** Joins the fields of an asset with what they edit. */
final class AssetFields {

    private final Texts texts;
    private final AssetForm asset;
    private final Supplier<Category> category;
    private final Follows follows;

    AssetFields(Texts texts, AssetForm asset, Supplier<Category> category, Follows follows) {
        this.texts = texts;
        this.asset = asset;
        this.category = category;
        this.follows = follows;
    }

    void bind(CheckBox present, VBox fields, TextField key, ComboBox<Asset.Kind> kind) {
        present.setSelected(asset.present().get());
        present.setOnAction(
                event -> {
                    asset.present().set(present.isSelected());
                    kind.getItems().setAll(kinds());
                    if (!kind.getItems().contains(asset.kind().get())) {
                        kind.setValue(kind.getItems().getFirst());
                    }
                });
        follows.on(asset.present(), there -> Parts.show(fields, there));
        Typed.into(key, asset.key(), follows);
        kind.getItems().setAll(List.of(Asset.Kind.values()));
        kind.setConverter(new Worded<>(k -> texts.get("asset.kind." + k)));
        kind.setValue(asset.kind().get());
        kind.valueProperty()
                .subscribe(
                        now -> {
                            if (now != null) {
                                asset.kind().set(now);
                            }
                        });
    }

    private List<Asset.Kind> kinds() {
        return switch (category.get()) {
            case AUDIENCE -> List.of();
            case BENEFIT -> List.of(Asset.Kind.COUPON);
            case CONTENT ->
                    List.of(
                            Asset.Kind.SMS_TEMPLATE,
                            Asset.Kind.PUSH_TEMPLATE,
                            Asset.Kind.MAIL_TEMPLATE,
                            Asset.Kind.MESSAGE_TEMPLATE);
            case RULE -> List.of(Asset.Kind.DELIVERY_RULE, Asset.Kind.RECOMMENDATION_RULE);
        };
    }

    void words(TextField nameEn, TextField nameZh, TextArea bodyEn, TextArea bodyZh) {
        Typed.into(nameEn, asset.name().english(), follows);
        Typed.into(nameZh, asset.name().chinese(), follows);
        Typed.into(bodyEn, asset.body().english());
        Typed.into(bodyZh, asset.body().chinese());
    }

    /** Shows how many characters a text has, as people count them. */
    static void count(Texts texts, TextArea body, Label count) {
        count.textProperty()
                .bind(
                        body.textProperty()
                                .map(
                                        t ->
                                                texts.get(
                                                        "asset.characters",
                                                        t.codePointCount(0, t.length()))));
    }

    void facts(VBox box, Button add) {
        Runnable fill =
                () ->
                        box.getChildren()
                                .setAll(
                                        asset.facts().stream()
                                                .map(fact -> line(texts, asset, fact))
                                                .toList());
        follows.changes(asset.facts(), fill);
        fill.run();
        add.setOnAction(event -> asset.addFact("", ""));
    }

    private static Node line(Texts texts, AssetForm asset, AssetForm.Fact fact) {
        FactNames names = new FactNames(texts);
        ComboBox<String> name = new ComboBox<>();
        name.setEditable(true);
        FactNames.KNOWN.forEach(known -> name.getItems().add(names.called(known)));
        name.getEditor().setPromptText(texts.get("asset.fact.name"));
        name.setAccessibleText(texts.get("asset.fact.name"));
        name.getEditor().setText(names.called(fact.name().get()));
        name.getEditor()
                .textProperty()
                .subscribe((old, typed) -> fact.name().set(names.typed(typed)));
        name.setMaxWidth(Double.MAX_VALUE);
        TextField value = new TextField();
        value.setPromptText(texts.get("asset.fact.value"));
        value.setAccessibleText(texts.get("asset.fact.value"));
        Typed.into(value, fact.value());
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().add("flat");
        remove.setAccessibleText(texts.get("asset.fact.remove"));
        remove.setOnAction(event -> asset.facts().remove(fact));
        HBox line = new HBox(name, value, remove);
        line.getStyleClass().add("fact-line");
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(value, Priority.ALWAYS);
        return line;
    }
}
