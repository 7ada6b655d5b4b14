package io.marquetry.ui.dispatch.account;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** One field of the form: what it is called, where it is typed, what it means, what is wrong. */
final class FieldRow {

    private static final double LABEL = 150;

    /** Fields that need more words than their name. */
    private static final Set<AccountField> EXPLAINED =
            Set.of(
                    AccountField.NAME,
                    AccountField.PASSWORD,
                    AccountField.UNSUBSCRIBE_MAIL,
                    AccountField.UNSUBSCRIBE_URL,
                    AccountField.BOUNCES,
                    AccountField.BOX_HOST,
                    AccountField.DKIM_KEY,
                    AccountField.SIGNATURE,
                    AccountField.OPT_OUT,
                    AccountField.RECEIPT_IDS,
                    AccountField.WINDOW,
                    AccountField.DOCUMENT,
                    AccountField.URL,
                    AccountField.SHARED,
                    AccountField.MORE_SECRETS,
                    AccountField.FOLDER,
                    AccountField.KEY_LIFE,
                    AccountField.PRICE,
                    AccountField.PASSPHRASE);

    private final AccountField field;
    private final AccountModel model;
    private final Texts texts;
    private final FileDialogs dialogs;
    private final Follows follows;
    private final Label error = new Label();
    private final HBox root;
    private final Control input;
    private boolean touched;

    FieldRow(AccountField field, AccountModel model, Desk desk, Follows follows) {
        this.field = field;
        this.model = model;
        this.texts = desk.texts();
        this.dialogs = desk.files();
        this.follows = follows;
        this.input = input();
        Label name = new Label(name(field, texts));
        name.setMinWidth(LABEL);
        name.setMaxWidth(LABEL);
        name.setWrapText(true);
        name.setLabelFor(input);
        name.getStyleClass().add("account-name");
        input.setId("account-" + field);
        input.setAccessibleText(name.getText());
        error.setId("account-" + field + "-wrong");
        error.getStyleClass().add("problem");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        Parts.show(error, false);
        VBox right = new VBox(2, chosen());
        if (EXPLAINED.contains(field)) {
            Label hint = new Label(texts.get("account.hint." + field));
            hint.getStyleClass().add("muted");
            hint.setWrapText(true);
            hint.setMinHeight(Region.USE_PREF_SIZE);
            right.getChildren().add(hint);
        }
        right.getChildren().add(error);
        HBox.setHgrow(right, Priority.ALWAYS);
        root = new HBox(12, name, right);
        root.getStyleClass().add("account-row");
        input.focusedProperty()
                .subscribe(
                        (was, now) -> {
                            if (was && !now) {
                                left();
                            }
                        });
    }

    /** Returns what a field is called. */
    static String name(AccountField field, Texts texts) {
        return texts.get("account.field." + field);
    }

    private Control input() {
        return switch (field.control()) {
            case CHOICE -> choice();
            case SECRET -> typed(new PasswordField());
            case TEXT, FILE, FOLDER -> typed(new TextField());
        };
    }

    private TextField typed(TextField text) {
        AccountForm form = model.form();
        if (field == AccountField.DOCUMENT) {
            text.setOnAction(event -> left());
        } else {
            follows.both(text.textProperty(), form.value(field));
        }
        boolean kept =
                form.hasSecret()
                        && (field == AccountField.PASSWORD || field == AccountField.SHARED);
        text.setPromptText(
                kept || field == AccountField.DOCUMENT && !form.isNew()
                        ? texts.get("account.kept")
                        : "");
        text.setDisable(field == AccountField.NAME && !form.isNew());
        return text;
    }

    private ComboBox<String> choice() {
        ComboBox<String> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(model.form().kind().get().choices(field));
        box.setConverter(
                new Worded<>(
                        one ->
                                texts.get(
                                        (field == AccountField.CHANNEL
                                                        ? "dispatch.channel."
                                                        : "account.choice.")
                                                + one)));
        follows.both(box.valueProperty(), model.form().value(field));
        return box;
    }

    /** Returns the input, with what chooses a file beside it where one is wanted. */
    private Node chosen() {
        boolean folder = field.control() == AccountField.Control.FOLDER;
        if (!folder && field.control() != AccountField.Control.FILE) {
            return input;
        }
        Button choose = new Button(texts.get("account.choose"));
        choose.setId("account-" + field + "-choose");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(event -> choose(folder));
        HBox.setHgrow(input, Priority.ALWAYS);
        return new HBox(8, input, choose);
    }

    private void choose(boolean folder) {
        String title = name(field, texts);
        Optional<Path> chosen =
                folder
                        ? dialogs.folder(title, Optional.empty())
                        : dialogs.toOpen(new FileKind(title, ""));
        if (input instanceof TextField text && chosen.isPresent()) {
            text.setText(chosen.get().toString());
            left();
        }
    }

    /** What was left is looked at. */
    private void left() {
        touched = true;
        if (field == AccountField.DOCUMENT
                && input instanceof TextField text
                && !text.getText().isBlank()) {
            model.readDocument(text.getText().strip());
        }
    }

    AccountField field() {
        return field;
    }

    Node root() {
        return root;
    }

    Control control() {
        return input;
    }

    /** Looks at it from now on, whether somebody was there or not. */
    void touch() {
        touched = true;
    }

    /** Shows what is wrong with it, once somebody was there. */
    void show(Optional<Problem> wrong) {
        Optional<Problem> shown = wrong.filter(one -> touched);
        Parts.show(error, shown.isPresent());
        error.setText(shown.map(texts::sentence).orElse(""));
    }
}
