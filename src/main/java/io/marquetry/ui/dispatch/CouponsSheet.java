package io.marquetry.ui.dispatch;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.dispatch.Coupons;
import io.marquetry.dispatch.desk.CouponCodes;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.TermsText;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Background;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows how many codes of each coupon there are, none of them, and brings more from files. */
final class CouponsSheet {

    private final DispatchModel model;
    private final Coupons coupons;
    private final Background background;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final ListTable<Coupons.Stock> table = new ListTable<>();
    private final TextField pool = new TextField();
    private final TextField expires = new TextField();
    private final Label problem = new Label();

    private CouponsSheet(DispatchModel model, Desk desk) {
        this.model = model;
        this.coupons = model.dispatches().reach().coupons();
        this.background = model.background();
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
    }

    /** Shows the codes. */
    static CouponsSheet show(DispatchModel model, Desk desk) {
        CouponsSheet sheet = new CouponsSheet(model, desk);
        sheet.open();
        return sheet;
    }

    private void open() {
        Label title = new Label(texts.get("dispatch.coupons.heading"));
        title.getStyleClass().add("heading");
        Label words = new Label(texts.get("dispatch.coupons.words"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        columns();
        SheetParts.name(pool, "couponsPool", texts.get("dispatch.coupons.pool"), 300);
        SheetParts.name(expires, "couponsExpires", texts.get("dispatch.coupons.expires"), 300);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        Parts.show(problem, false);
        Button bring = new Button(texts.get("dispatch.coupons.bring"));
        bring.setId("couponsBring");
        bring.getStyleClass().add("primary");
        bring.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> pool.getText().isBlank(), pool.textProperty()));
        bring.setOnAction(event -> choose());
        Button withdraw = new Button(texts.get("dispatch.coupons.withdraw"));
        withdraw.setId("couponsWithdraw");
        withdraw.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        withdraw.setOnAction(event -> ask(table.getSelectionModel().getSelectedItem()));
        Button close = new Button(texts.get("button.close"));
        close.setId("couponsClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox.setHgrow(pool, Priority.ALWAYS);
        HBox fields = new HBox(8, pool, expires);
        HBox buttons = new HBox(withdraw, bring, close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, words, table, fields, problem, buttons);
        sheet.setPrefWidth(720);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
        pool.requestFocus();
        load();
    }

    private void columns() {
        table.setId("couponsTable");
        table.setAccessibleText(texts.get("dispatch.coupons.heading"));
        table.setNothingFound(texts.get("dispatch.coupons.none"));
        table.setPrefHeight(240);
        table.serve(desk);
        TableColumn<Coupons.Stock, Coupons.Stock> key = column("coupon", 230);
        TableColumn<Coupons.Stock, Coupons.Stock> free = column("free", 90);
        TableColumn<Coupons.Stock, Coupons.Stock> given = column("given", 90);
        TableColumn<Coupons.Stock, Coupons.Stock> over = column("over", 90);
        TableColumn<Coupons.Stock, Coupons.Stock> first = column("first", 180);
        table.getColumns().setAll(List.of(key, free, given, over, first));
        table.key(key, stock -> stock.pool().value());
        table.figure(free, stock -> formats.count(stock.free()));
        table.figure(given, stock -> formats.count(stock.given()));
        table.figure(over, stock -> formats.count(stock.over()));
        table.text(first, stock -> stock.firstExpiry().map(formats::moment).orElse("–"));
        // Whoever brings more brings them to a coupon that is there, mostly.
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        stock -> {
                            if (stock != null) {
                                pool.setText(stock.pool().value());
                            }
                        });
    }

    private TableColumn<Coupons.Stock, Coupons.Stock> column(String name, double width) {
        return SheetParts.column(texts.get("dispatch.coupons.column." + name), width);
    }

    private void choose() {
        desk.files()
                .toOpen(
                        new FileKind(
                                texts.get("dispatch.coupons.bring"),
                                texts.get("dispatch.coupons.files"),
                                "txt",
                                "csv",
                                "tsv",
                                "xlsx",
                                "jsonl",
                                "parquet"))
                .ifPresent(this::bring);
    }

    /** Brings the codes of a file to the coupon that is named. */
    void bring(Path file) {
        Parts.show(problem, false);
        try {
            AssetKey key = TermsText.pool(pool.getText().strip());
            Optional<Instant> last =
                    expires.getText().isBlank()
                            ? Optional.empty()
                            : Optional.of(
                                    PlanText.moment(expires.getText().strip(), Instant.EPOCH));
            background.run(
                    signal -> CouponCodes.bring(coupons, key, file, last),
                    brought -> {
                        desk.notices()
                                .done(
                                        texts.get(
                                                "cli.coupons.added",
                                                key.value(),
                                                brought.added(),
                                                brought.known()));
                        load();
                    },
                    this::tell);
        } catch (ProblemException e) {
            tell(e.problem());
        }
    }

    private void ask(Coupons.Stock stock) {
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("dispatch.coupons.withdrawHeading", stock.pool().value()),
                texts.get("dispatch.coupons.withdrawWords", formats.count(stock.free())),
                texts.get("dispatch.coupons.withdrawNow"),
                () ->
                        background.run(
                                signal -> coupons.withdraw(stock.pool()),
                                gone -> show(model, desk),
                                desk.notices()::problem));
    }

    private void load() {
        background.run(signal -> coupons.stock(Instant.now()), table::showAll, this::tell);
    }

    private void tell(Problem found) {
        problem.setText(texts.sentence(found));
        Parts.show(problem, true);
    }
}
