package io.marquetry.ui.overview;

import io.marquetry.base.Texts;
import io.marquetry.effect.review.Card;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.library.Effect;
import io.marquetry.library.LibraryCard;
import io.marquetry.life.PackageState;
import io.marquetry.life.Waiting;
import io.marquetry.overview.Overview;
import io.marquetry.overview.Overview.Achieved;
import io.marquetry.overview.Overview.Entry;
import io.marquetry.overview.Overview.Judged;
import io.marquetry.overview.Overview.Sending;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.field.FirstFocus;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.navigation.Destination;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Steers the screen on which a manager sees everything at once; every line leads to its place. */
final class OverviewController {

    private static final List<PackageState> COLUMNS =
            List.of(
                    PackageState.DRAFT,
                    PackageState.IN_REVIEW,
                    PackageState.APPROVED,
                    PackageState.LIVE,
                    PackageState.EVALUATED,
                    PackageState.TEMPLATE);

    private final OverviewModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private final Cards cards;

    private boolean justShown;

    @FXML private VBox root;
    @FXML private Label counts;
    @FXML private HBox board;
    @FXML private VBox waiting;
    @FXML private VBox live;
    @FXML private VBox works;
    @FXML private VBox fades;
    @FXML private VBox costs;

    OverviewController(OverviewModel model, Desk desk, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
        this.follows = follows;
        this.cards = new Cards(new EffectWords(texts));
    }

    @FXML
    void initialize() {
        follows.on(model.seen(), now -> now.ifPresent(this::show));
        follows.on(model.judged(), now -> now.ifPresent(this::show));
        fill(works, List.of(), "overview.looking");
        fill(fades, List.of(), "overview.looking");
        fill(costs, List.of(), "overview.looking");
        model.judged().get().ifPresent(this::show);
    }

    /** Looks afresh whenever the screen comes to the front. */
    void shown() {
        justShown = true;
        model.load(desk.notices()::problem);
    }

    private void show(Overview now) {
        long all = COLUMNS.stream().mapToLong(state -> now.in(state).size()).sum();
        counts.setText(texts.get("overview.counts", all, now.waiting().size()));
        board.getChildren().setAll(COLUMNS.stream().map(state -> column(state, now)).toList());
        Map<PackageKey, String> names = names(now);
        fill(
                waiting,
                now.waiting().stream().map(one -> waiting(one, names)).toList(),
                "overview.waiting.none");
        List<Node> out = new ArrayList<>();
        now.overdue().forEach(one -> out.add(overdue(one)));
        now.dispatches().forEach(one -> out.add(sending(one, names)));
        now.in(PackageState.LIVE).stream()
                .filter(one -> !now.overdue().contains(one))
                .forEach(one -> out.add(live(one)));
        fill(live, out, "overview.live.none");
        focus();
    }

    /** What can be focused is there only now; who types elsewhere meanwhile goes on typing. */
    private void focus() {
        if (justShown
                && root.getScene() != null
                && !(root.getScene().getFocusOwner() instanceof TextInputControl)) {
            justShown = false;
            FirstFocus.in(root);
        }
    }

    private Map<PackageKey, String> names(Overview now) {
        Map<PackageKey, String> names = new HashMap<>();
        for (PackageState state : PackageState.values()) {
            now.in(state).forEach(one -> names.put(one.key(), one.name().in(texts.locale())));
        }
        return names;
    }

    private Node column(PackageState state, Overview now) {
        List<Entry> entries = now.in(state);
        Label title = new Label(texts.sentence(state.word()));
        title.getStyleClass().add("caption");
        Label number = new Label(formats.count(entries.size()));
        number.getStyleClass().add("number");
        HBox head = new HBox(6, number, title);
        head.getStyleClass().add("head");
        VBox column = new VBox(head);
        entries.forEach(entry -> column.getChildren().add(card(entry, now)));
        column.getStyleClass().addAll("column", state.name().toLowerCase(Locale.ROOT));
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private Button card(Entry entry, Overview now) {
        long open = now.open().getOrDefault(entry.key(), 0L);
        String name = entry.name().in(texts.locale());
        Button card = new Button(open == 0 ? name : texts.get("overview.card", name, open));
        card.setWrapText(true);
        card.setMaxWidth(Double.MAX_VALUE);
        card.getStyleClass().add("board-card");
        card.setOnAction(event -> go(new Destination.VersionsOf(entry.key())));
        return card;
    }

    private Node waiting(Waiting one, Map<PackageKey, String> names) {
        return line(
                names.getOrDefault(one.key(), one.key().value()),
                texts.get(
                        one.own() ? "overview.waiting.own" : "overview.waiting.line",
                        texts.sentence(one.state().word()),
                        one.last().who(),
                        formats.moment(one.last().madeAt())),
                "",
                new Destination.VersionsOf(one.key()));
    }

    private Node overdue(Entry one) {
        return line(
                one.name().in(texts.locale()),
                texts.get("overview.overdue", formats.day(one.schedule().until().orElseThrow())),
                "bad",
                new Destination.VersionsOf(one.key()));
    }

    private Node live(Entry one) {
        return line(
                one.name().in(texts.locale()),
                one.schedule()
                        .until()
                        .map(day -> texts.get("overview.live.until", formats.day(day)))
                        .orElseGet(() -> texts.sentence(PackageState.LIVE.word())),
                "",
                new Destination.VersionsOf(one.key()));
    }

    private Node sending(Sending one, Map<PackageKey, String> names) {
        String people =
                texts.get(
                        "overview.sending",
                        one.id().toString(),
                        texts.sentence(one.state().word()),
                        one.people());
        return line(
                names.getOrDefault(one.pack(), one.pack().value()),
                one.cost()
                        .map(cost -> texts.get("overview.sending.cost", people, cost))
                        .orElse(people),
                "",
                new Destination.DispatchOf(one.pack()));
    }

    private void show(Judged now) {
        fill(
                works,
                now.works().stream().map(card -> card(card, "good")).toList(),
                "overview.works.none");
        fill(
                fades,
                now.fades().stream().map(card -> card(card, "bad")).toList(),
                "overview.fades.none");
        fill(costs, now.achieved().stream().map(this::achieved).toList(), "overview.costs.none");
    }

    private Node card(LibraryCard card, String style) {
        String standing = texts.sentence(card.standing().word());
        Optional<Effect> effect = card.verdict().pooled();
        return line(
                card.pack().name().in(texts.locale()),
                effect.map(
                                found ->
                                        texts.get(
                                                "overview.effect",
                                                standing,
                                                found.value() * 100,
                                                card.runs().size()))
                        .orElse(standing),
                style,
                new Destination.VersionsOf(card.entry().key()));
    }

    private Node achieved(Achieved one) {
        BigDecimal spent = one.group().treated().cost().total();
        String cost =
                spent.signum() == 0
                        ? texts.get("overview.cost.none")
                        : texts.get("overview.cost", spent);
        String told =
                cards.most(one.group())
                        .map(
                                (Card card) ->
                                        texts.get(
                                                "overview.achieved",
                                                cost,
                                                card.name(),
                                                card.value()))
                        .orElse(cost);
        return line(
                one.name().in(texts.locale()),
                told,
                "",
                new Destination.OfOutcomes(one.set().name()));
    }

    private void fill(VBox box, List<? extends Node> lines, String nothing) {
        box.getChildren().setAll(lines);
        if (lines.isEmpty()) {
            Label none = new Label(texts.get(nothing));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            box.getChildren().add(none);
        }
    }

    private Button line(String name, String told, String style, Destination where) {
        Label what = new Label(name);
        what.getStyleClass().add("name");
        Label more = new Label(told);
        more.getStyleClass().add("muted");
        if (!style.isEmpty()) {
            more.getStyleClass().add(style);
        }
        Button line = new Button();
        line.setGraphic(new VBox(what, more));
        line.setAccessibleText(texts.get("overview.line", name, told));
        Tip.on(more, told);
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("overview-line");
        line.setOnAction(event -> go(where));
        return line;
    }

    private void go(Destination where) {
        desk.navigation().go(where);
    }
}
