package io.marquetry.ui.tags.rule;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** Asks somebody for a file. */
@FunctionalInterface
public interface FileChoice {

    /** The dialog of the system. */
    FileChoice DIALOG =
            (owner, title) -> {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            };

    /** Returns the file; empty where nobody chose one. */
    Optional<Path> ask(Window owner, String title);
}
