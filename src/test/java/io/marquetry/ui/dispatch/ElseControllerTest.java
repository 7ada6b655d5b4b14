package io.marquetry.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.plan.PlanRequest;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Further accounts are added and removed by the keyboard, and come back as they were left. */
@ExtendWith(ApplicationExtension.class)
class ElseControllerTest {

    private static final Account FILES =
            new Account(
                    "files",
                    ChannelKind.SMS,
                    new Account.Provider.FileDrop("drop"),
                    10,
                    Account.DEMO.keyLife(),
                    true,
                    Optional.empty());

    private ElseController part;

    @Start
    void show(Stage stage) {
        Texts texts = Texts.in(Locale.ENGLISH);
        part = new ElseController(texts);
        stage.setScene(new Scene(Views.load("dispatchElse", texts, part), 460, 300));
        stage.show();
        part.offer(List.of(Account.DEMO, FILES));
        part.offerColumns(List.of(Optional.empty(), Optional.of("phone"), Optional.of("agrees")));
    }

    @Test
    void addedAndRemovedByTheKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#planElseAdd").queryAs(Button.class).requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#planElseAccount1").query().isFocused()).isTrue();
        robot.interact(() -> choose(robot, "#planElseAddress1", Optional.of("phone")));
        robot.interact(() -> choose(robot, "#planElseConsent1", Optional.of("agrees")));
        PlanRequest.Other files =
                new PlanRequest.Other(
                        "files",
                        Optional.of("phone"),
                        Optional.of(new Dispatch.Consent("agrees", Optional.empty())),
                        Optional.empty());
        assertThat(part.form()).containsExactly(files);

        robot.interact(() -> part.show(List.of(files)));
        assertThat(part.form()).containsExactly(files);

        robot.interact(() -> robot.lookup("#planElseRemove1").queryAs(Button.class).requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(part.form()).isEmpty();
        assertThat(robot.lookup("#planElseAdd").query().isFocused()).isTrue();
    }

    private static void choose(FxRobot robot, String box, Optional<String> name) {
        ComboBox<Optional<String>> found = robot.lookup(box).queryComboBox();
        found.setValue(name);
    }
}
