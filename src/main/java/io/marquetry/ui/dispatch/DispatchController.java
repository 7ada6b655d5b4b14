package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Badge;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.dispatch.account.AccountsSheet;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;

import java.util.Optional;

/** Steers the list of dispatches. */
final class DispatchController {

    private final DispatchModel model;
    private final PlanSheet plans;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private Node content;
    @FXML private Node empty;
    @FXML private ListTable<Status> table;
    @FXML private TableColumn<Status, Status> numberColumn;
    @FXML private TableColumn<Status, Status> packageColumn;
    @FXML private TableColumn<Status, Status> stateColumn;
    @FXML private TableColumn<Status, Status> sentColumn;
    @FXML private Button plan;
    @FXML private Button planFirst;
    @FXML private Button accounts;
    @FXML private Button series;
    @FXML private Button coupons;
    @FXML private Button suppression;

    DispatchController(DispatchModel model, PlanSheet plans, Desk desk, Follows follows) {
        this.model = model;
        this.plans = plans;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        table.serve(desk);
        table.count(numberColumn, status -> (long) status.dispatch().id().number());
        table.text(
                packageColumn,
                status ->
                        texts.get(
                                "dispatch.package",
                                model.name(status.dispatch().pack(), texts.locale()),
                                status.dispatch().version()));
        table.badge(
                stateColumn,
                status ->
                        Badge.of(
                                texts.sentence(status.state().word()), DispatchWords.tone(status)));
        table.figure(sentColumn, this::sent);
        table.show(model.all(), status -> status.dispatch().id(), follows);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        status -> {
                            if (status != null) {
                                model.chosen().set(Optional.of(status.dispatch().id()));
                            }
                        });
        follows.on(model.chosen(), id -> model.current().ifPresent(this::choose));
        plan.setOnAction(event -> plans.open(desk, model, Optional.empty()));
        planFirst.setOnAction(event -> plans.open(desk, model, Optional.empty()));
        accounts.setOnAction(event -> AccountsSheet.show(model.dispatches().accounts(), desk));
        series.setOnAction(event -> SeriesSheet.show(model, desk));
        coupons.setOnAction(event -> CouponsSheet.show(model, desk));
        suppression.setOnAction(event -> SuppressionSheet.show(model, desk));
        follows.changes(model.all(), this::show);
        follows.changes(model.loaded(), this::show);
        show();
    }

    private void choose(Status status) {
        if (!status.equals(table.getSelectionModel().getSelectedItem())) {
            table.choose(status);
        }
    }

    private String sent(Status status) {
        long net = status.dispatch().counts().net();
        return net == 0
                ? formats.count(0)
                : formats.wholePercent((double) status.in(RecipientState.SENT) / net);
    }

    private void show() {
        boolean nothing = model.loaded().get() && model.all().isEmpty();
        empty.setVisible(nothing);
        content.setVisible(!nothing);
    }

    /** Reads the list afresh. */
    void shown() {
        model.load(desk.notices()::problem);
        desk.navigation().speaksOf(Optional.empty());
    }
}
