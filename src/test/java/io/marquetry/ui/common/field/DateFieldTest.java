package io.marquetry.ui.common.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.LocalDate;
import java.util.Locale;

@ExtendWith(ApplicationExtension.class)
class DateFieldTest {

    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);

    private DateField field;
    private Button elsewhere;

    @Start
    void show(Stage stage) {
        field = new DateField();
        elsewhere = new Button("elsewhere");
        field.serve(Texts.in(Locale.ENGLISH));
        stage.setScene(new Scene(new HBox(field, elsewhere), 400, 100));
        stage.show();
    }

    @Test
    void isoIsTakenAndShownAsTheLanguageWritesIt(FxRobot robot) {
        type(robot, "2017-06-01");
        assertThat(field.getValue()).isEqualTo(DAY);
        assertThat(field.getEditor().getText()).isEqualTo("Jun 1, 2017");
        assertThat(field.wrong().get()).isFalse();
    }

    @Test
    void whatIsNoDayStaysAndIsMarked(FxRobot robot) {
        type(robot, "soon");
        robot.interact(elsewhere::requestFocus);
        assertThat(field.getValue()).isNull();
        assertThat(field.getEditor().getText()).isEqualTo("soon");
        assertThat(field.wrong().get()).isTrue();
        assertThat(field.getAccessibleHelp()).contains("2017-06-01");
        type(robot, "6/1/2017");
        assertThat(field.getValue()).isEqualTo(DAY);
        assertThat(field.wrong().get()).isFalse();
    }

    @Test
    void emptiedFieldIsNoDayAndNoFault(FxRobot robot) {
        type(robot, "2017-06-01");
        type(robot, "");
        assertThat(field.getValue()).isNull();
        assertThat(field.wrong().get()).isFalse();
    }

    private void type(FxRobot robot, String words) {
        robot.interact(
                () -> {
                    field.getEditor().requestFocus();
                    field.getEditor().setText(words);
                });
        robot.type(KeyCode.ENTER);
    }
}
