package io.marquetry.ui.dispatch;

import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** What several sheets of dispatches are made of. */
final class SheetParts {

    private SheetParts() {}

    /** Says what belongs into a field, in it while it is empty and to screen readers. */
    static void name(TextField field, String id, String words, double width) {
        field.setId(id);
        field.setPromptText(words);
        field.setAccessibleText(words);
        field.setPrefWidth(width);
    }

    /** Returns a column of a list whose cells show a whole row. */
    static <T> TableColumn<T, T> column(String words, double width) {
        TableColumn<T, T> column = new TableColumn<>(words);
        column.setPrefWidth(width);
        return column;
    }

    /**
     * Asks for a file to be read.
     *
     * @param files what the files are called
     * @param endings patterns of their names
     * @param over a node of the window that asks
     */
    static Optional<Path> choose(String title, String files, Node over, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(files, endings));
        return Optional.ofNullable(chooser.showOpenDialog(over.getScene().getWindow()))
                .map(File::toPath);
    }
}
