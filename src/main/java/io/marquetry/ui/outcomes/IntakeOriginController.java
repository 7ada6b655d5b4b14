package io.marquetry.ui.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeName;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.sources.ImportFileController;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steers the first step: which file, or which table of a source. */
final class IntakeOriginController {

    private final IntakeModel model;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;
    private boolean showing;

    @FXML private RadioButton ofFile;
    @FXML private RadioButton ofSource;
    @FXML private StackPane filePart;
    @FXML private Node sourcePart;
    @FXML private ComboBox<ProfileSource> source;
    @FXML private ComboBox<Optional<String>> stream;
    @FXML private Node keptLine;
    @FXML private ComboBox<Optional<OutcomeName>> kept;

    IntakeOriginController(IntakeModel model, Desk desk, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Parent part =
                Views.load(
                        "importFile",
                        texts,
                        new ImportFileController(model.file(), model::choose, desk, follows));
        part.getStyleClass().add("wizard-page");
        filePart.getChildren().setAll(List.of(part));
        source.setItems(model.sources());
        source.setConverter(new Worded<>(ProfileSource::title));
        stream.setConverter(
                new Worded<>(name -> name.orElseGet(() -> texts.get("outcomes.stream.profiles"))));
        ofFile.setOnAction(event -> model.inPlace().set(false));
        ofSource.setOnAction(event -> model.inPlace().set(true));
        source.setOnAction(
                event -> {
                    if (!showing) {
                        model.stream().set(Optional.empty());
                        model.source().set(Optional.ofNullable(source.getValue()));
                    }
                });
        stream.setOnAction(
                event -> {
                    if (!showing && stream.getValue() != null) {
                        model.stream().set(stream.getValue());
                    }
                });
        kept.setConverter(
                new Worded<>(
                        name ->
                                name.map(OutcomeName::value)
                                        .orElseGet(() -> texts.get("outcomes.kept.none"))));
        kept.setOnAction(
                event -> {
                    if (!showing && kept.getValue() != null) {
                        model.kept().choose(kept.getValue());
                    }
                });
        follows.on(model.inPlace(), now -> show());
        follows.on(model.source(), now -> show());
        follows.on(model.kept().like(), now -> show());
        follows.changes(model.kept().names(), this::show);
    }

    private void show() {
        showing = true;
        boolean place = model.inPlace().get();
        ofFile.setSelected(!place);
        ofSource.setSelected(place);
        Parts.show(filePart, !place);
        Parts.show(sourcePart, place);
        source.setValue(model.source().get().orElse(null));
        List<Optional<String>> tables = new ArrayList<>(List.of(Optional.empty()));
        model.source()
                .get()
                .ifPresent(
                        s ->
                                s.model().streams().stream()
                                        .map(EventStream::name)
                                        .map(Optional::of)
                                        .forEach(tables::add));
        stream.getItems().setAll(tables);
        stream.setValue(model.stream().get());
        List<Optional<OutcomeName>> names = new ArrayList<>(List.of(Optional.empty()));
        model.kept().names().forEach(name -> names.add(Optional.of(name)));
        kept.getItems().setAll(names);
        kept.setValue(model.kept().like().get());
        Parts.show(keptLine, !model.kept().names().isEmpty());
        showing = false;
    }
}
