package io.marquetry.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.source.SourcePlace;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file that others write is looked at again where it lies, and what changed is told. */
@ExtendWith(ApplicationExtension.class)
class LookAgainTest {

    @TempDir private Path folder;

    private Workbench bench;
    private SourcesModel model;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"), Workbench.wiring(folder, "li"));
        model = SourcesBench.model(bench);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void changesOfAFileInPlaceAreToldAndItsLossTooAndTheLastNumbersStay(FxRobot robot)
            throws Exception {
        Path file = folder.resolve("shop.duckdb");
        write(
                file,
                "create table people as select 'C' || i as key, 'Rome' as city from range(9) t(i)");
        bench.workspace()
                .sources()
                .add(
                        new SourceName("shop"),
                        "Shop",
                        new SourcePlace.InPlace(
                                file.toString(),
                                Optional.of("people"),
                                Optional.of("key"),
                                List.of()),
                        Optional.empty());
        robot.interact(() -> bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH));
        Until.holds(
                () -> robot.lookup("#sourceRenew").queryButton().getText().equals("Look again"));
        Until.holds(() -> state(robot).startsWith("The file is in its place."));

        write(
                file,
                "create or replace table people as select 'C' || i as key, 7 as age from range(12) t(i)");
        look(robot);
        Until.holds(() -> state(robot).contains("Columns that are gone: city."));
        assertThat(state(robot)).contains("New columns: age.");
        robot.interact(() -> Pictures.write(stage.getScene(), "look-again-light"));
        Until.holds(() -> model.sources().getFirst().profiles() == 12);

        Files.delete(file);
        look(robot);
        Until.holds(() -> state(robot).endsWith("stay."));
        assertThat(model.sources().getFirst().profiles()).isEqualTo(12);
        robot.interact(() -> bench.show(stage, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(() -> state(robot).contains("仍显示"));
        robot.interact(() -> Pictures.write(stage.getScene(), "look-again-gone-dark"));
    }

    private static void look(FxRobot robot) {
        robot.interact(() -> robot.lookup("#sourceRenew").queryAs(Button.class).fire());
    }

    private static String state(FxRobot robot) {
        return robot.lookup("#remoteState").queryAs(Label.class).getText();
    }

    private static void write(Path file, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private SourcesScreen screen() {
        return SourcesBench.screen(bench, model);
    }
}
