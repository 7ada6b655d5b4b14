package io.marquetry.ui.compose.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageRepository;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.compose.SampleBench;
import io.marquetry.ui.compose.palette.PaletteGrouping;
import io.marquetry.ui.compose.palette.PaletteRow;
import io.marquetry.ui.compose.palette.PaletteSort;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** All that the composer counts, on real households, against counts in the source itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersTest {

    private static final String WINBACK =
            "(user_coupon_ever or user_mailing_ge5)"
                    + " and (user_items_ge20in180d or user_spend_ge150)"
                    + " and not (user_coupon_used90d or user_mailing_recent60d)";

    @TempDir private static Path folder;

    private final FxRobot robot = new FxRobot();
    private SampleBench sample;

    @BeforeAll
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.asyncFx(
                        () -> sample = new SampleBench(stage, folder.resolve("workspace")))
                .get();
    }

    @AfterAll
    void close() throws Exception {
        assertThat(sample.bench.bugs()).isEmpty();
        sample.close();
        FxToolkit.cleanupStages();
    }

    @BeforeEach
    void begin() throws Exception {
        compose(WINBACK);
        robot.interact(() -> sample.model().target().set(NodePath.ROOT));
        sample.settle();
    }

    private void compose(String expression) throws Exception {
        sample.settle();
        robot.interact(
                () ->
                        sample.model()
                                .apply(
                                        new PackageEdit.ReplaceAudience(
                                                ExpressionText.parse(expression))));
        sample.settle();
    }

    /** Asks the source itself. */
    private long live(String expression) {
        return sample.bench
                .workspace()
                .audiences()
                .readers()
                .reader(sample.model().current().orElseThrow().source())
                .count(
                        new AudienceQuery(
                                ExpressionText.parse(expression),
                                sample.bench.workspace().tags().catalog()),
                        new CancelSignal())
                .audience();
    }

    private static String shown(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private String text(String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private String name(String key) {
        return sample.model()
                .tags()
                .get()
                .find(new TagKey(key))
                .orElseThrow()
                .name()
                .in(Locale.ENGLISH);
    }

    private String size() {
        return robot.lookup("#audienceSize").queryTextInputControl().getText();
    }

    private List<String> keys() {
        ListView<PaletteRow> list = robot.lookup("#paletteTags").queryListView();
        return list.getItems().stream()
                .filter(PaletteRow.Entry.class::isInstance)
                .map(row -> ((PaletteRow.Entry) row).tag().key().value())
                .toList();
    }

    private WhatIfs whatIfs() {
        return sample.screen.numbers().audience().whatIfs().get().latest().orElseThrow();
    }

    @Test
    void sizeOfTheIndexIsThatOfTheSourceAndSaysOfWhichState() throws Exception {
        assertThat(sample.screen.numbers().index().ready()).isPresent();
        assertThat(size()).isEqualTo(shown(live(WINBACK)));
        assertThat(text("#audienceState")).isEqualTo("exact · as of Jan 1, 2018 00:00");
        assertThat(text("#audienceShare")).endsWith("of 2,379 profiles · The Complete Journey");
        robot.clickOn("#verify");
        sample.settle();
        assertThat(text("#verifyVerdict")).startsWith("same in the source · ");
        assertThat(text("#verifyShown")).isEqualTo(size());
        assertThat(text("#verifyLive")).isEqualTo(size());
        assertThat(text("#verifyShownTime")).isEqualTo("as of Jan 1, 2018 00:00");
        assertThat(text("#verifyLiveTime")).startsWith("counted ");
    }

    @Test
    void excludingFromThePaletteGivesTheNumberThatWasToldBefore() throws Exception {
        TagKey seafood = new TagKey("user_dept_seafood");
        long told = Objects.requireNonNull(whatIfs().excluded().get(seafood));
        robot.interact(() -> robot.lookup("#paletteSearch").query().requestFocus());
        robot.write("dept_seafood");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        sample.settle();
        assertThat(size()).isEqualTo(shown(told));
        assertThat(told).isEqualTo(live(WINBACK + " and not user_dept_seafood"));
        assertThat(ExpressionText.write(sample.model().current().orElseThrow().audience()))
                .endsWith(
                        "not (user_coupon_used90d or user_mailing_recent60d or user_dept_seafood)");
        robot.interact(() -> sample.model().undo());
        sample.settle();
        assertThat(size()).isEqualTo(shown(live(WINBACK)));
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void paletteIsSortedByWhatIfAndHeldWhileADragIsUnderWay() throws Exception {
        ComboBox<PaletteGrouping> grouping = robot.lookup("#paletteGrouping").queryComboBox();
        ComboBox<PaletteSort> sort = robot.lookup("#paletteSort").queryComboBox();
        robot.interact(
                () -> {
                    grouping.setValue(PaletteGrouping.NONE);
                    sort.setValue(PaletteSort.LARGEST);
                });
        sample.settle();
        List<Long> sizes = new ArrayList<>();
        for (String key : keys()) {
            TagKey tag = new TagKey(key);
            sizes.add(whatIfs().removed().getOrDefault(tag, whatIfs().added().get(tag)));
        }
        assertThat(sizes).isSortedAccordingTo(Comparator.reverseOrder());
        List<String> before = keys();
        ListView<PaletteRow> list = robot.lookup("#paletteTags").queryListView();
        Node first =
                list.lookupAll(".palette-chip").stream()
                        .filter(Node::isVisible)
                        .findFirst()
                        .orElseThrow();
        robot.drag(first).moveTo("#group-2");
        compose("user_dept_fuel");
        assertThat(keys()).as("while something is dragged").isEqualTo(before);
        robot.moveTo("#packageKey").drop();
        sample.settle();
        assertThat(keys()).as("once it is dropped").isNotEqualTo(before);
        assertThat(sample.bench.workspace().settings().get("palette")).contains("NONE LARGEST");
        robot.interact(
                () -> {
                    grouping.setValue(PaletteGrouping.TOPIC);
                    sort.setValue(PaletteSort.KEY);
                });
    }

    @Test
    void tagThatCostsMostIsNamedAndLeadsToItsRow() throws Exception {
        assertThat(text("#audienceDearest")).isEqualTo(name("user_mailing_recent60d"));
        long without = live(WINBACK.replace(" or user_mailing_recent60d", ""));
        assertThat(text("#audienceWithout")).startsWith("without it " + shown(without) + " (+");
        robot.clickOn("#audienceDearest");
        assertThat(robot.lookup("#row-2-1").query().isFocused()).isTrue();
    }

    @Test
    void overlapIsWhatTheSourceCountsForBothTogether() throws Exception {
        GridPane table = robot.lookup("#overlapTable").queryAs(GridPane.class);
        List<String> texts = texts(table);
        assertThat(texts)
                .contains("Fresh produce, weekly", "Coupon mailing, spring", "draft", "v1");
        int at = texts.indexOf("Fresh produce, weekly");
        long both = live(WINBACK + " and user_dept_produce");
        assertThat(texts.subList(at + 2, at + 4))
                .containsExactly(shown(live("user_dept_produce")), shown(both));
        assertThat(text("#overlapRepeated")).endsWith("people would be contacted more than once.");
    }

    @Test
    void combinationsArePlottedAndReadByKeyboard() throws Exception {
        robot.interact(() -> robot.lookup("#overlapCombinations").queryAs(Hyperlink.class).fire());
        sample.settle();
        List<Node> columns = List.copyOf(robot.lookup(".upset-column").queryAll());
        assertThat(columns).isNotEmpty();
        long sum = 0;
        for (Node column : columns) {
            String words = Objects.requireNonNull(column.getAccessibleText());
            sum += Long.parseLong(words.substring(words.lastIndexOf(' ') + 1).replace(",", ""));
        }
        for (Label rest : robot.lookup(".upset-rest").queryAllAs(Label.class)) {
            String words = rest.getText();
            String people = words.substring(words.indexOf("with ") + 5, words.indexOf(" people"));
            sum += Long.parseLong(people.replace(",", ""));
        }
        List<String> chosen =
                robot.lookup("#combinations .check-box").queryAllAs(CheckBox.class).stream()
                        .filter(CheckBox::isSelected)
                        .map(CheckBox::getText)
                        .toList();
        assertThat(chosen).hasSize(5);
        String others =
                sample.bench.workspace().packages().list().stream()
                        .map(PackageRepository.Summary::pack)
                        .filter(pack -> chosen.contains(pack.name().in(Locale.ENGLISH)))
                        .map(pack -> " or (" + ExpressionText.write(pack.audience()) + ")")
                        .collect(Collectors.joining());
        long reached = live("(" + WINBACK + ")" + others);
        assertThat(sum).as("every person is in just one combination").isEqualTo(reached);
        assertThat(text("#combinationsSum"))
                .startsWith(shown(reached) + " people are reached in all;");
        robot.interact(columns.getFirst()::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(columns.get(1).isFocused()).isTrue();
        assertThat(text("#combinationsDetail")).isEqualTo(columns.get(1).getAccessibleText());
        robot.interact(() -> robot.lookup("#combinationsDone").queryButton().fire());
        assertThat(robot.lookup("#combinations").tryQuery()).isEmpty();
    }

    @Test
    void personIsExplainedAndUnknownOnesAreSaid() throws Exception {
        robot.interact(() -> sample.screen.numbers().explain().open().set(true));
        explain("no such household");
        assertThat(text("#explainWords")).startsWith("The source has nobody with this key.");
        compose("user_dept_fuel and not user_dept_fuel");
        explain("1");
        assertThat(text("#explainVerdict")).isEqualTo("not in the audience");
        assertThat(texts(robot.lookup("#explainRows").queryAs(GridPane.class)))
                .contains(name("user_dept_fuel"));
        assertThat(text("#explainWords")).startsWith("Smallest change to come in:");
        robot.interact(
                () -> sample.model().apply(new PackageEdit.ReplaceAudience(new AllOf(List.of()))));
        sample.settle();
        assertThat(text("#explainVerdict")).isEqualTo("in the audience");
        assertThat(text("#explainWords"))
                .isEqualTo("The audience names no tag, so everybody is in it.");
    }

    private void explain(String key) throws Exception {
        robot.interact(
                () -> {
                    robot.lookup("#explainKey").queryTextInputControl().setText(key);
                    robot.lookup("#explainNow").queryButton().fire();
                });
        sample.settle();
    }

    @Test
    void eachEditSinceTheVersionSaysWhoWentAndWhoCame() throws Exception {
        robot.interact(
                () -> {
                    sample.model().apply(new PackageEdit.RemoveNode(NodePath.of(2, 1)));
                    sample.model().exclude(new TagKey("user_dept_seafood"));
                });
        sample.settle();
        String removed = WINBACK.replace(" or user_mailing_recent60d", "");
        String now = removed + " and not user_dept_seafood";
        assertThat(text("#sinceToggle")).isEqualTo("SINCE V1");
        assertThat(texts(robot.lookup("#sinceTable").queryAs(GridPane.class)))
                .containsExactly(
                        "",
                        "lost",
                        "gained",
                        "remove " + name("user_mailing_recent60d"),
                        "0",
                        "+" + shown(live(removed) - live(WINBACK)),
                        "exclude " + name("user_dept_seafood"),
                        "−" + shown(live(removed) - live(now)),
                        "0",
                        "In sum",
                        "−" + shown(live("(" + WINBACK + ") and user_dept_seafood")),
                        "+" + shown(live("(" + now + ") and user_mailing_recent60d")));
    }

    private static List<String> texts(Node parent) {
        List<String> found = new ArrayList<>();
        collect(parent, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        switch (node) {
            case Label label -> found.add(label.getText());
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
            default -> {}
        }
    }
}
