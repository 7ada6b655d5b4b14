package io.marquetry.ui.tags;

import io.marquetry.base.Texts;
import io.marquetry.govern.TagCares;
import io.marquetry.govern.dictionary.DictionaryFile;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.tags.centre.GovernanceModel;
import io.marquetry.ui.tags.centre.TableSheet;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes tags out of the list and in again, and takes the last change back. */
final class TableTasks {

    private final GovernanceModel governance;
    private final TagTables tables;
    private final Desk desk;
    private final Texts texts;
    private final Runnable changed;

    TableTasks(GovernanceModel governance, TagTables tables, Desk desk, Runnable changed) {
        this.governance = governance;
        this.tables = tables;
        this.desk = desk;
        this.texts = desk.texts();
        this.changed = changed;
    }

    /** Lets a button take the last change back. */
    void undo(Button button, Follows follows) {
        follows.on(governance.last(), last -> button.setDisable(last.isEmpty()));
        Tip.on(button, () -> Optional.of(told(governance.last().get())));
        button.setOnAction(
                event ->
                        governance
                                .last()
                                .get()
                                .ifPresent(
                                        last ->
                                                governance.undo(
                                                        last.number(),
                                                        () -> {
                                                            desk.notices()
                                                                    .done(
                                                                            texts.get(
                                                                                    "govern.undone"));
                                                            changed.run();
                                                        },
                                                        desk.notices()::problem)));
    }

    private String told(Optional<TagCares.Rewritten> last) {
        return last.map(
                        one ->
                                texts.get(
                                        "govern.undo." + one.kind(),
                                        one.from().map(TagKey::value).orElse(""),
                                        one.to().map(TagKey::value).orElse(""),
                                        one.tags()))
                .orElseGet(() -> texts.get("govern.undo.nothing"));
    }

    /** Lets a menu write the tags that are listed. */
    void export(MenuButton menu, Supplier<List<Tag>> listed) {
        for (DictionaryFile.Form form : DictionaryFile.Form.values()) {
            MenuItem item = new MenuItem(texts.get("tags.export." + form));
            item.setId("tagExport" + form);
            item.setOnAction(event -> export(form, listed.get()));
            menu.getItems().add(item);
        }
    }

    private void export(DictionaryFile.Form form, List<Tag> tags) {
        FileKind kind =
                new FileKind(
                        texts.get("tags.export"),
                        texts.get("tags.export." + form),
                        form.name().toLowerCase(Locale.ROOT));
        desk.files()
                .toSave(kind, texts.get("tags.export.name"))
                .ifPresent(
                        file ->
                                tables.write(
                                        file,
                                        tags.stream().map(Tag::key).toList(),
                                        () ->
                                                desk.notices()
                                                        .done(
                                                                texts.get(
                                                                        "cli.tag.exportedTable",
                                                                        tags.size(),
                                                                        file.toString())),
                                        desk.notices()::problem));
    }

    /** Asks for a file of tags. */
    void choose(TagsModel model) {
        FileKind tags =
                new FileKind(
                        texts.get("tags.import"), texts.get("tags.files"), "json", "csv", "xlsx");
        desk.files().toOpen(tags).ifPresent(file -> take(file, model));
    }

    /** Shows what a table changes before it is taken; a document of tags is taken at once. */
    void take(Path file, TagsModel model) {
        tables.preview(
                file,
                preview ->
                        preview.ifPresentOrElse(
                                lines ->
                                        TableSheet.show(
                                                desk,
                                                lines,
                                                () ->
                                                        tables.take(
                                                                lines,
                                                                count -> {
                                                                    desk.notices()
                                                                            .done(
                                                                                    texts.get(
                                                                                            "govern.kept",
                                                                                            count));
                                                                    changed.run();
                                                                },
                                                                desk.notices()::problem)),
                                () ->
                                        model.importFile(
                                                file,
                                                count ->
                                                        desk.notices()
                                                                .done(
                                                                        texts.get(
                                                                                "tags.imported",
                                                                                count)),
                                                desk.notices()::problem)),
                desk.notices()::problem);
    }
}
