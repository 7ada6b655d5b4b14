package io.marquetry.ui.common.screen;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says that a file is written, and offers what people do next with one. */
public final class Written {

    private Written() {}

    /**
     * Says it; the folder can be opened, where the system can, and the path be copied.
     *
     * @param more what else can be copied: what it is called, and the text
     */
    public static void tell(Desk desk, String sentence, Path file, Copied... more) {
        List<Notices.Step> steps = new ArrayList<>();
        desk.files()
                .folderOf(file)
                .ifPresent(
                        opens ->
                                steps.add(
                                        new Notices.Step(
                                                desk.texts().get("written.folder"), opens)));
        steps.add(
                new Notices.Step(
                        desk.texts().get("written.path"),
                        () -> copy(file.toAbsolutePath().toString())));
        for (Copied one : more) {
            steps.add(new Notices.Step(one.label(), () -> copy(one.text())));
        }
        desk.notices().done(sentence, steps);
    }

    /**
     * A text that can be copied.
     *
     * @param label what people read
     */
    public record Copied(String label, String text) {}

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
