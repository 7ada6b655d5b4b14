package io.marquetry.ui.compose.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;
import io.marquetry.index.LiveUse;
import io.marquetry.index.question.LiveWhatIfs;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.ComposeScreen;
import io.marquetry.ui.compose.QuietDesk;
import io.marquetry.ui.compose.Shelf;
import io.marquetry.ui.compose.SteeredBackground;
import io.marquetry.ui.compose.SteeredMembers;
import io.marquetry.ui.compose.SteeredReader;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the user is told of where the numbers come from, and what can be done about it. */
@ExtendWith(ApplicationExtension.class)
class IndexLineTest {

    private final SteeredMembers members = new SteeredMembers();
    private final SteeredBackground background = new SteeredBackground();
    private Shelf shelf = Shelf.filled();
    private Stage stage;
    private ComposeModel model;
    private Numbers numbers;
    private IndexModel index;

    @Start
    void start(Stage primary) {
        stage = primary;
        show(Theme.LIGHT, Locale.ENGLISH);
    }

    private void show(Theme theme, Locale language) {
        show(theme, language, Shelf.filled());
    }

    private void show(Theme theme, Locale language, Shelf filled) {
        shelf = filled;
        shelf.members = Optional.of(members);
        members.fails = Optional.empty();
        ComposeScreen screen = shelf.composer(background, InstantSource.fixed(Shelf.NOON));
        model = screen.model();
        numbers = screen.numbers();
        index = numbers.index();
        OpenScreen open = screen.open(new QuietDesk().desk(language, Background.inPlace()));
        Scene scene = new Scene(open.root(), 1180, 760);
        Look.apply(scene, theme, language);
        stage.setScene(scene);
        stage.show();
        open.shown().run();
        background.finishAll();
        model.add(Shelf.key("user_level_gold"));
        background.finishAll();
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#indexWords").queryAs(Label.class).getText();
    }

    private static boolean isShown(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.isVisible() && (node.getParent() == null || node.getParent().isVisible());
    }

    private static String size(FxRobot robot) {
        return robot.lookup("#audienceSize").queryTextInputControl().getText();
    }

    private static boolean isGrey(FxRobot robot) {
        return robot.lookup("#audienceSize")
                .query()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("stale"));
    }

    private static String state(FxRobot robot) {
        return robot.lookup("#audienceState").queryAs(Label.class).getText();
    }

    /** Returns the numbers of steps and chips that are shown as the last ones only. */
    private static List<Node> lastKnown(FxRobot robot, String nodes) {
        return robot.lookup(nodes).queryAll().stream()
                .filter(
                        node ->
                                node.getPseudoClassStates()
                                        .contains(PseudoClass.getPseudoClass("last-known")))
                .toList();
    }

    private static String stepOf(FxRobot robot, String row) {
        return robot.lookup(row + " .step .number").queryAs(Label.class).getText();
    }

    private void look(FxRobot robot) {
        robot.interact(
                () -> {
                    index.look();
                    background.finishAll();
                });
    }

    @Test
    void freshNumbersNeedNoWords(FxRobot robot) {
        assertThat(isShown(robot, "#indexLine")).isFalse();
        assertThat(size(robot)).isEqualTo("10,000");
    }

    @Test
    void changedSourceIsSaidAndRefreshedWithoutTouchingTheNumberBefore(FxRobot robot) {
        members.content = "01";
        members.carriers = 20_000;
        look(robot);
        assertThat(words(robot))
                .isEqualTo(
                        "The source has changed since these numbers were counted (as of Nov 23,"
                                + " 2026 12:00).");
        robot.clickOn("#indexAct");
        assertThat(words(robot)).startsWith("Counting anew.");
        assertThat(isShown(robot, "#indexStop")).isTrue();
        assertThat(size(robot)).isEqualTo("10,000");
        robot.interact(background::finishAll);
        assertThat(isShown(robot, "#indexLine")).isFalse();
        assertThat(size(robot)).isEqualTo("20,000");
    }

    @Test
    void goneSourceLeavesTheNumbersGreyedAndDatedUntilItIsThereAgain(FxRobot robot) {
        assertThat(isGrey(robot)).isFalse();
        members.fails = Optional.of(Problem.of("problem.source.unknown", "hillstrom"));
        look(robot);
        assertThat(words(robot))
                .startsWith("These numbers stand as of Nov 23, 2026 12:00 and cannot be verified:");
        assertThat(size(robot)).isEqualTo("10,000");
        assertThat(isGrey(robot)).isTrue();
        assertThat(state(robot)).isEqualTo("last known · as of Nov 23, 2026 12:00");
        assertThat(lastKnown(robot, ".step")).isNotEmpty();
        assertThat(lastKnown(robot, ".palette-chip"))
                .isNotEmpty()
                .anySatisfy(
                        chip ->
                                assertThat(chip.getAccessibleText())
                                        .endsWith("last known · as of Nov 23, 2026 12:00"));
        robot.interact(
                () -> {
                    model.add(Shelf.key("user_churn_low"));
                    background.finishAll();
                });
        assertThat(isGrey(robot)).as("also what is composed meanwhile").isTrue();
        robot.interact(model::undo);
        robot.interact(background::finishAll);

        robot.clickOn("#indexAct");
        robot.interact(background::finishAll);
        assertThat(isGrey(robot)).as("it is still not there").isTrue();

        members.fails = Optional.empty();
        robot.clickOn("#indexAct");
        robot.interact(background::finishAll);
        assertThat(isShown(robot, "#indexLine")).isFalse();
        assertThat(isGrey(robot)).isFalse();
        assertThat(lastKnown(robot, ".step")).isEmpty();
        assertThat(lastKnown(robot, ".palette-chip")).isEmpty();
        assertThat(state(robot)).isEqualTo("exact · as of Nov 23, 2026 12:00");
    }

    @Test
    void stoppedBuildingOffersToCountAndShowsTheLiveNumberMeanwhile(FxRobot robot) {
        robot.interact(
                () -> {
                    members.whileReading = () -> index.stop();
                    members.content = "02";
                    show(Theme.LIGHT, Locale.ENGLISH);
                });
        assertThat(words(robot)).isEqualTo("The tags have no numbers: counting was cancelled.");
        assertThat(size(robot)).isEqualTo("54,000");
        members.whileReading = () -> {};
        robot.clickOn("#indexAct");
        robot.interact(background::finishAll);
        assertThat(isShown(robot, "#indexLine")).isFalse();
        assertThat(size(robot)).isEqualTo("10,000");
    }

    @Test
    void tagWithoutNumberSaysWhy(FxRobot robot) {
        members.misfit = Optional.of(Problem.of("problem.tag.unknown", "user_level_gold"));
        members.content = "03";
        robot.interact(
                () -> {
                    index.refresh();
                    background.finishAll();
                });
        assertThat(
                        robot.lookup("#paletteTags").lookup(".list-cell").queryAll().stream()
                                .map(Node::getAccessibleText)
                                .filter(text -> text != null && text.contains("user_churn_low")))
                .allSatisfy(text -> assertThat(text).contains("There is no tag"));
    }

    @Test
    void newDayIsSaidAndRefreshedWithoutTouchingTheNumberBefore(FxRobot robot) {
        members.today = members.today.plusDays(1);
        members.carriers = 9_000;
        look(robot);
        assertThat(words(robot))
                .isEqualTo(
                        "A new day has begun: tags that count back from today still count from"
                                + " Nov 23, 2026.");
        assertThat(size(robot)).isEqualTo("10,000");
        robot.clickOn("#indexAct");
        robot.interact(background::finishAll);
        assertThat(isShown(robot, "#indexLine")).isFalse();
        robot.interact(
                () -> {
                    model.undo();
                    model.add(Shelf.key("user_order_recent3m"));
                    background.finishAll();
                });
        assertThat(size(robot)).as("counted from the new day").isEqualTo("9,000");
    }

    @Test
    void newDayChangesNothingForTagsThatDoNotCountBack(FxRobot robot) {
        robot.interact(
                () -> {
                    Shelf plain = Shelf.filled();
                    plain.forget("user_order_recent3m");
                    show(Theme.LIGHT, Locale.ENGLISH, plain);
                });
        members.today = members.today.plusDays(1);
        look(robot);
        assertThat(isShown(robot, "#indexLine")).isFalse();
    }

    @Test
    void numbersThatCannotBeKeptOnDiskAreRightAndSaySo(FxRobot robot) {
        robot.interact(() -> show(Theme.LIGHT, Locale.ENGLISH, unkept()));
        assertThat(isShown(robot, "#indexDisk")).isTrue();
        assertThat(robot.lookup("#indexDisk").queryAs(Label.class).getText())
                .isEqualTo(
                        "These numbers could not be kept on disk; they are counted again at the"
                                + " next start.");
        assertThat(size(robot)).isEqualTo("10,000");
    }

    @Test
    void sourceThatIsAskedItselfHasAllNumbersAndNoIndex(FxRobot robot) throws Exception {
        int before = members.asked;
        robot.interact(() -> show(Theme.LIGHT, Locale.ENGLISH, live()));
        assertThat(words(robot)).startsWith("This source is asked itself");
        assertThat(size(robot)).isEqualTo("54,000");
        assertThat(numbers.audience().whatIfs().get().current())
                .hasValueSatisfying(
                        found -> {
                            assertThat(found.isWhole()).isTrue();
                            assertThat(found.added())
                                    .containsEntry(
                                            Shelf.key("user_churn_low"), SteeredReader.expected(2));
                            assertThat(found.costs()).hasSize(1);
                        });
        assertThat(members.asked).as("tags that an index asked for").isEqualTo(before);
        robot.interact(() -> Pictures.write(stage.getScene(), "compose-live-light"));
        robot.interact(
                () -> {
                    new LiveUse(shelf.settings()).choose(Shelf.SOURCE, LiveUse.Choice.INDEX);
                    index.look();
                    background.finishAll();
                });
        assertThat(isShown(robot, "#indexLine")).isFalse();
        assertThat(size(robot)).isEqualTo("10,000");
        robot.interact(
                () -> {
                    new LiveUse(shelf.settings()).choose(Shelf.SOURCE, LiveUse.Choice.LIVE);
                    index.look();
                    background.finishAll();
                });
        assertThat(words(robot)).startsWith("This source is asked itself");
        robot.interact(() -> show(Theme.DARK, Locale.SIMPLIFIED_CHINESE, live()));
        robot.interact(() -> Pictures.write(stage.getScene(), "compose-live-dark-zh"));
    }

    private static Shelf live() {
        Shelf shelf = Shelf.filled();
        new LiveUse(shelf.settings()).choose(Shelf.SOURCE, LiveUse.Choice.LIVE);
        return shelf;
    }

    private static Shelf unkept() {
        Shelf shelf = Shelf.filled();
        shelf.keepNoIndex();
        return shelf;
    }

    /** Where numbers are counted on the server itself, for there is no index. */
    @Test
    void lastNumberOfAServerThatIsGoneStaysGreyedAndDated(FxRobot robot) {
        robot.interact(
                () -> {
                    members.whileReading = () -> index.stop();
                    members.content = "02";
                    show(Theme.LIGHT, Locale.ENGLISH);
                });
        assertThat(size(robot)).isEqualTo("54,000");
        robot.interact(
                () -> {
                    shelf.reader.fails =
                            Optional.of(
                                    Problem.of(
                                            "problem.remote.unreachable", "Shop", "db.shop:5432"));
                    model.add(Shelf.key("user_churn_low"));
                    background.finishAll();
                });
        assertThat(size(robot)).isEqualTo("54,000");
        assertThat(isGrey(robot)).isTrue();
        assertThat(state(robot)).isEqualTo("outdated · as of Nov 23, 2026 12:00");
        assertThat(robot.lookup("#previewProblem").queryAs(Label.class).getText())
                .contains("db.shop:5432");
        draw(robot, "server-gone-light-en");
        shelf.reader.fails = Optional.empty();
        robot.clickOn("#previewRetry");
        robot.interact(background::finishAll);
        assertThat(size(robot)).isEqualTo("44,000");
        assertThat(isGrey(robot)).isFalse();
    }

    /** One query counts so many tags and no more. */
    @Test
    void tagsThatScrollIntoSightAreCountedWhereOneQueryHoldsNotAll(FxRobot robot) {
        robot.interact(
                () -> {
                    Shelf many = live();
                    many.add(LiveWhatIfs.MOST + 40);
                    show(Theme.LIGHT, Locale.ENGLISH, many);
                });
        TagKey last = Shelf.key("user_zone_z" + (1_000 + LiveWhatIfs.MOST + 39));
        assertThat(counted(last)).isFalse();
        ListView<?> list = robot.lookup("#paletteTags").queryListView();
        robot.interact(() -> list.scrollTo(list.getItems().size() - 1));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(background::finishAll);
        assertThat(counted(last)).isTrue();
        draw(robot, "live-many-light-en");
        int before = shelf.reader.counts;
        robot.interact(() -> list.scrollTo(0));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(background::finishAll);
        assertThat(counted(Shelf.key("user_churn_high"))).isTrue();
        assertThat(shelf.reader.counts)
                .as("what has a number is not asked again")
                .isEqualTo(before);
    }

    private boolean counted(TagKey tag) {
        return numbers.audience().whatIfs().get().current().orElseThrow().added().containsKey(tag);
    }

    /** Where the source is asked itself, and its server goes away. */
    @Test
    void chipsAndRowsOfAServerThatIsGoneKeepTheirLastNumbers(FxRobot robot) {
        for (Theme theme : Theme.values()) {
            Locale language = theme == Theme.LIGHT ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
            robot.interact(
                    () -> {
                        show(theme, language, live());
                        model.add(Shelf.key("user_churn_low"));
                        background.finishAll();
                    });
            assertThat(lastKnown(robot, ".step")).isEmpty();
            assertThat(stepOf(robot, "#row-1")).isEqualTo("44,000");
            robot.interact(
                    () -> {
                        shelf.reader.fails =
                                Optional.of(
                                        Problem.of(
                                                "problem.remote.unreachable",
                                                "Shop",
                                                "db.shop:5432"));
                        model.add(Shelf.key("user_order_recent3m"));
                        background.finishAll();
                    });
            assertThat(stepOf(robot, "#row-1")).as("the row stays").isEqualTo("44,000");
            assertThat(stepOf(robot, "#row-2")).as("nobody knows this one").isEmpty();
            assertThat(lastKnown(robot, ".step")).hasSize(2);
            assertThat(lastKnown(robot, ".palette-chip")).isNotEmpty();
            draw(
                    robot,
                    "live-gone-"
                            + theme.name().toLowerCase(Locale.ROOT)
                            + "-"
                            + language.getLanguage());
            shelf.reader.fails = Optional.empty();
            robot.clickOn("#previewRetry");
            robot.interact(background::finishAll);
            assertThat(stepOf(robot, "#row-2")).isEqualTo("34,000");
            assertThat(lastKnown(robot, ".step")).isEmpty();
            assertThat(lastKnown(robot, ".palette-chip")).isEmpty();
        }
    }

    @Test
    void everyLineIsDrawn(FxRobot robot) {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            for (Theme theme : Theme.values()) {
                String suffix =
                        theme.name().toLowerCase(Locale.ROOT) + "-" + language.getLanguage();
                robot.interact(() -> show(theme, language));
                members.content += "1";
                look(robot);
                draw(robot, "index-changed-" + suffix);
                robot.interact(index::refresh);
                draw(robot, "index-refreshing-" + suffix);
                robot.interact(index::stop);
                members.fails = Optional.of(Problem.of("problem.source.unknown", "hillstrom"));
                look(robot);
                draw(robot, "index-gone-" + suffix);
                robot.interact(background::finishAll);
                robot.interact(() -> show(theme, language, unkept()));
                draw(robot, "index-memory-" + suffix);
                robot.interact(() -> show(theme, language));
                members.today = members.today.plusDays(1);
                look(robot);
                draw(robot, "index-newday-" + suffix);
            }
        }
    }

    private void draw(FxRobot robot, String name) {
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }
}
