package io.marquetry.ui.dispatch.account;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.desk.AccountTest;
import io.marquetry.dispatch.desk.AccountText;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form of one account: its kind first, then what this kind needs. */
final class AccountSheet {

    private static final double WIDTH = 680;

    private final AccountModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final Runnable back;
    private final Follows follows = new Follows();
    private final VBox fields = new VBox(14);
    private final Label guarantees = new Label();
    private final Label meaning = new Label();
    private final Label about = new Label();
    private final VBox steps = new VBox();
    private final Label problem = new Label();
    private final List<FieldRow> rows = new ArrayList<>();
    private Follows ofFields = follows.ofPart();
    private Optional<FieldRow> passphrase = Optional.empty();

    private AccountSheet(AccountModel model, Desk desk, Runnable back) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
        this.back = back;
    }

    /**
     * Opens the form.
     *
     * @param back leads to where it was opened from
     */
    static void open(AccountModel model, Desk desk, Runnable back) {
        desk.sheets().open(now -> new AccountSheet(model, now, back).sheet());
    }

    private OpenSheet sheet() {
        AccountForm form = model.form();
        Label title =
                new Label(
                        form.isNew()
                                ? texts.get("account.new")
                                : texts.get("account.edit", form.value(AccountField.NAME).get()));
        title.getStyleClass().add("heading");
        for (Label line : List.of(guarantees, meaning, about, problem)) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
        }
        about.getStyleClass().add("muted");
        about.setId("accountAbout");
        guarantees.getStyleClass().add("muted");
        meaning.setId("accountMeaning");
        problem.getStyleClass().add("problem");
        problem.setId("accountProblem");
        steps.setId("accountSteps");
        steps.getStyleClass().add("check-lines");
        VBox means = new VBox(2, guarantees, meaning);
        means.getStyleClass().add("card");
        fields.getStyleClass().add("account-fields");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(120);
        scroll.setPrefViewportHeight(400);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox sheet =
                new VBox(10, title, kinds(), about, scroll, means, steps, bar, problem, buttons());
        sheet.setPrefWidth(WIDTH);
        sheet.getStyleClass().add("sheet");
        for (String stem : List.of("used", "connectCheck", "account")) {
            Views.dress(sheet, stem);
        }
        follows.on(form.kind(), kind -> showFields());
        follows.on(
                model.work().busy(),
                busy -> {
                    Parts.show(bar, busy);
                    bar.setProgress(busy ? ProgressBar.INDETERMINATE_PROGRESS : 0);
                });
        follows.on(model.work().problems(), this::tell);
        follows.changes(model.steps(), this::showSteps);
        follows.changes(model.locked(), this::look);
        showSteps();
        return new OpenSheet(sheet, this::close, follows);
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        FlowPane all = new FlowPane(16, 6);
        all.setId("accountKinds");
        AccountForm form = model.form();
        for (AccountKind kind : AccountKind.values()) {
            RadioButton one = new RadioButton(texts.get("account.kind." + kind));
            one.setId("accountKind-" + kind);
            one.setToggleGroup(group);
            one.setSelected(kind == form.kind().get());
            one.selectedProperty()
                    .subscribe(
                            chosen -> {
                                if (chosen) {
                                    form.kind().set(kind);
                                }
                            });
            all.getChildren().add(one);
        }
        // What an account is stays: dispatches rely on what it guarantees.
        Parts.show(all, form.isNew());
        return all;
    }

    private void showFields() {
        ofFields.close();
        ofFields = follows.ofPart();
        rows.clear();
        AccountKind kind = model.form().kind().get();
        about.setText(texts.get("account.about." + kind));
        Node first = part("account.part.account", List.of(AccountField.NAME));
        fields.getChildren().setAll(first);
        kind.parts()
                .forEach(
                        part ->
                                fields.getChildren()
                                        .add(
                                                part(
                                                        "account.part." + part.heading(),
                                                        part.fields())));
        FieldRow vault = row(AccountField.PASSPHRASE);
        passphrase = Optional.of(vault);
        fields.getChildren()
                .addAll(
                        vault.root(),
                        part("account.part.pace", List.of(AccountField.RATE, AccountField.PRICE)));
        model.steps().clear();
        model.work().refuse(List.of());
        Stream.of(AccountField.values())
                .forEach(field -> ofFields.changes(model.form().value(field), this::look));
        ofFields.changes(model.form().document(), this::look);
        ofFields.changes(model.form().documentProblem(), this::look);
        look();
    }

    private Node part(String heading, List<AccountField> wanted) {
        Label title = new Label(texts.get(heading));
        title.getStyleClass().add("account-part");
        VBox part = new VBox(8, title);
        wanted.forEach(field -> part.getChildren().add(row(field).root()));
        return part;
    }

    private FieldRow row(AccountField field) {
        FieldRow row = new FieldRow(field, model, desk, ofFields);
        row.control().focusedProperty().subscribe((was, now) -> look());
        rows.add(row);
        return row;
    }

    /** Says of each field what is wrong, and of the whole what it guarantees. */
    private void look() {
        Map<AccountField, Problem> wrong = wrong();
        rows.forEach(row -> row.show(Optional.ofNullable(wrong.get(row.field()))));
        passphrase.ifPresent(row -> Parts.show(row.root(), model.asksForPassphrase()));
        Duration said;
        try {
            said = AccountText.keyLife(model.form().value(AccountField.KEY_LIFE).get());
        } catch (ProblemException e) {
            said = Duration.ZERO;
        }
        Duration life = said;
        model.form()
                .provider()
                .ifPresentOrElse(
                        provider -> {
                            guarantees.setText(AccountWords.guarantees(provider, life, texts));
                            meaning.setText(AccountWords.meaning(provider, life, texts));
                        },
                        () -> {
                            guarantees.setText("");
                            meaning.setText(texts.get("account.documentSays"));
                        });
        Parts.show(guarantees, !guarantees.getText().isEmpty());
        about.setText(
                model.form()
                        .document()
                        .get()
                        .filter(one -> model.form().kind().get() == AccountKind.HTTP)
                        .map(one -> texts.get("account.document", HttpAdapter.read(one).title()))
                        .orElse(texts.get("account.about." + model.form().kind().get())));
    }

    private Map<AccountField, Problem> wrong() {
        Map<AccountField, Problem> wrong = model.form().wrong(field -> FieldRow.name(field, texts));
        if (model.asksForPassphrase()
                && model.form().value(AccountField.PASSPHRASE).get().isEmpty()) {
            wrong.put(AccountField.PASSPHRASE, Problem.of("problem.dispatch.fieldMissing"));
        }
        return wrong;
    }

    /** Returns whether all is right; else leads to the first field that is not. */
    private boolean isRight() {
        rows.forEach(FieldRow::touch);
        Map<AccountField, Problem> wrong = wrong();
        look();
        Optional<FieldRow> first =
                rows.stream().filter(row -> wrong.containsKey(row.field())).findFirst();
        first.ifPresent(row -> row.control().requestFocus());
        return first.isEmpty();
    }

    private HBox buttons() {
        Button test = new Button(texts.get("account.test"));
        test.setId("accountTest");
        test.setOnAction(
                event -> {
                    if (isRight()) {
                        model.test();
                    }
                });
        Button cancel = new Button(texts.get("button.cancel"));
        cancel.setId("accountCancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close());
        Button save = new Button(texts.get("account.save"));
        save.setId("accountSave");
        save.setDefaultButton(true);
        save.getStyleClass().add("primary");
        save.setOnAction(
                event -> {
                    if (isRight()) {
                        model.save(this::saved);
                    }
                });
        for (Button one : List.of(test, save)) {
            one.disableProperty().bind(model.work().busy());
        }
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(8, test, between, cancel, save);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private void saved() {
        desk.notices()
                .done(
                        texts.get(
                                "cli.account.added",
                                model.form().value(AccountField.NAME).get().strip()));
        close();
    }

    private void close() {
        model.close();
        back.run();
    }

    private void tell(List<Problem> why) {
        // The steps say it where they went.
        boolean said = model.steps().stream().anyMatch(step -> step.problem().isPresent());
        Parts.show(problem, !why.isEmpty() && !said);
        problem.setText(String.join("\n", why.stream().map(texts::sentence).toList()));
    }

    private void showSteps() {
        steps.getChildren().setAll(model.steps().stream().map(this::line).toList());
        Parts.show(steps, !model.steps().isEmpty());
    }

    private HBox line(AccountTest.Step step) {
        boolean bad = step.problem().isPresent();
        Label words =
                new Label(
                        step.problem()
                                .map(texts::sentence)
                                .orElse(texts.get("account.step." + step.kind(), step.detail())));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label took = new Label(formats.took(step.took()));
        took.getStyleClass().add("muted");
        took.setMinWidth(Region.USE_PREF_SIZE);
        HBox line =
                new HBox(new FontIcon(bad ? Feather.X_CIRCLE : Feather.CHECK_CIRCLE), words, took);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("check-line", bad ? "bad" : "good");
        return line;
    }
}
