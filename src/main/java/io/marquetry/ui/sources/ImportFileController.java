package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvRow;
import io.marquetry.ui.common.Formats;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Steers the first step: which file it is, and how it is written. */
public final class ImportFileController {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final List<Character> QUOTES = List.of('"', '\'');

    private final ImportFile file;
    private final Consumer<Path> chosen;
    private final Texts texts;
    private boolean showing;

    @FXML private Button choose;
    @FXML private Label path;
    @FXML private Label problem;
    @FXML private Node formats;
    @FXML private ComboBox<CsvEncoding> encoding;
    @FXML private ComboBox<Character> delimiter;
    @FXML private ComboBox<Character> quote;
    @FXML private CheckBox header;
    @FXML private Label sampleWords;
    @FXML private TableView<CsvRow> sample;

    /**
     * Makes the controller.
     *
     * @param chosen takes the file that the user chooses
     */
    public ImportFileController(ImportFile file, Consumer<Path> chosen, Texts texts) {
        this.file = file;
        this.chosen = chosen;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        encoding.getItems().setAll(CsvEncoding.values());
        encoding.setConverter(words(CsvEncoding::label));
        delimiter.getItems().setAll(DELIMITERS);
        delimiter.setConverter(words(this::delimiterName));
        quote.getItems().setAll(QUOTES);
        quote.setConverter(words(String::valueOf));
        choose.setOnAction(event -> choose());
        encoding.valueProperty().addListener(change -> correct());
        delimiter.valueProperty().addListener(change -> correct());
        quote.valueProperty().addListener(change -> correct());
        header.selectedProperty().addListener(change -> correct());
        file.ready().addListener(change -> show());
        file.problem().addListener(change -> show());
        file.path().addListener(change -> show());
        show();
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("import.choose"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                texts.get("import.files"), "*.csv", "*.tsv", "*.txt", "*.csv.gz"),
                        new FileChooser.ExtensionFilter(texts.get("import.allFiles"), "*.*"));
        File found = chooser.showOpenDialog(choose.getScene().getWindow());
        if (found != null) {
            chosen.accept(found.toPath());
        }
    }

    private void correct() {
        ImportFile.Ready ready = file.ready().get().orElse(null);
        boolean complete =
                encoding.getValue() != null
                        && delimiter.getValue() != null
                        && quote.getValue() != null;
        if (!showing && ready != null && complete) {
            file.correct(
                    new CsvFormat(
                            encoding.getValue(),
                            delimiter.getValue(),
                            quote.getValue(),
                            header.isSelected()));
        }
    }

    private void show() {
        showing = true;
        file.path().get().ifPresent(found -> path.setText(found.toString()));
        file.problem().get().ifPresent(p -> problem.setText(texts.sentence(p)));
        shown(problem, file.problem().get().isPresent());
        Optional<ImportFile.Ready> ready = file.ready().get();
        shown(formats, ready.isPresent());
        shown(sampleWords, ready.isPresent());
        shown(sample, ready.isPresent());
        ready.ifPresent(this::show);
        showing = false;
    }

    private void show(ImportFile.Ready ready) {
        CsvFormat format = ready.format();
        encoding.setValue(format.encoding());
        if (!delimiter.getItems().contains(format.delimiter())) {
            delimiter.getItems().add(format.delimiter());
        }
        delimiter.setValue(format.delimiter());
        quote.setValue(format.quote());
        header.setSelected(format.header());
        Formats numbers = new Formats(texts.locale());
        sampleWords.setText(
                texts.get(
                        "import.sample.words",
                        numbers.count(ready.sample().names().size()),
                        numbers.count(ready.sample().rows().size())));
        sample.getColumns().setAll(columns(ready.sample().names()));
        sample.setItems(FXCollections.observableList(ready.sample().rows()));
    }

    private static List<TableColumn<CsvRow, String>> columns(List<String> names) {
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(
                        i -> {
                            TableColumn<CsvRow, String> column = new TableColumn<>();
                            // A label of its own: the header text would read "_" as a mnemonic.
                            column.setGraphic(new Label(names.get(i)));
                            column.setSortable(false);
                            column.setReorderable(false);
                            column.setPrefWidth(120);
                            column.setCellValueFactory(
                                    cell -> new ReadOnlyStringWrapper(cell(cell.getValue(), i)));
                            return column;
                        })
                .toList();
    }

    private static String cell(CsvRow row, int column) {
        return column < row.cells().size() ? row.cells().get(column) : "";
    }

    private String delimiterName(char c) {
        return switch (c) {
            case ',' -> texts.get("import.delimiter.comma");
            case ';' -> texts.get("import.delimiter.semicolon");
            case '\t' -> texts.get("import.delimiter.tab");
            case '|' -> texts.get("import.delimiter.bar");
            default -> String.valueOf(c);
        };
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
