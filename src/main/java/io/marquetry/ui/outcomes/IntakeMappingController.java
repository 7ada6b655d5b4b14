package io.marquetry.ui.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Steers the third step: what the columns tell. */
final class IntakeMappingController {

    private static final int MOST_ARMS = 5;

    private final IntakeModel model;
    private final MappingForm form;
    private final Texts texts;
    private final Follows follows;

    @FXML private GridPane roles;
    @FXML private ComboBox<RowKind> rows;
    @FXML private CheckBox randomised;
    @FXML private ComboBox<String> control;
    @FXML private Label treated;
    @FXML private VBox planned;
    @FXML private GridPane plannedParts;
    @FXML private TextField plannedPeople;
    @FXML private CheckBox plannedAdjusted;
    @FXML private ComboBox<Optional<PackageKey>> pack;
    @FXML private TextField title;
    @FXML private TextField name;
    @FXML private TextField keepAs;

    IntakeMappingController(IntakeModel model, Texts texts, Follows follows) {
        this.model = model;
        this.form = model.form();
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        follows.on(form.answers(), told -> offerKinds());
        rows.setConverter(new Worded<>(kind -> texts.get("outcomes.rows." + kind.name())));
        rows.valueProperty().bindBidirectional(form.rows());
        randomised.selectedProperty().bindBidirectional(form.randomised());
        control.disableProperty().bind(form.randomised().not());
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
        plannedPeople.textProperty().bindBidirectional(form.plan().people());
        plannedAdjusted.selectedProperty().bindBidirectional(form.plan().adjusted());
        offer(control, form.control(), form.role(OutcomeRole.ARM));
        follows.on(form.rows(), kind -> fill());
        follows.on(form.control(), now -> showTreated());
        follows.on(form.randomised(), now -> showTreated());
        follows.on(form.role(OutcomeRole.ARM).column(), now -> showTreated());
        follows.on(form.role(OutcomeRole.ARM).column(), now -> fillParts());
        follows.on(form.randomised(), now -> Parts.show(planned, now));
        follows.on(
                form.role(OutcomeRole.PACKAGE).column(),
                column -> pack.setDisable(column.isPresent()));
    }

    /** In the order of the list; answers in another table where a mapping tells of them. */
    private void offerKinds() {
        boolean offered = form.answers().get().isPresent();
        if (!offered) {
            rows.getItems().remove(RowKind.CONTACTS);
        }
        for (RowKind kind : RowKind.values()) {
            if (!rows.getItems().contains(kind) && (kind != RowKind.CONTACTS || offered)) {
                rows.getItems().add(kind);
            }
        }
    }

    private void showTreated() {
        List<String> arms = new ArrayList<>(arms());
        arms.remove(form.control().get().strip());
        Parts.show(treated, form.randomised().get() && !arms.isEmpty());
        treated.setText(
                texts.get(
                        "outcomes.treated",
                        texts.listed(arms.stream().map(texts::known).toList())));
    }

    /** A field for the planned part of each arm, a few at most: others are for the command line. */
    private void fillParts() {
        plannedParts.getChildren().clear();
        List<String> arms = arms();
        if (arms.size() > MOST_ARMS) {
            return;
        }
        for (int row = 0; row < arms.size(); row++) {
            TextField part = new TextField();
            part.setId("outcomesPart" + row);
            part.setPrefColumnCount(5);
            part.setAccessibleText(texts.get("outcomes.planned.of", texts.known(arms.get(row))));
            part.textProperty().bindBidirectional(form.plan().part(arms.get(row)));
            Label arm = new Label(texts.known(arms.get(row)));
            arm.setLabelFor(part);
            plannedParts.addRow(row, arm, part);
        }
    }

    private List<String> arms() {
        return form.table().get().wordsOf(form.role(OutcomeRole.ARM).column().get());
    }

    private void fill() {
        roles.getChildren().clear();
        boolean events = form.rows().get() == RowKind.EVENTS;
        head(0, "outcomes.told");
        head(1, events ? "outcomes.columnOrWord" : "outcomes.column");
        if (!events) {
            head(2, "outcomes.yes");
        }
        int row = 1;
        if (events) {
            fill(form.role(OutcomeRole.PROFILE), row++);
            fill(form.role(OutcomeRole.EVENT), row++);
            for (OutcomeRole kind : MappingForm.KINDS) {
                fillWord(form.role(kind), row++);
            }
        }
        for (RoleForm role : form.roles()) {
            if (form.isAsked(role.role()) && !(events && isFirst(role.role()))) {
                fill(role, row++);
            }
        }
    }

    /** What rows of events tell above all stands above all. */
    private static boolean isFirst(OutcomeRole role) {
        return role == OutcomeRole.PROFILE
                || role == OutcomeRole.EVENT
                || MappingForm.KINDS.contains(role);
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
        label(word, column, row);
        roles.add(column, 1, row, form.rows().get() == RowKind.EVENTS ? 2 : 1, 1);
        if (role.role().isCount() && role.role() != OutcomeRole.TARGETED) {
            ComboBox<String> yes = new ComboBox<>();
            yes.setId("outcomes-" + id + "-yes");
            yes.setAccessibleText(texts.get("outcomes.yes.of", word));
            yes.setPromptText(texts.get("outcomes.yes.prompt"));
            offer(yes, role.equal(), role);
            roles.add(yes, 2, row);
        }
        if (role.role().mayBeUnknown() && form.rows().get() != RowKind.EVENTS) {
            CheckBox unknown = new CheckBox(texts.get("outcomes.unknown"));
            unknown.setId("outcomes-" + id + "-unknown");
            unknown.setAccessibleText(texts.get("outcomes.unknown.of", word));
            unknown.selectedProperty().bindBidirectional(role.unknown());
            roles.add(unknown, 3, row);
        }
    }

    private void fillWord(RoleForm kind, int row) {
        String id = kind.role().name().toLowerCase(Locale.ROOT);
        String told = texts.get("outcomes.kind." + kind.role().name());
        ComboBox<String> word = new ComboBox<>();
        word.setId("outcomes-" + id + "-word");
        word.setAccessibleText(told);
        word.setPromptText(texts.get("outcomes.word.prompt"));
        offer(word, kind.word(), form.role(OutcomeRole.EVENT));
        Label label = label(told, word, row);
        label.getStyleClass().add("indented");
        roles.add(word, 1, row, 2, 1);
    }

    private Label label(String text, Node of, int row) {
        Label label = new Label(text);
        label.setLabelFor(of);
        roles.add(label, 0, row);
        return label;
    }

    /** Lets a word be chosen among those of a column, or typed. */
    private void offer(ComboBox<String> box, StringProperty word, RoleForm column) {
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(12);
        follows.on(
                column.column(),
                now -> {
                    // Other words to choose from are no other choice.
                    String typed = word.get();
                    box.getItems().setAll(form.table().get().wordsOf(now));
                    word.set(typed);
                    box.getEditor().setText(typed);
                });
        box.getEditor().textProperty().subscribe((old, now) -> word.set(now));
        follows.on(word, box.getEditor()::setText);
    }
}
