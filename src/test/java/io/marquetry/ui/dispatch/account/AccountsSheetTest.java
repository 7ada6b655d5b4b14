package io.marquetry.ui.dispatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.MailServers;
import io.marquetry.dispatch.OutsideProvider;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.dispatch.DispatchModel;
import io.marquetry.ui.dispatch.DispatchScreen;
import io.marquetry.ui.dispatch.PlanSheet;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Accounts are added, tested, changed and removed in the window, by keyboard alone. */
@Tag("sights")
@ExtendWith(ApplicationExtension.class)
class AccountsSheetTest {

    private static final String PASSWORD = "planted-pass-77";
    private static final String SECRET = "planted-secret-88";
    private static final int MOST_STEPS = 80;

    @TempDir private Path folder;

    private Stage window;
    private Workbench bench;
    private @Nullable GreenMail mail;

    @Start
    void show(Stage stage) {
        window = stage;
        bench = new Workbench(folder.resolve("workspace"), Workbench.wiring(folder, "li"));
        bench.show(window, screen(), Theme.LIGHT, Locale.ENGLISH);
    }

    private DispatchScreen screen() {
        return new DispatchScreen(
                new DispatchModel(
                        bench.workspace().dispatches(),
                        bench.workspace().packages(),
                        bench.background(),
                        Platform::runLater),
                new PlanSheet(
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        InstantSource.system()));
    }

    @BeforeEach
    void serve() throws InterruptedException {
        GreenMail server = MailServers.start(ServerSetupTest.SMTP.dynamicPort());
        server.setUser("news@shop.example", "shop", PASSWORD);
        mail = server;
    }

    @AfterEach
    void noBugs() {
        bench.close();
        if (mail != null) {
            mail.stop();
        }
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void mailAndHttpAreAddedChangedAndRemovedByKeyboard(FxRobot robot) throws Exception {
        addMail(robot);
        try (OutsideProvider provider =
                new OutsideProvider(OutsideProvider.Kind.HTTP, folder, Map.of())) {
            addHttp(robot);
            assertThat(provider.taken()).isEmpty();
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
        change(robot);
        remove(robot);
        nowhere(PASSWORD);
        nowhere(SECRET);
    }

    private void addMail(FxRobot robot) throws Exception {
        press(robot, "dispatchAccountsOpen", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#accountsNew"));
        press(robot, "accountsNew", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#account-HOST"));
        reached(
                robot,
                "accountKind-MAIL",
                "account-NAME",
                "account-HOST",
                "account-SECURITY",
                "account-PASSWORD",
                "account-FROM",
                "account-DKIM_KEY-choose",
                "account-RATE",
                "accountTest",
                "accountCancel",
                "accountSave");
        press(robot, "accountSave", KeyCode.SPACE);
        assertThat(text(robot, "#account-HOST-wrong")).isEqualTo("Fill this in.");
        assertThat(focused(robot)).isEqualTo("account-HOST");

        write(robot, "account-HOST", "mail.shop.example");
        press(robot, "account-SECURITY", KeyCode.DOWN, KeyCode.DOWN);
        assertThat(typed(robot, "#account-PORT")).isEqualTo("25");
        // Nobody's password goes to another machine in the clear.
        assertThat(text(robot, "#account-HOST-wrong")).contains("unless it is this machine");
        write(robot, "account-HOST", "127.0.0.1");
        write(robot, "account-PORT", "none");
        write(robot, "account-USER", "shop");
        write(robot, "account-PASSWORD", "wrong");
        write(robot, "account-FROM", "news");
        write(robot, "account-REPLY_TO", "");
        assertThat(text(robot, "#account-PORT-wrong")).contains("whole number");
        assertThat(text(robot, "#account-FROM-wrong")).isEqualTo("From is no mail address.");
        write(robot, "account-PORT", String.valueOf(mail.getSmtp().getPort()));
        write(robot, "account-FROM", "news@shop.example");
        assertThat(typed(robot, "#account-BOUNCES")).isEqualTo("bounce+{key}@shop.example");
        assertThat(text(robot, "#accountMeaning")).contains("not sent again by themselves");
        write(robot, "account-PASSPHRASE", "correct horse");
        picture(robot, "account-mail-light");

        press(robot, "accountTest", KeyCode.SPACE);
        Until.holds(() -> steps(robot).size() == 3);
        assertThat(steps(robot).getLast().getStyleClass()).contains("bad");
        write(robot, "account-PASSWORD", PASSWORD);
        press(robot, "accountTest", KeyCode.SPACE);
        Until.holds(() -> steps(robot).size() == 3 && isGood(robot));
        picture(robot, "account-tested-light");
        press(robot, "accountSave", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#accountEdit-mail"));
        Account kept = account("mail").orElseThrow();
        assertThat(kept.channel()).isEqualTo(ChannelKind.MAIL);
        assertThat(kept.provider()).isInstanceOf(Account.Provider.Smtp.class);
        assertThat(kept.provider().secretPlace()).isInstanceOf(SecretPlace.InVault.class);
    }

    private void addHttp(FxRobot robot) throws Exception {
        press(robot, "accountsNew", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#accountKind-MAIL"));
        press(robot, "accountKind-MAIL", KeyCode.RIGHT, KeyCode.RIGHT);
        Until.holds(() -> isThere(robot, "#account-DOCUMENT"));
        assertThat(isThere(robot, "#account-HOST")).isFalse();
        write(robot, "account-DOCUMENT", folder.resolve("absent.json").toString());
        write(robot, "account-SHARED", SECRET);
        Until.holds(() -> text(robot, "#account-DOCUMENT-wrong").contains("absent.json"));
        write(robot, "account-DOCUMENT", folder.resolve("reached.json").toString());
        write(robot, "account-KEY_LIFE", "90");
        Until.holds(() -> text(robot, "#accountAbout").contains("Ledger"));
        assertThat(text(robot, "#accountMeaning")).contains("nobody gets two");
        write(robot, "account-NAME", "mail");
        write(robot, "account-RATE", "0");
        press(robot, "accountSave", KeyCode.SPACE);
        assertThat(text(robot, "#account-NAME-wrong")).contains("already");
        assertThat(text(robot, "#account-RATE-wrong")).contains("1 to 100,000");
        write(robot, "account-NAME", "gateway");
        write(robot, "account-RATE", "20");
        picture(robot, "account-http-light");
        press(robot, "accountTest", KeyCode.SPACE);
        Until.holds(() -> steps(robot).size() == 3 && isGood(robot));
        press(robot, "accountSave", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#accountEdit-gateway"));
        Account kept = account("gateway").orElseThrow();
        assertThat(kept.channel()).isEqualTo(ChannelKind.SMS);
        assertThat(kept.keyLife()).isEqualTo(Duration.ofMinutes(90));
        assertThat(kept.perSecond()).isEqualTo(20);
    }

    /** The secret stays as long as nobody types another one. */
    private void change(FxRobot robot) throws Exception {
        SecretPlace before = account("gateway").orElseThrow().provider().secretPlace();
        reached(robot, "accountEdit-gateway", "accountRemove-gateway", "accountsNew");
        press(robot, "accountEdit-gateway", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#account-SHARED"));
        assertThat(typed(robot, "#account-SHARED")).isEmpty();
        write(robot, "account-KEY_LIFE", "30");
        press(robot, "accountSave", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#accountEdit-gateway"));
        Account changed = account("gateway").orElseThrow();
        assertThat(changed.keyLife()).isEqualTo(Duration.ofMinutes(30));
        assertThat(changed.provider().secretPlace()).isEqualTo(before);
        press(robot, "accountEdit-gateway", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#account-SHARED"));
        write(robot, "account-SHARED", SECRET + "-new");
        press(robot, "accountSave", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#accountEdit-gateway"));
        assertThat(account("gateway").orElseThrow().provider().secretPlace()).isNotEqualTo(before);
        picture(robot, "accounts-light");
    }

    private void remove(FxRobot robot) throws Exception {
        press(robot, "accountRemove-mail", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#confirmNo"));
        press(robot, "confirmNo", KeyCode.SPACE);
        assertThat(account("mail")).isPresent();
        press(robot, "dispatchAccountsOpen", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#accountRemove-mail"));
        press(robot, "accountRemove-mail", KeyCode.SPACE);
        Until.holds(() -> isThere(robot, "#confirmYes"));
        press(robot, "confirmYes", KeyCode.SPACE);
        Until.holds(
                () ->
                        isThere(robot, "#accountEdit-gateway")
                                && !isThere(robot, "#accountRemove-mail"));
        assertThat(account("mail")).isEmpty();
        assertThat(bench.said()).contains("Account mail is gone.");
    }

    /** What was typed lies encrypted in the vault, and nowhere else. */
    private void nowhere(String planted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(planted);
            }
        }
        assertThat(bench.said()).noneMatch(said -> said.contains(planted));
    }

    private Optional<Account> account(String name) {
        return CompletableFuture.supplyAsync(
                        () ->
                                bench.workspace().dispatches().accounts().all().stream()
                                        .filter(one -> one.name().equals(name))
                                        .findFirst())
                .join();
    }

    /** Whoever has no mouse comes to each of them. */
    private void reached(FxRobot robot, String... ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < MOST_STEPS && !seen.containsAll(List.of(ids)); i++) {
            robot.push(KeyCode.TAB);
            Optional.ofNullable(focused(robot)).ifPresent(seen::add);
        }
        assertThat(seen).contains(ids);
    }

    private void go(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup('#' + id).query().requestFocus());
        assertThat(focused(robot)).isEqualTo(id);
    }

    private void press(FxRobot robot, String id, KeyCode... keys) {
        go(robot, id);
        for (KeyCode key : keys) {
            robot.push(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void write(FxRobot robot, String id, String words) {
        go(robot, id);
        robot.interact(() -> robot.lookup('#' + id).queryAs(TextInputControl.class).setText(words));
        robot.push(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private @Nullable String focused(FxRobot robot) {
        AtomicReference<@Nullable String> id = new AtomicReference<>();
        robot.interact(
                () -> {
                    Node owner = window.getScene().getFocusOwner();
                    id.set(owner == null ? null : owner.getId());
                });
        return id.get();
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private static List<Node> steps(FxRobot robot) {
        return robot.lookup("#accountSteps").queryAs(Pane.class).getChildren();
    }

    private static boolean isGood(FxRobot robot) {
        return steps(robot).stream().noneMatch(step -> step.getStyleClass().contains("bad"));
    }

    private static String typed(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextInputControl.class).getText();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void picture(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(window.getScene(), name));
    }
}
