package io.marquetry.ui.common.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.ListPlace;
import io.marquetry.ui.common.screen.Notices;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Sheets;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.InPlaceBackground;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Navigation;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

@ExtendWith(ApplicationExtension.class)
class ListTableTest {

    private final Map<String, ListPlace> places = new HashMap<>();
    private final ObservableList<Town> towns = FXCollections.observableArrayList();
    private final SimpleBooleanProperty nothing = new SimpleBooleanProperty();
    private final List<String> done = new ArrayList<>();
    private final StackPane root = new StackPane();
    private Follows follows = new Follows();
    private ListTable<Town> table;
    private TableColumn<Town, Town> name;
    private TableColumn<Town, Town> people;

    private record Town(String name, Optional<Long> people) {}

    @Start
    void show(Stage stage) {
        towns.setAll(town("Wien", 1_900_000L), town("Graz", 290_000L), town("Nowhere", null));
        build(Locale.ENGLISH);
        Scene scene = new Scene(root, 600, 300);
        Look.apply(scene, Theme.LIGHT, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void letGo() {
        follows.close();
    }

    private static Town town(String name, Long people) {
        return new Town(name, Optional.ofNullable(people));
    }

    private void build(Locale language) {
        follows.close();
        follows = new Follows();
        table = new ListTable<>();
        table.setId("towns");
        table.setNothingFound("none of these");
        table.setEmpty(new Label("make a town"));
        name = new TableColumn<>("name");
        people = new TableColumn<>("people");
        table.getColumns().setAll(List.of(name, people));
        table.serve(desk(Texts.in(language)));
        table.text(name, Town::name);
        table.number(
                people,
                town -> town.people().map(OptionalLong::of).orElse(OptionalLong.empty()),
                town -> town.people().map(String::valueOf).orElse(""),
                town -> Optional.empty());
        Action open = table.one("Open", town -> done.add("open " + town.name()));
        Action remove = table.some("Remove", some -> done.add("remove " + some.size()));
        table.opens(open);
        table.deletes(remove);
        table.offer(open, remove);
        table.show(towns, Town::name, follows);
        table.showEmptyWhile(nothing, follows);
        root.getChildren().setAll(List.of(table));
    }

    @Test
    void orderAndChoiceStayWhenTheListIsReadAfresh(FxRobot robot) {
        robot.interact(
                () -> {
                    table.getSortOrder().setAll(List.of(name));
                    table.choose(town("Wien", 1_900_000L));
                    towns.setAll(
                            town("Wien", 2_000_000L), town("Baden", 26_000L), town("Graz", 1L));
                });
        assertThat(names()).containsExactly("Baden", "Graz", "Wien");
        assertThat(table.chosen()).containsExactly(town("Wien", 2_000_000L));
    }

    @Test
    void rowsWithoutANumberComeLastWhicheverWayTheyAreSorted(FxRobot robot) {
        robot.interact(() -> table.getSortOrder().setAll(List.of(people)));
        assertThat(names()).containsExactly("Graz", "Wien", "Nowhere");
        robot.interact(() -> people.setSortType(TableColumn.SortType.DESCENDING));
        assertThat(names()).containsExactly("Wien", "Graz", "Nowhere");
    }

    @Test
    void enterAndDoubleClickOpenAndDeleteRemoves(FxRobot robot) {
        robot.doubleClickOn("Graz");
        robot.type(KeyCode.ENTER);
        robot.interact(() -> table.getSelectionModel().selectAll());
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.DELETE);
        assertThat(done).containsExactly("open Graz", "open Graz", "remove 3");
    }

    @Test
    void menuOffersWhatCanBeDoneWithTheRowBelowTheMouse(FxRobot robot) {
        robot.clickOn("Graz", MouseButton.SECONDARY);
        assertThat(table.chosen()).extracting(Town::name).containsExactly("Graz");
        assertThat(table.getContextMenu().getItems())
                .extracting(MenuItem::getText)
                .containsExactly("Open", "Remove");
        robot.interact(() -> table.getContextMenu().hide());
    }

    @Test
    void nothingAtAllIsNotNothingFound(FxRobot robot) {
        robot.interact(towns::clear);
        assertThat(((Label) table.getPlaceholder()).getText()).isEqualTo("none of these");
        robot.interact(() -> nothing.set(true));
        assertThat(((Label) table.getPlaceholder()).getText()).isEqualTo("make a town");
    }

    @Test
    void widthsAndOrderAreAsTheyWereLeft(FxRobot robot) {
        robot.interact(
                () -> {
                    table.resizeColumn(name, 90);
                    people.setSortType(TableColumn.SortType.DESCENDING);
                    table.getSortOrder().setAll(List.of(people));
                });
        robot.interact(root::layout);
        double left = name.getWidth();
        robot.interact(() -> build(Locale.SIMPLIFIED_CHINESE));
        robot.interact(
                () -> {
                    root.applyCss();
                    root.layout();
                });
        assertThat(names()).containsExactly("Wien", "Graz", "Nowhere");
        assertThat(name.getWidth()).isCloseTo(left, within(1.0));
        assertThat(places.get("towns").descending()).isTrue();
    }

    @Test
    void oldListLetsGo(FxRobot robot) {
        ListTable<Town> before = table;
        robot.interact(() -> build(Locale.ENGLISH));
        robot.interact(towns::clear);
        assertThat(before.getItems()).hasSize(3);
        assertThat(table.getItems()).isEmpty();
    }

    private List<String> names() {
        return table.getItems().stream().map(Town::name).toList();
    }

    private Desk desk(Texts texts) {
        Background background = new InPlaceBackground();
        Quiet quiet = new Quiet();
        return new Desk(
                texts, background, quiet, quiet, quiet, (kind, file) -> Optional.empty(), places);
    }

    private static final class Quiet implements Notices, Sheets, Navigation {
        @Override
        public void done(String sentence, List<Step> steps) {}

        @Override
        public void problem(Problem problem) {}

        @Override
        public void show(Parent sheet) {}

        @Override
        public void open(Function<Desk, OpenSheet> maker) {}

        @Override
        public void close() {}

        @Override
        public void go(Destination destination) {}

        @Override
        public boolean leadsTo(Destination destination) {
            return false;
        }

        @Override
        public void speaksOf(Optional<SourceName> source) {}
    }
}
