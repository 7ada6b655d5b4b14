package io.marquetry.ui.sources;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.local.EngineChoice;
import io.marquetry.ui.common.Formats;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
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

    @FXML private TextField name;
    @FXML private Label nameProblem;
    @FXML private TextField title;
    @FXML private RadioButton real;
    @FXML private RadioButton fixed;
    @FXML private DatePicker day;
    @FXML private Label dayProblem;
    @FXML private Label summary;

    ImportNameController(ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
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
        fixed.selectedProperty().addListener((o, old, now) -> form.fixed().set(now));
        day.disableProperty().bind(fixed.selectedProperty().not());
        tell(form.nameProblem(), nameProblem);
        tell(form.todayProblem(), dayProblem);
        summary.setText(summary());
    }

    private String summary() {
        Formats formats = new Formats(texts.locale());
        ImportColumns columns = model.columns();
        ImportFile.Ready ready = model.file().ready().get().orElseThrow();
        CsvFormat format = ready.format();
        long included = columns.columns().stream().filter(c -> c.included().get()).count();
        String words =
                texts.get(
                        "import.summary.words",
                        ready.input().label(),
                        formats.count(columns.inspection().get().map(i -> i.rows()).orElse(0L)),
                        formats.count(included),
                        format.encoding().label(),
                        columns.key()
                                .get()
                                .map(c -> c.name().get())
                                .orElse(texts.get("import.key.row")));
        return switch (EngineChoice.proposed(ready.input().size())) {
            case H2 -> words;
            case DUCKDB -> words + " " + texts.get("import.summary.duckdb");
        };
    }

    private static void typed(TextField field, StringProperty value) {
        field.setText(value.get());
        field.textProperty().addListener((o, old, now) -> value.set(now));
    }

    private void tell(ReadOnlyObjectProperty<Optional<Problem>> wrong, Label label) {
        label.textProperty().bind(wrong.map(p -> p.map(texts::sentence).orElse("")));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
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
