package io.marquetry.ui.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.common.Worded;
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
    private final Texts texts;
    private boolean showing;

    @FXML private RadioButton ofFile;
    @FXML private RadioButton ofSource;
    @FXML private StackPane filePart;
    @FXML private Node sourcePart;
    @FXML private ComboBox<ProfileSource> source;
    @FXML private ComboBox<Optional<String>> stream;

    IntakeOriginController(IntakeModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        Parent part =
                Views.load(
                                "importFile",
                                texts,
                                new Controllers()
                                        .with(
                                                ImportFileController.class,
                                                () ->
                                                        new ImportFileController(
                                                                model.file(),
                                                                model::choose,
                                                                texts)))
                        .root();
        part.getStyleClass().add("import-page");
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
        model.inPlace().subscribe(now -> show());
        model.source().subscribe(now -> show());
    }

    private void show() {
        showing = true;
        boolean place = model.inPlace().get();
        ofFile.setSelected(!place);
        ofSource.setSelected(place);
        shown(filePart, !place);
        shown(sourcePart, place);
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
        showing = false;
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
