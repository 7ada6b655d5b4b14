package io.marquetry.ui.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.Worded;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Steers the second step: what the columns tell. */
final class IntakeMappingController {

    private final IntakeModel model;
    private final MappingForm form;
    private final Texts texts;

    @FXML private GridPane roles;
    @FXML private ComboBox<OutcomeName> kept;
    @FXML private ComboBox<RowKind> rows;
    @FXML private CheckBox randomised;
    @FXML private ComboBox<String> control;
    @FXML private ComboBox<Optional<PackageKey>> pack;
    @FXML private TextField title;
    @FXML private TextField name;
    @FXML private TextField keepAs;

    IntakeMappingController(IntakeModel model, Texts texts) {
        this.model = model;
        this.form = model.form();
        this.texts = texts;
    }

    @FXML
    void initialize() {
        kept.setItems(model.kept());
        kept.setDisable(model.kept().isEmpty());
        kept.setConverter(new Worded<>(OutcomeName::value));
        kept.setOnAction(event -> Optional.ofNullable(kept.getValue()).ifPresent(model::use));
        rows.getItems().setAll(RowKind.values());
        rows.setConverter(new Worded<>(kind -> texts.get("outcomes.rows." + kind.name())));
        rows.valueProperty().bindBidirectional(form.rows());
        randomised.selectedProperty().bindBidirectional(form.randomised());
        control.disableProperty().bind(form.randomised().not());
        control.getEditor().textProperty().bindBidirectional(form.control());
        List<Optional<PackageKey>> packs = new ArrayList<>(List.of(Optional.empty()));
        model.packages().forEach(key -> packs.add(Optional.of(key)));
        pack.getItems().setAll(packs);
        pack.setConverter(
                new Worded<>(
                        key -> key.map(PackageKey::value).orElse(texts.get("outcomes.pack.none"))));
        pack.valueProperty().bindBidirectional(form.pack());
        title.textProperty().bindBidirectional(form.title());
        name.textProperty().bindBidirectional(form.name());
        keepAs.textProperty().bindBidirectional(form.keepAs());
        form.rows().subscribe(kind -> fill());
        form.role(OutcomeRole.ARM).column().subscribe(this::offerArms);
        form.role(OutcomeRole.PACKAGE)
                .column()
                .subscribe(column -> pack.setDisable(column.isPresent()));
    }

    private void offerArms(Optional<String> column) {
        String typed = form.control().get();
        control.getItems()
                .setAll(
                        column.map(c -> form.table().get().examples().getOrDefault(c, List.of()))
                                .orElse(List.of()));
        form.control().set(typed);
    }

    private void fill() {
        roles.getChildren().clear();
        head(0, "outcomes.told");
        head(1, "outcomes.column");
        head(2, "outcomes.yes");
        int row = 1;
        for (RoleForm role : form.roles()) {
            if (form.isAsked(role.role())) {
                fill(role, row);
                row++;
            }
        }
    }

    private void head(int column, String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("caption");
        roles.add(label, column, 0);
    }

    private void fill(RoleForm role, int row) {
        String word = texts.get("outcomes.role." + role.role().name());
        String id = role.role().name().toLowerCase(Locale.ROOT);
        ComboBox<Optional<String>> column = new ComboBox<>();
        column.setId("outcomes-" + id);
        column.setAccessibleText(word);
        column.setMaxWidth(Double.MAX_VALUE);
        column.getItems().add(Optional.empty());
        form.table().get().types().keySet().forEach(c -> column.getItems().add(Optional.of(c)));
        column.setConverter(
                new Worded<>(chosen -> chosen.orElseGet(() -> texts.get("outcomes.nothing"))));
        column.valueProperty().bindBidirectional(role.column());
        Label label = new Label(word);
        label.setLabelFor(column);
        label.setAlignment(Pos.CENTER_LEFT);
        roles.add(label, 0, row);
        roles.add(column, 1, row);
        if (role.role().isCount() && role.role() != OutcomeRole.TARGETED) {
            roles.add(yes(role, word, id), 2, row);
        }
    }

    private Node yes(RoleForm role, String word, String id) {
        TextField yes = new TextField();
        yes.setId("outcomes-" + id + "-yes");
        yes.setAccessibleText(texts.get("outcomes.yes.of", word));
        yes.setPromptText(texts.get("outcomes.yes.prompt"));
        yes.textProperty().bindBidirectional(role.equal());
        return yes;
    }
}
