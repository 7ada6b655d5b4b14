package io.marquetry.ui.tags;

import atlantafx.base.theme.Styles;

import io.marquetry.asset.Asset;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.ui.common.look.CategoryStyle;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.tags.form.TagForm;
import io.marquetry.ui.tags.form.TagForm.Part;
import io.marquetry.ui.tags.rule.SizeWords;
import io.marquetry.ui.tags.rule.Typed;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    @FXML private Label keyBeside;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button save;
    @FXML private ComboBox<Category> category;
    @FXML private TextField name;
    @FXML private Label nameProblem;
    @FXML private ComboBox<String> topic;
    @FXML private Label topicProblem;
    @FXML private TextArea description;
    @FXML private Hyperlink showOther;
    @FXML private VBox other;
    @FXML private TextField nameOther;
    @FXML private TextField topicOther;
    @FXML private TextArea descriptionOther;
    @FXML private Hyperlink showKey;
    @FXML private VBox keyBox;
    @FXML private TextField key;
    @FXML private Label keyHint;
    @FXML private Hyperlink keyProposal;
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
    @FXML private Label assetProblem;
    @FXML private VBox assetFields;
    @FXML private TextField assetKey;
    @FXML private ComboBox<Asset.Kind> assetKind;
    @FXML private TextField assetNameEn;
    @FXML private TextField assetNameZh;
    @FXML private Label bodyEnCount;
    @FXML private TextArea bodyEn;
    @FXML private Label bodyZhCount;
    @FXML private TextArea bodyZh;
    @FXML private VBox facts;
    @FXML private Button addFact;

    /** Whether somebody wanted to save: from then on all that is missing is told. */
    private boolean blaming;

    TagEditorController(TagsModel model, TagForm form, Desk desk, Follows follows) {
        this.model = model;
        this.form = form;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        form.speak(texts);
        heading.setText(form.isNew() ? texts.get("tag.new") : form.name().in(language()).get());
        keyBeside.setText(form.isNew() ? "" : form.key().get());
        bindWords();
        bindKey();
        bindCategory();
        bindRule();
        bindAsset();
        back.setOnAction(event -> leave());
        cancel.setOnAction(event -> leave());
        save.setOnAction(event -> save());
        follows.on(form.problems(), now -> tell());
    }

    private Locale language() {
        return texts.locale();
    }

    /** Puts the focus where typing begins. */
    void begin() {
        // Once now, and once after the screen that comes to the front has chosen for itself.
        Platform.runLater(
                () -> {
                    name.requestFocus();
                    Platform.runLater(name::requestFocus);
                });
    }

    /** Saves the tag and goes back to the list; says all that is missing instead. */
    void save() {
        if (!form.problems().get().isEmpty()) {
            blaming = true;
            tell();
            focusFirst();
            return;
        }
        save.setDisable(true);
        model.save(this::saved, this::refused);
    }

    private void saved(Tag tag) {
        desk.notices().done(texts.get("tag.saved", tag.name().in(language())));
    }

    private void refused(Problem why) {
        save.setDisable(false);
        desk.notices().problem(why);
    }

    /** Goes back to the list; asks first where something would be lost. */
    void leave() {
        if (form.changed().get()) {
            askToDiscard(desk, model::leave);
        } else {
            model.leave();
        }
    }

    /** Asks whether what was typed may be lost. */
    static void askToDiscard(Desk desk, Runnable agreed) {
        Texts texts = desk.texts();
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("tag.leave.heading"),
                texts.get("tag.leave.words"),
                texts.get("tag.leave.agree"),
                agreed);
    }

    private void bindWords() {
        Typed.into(name, form.name().in(language()), follows);
        Typed.into(nameOther, form.name().besides(language()), follows);
        new TopicChoice(form.tags(), form.topic(), language()).bind(topic, follows);
        Typed.into(topicOther, form.topic().besides(language()), follows);
        Typed.into(description, form.description().in(language()));
        Typed.into(descriptionOther, form.description().besides(language()));
        Parts.show(other, false);
        showOther.setOnAction(event -> Parts.show(other, !other.isVisible()));
    }

    private void bindKey() {
        Typed.into(key, form.key(), follows);
        Parts.show(keyBox, false);
        Parts.show(showKey, form.isNew());
        follows.on(
                form.key(),
                now ->
                        showKey.setText(
                                now.isBlank()
                                        ? texts.get("tag.key.none")
                                        : texts.get("tag.key.now", now)));
        showKey.setOnAction(event -> Parts.show(keyBox, !keyBox.isVisible()));
        keyProposal.setOnAction(
                event -> {
                    form.keyCheck().get().proposal().ifPresent(key::setText);
                    key.requestFocus();
                    key.end();
                });
    }

    /** Tells what is wrong beside each field; the fields keep their places. */
    private void tell() {
        Map<Part, Problem> wrong = form.problems().get();
        tell(name, nameProblem, wrong.get(Part.NAME), blaming);
        tell(topic, topicProblem, wrong.get(Part.TOPIC), blaming);
        tell(assetKey, assetProblem, wrong.get(Part.ASSET), blaming);
        // A key that nobody typed into yet is not blamed.
        boolean keyIsWrong =
                wrong.containsKey(Part.KEY) && (blaming || !form.key().get().isBlank());
        tell(key, keyHint, wrong.get(Part.KEY), keyIsWrong);
        if (!keyIsWrong) {
            keyHint.setText(texts.get("tag.key.hint"));
        } else if (!keyBox.isVisible()) {
            Parts.show(keyBox, true);
        }
        Optional<String> proposal =
                keyIsWrong ? form.keyCheck().get().proposal() : Optional.empty();
        keyProposal.setVisible(proposal.isPresent());
        keyProposal.setText(proposal.map(p -> texts.get("tag.key.use", p)).orElse(""));
        sentence.pseudoClassStateChanged(
                Styles.STATE_DANGER, blaming && wrong.containsKey(Part.RULE));
        problem.setText(blaming ? texts.get("tag.missing", wrong.size()) : "");
        problem.setVisible(blaming && !wrong.isEmpty());
    }

    private void tell(Control field, Label place, @Nullable Problem why, boolean blamed) {
        String words = blamed && why != null ? texts.sentence(why) : "";
        boolean shown = !words.isEmpty();
        place.setText(words);
        place.pseudoClassStateChanged(Styles.STATE_DANGER, shown);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, shown);
        field.setAccessibleHelp(place.getText());
    }

    private void focusFirst() {
        Map<Part, Control> fields =
                Map.of(Part.NAME, name, Part.TOPIC, topic, Part.KEY, key, Part.ASSET, assetKey);
        form.problems().get().keySet().stream()
                .findFirst()
                .map(fields::get)
                .ifPresent(Control::requestFocus);
    }

    private void bindCategory() {
        category.getItems().setAll(List.of(Category.values()));
        category.setConverter(new Worded<>(c -> texts.get(CategoryStyle.nameKey(c))));
        category.setValue(form.category().get());
        category.setDisable(!form.isNew());
        category.valueProperty()
                .subscribe(
                        now -> {
                            form.category().set(now);
                            showCards();
                        });
    }

    private void showCards() {
        boolean audience = form.category().get() == Category.AUDIENCE;
        Parts.show(ruleCard, audience);
        Parts.show(assetCard, !audience);
    }

    private void bindRule() {
        RuleEditor editor = new RuleEditor(desk, model, form, follows);
        Views.dress(editor, "ruleEditor");
        rule.getChildren().setAll(List.of(editor));
        SourceBox.bind(source, model, texts, follows);
        SizeWords words = new SizeWords(texts);
        follows.on(
                model.size().answer(),
                known -> {
                    words.show(known, size, sizeWords);
                    Parts.show(sizeProblemBox, known.problem().isPresent());
                    known.problem().ifPresent(why -> sizeProblem.setText(texts.sentence(why)));
                });
        retry.setOnAction(event -> model.size().retry());
        follows.on(form.rule(), made -> sayRule());
        follows.on(model.size().answer(), known -> sayRule());
    }

    /** Says the rule, with the dates of relative days once a count tells which day is today. */
    private void sayRule() {
        RuleWords ruleWords =
                new RuleWords(
                        texts,
                        model.size().answer().get().latest().map(size -> size.snapshot().today()));
        sentence.setText(
                form.rule()
                        .get()
                        .map(ruleWords::of)
                        .orElseGet(() -> texts.get("tag.rule.unfinished")));
    }

    private void bindAsset() {
        AssetFields asset =
                new AssetFields(texts, form.asset(), () -> form.category().get(), follows);
        asset.bind(assetPresent, assetFields, assetKey, assetKind);
        asset.facts(facts, addFact);
        asset.words(assetNameEn, assetNameZh, bodyEn, bodyZh);
        AssetFields.count(texts, bodyEn, bodyEnCount);
        AssetFields.count(texts, bodyZh, bodyZhCount);
    }
}
