package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Worded;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

import java.util.List;
import java.util.Optional;

/** Steers the part of a plan that says what else holds: money, guard rails, and who is kept out. */
final class TermsController {

    private final Texts texts;

    @FXML private TextField until;
    @FXML private TextField local;
    @FXML private TextField budget;
    @FXML private TextField control;
    @FXML private TextField coupon;
    @FXML private ComboBox<Optional<String>> profiling;
    @FXML private TextField limits;
    @FXML private TextField pauseAfter;
    @FXML private TextField first;
    @FXML private TextField goOnAfter;

    TermsController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    void initialize() {
        profiling.setConverter(new Worded<>(name -> name.orElse(texts.get("dispatch.plan.none"))));
        profiling.getItems().setAll(List.of(Optional.empty()));
        profiling.setValue(Optional.empty());
    }

    /** Offers the attributes of the source, the first of which is none. */
    void offer(List<Optional<String>> attributes) {
        Optional<String> before = profiling.getValue();
        profiling.getItems().setAll(attributes);
        profiling.setValue(attributes.contains(before) ? before : Optional.empty());
    }

    /** Shows what was written before. */
    void show(TermsForm form) {
        until.setText(form.until());
        local.setText(form.local());
        budget.setText(form.budget());
        control.setText(form.control());
        coupon.setText(form.coupon());
        profiling.setValue(form.profiling());
        limits.setText(form.limits());
        pauseAfter.setText(form.pauseAfter());
        first.setText(form.first());
        goOnAfter.setText(form.goOnAfter());
    }

    TermsForm form() {
        return new TermsForm(
                until.getText(),
                local.getText(),
                budget.getText(),
                control.getText(),
                coupon.getText(),
                profiling.getValue(),
                limits.getText(),
                pauseAfter.getText(),
                first.getText(),
                goOnAfter.getText());
    }
}
