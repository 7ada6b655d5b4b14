package io.marquetry.launch;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

import org.testfx.util.WaitForAsyncUtils;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The whole program in a process of its own, which tells what its window shows. */
final class WindowChild {

    private static final PrintStream OUT = System.out;

    private WindowChild() {}

    /** Starts the program with its arguments. */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(WindowChild::watch);
        Main.main(arguments);
    }

    private static void watch() {
        try {
            tell("#rail", "open");
            tell("#incomingAbout", "package");
            tell("#importPath", "table");
        } catch (TimeoutException e) {
            OUT.println("nothing came");
            Platform.exit();
        }
    }

    private static void tell(String query, String word) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> find(query).isPresent());
        Node node = find(query).orElseThrow();
        OUT.println(word + (node instanceof Labeled words ? ": " + words.getText() : ""));
        OUT.flush();
        if (word.equals("package")) {
            Platform.runLater(() -> press("#incomingCancel"));
        }
    }

    private static void press(String query) {
        find(query).ifPresent(node -> ((javafx.scene.control.Button) node).fire());
    }

    private static Optional<Node> find(String query) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(query))
                .filter(java.util.Objects::nonNull)
                .filter(node -> !(node instanceof Labeled words) || !words.getText().isEmpty())
                .findFirst();
    }
}
