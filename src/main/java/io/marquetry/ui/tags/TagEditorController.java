package io.marquetry.ui.tags;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.ui.common.CategoryStyle;
import io.marquetry.ui.common.Confirmation;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.common.Parts;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.common.Worded;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** Steers the editor of one tag. */
final class TagEditorController {

    private final TagsModel model;
    private final TagForm form;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;

    @FXML private Button back;
    @FXML private Label heading;
    @FXML private Button cancel;
    @FXML private Button save;
    @FXML private Label problem;
    @FXML private ComboBox<Category> category;
    @FXML private TextField key;
    @FXML private Label keyHint;
    @FXML private Node keyProblemBox;
    @FXML private Label keyProblem;
    @FXML private Hyperlink keyProposal;
    @FXML private TextField nameEn;
    @FXML private TextField nameZh;
    @FXML private TextField topicEn;
    @FXML private TextField topicZh;
    @FXML private TextArea descriptionEn;
    @FXML private TextArea descriptionZh;
    @FXML private VBox ruleCard;
    @FXML private Label size;
    @FXML private Label sizeWords;
    @FXML private ComboBox<Optional<SourceName>> source;
    @FXML private HBox sizeProblemBox;
    @FXML private Label sizeProblem;
    @FXML private Button retry;
    @FXML private VBox rule;
    @FXML private Label sentence;
    @FXML private VBox assetCard;
    @FXML private CheckBox assetPresent;
    @FXML private VBox assetFields;
    @FXML private TextField assetKey;
    @FXML private ComboBox<io.marquetry.asset.Asset.Kind> assetKind;
    @FXML private TextField assetNameEn;
    @FXML private TextField assetNameZh;
    @FXML private Label bodyEnCount;
    @FXML private TextArea bodyEn;
    @FXML private Label bodyZhCount;
    @FXML private TextArea bodyZh;
    @FXML private VBox facts;
    @FXML private Button addFact;

    TagEditorController(TagsModel model, TagForm form, Desk desk, Follows follows) {
        this.model = model;
        this.form = form;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        heading.setText(form.isNew() ? texts.get("tag.new") : form.key().get());
        heading.getStyleClass().add(form.isNew() ? "title" : "mono-title");
        Parts.show(problem, false);
        bindKey();
        bindWords();
        bindCategory();
        bindRule();
        AssetFields asset = new AssetFields(texts, form.asset(), this::kindOf, follows);
        asset.bind(assetPresent, assetFields, assetKey, assetKind);
        asset.facts(facts, addFact);
        AssetFields.words(form.asset(), assetNameEn, assetNameZh, bodyEn, bodyZh);
        AssetFields.count(texts, bodyEn, bodyEnCount);
        AssetFields.count(texts, bodyZh, bodyZhCount);
        back.setOnAction(event -> leave());
        cancel.setOnAction(event -> leave());
        save.setOnAction(event -> save());
    }

    /** Puts the focus where typing begins. */
    void begin() {
        Platform.runLater(() -> (form.isNew() ? key : nameEn).requestFocus());
    }

    /** Saves the tag and goes back to the list; says what is missing instead. */
    void save() {
        save.setDisable(true);
        model.save(this::saved, this::refused);
    }

    private void saved(Tag tag) {
        desk.notices().done(texts.get("tag.saved", tag.key().value()));
    }

    private void refused(Problem why) {
        save.setDisable(false);
        problem.setText(texts.sentence(why));
        Parts.show(problem, true);
        showKey(true);
    }

    /** Goes back to the list; asks first where something would be lost. */
    void leave() {
        if (!form.changed().get()) {
            model.leave();
            return;
        }
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("tag.leave.heading"),
                texts.get("tag.leave.words"),
                texts.get("tag.leave.agree"),
                model::leave);
    }

    private void bindKey() {
        key.setText(form.key().get());
        key.setEditable(form.isNew());
        key.textProperty().subscribe((old, typed) -> form.key().set(typed));
        Parts.show(keyHint, form.isNew());
        follows.changes(form.keyCheck(), () -> showKey(false));
        keyProposal.setOnAction(
                event -> {
                    form.keyCheck().get().proposal().ifPresent(key::setText);
                    key.requestFocus();
                    key.end();
                });
        showKey(false);
    }

    /** A field that nobody typed into yet is not blamed, unless somebody wants to save. */
    private void showKey(boolean blameEmpty) {
        KeyCheck check = form.keyCheck().get();
        boolean wrong = check.problem().isPresent() && (blameEmpty || !form.key().get().isBlank());
        Parts.show(keyProblemBox, wrong);
        Parts.show(keyHint, form.isNew() && !wrong);
        check.problem().ifPresent(p -> keyProblem.setText(texts.sentence(p)));
        Parts.show(keyProposal, check.proposal().isPresent());
        check.proposal().ifPresent(p -> keyProposal.setText(texts.get("tag.key.use", p)));
    }

    private void bindWords() {
        Typed.into(nameEn, form.name().english());
        Typed.into(nameZh, form.name().chinese());
        Typed.into(topicEn, form.topic().english());
        Typed.into(topicZh, form.topic().chinese());
        Typed.into(descriptionEn, form.description().english());
        Typed.into(descriptionZh, form.description().chinese());
        TopicChoice.bind(form.tags(), topicEn, topicZh);
    }

    private void bindCategory() {
        category.getItems().setAll(List.of(Category.values()));
        category.setConverter(new Worded<>(c -> texts.get(CategoryStyle.nameKey(c))));
        category.setValue(form.category().get());
        category.setDisable(!form.isNew());
        category.valueProperty()
                .subscribe(
                        (old, now) -> {
                            form.category().set(now);
                            showCards();
                        });
        showCards();
    }

    private void showCards() {
        boolean audience = form.category().get() == Category.AUDIENCE;
        Parts.show(ruleCard, audience);
        Parts.show(assetCard, !audience);
    }

    private Category kindOf() {
        return form.category().get();
    }

    private void bindRule() {
        RuleEditor editor = new RuleEditor(texts, model, form, follows);
        Views.dress(editor, "ruleEditor");
        rule.getChildren().setAll(List.of(editor));
        SourceChoice.bind(source, model, texts, follows);
        SizeWords words = new SizeWords(texts);
        follows.on(
                model.size().answer(),
                known -> {
                    words.show(known, size, sizeWords);
                    Parts.show(sizeProblemBox, known.problem().isPresent());
                    known.problem().ifPresent(why -> sizeProblem.setText(texts.sentence(why)));
                });
        retry.setOnAction(event -> model.size().retry());
        RuleWords ruleWords = new RuleWords(texts);
        follows.on(
                form.rule(),
                made ->
                        sentence.setText(
                                made.map(ruleWords::of)
                                        .orElseGet(() -> texts.get("tag.rule.unfinished"))));
    }
}
