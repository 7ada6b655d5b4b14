package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.desk.StepWords;
import io.marquetry.dispatch.outcome.DispatchOutcomes;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.navigation.Destination;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Steers what is shown of one dispatch: how far it is, whom it reaches, and what happened. */
final class DispatchDetailController {

    private final DispatchModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private final SeenPace seen = new SeenPace();
    private @Nullable DispatchId drawn;

    @FXML private VBox detail;
    @FXML private Label heading;
    @FXML private Label state;
    @FXML private Label facts;
    @FXML private CheckBox alone;
    @FXML private Button approve;
    @FXML private Button start;
    @FXML private Button pause;
    @FXML private Button resume;
    @FXML private Button cancel;
    @FXML private Button receipts;
    @FXML private Button bring;
    @FXML private Button trial;
    @FXML private Button explain;
    @FXML private Button review;
    @FXML private Label net;
    @FXML private Label netOf;
    @FXML private Label sent;
    @FXML private Label sentOf;
    @FXML private Label delivered;
    @FXML private Label deliveredOf;
    @FXML private Label failed;
    @FXML private Label unknown;
    @FXML private Label leftOut;
    @FXML private Label routes;
    @FXML private ProgressBar progress;
    @FXML private Label pace;
    @FXML private Label next;
    @FXML private VBox waterfall;
    @FXML private VBox steps;
    @FXML private Node unknownCard;
    @FXML private Button unknownOpen;

    DispatchDetailController(DispatchModel model, Desk desk, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        follows.both(alone.selectedProperty(), model.alone());
        approve.setOnAction(event -> with(id -> model.approve(id, desk.notices()::problem)));
        start.setOnAction(event -> with(this::start));
        resume.setOnAction(event -> with(this::start));
        pause.setOnAction(event -> with(id -> model.pause(id, desk.notices()::problem)));
        cancel.setOnAction(event -> with(this::askToCancel));
        receipts.setOnAction(
                event ->
                        with(
                                id ->
                                        model.receipts(
                                                id,
                                                count ->
                                                        desk.notices()
                                                                .done(
                                                                        texts.get(
                                                                                "cli.dispatch.newReceipts",
                                                                                formats.count(
                                                                                        count))),
                                                desk.notices()::problem)));
        review.setOnAction(
                event ->
                        with(
                                id ->
                                        desk.navigation()
                                                .go(
                                                        new Destination.OfOutcomes(
                                                                DispatchOutcomes.name(id)))));
        bring.setOnAction(event -> with(this::chooseReceipts));
        trial.setOnAction(event -> with(id -> TrialSheet.show(model, id, desk)));
        explain.setOnAction(event -> with(id -> ExplainSheet.show(model, id, desk)));
        unknownOpen.setOnAction(event -> with(id -> UnknownSheet.show(model, id, desk)));
        follows.on(model.chosen(), id -> show());
        follows.changes(model.all(), this::show);
        show();
    }

    private void with(Consumer<DispatchId> what) {
        model.current().ifPresent(status -> what.accept(status.dispatch().id()));
    }

    private void start(DispatchId id) {
        model.start(
                id,
                step ->
                        desk.notices()
                                .done(
                                        texts.get(
                                                "cli.dispatch.step",
                                                id.text(),
                                                StepWords.of(step, texts))),
                desk.notices()::problem);
    }

    private void chooseReceipts(DispatchId id) {
        desk.files()
                .toOpen(
                        new FileKind(
                                texts.get("dispatch.bring"),
                                texts.get("dispatch.bring.files"),
                                "csv",
                                "jsonl",
                                "xlsx",
                                "parquet"))
                .ifPresent(file -> bring(id, file));
    }

    private void bring(DispatchId id, Path file) {
        model.bring(
                id,
                file,
                brought ->
                        desk.notices()
                                .done(
                                        brought.skipped() == 0
                                                ? texts.get(
                                                        "cli.dispatch.newReceipts",
                                                        formats.count(brought.added()))
                                                : texts.get(
                                                        "dispatch.bring.some",
                                                        formats.count(brought.added()),
                                                        brought.skipped(),
                                                        Long.toString(brought.first()))),
                desk.notices()::problem);
    }

    private void askToCancel(DispatchId id) {
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("dispatch.cancel.heading", id.text()),
                texts.get("dispatch.cancel.words"),
                texts.get("dispatch.cancel"),
                () -> model.cancel(id, desk.notices()::problem));
    }

    private void show() {
        Optional<Status> now = model.current();
        detail.setVisible(now.isPresent());
        now.ifPresent(this::show);
    }

    private void show(Status now) {
        DispatchId id = now.dispatch().id();
        DispatchState at = now.state();
        boolean running = model.isRunning(id);
        heading.setText(
                texts.get(
                        "dispatch.heading",
                        id.text(),
                        model.name(now.dispatch().pack(), texts.locale()),
                        now.dispatch().version()));
        state.setText(StepWords.of(now.steps().getLast(), texts));
        state.getStyleClass().setAll("label", "pill", DispatchWords.tone(now));
        facts.setText(facts(now));
        Parts.show(approve, at == DispatchState.PLANNED);
        Parts.show(alone, at == DispatchState.PLANNED);
        Parts.show(start, at == DispatchState.SCHEDULED);
        Parts.show(pause, running);
        Parts.show(resume, !running && (at == DispatchState.PAUSED || at == DispatchState.RUNNING));
        Parts.show(cancel, !at.isLast() && !running);
        Parts.show(receipts, !running && began(now));
        Parts.show(bring, !running && began(now));
        Parts.show(trial, !at.isLast() && !running);
        Parts.show(review, DispatchModel.hasOutcomes(now));
        figures(now);
        next(now);
        steps.getChildren().setAll(now.steps().reversed().stream().map(this::told).toList());
        if (!id.equals(drawn)) {
            drawn = id;
            waterfall
                    .getChildren()
                    .setAll(
                            new Waterfall(
                                            texts,
                                            (words, which) ->
                                                    model.people(
                                                            id,
                                                            which,
                                                            people ->
                                                                    PeopleSheet.show(
                                                                            desk,
                                                                            words,
                                                                            people,
                                                                            desk.sheets()::close),
                                                            desk.notices()::problem))
                                    .of(now.dispatch()));
        }
    }

    private static boolean began(Status now) {
        return now.steps().stream().anyMatch(step -> step.state() == DispatchState.RUNNING);
    }

    private void figures(Status now) {
        long all = now.dispatch().counts().net();
        long taken = now.in(RecipientState.SENT);
        long arrived = now.receipts().getOrDefault(Receipt.Kind.DELIVERED, 0L);
        net.setText(formats.count(all));
        netOf.setText(
                texts.get("dispatch.of.audience", formats.count(now.dispatch().counts().gross())));
        sent.setText(formats.count(taken));
        sentOf.setText(all == 0 ? "" : formats.percent((double) taken / all));
        delivered.setText(formats.count(arrived));
        deliveredOf.setText(
                taken == 0
                        ? texts.get("dispatch.noReceipts")
                        : texts.get("dispatch.of.sent", formats.percent((double) arrived / taken)));
        failed.setText(formats.count(now.in(RecipientState.FAILED)));
        long open = now.in(RecipientState.UNKNOWN);
        unknown.setText(formats.count(open));
        unknown.getStyleClass().remove("warn");
        if (open > 0) {
            unknown.getStyleClass().add("warn");
        }
        Parts.show(unknownCard, true);
        unknownOpen.setDisable(open == 0 || model.isRunning(now.dispatch().id()));
        routes.setText(DispatchWords.routes(now, texts, formats));
        Parts.show(routes, !now.dispatch().others().isEmpty());
        leftOut.setText(
                now.late().entrySet().stream()
                        .map(
                                late ->
                                        texts.get(
                                                "dispatch.late",
                                                formats.count(late.getValue()),
                                                texts.sentence(late.getKey().words())))
                        .collect(Collectors.joining("\n")));
        Parts.show(leftOut, !now.late().isEmpty());
        long settled =
                now.people().entrySet().stream()
                        .filter(state -> state.getKey().isSettled())
                        .mapToLong(state -> state.getValue())
                        .sum();
        progress.setProgress(all == 0 ? 0 : (double) settled / all);
        Optional<SeenPace.Told> goes =
                seen.see(
                        now.dispatch().id(),
                        model.isRunning(now.dispatch().id()),
                        settled,
                        all - settled,
                        System.nanoTime());
        Parts.show(pace, goes.isPresent());
        goes.ifPresent(
                told ->
                        pace.setText(
                                texts.get(
                                        "dispatch.pace",
                                        formats.count(Math.round(told.perSecond())),
                                        DispatchWords.duration(told.left(), texts))));
    }

    private void next(Status now) {
        Parts.show(next, now.next().isPresent());
        now.next()
                .ifPresent(when -> next.setText(texts.get("dispatch.next", formats.moment(when))));
    }

    private String facts(Status now) {
        return texts.get(
                "dispatch.facts",
                now.dispatch().plannedBy(),
                formats.moment(now.dispatch().plannedAt()),
                formats.moment(now.dispatch().snapshot().asOf()),
                now.dispatch().routes().stream()
                        .map(Route::account)
                        .reduce((before, next) -> texts.get("dispatch.elseBy", before, next))
                        .orElseThrow(),
                formats.shortPercent(now.dispatch().holdout()));
    }

    private Label told(StateStep step) {
        Label line =
                new Label(
                        texts.get(
                                "dispatch.told",
                                formats.moment(step.at()),
                                step.who(),
                                StepWords.of(step, texts)));
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }
}
