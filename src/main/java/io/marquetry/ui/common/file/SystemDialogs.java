package io.marquetry.ui.common.file;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks by the dialogs of the system; each begins in the folder of what was chosen last. */
public final class SystemDialogs implements FileDialogs {

    private final Supplier<@Nullable Window> owner;
    private final Optional<Consumer<URI>> system;
    private @Nullable File folder;

    /**
     * Makes dialogs that stand above a window.
     *
     * @param system shows a folder as the system does; empty where it cannot
     */
    public SystemDialogs(Supplier<@Nullable Window> owner, Optional<Consumer<URI>> system) {
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
    public Optional<Path> toSave(FileKind kind, String proposedName) {
        FileChooser chooser = chooser(kind);
        chooser.setInitialFileName(proposedName);
        return remembered(chooser.showSaveDialog(owner.get()))
                .map(chosen -> ended(chosen, kind.ending()));
    }

    @Override
    public List<Path> toOpen(FileKind kind, int most) {
        FileChooser chooser = chooser(kind);
        if (most == 1) {
            return remembered(chooser.showOpenDialog(owner.get())).stream().toList();
        }
        List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
        return chosen == null
                ? List.of()
                : chosen.stream().limit(most).flatMap(file -> remembered(file).stream()).toList();
    }

    @Override
    public Optional<Path> folder(String title, Optional<Path> from) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        from.map(Path::toFile)
                .filter(File::isDirectory)
                .or(this::lastFolder)
                .ifPresent(chooser::setInitialDirectory);
        return remembered(chooser.showDialog(owner.get()));
    }

    private FileChooser chooser(FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(kind.title());
        if (!kind.endings().isEmpty()) {
            List<String> names = kind.endings().stream().map(ending -> "*." + ending).toList();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.words(), names));
        }
        kind.any()
                .map(words -> new FileChooser.ExtensionFilter(words, "*.*"))
                .ifPresent(chooser.getExtensionFilters()::add);
        lastFolder().ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<File> lastFolder() {
        return Optional.ofNullable(folder).filter(File::isDirectory);
    }

    private Optional<Path> remembered(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    /**
     * Returns a file with the ending. Where the ending must be added, the dialog did not ask about
     * replacing the file of that longer name: such a file is left alone, and a free name is taken.
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
