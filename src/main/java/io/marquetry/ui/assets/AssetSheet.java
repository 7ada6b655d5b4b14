package io.marquetry.ui.assets;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Coupon;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.base.Texts;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.govern.LifeState;
import io.marquetry.ui.common.file.FileDrop;
import io.marquetry.ui.common.look.FactNames;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Asks what an asset says and who keeps it, for a new one as for one that is there. */
final class AssetSheet {

    private static final String AUDIENCE = "audience";

    private final AssetsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Optional<GovernedAsset> before;
    private final TextField key = field("assetKey");
    private final ComboBox<Asset.Kind> kind = new ComboBox<>();
    private final TextField nameEn = field("assetNameEn");
    private final TextField nameZh = field("assetNameZh");
    private final TextArea bodyEn = area("assetBodyEn");
    private final TextArea bodyZh = area("assetBodyZh");
    private final TextField owner = field("assetOwner");
    private final TextField team = field("assetTeam");
    private final Map<String, TextField> facts = new LinkedHashMap<>();
    private final GridPane factGrid = new GridPane(8, 6);
    private final VBox bodies = new VBox(6);
    private final Label problem = new Label();
    private final PictureStrip pictures;

    private AssetSheet(AssetsModel model, Desk desk, Optional<GovernedAsset> before) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.before = before;
        this.pictures = new PictureStrip(model, desk, this::told, () -> Parts.show(problem, false));
    }

    static void create(AssetsModel model, Desk desk) {
        new AssetSheet(model, desk, Optional.empty()).show();
    }

    static void edit(GovernedAsset asset, AssetsModel model, Desk desk) {
        new AssetSheet(model, desk, Optional.of(asset)).show();
    }

    private void show() {
        kind.setId("assetKind");
        kind.getItems().setAll(List.of(Asset.Kind.values()));
        kind.setConverter(new Worded<>(k -> texts.get("asset.kind." + k)));
        kind.setAccessibleText(texts.get("asset.kind"));
        kind.setValue(before.map(asset -> asset.asset().kind()).orElse(Asset.Kind.COUPON));
        kind.setDisable(before.isPresent());
        key.setDisable(before.isPresent());
        before.ifPresent(this::fill);
        kind.valueProperty().subscribe(now -> kindChanged());
        GridPane grid = new GridPane(8, 6);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setPercentWidth(50);
        grid.getColumnConstraints().setAll(wide, wide);
        grid.add(named("asset.key", key), 0, 0);
        grid.add(named("asset.kind", kind), 1, 0);
        grid.add(named("asset.nameEn", nameEn), 0, 1);
        grid.add(named("asset.nameZh", nameZh), 1, 1);
        grid.add(named("govern.owner", owner), 0, 2);
        grid.add(named("govern.team", team), 1, 2);
        factGrid.getColumnConstraints().setAll(wide, wide);
        bodies.getChildren().setAll(text("asset.bodyEn", bodyEn), text("asset.bodyZh", bodyZh));
        problem.setId("assetProblem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        Parts.show(problem, false);
        VBox fields = new VBox(10, grid, bodies, factGrid, pictures);
        fields.getStyleClass().add("fields");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("fields-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label heading =
                new Label(texts.get(before.isPresent() ? "assets.editHeading" : "assets.new"));
        heading.getStyleClass().add("heading");
        VBox sheet = new VBox(10, heading, scroll, problem, buttons());
        sheet.setId("assetSheet");
        sheet.setPrefWidth(620);
        Views.dress(sheet, "assetSheet");
        FileDrop.ontoAll(sheet, pictures::bring);
        desk.sheets().show(sheet);
        (before.isPresent() ? nameEn : key).requestFocus();
    }

    private void fill(GovernedAsset asset) {
        key.setText(asset.key().value());
        nameEn.setText(said(Optional.of(asset.asset().name()), "en"));
        nameZh.setText(said(Optional.of(asset.asset().name()), "zh"));
        bodyEn.setText(said(asset.asset().body(), "en"));
        bodyZh.setText(said(asset.asset().body(), "zh"));
        owner.setText(asset.care().owner().orElse(""));
        team.setText(asset.care().team().orElse(""));
        pictures.show(asset.asset());
    }

    private static String said(Optional<LocalizedText> words, String language) {
        return words.map(LocalizedText::byLanguage)
                .map(all -> Objects.requireNonNullElse(all.get(language), ""))
                .orElse("");
    }

    /** A coupon has facts, a template has a text, an audience pack an expression. */
    private void kindChanged() {
        Asset.Kind now = kind.getValue();
        boolean template =
                switch (now) {
                    case SMS_TEMPLATE, PUSH_TEMPLATE, MAIL_TEMPLATE, MESSAGE_TEMPLATE -> true;
                    case COUPON, DELIVERY_RULE, RECOMMENDATION_RULE, AUDIENCE_PACK -> false;
                };
        Parts.show(bodies, template);
        facts.clear();
        factGrid.getChildren().clear();
        List<String> names =
                switch (now) {
                    case COUPON -> Coupon.FACTS;
                    case AUDIENCE_PACK -> List.of(AUDIENCE);
                    case DELIVERY_RULE ->
                            List.of(
                                    "quiet_from",
                                    "quiet_to",
                                    "max_contacts",
                                    "per_days",
                                    "holdout_percent");
                    case RECOMMENDATION_RULE -> List.of("by", "items");
                    case SMS_TEMPLATE, PUSH_TEMPLATE, MAIL_TEMPLATE, MESSAGE_TEMPLATE -> List.of();
                };
        FactNames called = new FactNames(texts);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            TextField value = field("assetFact_" + name);
            before.map(asset -> asset.asset().facts().get(name)).ifPresent(value::setText);
            facts.put(name, value);
            boolean whole = name.equals(AUDIENCE);
            factGrid.add(
                    labelled(whole ? texts.get("assets.audience") : called.captioned(name), value),
                    i % 2,
                    i / 2,
                    whole ? 2 : 1,
                    1);
        }
    }

    private VBox text(String label, TextArea area) {
        Label length = new Label();
        length.getStyleClass().add("muted");
        Runnable measure =
                () -> length.setText(AssetDetail.measured(texts, kind.getValue(), area.getText()));
        area.textProperty().subscribe(now -> measure.run());
        kind.valueProperty().subscribe(now -> measure.run());
        VBox part = named(label, area);
        part.getChildren().add(length);
        return part;
    }

    private VBox named(String label, javafx.scene.control.Control control) {
        return labelled(texts.get(label), control);
    }

    private static VBox labelled(String words, javafx.scene.control.Control control) {
        control.setAccessibleText(words);
        control.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        return new VBox(2, label, control);
    }

    private HBox buttons() {
        Button no = new Button(texts.get("button.cancel"));
        no.setId("assetCancel");
        no.setCancelButton(true);
        no.setOnAction(event -> desk.sheets().close());
        Button yes = new Button(texts.get("command.save"));
        yes.setId("assetSave");
        yes.setDefaultButton(true);
        yes.getStyleClass().add("primary");
        yes.setOnAction(event -> save());
        HBox buttons = new HBox(8, no, yes);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private void save() {
        Optional<LocalizedText> name = words(nameEn, nameZh);
        if (!AssetKey.isValid(key.getText().strip())) {
            told(Problem.of("problem.asset.form.key"));
        } else if (name.isEmpty()) {
            told(Problem.of("problem.asset.form.name"));
        } else if (owner.getText().strip().length() > Care.MAX_NAME) {
            told(Problem.of("problem.govern.name", owner.getText().strip(), Care.MAX_NAME));
        } else if (team.getText().strip().length() > Care.MAX_NAME) {
            told(Problem.of("problem.govern.name", team.getText().strip(), Care.MAX_NAME));
        } else {
            GovernedAsset asset = built(name.get());
            model.save(
                    asset,
                    pictures.files(),
                    before.isEmpty(),
                    () -> {
                        desk.sheets().close();
                        desk.notices()
                                .done(
                                        texts.get(
                                                "assets.saved",
                                                asset.asset().name().in(texts.locale())));
                    },
                    this::told);
        }
    }

    private GovernedAsset built(LocalizedText name) {
        TreeMap<String, String> described =
                new TreeMap<>(before.map(asset -> asset.asset().facts()).orElse(new TreeMap<>()));
        facts.forEach(
                (fact, value) -> {
                    if (value.getText().isBlank()) {
                        described.remove(fact);
                    } else {
                        described.put(fact, value.getText().strip());
                    }
                });
        Asset asset =
                new Asset(
                        new AssetKey(key.getText().strip()),
                        kind.getValue(),
                        name,
                        bodies.isVisible() ? words(bodyEn, bodyZh) : Optional.empty(),
                        described,
                        pictures.isReady()
                                ? pictures.pictures()
                                : before.map(one -> one.asset().pictures()).orElse(List.of()));
        Care care =
                before.map(GovernedAsset::care)
                        .orElse(Care.of(LifeState.DRAFT))
                        .withOwner(person(owner))
                        .withTeam(person(team));
        return new GovernedAsset(
                asset, care, before.map(GovernedAsset::revision).orElse(Revision.NONE));
    }

    private static Optional<String> person(TextField field) {
        return Optional.of(field.getText().strip()).filter(name -> !name.isEmpty());
    }

    private static Optional<LocalizedText> words(TextInputControl en, TextInputControl zh) {
        Optional<LocalizedText> english =
                Optional.of(en.getText())
                        .filter(text -> !text.isBlank())
                        .map(text -> LocalizedText.of(Locale.ENGLISH, text));
        if (zh.getText().isBlank()) {
            return english;
        }
        return Optional.of(
                english.map(words -> words.with(Locale.SIMPLIFIED_CHINESE, zh.getText()))
                        .orElseGet(
                                () -> LocalizedText.of(Locale.SIMPLIFIED_CHINESE, zh.getText())));
    }

    private void told(Problem why) {
        problem.setText(texts.sentence(why));
        Parts.show(problem, true);
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static TextArea area(String id) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(3);
        return area;
    }
}
