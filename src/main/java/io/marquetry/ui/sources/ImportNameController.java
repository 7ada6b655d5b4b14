package io.marquetry.ui.sources;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.plan.AnsweredFile;
import io.marquetry.source.plan.TableFile;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Steers the third step: what the source is called, and which day is its today. */
final class ImportNameController {

    private final ImportModel model;
    private final Texts texts;
    private final Follows follows;

    @FXML private TextField name;
    @FXML private Label nameProblem;
    @FXML private TextField title;
    @FXML private ComboBox<SourceEngine> engine;
    @FXML private Label engineWords;
    @FXML private RadioButton real;
    @FXML private RadioButton fixed;
    @FXML private DatePicker day;
    @FXML private Label dayProblem;
    @FXML private Label summary;

    ImportNameController(ImportModel model, Texts texts, Follows follows) {
        this.model = model;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        ImportName form = model.name();
        typed(name, form.name());
        typed(title, form.title());
        day.setConverter(new IsoDay());
        typed(day.getEditor(), form.today());
        real.setSelected(!form.fixed().get());
        fixed.setSelected(form.fixed().get());
        fixed.selectedProperty().subscribe((old, now) -> form.fixed().set(now));
        day.disableProperty().bind(fixed.selectedProperty().not());
        tell(form.nameProblem(), nameProblem);
        tell(form.todayProblem(), dayProblem);
        summary.setText(summary());
        bindEngine(form);
    }

    private void bindEngine(ImportName form) {
        TableFile file = model.file().ready().get().orElseThrow().file();
        engine.getItems().setAll(SourceEngine.values());
        engine.setConverter(new Worded<>(kind -> texts.get("import.engine." + kind.name())));
        engine.setValue(form.engine().get());
        engine.valueProperty().subscribe((old, now) -> form.engine().set(now));
        follows.on(
                form.engine(),
                now ->
                        engineWords.setText(
                                texts.get(
                                        now == file.proposedEngine()
                                                ? "import.engine.proposed." + now.name()
                                                : "import.engine.other")));
    }

    private String summary() {
        ImportColumns columns = model.columns();
        ImportFile.Ready ready = model.file().ready().get().orElseThrow();
        long included = columns.columns().stream().filter(c -> c.included().get()).count();
        return texts.get(
                "import.summary.words",
                ready.file().label(),
                columns.inspection().get().map(i -> i.rows()).orElse(0L),
                included,
                switch (ready.file()) {
                    case TableFile.Separated separated -> separated.format().encoding().label();
                    case TableFile.Typed typed -> typed.file().kind().title();
                    case TableFile.JsonObjects _ -> DataFileKind.JSON.title();
                    case TableFile.Sheet sheet -> sheet.workbook().sheet();
                    case AnsweredFile answered -> answered.label();
                },
                columns.key().get().map(c -> c.name().get()).orElse(texts.get("import.key.row")));
    }

    private static void typed(TextField field, StringProperty value) {
        field.setText(value.get());
        field.textProperty().subscribe((old, now) -> value.set(now));
    }

    private void tell(ReadOnlyObjectProperty<Optional<Problem>> wrong, Label label) {
        follows.on(
                wrong,
                now -> {
                    label.setText(now.map(texts::sentence).orElse(""));
                    Parts.show(label, now.isPresent());
                });
    }

    /** Days as ISO 8601, whatever the language. */
    private static final class IsoDay extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate value) {
            return value == null ? "" : value.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
