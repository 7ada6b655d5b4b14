package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.plan.PlanRequest;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.ui.common.look.Worded;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steers the part of a plan that says over what else those are reached whom the account is not. */
final class ElseController {

    private static final double WIDTH = 206;
    private static final double GAP = 10;
    private static final double BETWEEN = 8;

    private final Texts texts;
    private final List<Row> all = new ArrayList<>();
    private List<Account> accounts = List.of();
    private List<Optional<String>> attributes = List.of(Optional.empty());

    @FXML private VBox rows;
    @FXML private Button add;

    ElseController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    void initialize() {
        add.setOnAction(
                event -> {
                    Row row = new Row();
                    row.account.setValue(next());
                    row.account.requestFocus();
                });
    }

    /** Returns the first account that does not stand there yet. */
    private Account next() {
        List<Account> taken = all.stream().map(row -> row.account.getValue()).toList();
        return accounts.stream()
                .skip(1)
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElse(accounts.getFirst());
    }

    /** Offers accounts. */
    void offer(List<Account> known) {
        accounts = List.copyOf(known);
        add.setDisable(accounts.size() < 2);
    }

    /** Offers the attributes of the source, the first of which is none. */
    void offerColumns(List<Optional<String>> names) {
        attributes = List.copyOf(names);
        all.forEach(Row::offer);
    }

    /** Shows what was written before. */
    void show(List<PlanRequest.Other> others) {
        List.copyOf(all).forEach(Row::remove);
        for (PlanRequest.Other other : others) {
            accounts.stream()
                    .filter(one -> one.name().equals(other.account()))
                    .findFirst()
                    .ifPresent(
                            account -> {
                                Row row = new Row();
                                row.account.setValue(account);
                                row.address.setValue(other.address());
                                row.consent.setValue(other.consent().map(c -> c.attribute()));
                            });
        }
    }

    List<PlanRequest.Other> form() {
        return all.stream().map(Row::read).toList();
    }

    /** A further account. */
    private final class Row {
        private final ComboBox<Account> account = new ComboBox<>();
        private final ComboBox<Optional<String>> address = new ComboBox<>();
        private final ComboBox<Optional<String>> consent = new ComboBox<>();
        private final VBox box = new VBox(BETWEEN);

        Row() {
            all.add(this);
            int number = all.size();
            account.setConverter(
                    new Worded<>(
                            one ->
                                    texts.get(
                                            "dispatch.accounts.name",
                                            one.name(),
                                            texts.get("dispatch.channel." + one.channel()))));
            account.getItems().setAll(accounts);
            address.setConverter(new Worded<>(name -> name.orElse(texts.get("dispatch.plan.key"))));
            consent.setConverter(
                    new Worded<>(name -> name.orElse(texts.get("dispatch.plan.none"))));
            offer();
            Button remove = new Button(texts.get("dispatch.plan.else.remove"));
            remove.setId("planElseRemove" + number);
            remove.setMinWidth(Button.USE_PREF_SIZE);
            remove.setOnAction(
                    event -> {
                        remove();
                        add.requestFocus();
                    });
            account.setId("planElseAccount" + number);
            address.setId("planElseAddress" + number);
            consent.setId("planElseConsent" + number);
            HBox last = new HBox(GAP, field("dispatch.plan.consent", consent), remove);
            last.setAlignment(Pos.BOTTOM_LEFT);
            box.getChildren()
                    .setAll(
                            new HBox(
                                    GAP,
                                    field("dispatch.plan.else", account),
                                    field("dispatch.plan.address", address)),
                            last);
            rows.getChildren().add(box);
        }

        private VBox field(String key, ComboBox<?> what) {
            Label label = new Label(texts.get(key));
            label.getStyleClass().add("muted");
            what.setAccessibleText(texts.get(key));
            what.setPrefWidth(WIDTH);
            VBox field = new VBox(label, what);
            field.getStyleClass().add("field");
            return field;
        }

        void offer() {
            for (ComboBox<Optional<String>> one : List.of(address, consent)) {
                Optional<String> before =
                        Optional.ofNullable(one.getValue()).orElse(Optional.empty());
                one.getItems().setAll(attributes);
                one.setValue(attributes.contains(before) ? before : Optional.empty());
            }
        }

        void remove() {
            all.remove(this);
            rows.getChildren().remove(box);
        }

        PlanRequest.Other read() {
            return new PlanRequest.Other(
                    account.getValue().name(),
                    address.getValue(),
                    PlanText.consent(consent.getValue().orElse(null)),
                    Optional.empty());
        }
    }
}
