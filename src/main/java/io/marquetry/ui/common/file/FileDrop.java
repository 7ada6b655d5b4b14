package io.marquetry.ui.common.file;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Takes files that are dropped from outside. */
public final class FileDrop {

    private FileDrop() {}

    /** Lets a node take one file. */
    public static void onto(Node node, Consumer<Path> taker) {
        onto(node, 1, files -> taker.accept(files.getFirst()));
    }

    /** Lets a node take files, however many. */
    public static void ontoAll(Node node, Consumer<List<Path>> taker) {
        onto(node, Integer.MAX_VALUE, taker);
    }

    private static void onto(Node node, int most, Consumer<List<Path>> taker) {
        node.setOnDragOver(
                event -> {
                    if (hasFiles(event, most)) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        node.setOnDragEntered(
                event -> {
                    if (hasFiles(event, most)) {
                        node.getStyleClass().add("drop");
                    }
                });
        node.setOnDragExited(event -> node.getStyleClass().remove("drop"));
        node.setOnDragDropped(
                event -> {
                    if (hasFiles(event, most)) {
                        event.setDropCompleted(true);
                        event.consume();
                        taker.accept(
                                event.getDragboard().getFiles().stream()
                                        .map(File::toPath)
                                        .toList());
                    }
                });
    }

    private static boolean hasFiles(DragEvent event, int most) {
        return event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() <= most;
    }
}
