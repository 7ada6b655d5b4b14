package io.marquetry.ui.assets;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Filled;
import io.marquetry.asset.Template;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.proof.Proof;
import io.marquetry.ui.assets.AssetsModel.Readers;
import io.marquetry.ui.common.look.BarTrack;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Map;

/** Shows what a text comes to for everybody of an audience, and how one of them reads it. */
final class ProofSheet {

    private static final double WIDTH = 600;
    private static final double BAR = 6;

    private final Asset asset;
    private final AssetsModel model;
    private final Desk desk;
    private final Texts texts;
    private final ComboBox<Readers> readers = new ComboBox<>();
    private final TextField person = new TextField();
    private final Label shown = new Label();
    private final Label length = new Label();
    private final VBox counted = new VBox(5);
    private final Label problem = new Label();

    private ProofSheet(Asset asset, AssetsModel model, Desk desk) {
        this.asset = asset;
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
    }

    static void show(Asset asset, AssetsModel model, Desk desk) {
        if (asset.body().isEmpty()) {
            desk.notices().problem(Problem.of("problem.asset.noText", asset.key().value()));
        } else {
            new ProofSheet(asset, model, desk).show();
        }
    }

    private void show() {
        Label heading = new Label(texts.get("assets.proofOf", asset.name().in(texts.locale())));
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        readers.setId("proofReaders");
        readers.setAccessibleText(texts.get("assets.readers"));
        readers.setMaxWidth(Double.MAX_VALUE);
        readers.setConverter(new Worded<>(this::called));
        person.setId("proofPerson");
        person.setPromptText(texts.get("compose.explain.key"));
        person.setAccessibleText(texts.get("compose.explain.key"));
        Button fill = new Button(texts.get("compose.text.fill"));
        fill.setMinWidth(Button.USE_PREF_SIZE);
        fill.setOnAction(event -> fill());
        person.setOnAction(event -> fill());
        HBox.setHgrow(person, Priority.ALWAYS);
        shown.getStyleClass().add("text-shown");
        shown.setWrapText(true);
        shown.setMinHeight(Label.USE_PREF_SIZE);
        shown.setMaxWidth(Double.MAX_VALUE);
        length.getStyleClass().add("muted");
        counted.setId("proofCounted");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        Parts.show(problem, false);
        Button close = new Button(texts.get("button.close"));
        close.setId("proofClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox sheet =
                new VBox(
                        12,
                        heading,
                        readers,
                        counted,
                        new HBox(8, person, fill),
                        shown,
                        length,
                        problem,
                        buttons);
        sheet.setId("proofSheet");
        sheet.setPrefWidth(WIDTH);
        Views.dress(sheet, "assetText");
        fillWith(Map.of());
        desk.sheets().show(sheet);
        readers.valueProperty()
                .subscribe(
                        now -> {
                            if (now != null) {
                                prove(now);
                            }
                        });
        model.readers(
                all -> {
                    readers.getItems().setAll(all);
                    readers.getSelectionModel().selectFirst();
                },
                this::told);
    }

    private String called(Readers whose) {
        return switch (whose) {
            case Readers.OfPackage of ->
                    texts.get("assets.ofPackage", of.pack().name().in(texts.locale()));
            case Readers.Everybody of -> texts.get("assets.everybody", of.source().title());
        };
    }

    private void prove(Readers whose) {
        Parts.show(problem, false);
        counted.getChildren().setAll(muted(texts.get("assets.proving")));
        model.prove(
                asset,
                texts.locale(),
                whose,
                this::proved,
                why -> {
                    counted.getChildren().clear();
                    told(why);
                });
    }

    private void proved(Proof proof) {
        counted.getChildren()
                .setAll(
                        new Label(
                                texts.get(
                                        "proof.people",
                                        proof.people(),
                                        proof.messages(),
                                        proof.took().toMillis())));
        for (Proof.Field field : proof.fields()) {
            counted.getChildren()
                    .add(
                            line(
                                    texts.get(
                                            !field.known()
                                                    ? "proof.unknown"
                                                    : field.saved()
                                                            ? "proof.saved"
                                                            : "proof.missing",
                                            field.name(),
                                            field.missing()),
                                    field.missing(),
                                    proof.people()));
        }
        proof.parts()
                .forEach(
                        (parts, people) ->
                                counted.getChildren()
                                        .add(
                                                line(
                                                        texts.get("proof.parts", parts, people),
                                                        people,
                                                        proof.people())));
        if (proof.alphabets().size() > 1) {
            proof.alphabets()
                    .forEach(
                            (alphabet, people) ->
                                    counted.getChildren()
                                            .add(
                                                    line(
                                                            texts.get(
                                                                    "proof.alphabet." + alphabet,
                                                                    people),
                                                            people,
                                                            proof.people())));
        }
        if (proof.cut() > 0) {
            counted.getChildren().add(muted(texts.get("proof.cut", proof.cut())));
        }
        proof.longest()
                .ifPresent(
                        longest -> {
                            if (person.getText().isEmpty()) {
                                person.setText(longest.person());
                                fill();
                            }
                        });
    }

    private static Node line(String words, long part, long all) {
        Label label = muted(words);
        double share = all == 0 ? 0 : (double) part / all;
        BarTrack bar = new BarTrack(share, BAR);
        bar.setMaxWidth(Double.MAX_VALUE);
        return new VBox(2, label, bar);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private void fill() {
        Readers whose = readers.getValue();
        if (whose == null) {
            return;
        }
        model.person(
                whose,
                person.getText().strip(),
                known -> {
                    Parts.show(problem, known.isEmpty());
                    problem.setText(texts.get("problem.person.unknown"));
                    fillWith(known);
                },
                this::told);
    }

    private void fillWith(Map<String, String> known) {
        Filled filled =
                Filled.of(new Template(asset.body().orElseThrow().in(texts.locale())), known);
        shown.setText(filled.text());
        length.setText(AssetDetail.measured(texts, asset.kind(), filled.text()));
    }

    private void told(Problem why) {
        problem.setText(texts.sentence(why));
        Parts.show(problem, true);
    }
}
