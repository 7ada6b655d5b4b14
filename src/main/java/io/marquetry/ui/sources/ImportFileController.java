package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.file.Workbook;
import io.marquetry.source.plan.AnsweredFile;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableShape;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Steers the first step: which file it is, and how it is written. */
public final class ImportFileController {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final List<Character> QUOTES = List.of('"', '\'');

    private static final int MAX_ABOVE = 10_000;

    private final ImportFile file;
    private final Consumer<Path> chosen;
    private final FileDialogs dialogs;
    private final Texts texts;
    private final Follows follows;
    private boolean showing;

    @FXML private Button choose;
    @FXML private Label path;
    @FXML private Node nothing;
    @FXML private Label problem;
    @FXML private Node formats;
    @FXML private ComboBox<CsvEncoding> encoding;
    @FXML private ComboBox<Character> delimiter;
    @FXML private ComboBox<Character> quote;
    @FXML private CheckBox header;
    @FXML private Spinner<Integer> skip;
    @FXML private Node encodingPart;
    @FXML private Node delimiterPart;
    @FXML private Node quotePart;
    @FXML private Label notes;
    @FXML private Node typed;
    @FXML private Label typedWords;
    @FXML private ComboBox<String> table;
    @FXML private Label sampleWords;
    @FXML private TableView<CsvRow> sample;

    /**
     * Makes the controller.
     *
     * @param chosen takes the file that the user chooses
     */
    public ImportFileController(
            ImportFile file, Consumer<Path> chosen, Desk desk, Follows follows) {
        this.file = file;
        this.chosen = chosen;
        this.dialogs = desk.files();
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        encoding.getItems().setAll(CsvEncoding.values());
        encoding.setConverter(new Worded<>(CsvEncoding::label));
        delimiter.getItems().setAll(DELIMITERS);
        delimiter.setConverter(new Worded<>(this::delimiterName));
        quote.getItems().setAll(QUOTES);
        quote.setConverter(new Worded<>(String::valueOf));
        choose.setOnAction(event -> choose());
        encoding.valueProperty().subscribe(() -> correct());
        delimiter.valueProperty().subscribe(() -> correct());
        quote.valueProperty().subscribe(() -> correct());
        header.selectedProperty().subscribe(() -> correct());
        skip.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(0, MAX_ABOVE));
        skip.valueProperty().subscribe(() -> correct());
        table.valueProperty()
                .subscribe(
                        (old, now) -> {
                            if (!showing && now != null) {
                                file.table(now);
                            }
                        });
        follows.on(file.ready(), now -> show());
        follows.on(file.problem(), now -> show());
        follows.on(file.path(), now -> show());
    }

    private void choose() {
        FileKind tables =
                new FileKind(
                        texts.get("import.choose"),
                        texts.get("import.files"),
                        "csv",
                        "tsv",
                        "txt",
                        "csv.gz",
                        "parquet",
                        "jsonl",
                        "ndjson",
                        "json",
                        "xlsx",
                        "duckdb");
        dialogs.toOpen(tables.orAny(texts.get("import.allFiles"))).ifPresent(chosen);
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
                            header.isSelected(),
                            skip.getValue()));
        }
        if (!showing && ready != null && ready.file() instanceof TableFile.Sheet) {
            file.correct(new TableShape(skip.getValue(), header.isSelected()));
        }
    }

    private void show() {
        showing = true;
        file.path().get().ifPresent(found -> path.setText(found.toString()));
        file.problem().get().ifPresent(p -> problem.setText(texts.sentence(p)));
        Parts.show(problem, file.problem().get().isPresent());
        Optional<ImportFile.Ready> ready = file.ready().get();
        boolean text = ready.filter(r -> r.file() instanceof TableFile.Separated).isPresent();
        boolean sheet = ready.filter(r -> r.file() instanceof TableFile.Sheet).isPresent();
        Parts.show(formats, text || sheet);
        Parts.show(encodingPart, text);
        Parts.show(delimiterPart, text);
        Parts.show(quotePart, text);
        Parts.show(typed, ready.isPresent() && !text);
        Parts.show(notes, ready.isPresent());
        Parts.show(sampleWords, ready.isPresent());
        Parts.show(sample, ready.isPresent());
        Parts.show(nothing, file.path().get().isEmpty());
        ready.ifPresent(this::show);
        showing = false;
    }

    private void show(ImportFile.Ready ready) {
        show(ready.file());
        Parts.show(table, !ready.tables().isEmpty());
        table.getItems().setAll(ready.tables());
        ready.file().table().ifPresent(table::setValue);
        notes.setText(texts.together(ready.file().notes().stream().map(texts::sentence).toList()));
        sampleWords.setText(
                texts.get(
                        ready.file() instanceof TableFile.Separated
                                ? "import.sample.words"
                                : "import.sample.typed",
                        ready.sample().names().size(),
                        ready.sample().rows().size()));
        sample.getColumns().setAll(columns(ready.sample().names()));
        sample.setItems(FXCollections.observableList(ready.sample().rows()));
    }

    private void show(TableFile file) {
        switch (file) {
            case TableFile.Separated separated -> show(separated.format());
            case TableFile.Typed data -> typedWords.setText(typed(data.file().kind()));
            case TableFile.JsonObjects _ -> typedWords.setText(typed(DataFileKind.JSON));
            case TableFile.Sheet(Workbook workbook) -> {
                typedWords.setText(texts.get("import.sheet"));
                header.setSelected(workbook.shape().header());
                skip.getValueFactory().setValue(workbook.shape().skip());
            }
            case AnsweredFile answered -> show(answered.contacts());
        }
    }

    private void show(CsvFormat format) {
        encoding.setValue(format.encoding());
        if (!delimiter.getItems().contains(format.delimiter())) {
            delimiter.getItems().add(format.delimiter());
        }
        delimiter.setValue(format.delimiter());
        quote.setValue(format.quote());
        header.setSelected(format.header());
        skip.getValueFactory().setValue(format.skip());
    }

    private String typed(DataFileKind kind) {
        return texts.get("import.typed", kind.title());
    }

    private static List<TableColumn<CsvRow, String>> columns(List<String> names) {
        return IntStream.range(0, names.size())
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
            case '\u0001' -> "\\001";
            case '\u001F' -> "\\037";
            default -> String.valueOf(c);
        };
    }
}
