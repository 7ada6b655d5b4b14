package io.marquetry.ui.compose;

import io.marquetry.base.Texts;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks by the system's own dialog where a document goes; begins where the last one went. */
final class SaveDialog implements ExportTarget {

    private final Texts texts;
    private final Supplier<@Nullable Window> owner;
    private @Nullable File folder;

    SaveDialog(Texts texts, Supplier<@Nullable Window> owner) {
        this.texts = texts;
        this.owner = owner;
    }

    @Override
    public Optional<Path> choose(String proposedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("compose.export.title"));
        chooser.setInitialFileName(proposedName);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("compose.export.filter"), "*.json"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showSaveDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
