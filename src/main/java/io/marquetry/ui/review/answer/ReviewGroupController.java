package io.marquetry.ui.review.answer;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.UpliftLine;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.review.ask.GroupPeople;
import io.marquetry.ui.review.ask.OpenedGroup;
import io.marquetry.ui.review.ask.Period;
import io.marquetry.ui.review.ask.Periods;
import io.marquetry.ui.review.ask.ReviewChoices;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows all figures of one group: its arms, and how far they are apart. */
public final class ReviewGroupController {

    private final ReviewModel model;
    private final EffectWords words;
    private final Texts texts;
    private final Desk desk;
    private final OpenedGroup opened;

    @FXML private Label heading;
    @FXML private ScrollPane linesBox;
    @FXML private VBox lines;
    @FXML private ListTable<ArmFigures> arms;
    @FXML private TableColumn<ArmFigures, ArmFigures> armColumn;
    @FXML private TableColumn<ArmFigures, ArmFigures> targetedColumn;
    @FXML private TableColumn<ArmFigures, ArmFigures> reachColumn;
    @FXML private TableColumn<ArmFigures, ArmFigures> hitColumn;
    @FXML private TableColumn<ArmFigures, ArmFigures> conversionColumn;
    @FXML private TableColumn<ArmFigures, ArmFigures> revenueColumn;
    @FXML private TableColumn<ArmFigures, ArmFigures> costColumn;
    @FXML private ListTable<UpliftLine> gaps;
    @FXML private TableColumn<UpliftLine, UpliftLine> pairColumn;
    @FXML private TableColumn<UpliftLine, UpliftLine> measureColumn;
    @FXML private TableColumn<UpliftLine, UpliftLine> gapColumn;
    @FXML private TableColumn<UpliftLine, UpliftLine> pColumn;
    @FXML private TableColumn<UpliftLine, UpliftLine> methodColumn;
    @FXML private TableColumn<UpliftLine, UpliftLine> verdictColumn;
    @FXML private Label noGaps;
    @FXML private Button only;
    @FXML private Button thingButton;
    @FXML private Button people;
    @FXML private Button close;

    private ReviewGroupController(
            ReviewModel model, EffectWords words, Desk desk, OpenedGroup opened) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.desk = desk;
        this.opened = opened;
    }

    /** Shows the figures as a sheet above the window. */
    public static void show(ReviewModel model, EffectWords words, Desk desk, OpenedGroup opened) {
        desk.sheets()
                .show(
                        Views.load(
                                "reviewGroup",
                                desk.texts(),
                                new ReviewGroupController(model, words, desk, opened)));
    }

    @FXML
    void initialize() {
        heading.setText(heading());
        lines.getChildren()
                .setAll(
                        opened.lines().stream()
                                .map(
                                        line -> {
                                            Label label = new Label(line);
                                            label.setWrapText(true);
                                            label.setMinHeight(Region.USE_PREF_SIZE);
                                            return label;
                                        })
                                .toList());
        Parts.show(linesBox, !opened.lines().isEmpty());
        fillArms();
        fillGaps();
        close.setOnAction(event -> desk.sheets().close());
        Optional<Destination> thing = thing();
        Parts.show(thingButton, thing.isPresent());
        thing.ifPresent(
                there -> {
                    thingButton.setText(
                            texts.get(
                                    there instanceof Destination.OfTag
                                            ? "review.tags.open"
                                            : "review.act.open"));
                    thingButton.setOnAction(
                            event -> {
                                desk.sheets().close();
                                desk.navigation().go(there);
                            });
                });
        Optional<GroupPeople> who =
                model.set().get().flatMap(set -> GroupPeople.of(set, opened, model.tags()::source));
        Parts.show(people, who.isPresent());
        who.ifPresent(found -> people.setOnAction(event -> compose(found)));
        Optional<ReviewChoices> narrower = narrower();
        only.setVisible(narrower.isPresent());
        only.setText(texts.get("review.group.only"));
        narrower.ifPresent(
                choices ->
                        only.setOnAction(
                                event -> {
                                    desk.sheets().close();
                                    model.look(choices);
                                }));
    }

    /** Names what was opened: by what, and of which outcomes. */
    private String heading() {
        String of = model.set().get().map(set -> texts.known(set.title())).orElse("");
        String what =
                opened.arm()
                        .map(words.names()::arm)
                        .orElseGet(
                                () ->
                                        opened.dimensions().isEmpty()
                                                ? texts.get("chart.everybody")
                                                : IntStream.range(0, opened.dimensions().size())
                                                        .mapToObj(this::named)
                                                        .collect(Collectors.joining(" · ")));
        return texts.get(
                "review.group.heading",
                what.substring(0, 1).toUpperCase(texts.locale()) + what.substring(1),
                of);
    }

    private String named(int i) {
        return texts.get(
                "review.group.named",
                words.dimension(opened.dimensions().get(i)),
                words.names().value(opened.group().values().get(i)));
    }

    /** Goes on to the people of the group: makes a package with just these people. */
    private void compose(GroupPeople found) {
        String name = words.names().group(opened.group());
        model.compose(
                found,
                LocalizedText.of(texts.locale(), texts.get("review.group.people.name", name)),
                made -> {
                    desk.sheets().close();
                    desk.notices().done(texts.get("review.group.people.made"));
                    desk.navigation().go(new Destination.OfPackage(made));
                },
                desk.notices()::problem);
    }

    private void fillArms() {
        arms.serve(desk);
        arms.text(
                armColumn,
                arm ->
                        arm.control()
                                ? texts.get("review.group.control", words.names().arm(arm.arm()))
                                : words.names().arm(arm.arm()));
        arms.figure(targetedColumn, arm -> words.amounts().count(arm.figures().targeted()));
        arms.figure(
                reachColumn, arm -> words.figure(Quantity.SHARE, arm.figures().reach().estimate()));
        arms.figure(hitColumn, arm -> words.figure(Quantity.SHARE, arm.figures().hit().estimate()));
        arms.figure(
                conversionColumn,
                arm -> words.figure(Quantity.SHARE, arm.figures().conversion().estimate()));
        arms.figure(
                revenueColumn,
                arm -> words.figure(Quantity.MONEY, arm.figures().revenue().perHead()));
        arms.figure(
                costColumn, arm -> words.figure(Quantity.MONEY, arm.figures().costPerConversion()));
        showTold(reachColumn, figures -> figures.reach().estimate());
        showTold(hitColumn, figures -> figures.hit().estimate());
        showTold(conversionColumn, figures -> figures.conversion().estimate());
        showTold(revenueColumn, figures -> figures.revenue().perHead());
        showTold(costColumn, Figures::costPerConversion);
        arms.showAll(opened.group().arms());
        opened.arm()
                .flatMap(
                        wanted ->
                                opened.group().arms().stream()
                                        .filter(arm -> arm.arm().equals(wanted))
                                        .findFirst())
                .ifPresent(arms::choose);
    }

    /** A column of what was never recorded says nothing. */
    private void showTold(
            TableColumn<ArmFigures, ArmFigures> column, Function<Figures, Estimate> figure) {
        column.setVisible(
                opened.group().arms().stream()
                        .map(arm -> figure.apply(arm.figures()))
                        .anyMatch(
                                estimate ->
                                        !(estimate instanceof Estimate.Unknown(Lacking why)
                                                && (why == Lacking.NOT_RECORDED
                                                        || why == Lacking.NO_COST))));
    }

    private void fillGaps() {
        gaps.serve(desk);
        gaps.text(pairColumn, UpliftLine::compared);
        gaps.text(measureColumn, UpliftLine::measure);
        gaps.figure(gapColumn, UpliftLine::both);
        gaps.figure(pColumn, UpliftLine::p);
        gaps.text(verdictColumn, UpliftLine::verdict);
        gaps.text(methodColumn, UpliftLine::method);
        switch (opened.group().uplift()) {
            case Uplift.Measured measured -> {
                gaps.showAll(
                        measured.comparisons().stream()
                                .flatMap(c -> words.lines(c, false).stream())
                                .toList());
                Parts.show(noGaps, false);
            }
            case Uplift.NoControl none -> {
                noGaps.setText(texts.get("effect.noControl." + none.why().name()));
                Parts.show(gaps, false);
            }
        }
    }

    /** Returns the choices that look at this package or span only. */
    private Optional<ReviewChoices> narrower() {
        for (int i = 0; i < opened.dimensions().size(); i++) {
            GroupValue value = opened.group().values().get(i);
            ReviewChoices now = model.choices().get();
            if (opened.dimensions().get(i) instanceof Dimension.Told told
                    && told.role() == OutcomeRole.PACKAGE
                    && value.word().isPresent()
                    && now.pack().isEmpty()) {
                return Optional.of(now.withPack(value.word()));
            }
            if (opened.dimensions().get(i) instanceof Dimension.Time time
                    && value instanceof GroupValue.Begins begins) {
                LocalDate first = begins.day();
                return Optional.of(
                        now.withPeriod(
                                new Period(
                                        Optional.of(first),
                                        Optional.of(Periods.end(first, time.step())))));
            }
        }
        return Optional.empty();
    }

    /** Returns what the group leads to: its package, or the tag by which it was divided. */
    private Optional<Destination> thing() {
        for (int i = 0; i < opened.dimensions().size(); i++) {
            Dimension by = opened.dimensions().get(i);
            if (by instanceof Dimension.Carries carries) {
                return Optional.of(new Destination.OfTag(carries.tag()));
            }
            if (opened.group().values().get(i) instanceof GroupValue.Named named) {
                if (by instanceof Dimension.Told(OutcomeRole role)
                        && role == OutcomeRole.PACKAGE
                        && PackageKey.isValid(named.key())) {
                    return Optional.of(new Destination.OfPackage(new PackageKey(named.key())));
                }
                if (by instanceof Dimension.PackageTag) {
                    return Optional.of(new Destination.OfTag(new TagKey(named.key())));
                }
            }
        }
        return Optional.empty();
    }
}
