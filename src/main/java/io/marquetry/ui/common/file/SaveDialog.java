package io.marquetry.ui.common.file;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks by the system's own dialog where a file goes; begins where the last one went. */
public final class SaveDialog implements FileTarget {

    private final Supplier<@Nullable Window> owner;
    private final Optional<Consumer<URI>> system;
    private @Nullable File folder;

    /**
     * Makes a dialog that stands above a window.
     *
     * @param system shows a folder as the system does; empty where it cannot
     */
    public SaveDialog(Supplier<@Nullable Window> owner, Optional<Consumer<URI>> system) {
        this.owner = owner;
        this.system = system;
    }

    @Override
    public Optional<Runnable> folderOf(Path file) {
        Path holding = file.toAbsolutePath().getParent();
        return holding == null
                ? Optional.empty()
                : system.map(shows -> () -> shows.accept(holding.toUri()));
    }

    @Override
    public Optional<Path> choose(FileKind kind, String proposedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(kind.title());
        chooser.setInitialFileName(proposedName);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind.words(), "*." + kind.ending()));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showSaveDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(ended(chosen.toPath(), kind.ending()));
    }

    /**
     * Returns a file with the ending. Where it must be added, the dialog asked about replacing
     * another file than this: one that exists is left alone, and a free name is taken.
     */
    static Path ended(Path chosen, String ending) {
        if (String.valueOf(chosen.getFileName()).endsWith("." + ending)) {
            return chosen;
        }
        Path file = Path.of(chosen + "." + ending);
        for (int i = 2; Files.exists(file); i++) {
            file = Path.of(chosen + " (" + i + ")." + ending);
        }
        return file;
    }
}
