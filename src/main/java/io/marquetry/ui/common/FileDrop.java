package io.marquetry.ui.common;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Takes one file that is dropped from outside. */
public final class FileDrop {

    private FileDrop() {}

    /** Lets a node take a file. */
    public static void onto(Node node, Consumer<Path> taker) {
        node.setOnDragOver(
                event -> {
                    if (isOneFile(event)) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        node.setOnDragEntered(
                event -> {
                    if (isOneFile(event)) {
                        node.getStyleClass().add("drop");
                    }
                });
        node.setOnDragExited(event -> node.getStyleClass().remove("drop"));
        node.setOnDragDropped(
                event -> {
                    if (isOneFile(event)) {
                        event.setDropCompleted(true);
                        event.consume();
                        taker.accept(event.getDragboard().getFiles().getFirst().toPath());
                    }
                });
    }

    private static boolean isOneFile(DragEvent event) {
        return event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1;
    }
}
