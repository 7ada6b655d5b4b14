package io.marquetry.ui.compose;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditNames;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Written;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.draft.ExportModel;
import io.marquetry.ui.compose.draft.SaveState;
import io.marquetry.ui.compose.numbers.Numbers;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ButtonBase;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What menus, keys and buttons can ask of the composer. */
final class ComposeActions {

    private final ComposeModel compose;
    private final ExportModel exports;
    private final Desk desk;
    private final StringProperty undoLabel = new SimpleStringProperty("");
    private final StringProperty redoLabel = new SimpleStringProperty("");
    private final BooleanProperty canUndo = new SimpleBooleanProperty();
    private final BooleanProperty canRedo = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty verifiable = new SimpleBooleanProperty();
    private final BooleanProperty refreshable = new SimpleBooleanProperty();
    private final Action undo;
    private final Action redo;
    private final Action save;
    private final Action export;
    private final Action validate;
    private final Action verify;
    private final Action refresh;

    ComposeActions(
            ComposeModel compose,
            ExportModel exports,
            Numbers numbers,
            Desk desk,
            Follows follows) {
        this.compose = compose;
        this.exports = exports;
        this.desk = desk;
        EditNames names =
                new EditNames(desk.texts(), new TagNames(compose.tags()::get, desk.texts())::of);
        undo = new Action(undoLabel, canUndo, compose::undo);
        redo = new Action(redoLabel, canRedo, compose::redo);
        save = Action.of(desk.texts().get("compose.save"), open, this::saveNow);
        export =
                Action.of(
                        desk.texts().get("compose.export"),
                        open,
                        () -> exports.check(this::export));
        validate =
                Action.of(
                        desk.texts().get("compose.validate"),
                        open,
                        () -> exports.check(this::checked));
        verify =
                Action.of(desk.texts().get("compose.verify"), verifiable, numbers.verify()::verify);
        refresh =
                Action.of(
                        desk.texts().get("compose.refresh"), refreshable, numbers.index()::refresh);
        follows.on(numbers.audience().size(), size -> enable(numbers));
        follows.on(numbers.index().state(), state -> enable(numbers));
        follows.on(
                compose.draft(),
                draft -> {
                    open.set(draft.isPresent());
                    canUndo.set(draft.flatMap(PackageDraft::undoable).isPresent());
                    canRedo.set(draft.flatMap(PackageDraft::redoable).isPresent());
                    undoLabel.set(draft.map(names::undo).orElse(desk.texts().get("compose.undo")));
                    redoLabel.set(draft.map(names::redo).orElse(desk.texts().get("compose.redo")));
                });
    }

    /** Verifying compares two numbers, so one has to come from the index. */
    private void enable(Numbers numbers) {
        boolean indexed = numbers.index().ready().isPresent();
        refreshable.set(indexed);
        verifiable.set(indexed && numbers.audience().size().get() instanceof Answer.Here);
    }

    Action undo() {
        return undo;
    }

    Action redo() {
        return redo;
    }

    Action export() {
        return export;
    }

    Action verify() {
        return verify;
    }

    /** Returns the actions for the menus. */
    Map<Command, Action> forMenus(Runnable find) {
        Map<Command, Action> actions = new EnumMap<>(Command.class);
        actions.put(Command.UNDO, undo);
        actions.put(Command.REDO, redo);
        actions.put(Command.SAVE, save);
        actions.put(Command.EXPORT, export);
        actions.put(Command.VALIDATE, validate);
        actions.put(Command.VERIFY, verify);
        actions.put(Command.REFRESH, refresh);
        actions.put(Command.FIND, Action.always(desk.texts().get("compose.find"), find));
        return actions;
    }

    /** Lets a button do an action. */
    void bind(ButtonBase button, Action action) {
        button.setOnAction(event -> action.run().run());
        button.disableProperty().bind(BooleanExpression.booleanExpression(action.enabled()).not());
    }

    /** Whoever is warned may export all the same. */
    private void export(AssetPackage pack, List<Problem> warnings) {
        if (warnings.isEmpty()) {
            write(pack, Optional.empty());
        } else {
            new ExportSheet(desk)
                    .show(
                            nameOf(pack),
                            warnings,
                            Optional.of(reason -> write(pack, Optional.of(reason))));
        }
    }

    private void write(AssetPackage pack, Optional<String> reason) {
        chosen(pack.key() + ".json")
                .ifPresent(file -> exports.write(pack, file, reason, this::exported));
    }

    private String nameOf(AssetPackage pack) {
        return pack.name().in(desk.texts().locale());
    }

    private Optional<Path> chosen(String proposed) {
        Texts texts = desk.texts();
        return desk.files()
                .toSave(
                        new FileKind(
                                texts.get("compose.export.title"),
                                texts.get("compose.export.filter"),
                                "json"),
                        proposed);
    }

    private void exported(PackageVersion version, Path file) {
        Texts texts = desk.texts();
        Written.tell(
                desk,
                texts.get("compose.exported", version.number(), file.getFileName()),
                file,
                new Written.Copied(
                        texts.get("written.hash"), PackageDocumentJson.ownHash(version)));
    }

    private void checked(AssetPackage pack, List<Problem> warnings) {
        if (warnings.isEmpty()) {
            desk.notices().done(desk.texts().get("compose.valid", nameOf(pack)));
        } else {
            new ExportSheet(desk).show(nameOf(pack), warnings, Optional.empty());
        }
    }

    private void saveNow() {
        compose.save();
        compose.whenSaved(
                () -> {
                    if (compose.saveState().get() instanceof SaveState.Saved) {
                        Optional<String> name =
                                compose.current().map(p -> p.name().in(desk.texts().locale()));
                        desk.notices()
                                .done(desk.texts().get("compose.saved.notice", name.orElse("")));
                    }
                });
    }
}
