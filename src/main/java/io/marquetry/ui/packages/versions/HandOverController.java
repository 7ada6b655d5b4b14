package io.marquetry.ui.packages.versions;

import io.marquetry.audience.AudienceSql;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.handoff.enclose.Enclosing;
import io.marquetry.handoff.enclose.Wanted;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Written;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks what a finished version hands over beside what it says: people's keys, and SQL. */
final class HandOverController {

    private final HandOverModel model;
    private final Desk desk;
    private final Texts texts;
    private final Runnable back;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private ComboBox<Optional<Wanted.Form>> form;
    @FXML private Label personal;
    @FXML private ComboBox<Optional<AudienceSql.Engine>> engine;
    @FXML private CheckBox readable;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button write;

    /**
     * Makes the controller of the sheet.
     *
     * @param back leads back to the versions
     */
    HandOverController(HandOverModel model, Desk desk, Runnable back, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.back = back;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "handOver");
        heading.setText(texts.get("handOver.heading", model.version().number()));
        offer(form, Wanted.Form.values(), "handOver.form.");
        offer(engine, AudienceSql.Engine.values(), "handOver.engine.");
        follows.both(form.valueProperty(), model.form());
        follows.both(engine.valueProperty(), model.engine());
        follows.both(readable.selectedProperty(), model.readable());
        follows.on(model.readable(), chosen -> enable());
        follows.on(model.form(), chosen -> Parts.show(personal, chosen.isPresent()));
        follows.on(model.form(), chosen -> enable());
        follows.on(model.engine(), chosen -> enable());
        follows.on(model.busy(), busy -> enable());
        follows.on(model.problem(), this::show);
        cancel.setOnAction(event -> back.run());
        write.setOnAction(event -> write());
    }

    private <E extends Enum<E>> void offer(
            ComboBox<Optional<E>> choice, E[] values, String prefix) {
        List<Optional<E>> offered = new ArrayList<>();
        offered.add(Optional.empty());
        for (E value : values) {
            offered.add(Optional.of(value));
        }
        Function<Optional<E>, String> words =
                one -> texts.get(prefix + one.map(Enum::name).orElse("NONE"));
        choice.getItems().setAll(offered);
        choice.setConverter(new Worded<>(words));
    }

    private void enable() {
        write.setDisable(!model.isWanted() || model.busy().get());
    }

    private void show(Optional<Problem> why) {
        Parts.show(problem, why.isPresent());
        why.ifPresent(told -> problem.setText(texts.sentence(told)));
    }

    private void write() {
        desk.files()
                .toSave(
                        new FileKind(
                                texts.get("packages.export.title"),
                                texts.get("compose.export.filter"),
                                "json"),
                        "%s-v%d.json".formatted(model.version().key(), model.version().number()))
                .ifPresent(file -> model.write(file, written -> done(file, written)));
    }

    private void done(Path file, Enclosing.Written written) {
        back.run();
        String told =
                written.recipients()
                        .map(
                                beside ->
                                        texts.get(
                                                "handOver.recipientsWritten",
                                                file.getFileName(),
                                                beside.getFileName(),
                                                written.people()))
                        .orElseGet(() -> texts.get("handOver.written", file.getFileName()));
        Written.tell(
                desk,
                written.formulas() == 0
                        ? told
                        : texts.together(told, texts.get("handOver.formulas", written.formulas())),
                file,
                new Written.Copied(texts.get("written.hash"), written.hash()));
    }
}
