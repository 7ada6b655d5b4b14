package io.marquetry.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Locale;
import java.util.Set;

@ExtendWith(ApplicationExtension.class)
class FrameTest {

    private static final List<String> SAID =
            List.of("One was saved.", "Another was saved.", "A third was saved. ".repeat(6));

    private Frame frame;
    private Button close;

    @Start
    void show(Stage stage) {
        frame = new Frame(Texts.in(Locale.ENGLISH));
        close = new Button("Close");
        Scene scene = new Scene(frame, 1024, 700);
        Look.apply(scene, Theme.LIGHT, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void noticesLeaveTheButtonsOfASheetFree(FxRobot robot) {
        robot.interact(() -> SAID.subList(0, 2).forEach(frame.notices()::done));
        robot.interact(() -> frame.sheets().show(sheet()));
        robot.interact(() -> frame.notices().done(SAID.get(2)));
        Bounds button = place(close);
        Set<Node> notices = robot.lookup(".notice").queryAll();
        assertThat(notices).hasSize(3);
        assertThat(notices).noneMatch(notice -> place(notice).intersects(button));
        close.setOnAction(event -> frame.sheets().close());
        robot.clickOn(close);
        assertThat(notices).allMatch(notice -> place(notice).getMinY() > frame.getHeight() / 2);
    }

    /** Nearly as large as the window, as sheets with figures are. */
    private VBox sheet() {
        Region figures = new Region();
        figures.setPrefSize(900, 560);
        VBox sheet = new VBox(figures, close);
        sheet.setAlignment(Pos.TOP_RIGHT);
        return sheet;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
