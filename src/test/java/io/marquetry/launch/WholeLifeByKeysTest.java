package io.marquetry.launch;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.check.CheckKind;
import io.marquetry.check.CheckWeight;
import io.marquetry.check.Checks;
import io.marquetry.life.PackageState;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.sample.TrialRun;
import io.marquetry.ui.Pictures;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Two people take what somebody wants from its words to a template, and make a second package from
 * it: in the window as it is started, by keys that are pressed and nothing else. Each sits down in
 * turn; only what became of the people comes from outside.
 */
class WholeLifeByKeysTest {

    private static final int MOST_STEPS = 250;

    @TempDir private Path folder;

    private final AtomicInteger pressedMouse = new AtomicInteger();
    private RealWindow window;

    @Test
    void requirementBecomesATemplateAndAnotherPackageByKeysAlone() throws Exception {
        try (Workspace workspace = SmallWorkspace.open(folder)) {
            Checks checks = workspace.checks();
            checks.rule(checks.rules().with(CheckKind.CONTENT, CheckWeight.ASKS));
        }
        sitsDown("li");
        PackageKey made = packageOfWords("gold level members get a letter");
        overview(made);
        press("lifeSubmit");
        waitFor("lifeProblem");
        pressStyled("overrule");
        writeInto("overrule-reason", "the store reads it out");
        pressStyled("overrule-done");
        RealWindow.until(() -> window.present("#lifeChecks .overruled"));
        press("lifeSubmit");
        waitFor("lifeWithdraw");
        sitsDown("chen");
        go("Overview");
        to("the line that waits", node -> node.getStyleClass().contains("overview-line"));
        window.robot().type(KeyCode.SPACE);
        waitFor("lifeApprove");
        RealWindow.until(() -> window.present("#lifeChecks .overruled"));
        draw("life-approver-light-en");
        to("remarkContent", node -> "remarkContent".equals(node.getId()));
        window.robot().write("Fine, but watch Beijing");
        window.robot().type(KeyCode.ENTER);
        RealWindow.until(() -> window.present("#remarks .remark"));
        pressStyled("settle");
        RealWindow.until(() -> window.present("#remarks .remark.settled"));
        press("lifeApprove");
        waitFor("lifeLive");
        press("lifeLive");
        RealWindow.until(() -> !window.present("#lifeLive"));
        outcomes(made);
        sitsDown("li");
        overview(made);
        press("lifeEvaluate");
        RealWindow.until(() -> !window.present("#lifeEvaluate"));
        window.robot().type(KeyCode.ESCAPE);
        go("Library");
        RealWindow.until(() -> window.ready("#libraryNominate"));
        press("libraryNominate");
        waitFor("nominateOwner");
        to("nominateOwner", node -> "nominateOwner".equals(node.getId()));
        window.robot().write("Li");
        press("nominateDo");
        RealWindow.until(() -> window.present("#card-" + made));
        sitsDown("chen");
        go("Library");
        pressStyled("card-admit");
        RealWindow.until(() -> window.present("#card-" + made + " .card-use"));
        pressStyled("card-use");
        waitFor("useName");
        to("useName", node -> "useName".equals(node.getId()));
        window.robot().write("Second letter");
        press("useCreate");
        window.settle();
        window.close();
        assertThat(pressedMouse).hasValue(0);
        try (Workspace workspace = SmallWorkspace.openAs(folder, "li")) {
            assertThat(workspace.lives().of(made).state()).isEqualTo(PackageState.TEMPLATE);
            assertThat(workspace.lives().steps(made))
                    .extracting(Step::who)
                    .containsExactly("li", "chen", "chen", "li", "chen");
            assertThat(workspace.library().uses())
                    .singleElement()
                    .satisfies(use -> assertThat(use.template()).isEqualTo(made));
            assertThat(workspace.requirements().all())
                    .singleElement()
                    .satisfies(one -> assertThat(one.value().pack()).contains(made));
            assertThat(workspace.audit().verify(new CancelSignal()).findings()).isEmpty();
        }
    }

    /** Writes what is wanted, ticks the tag that is found, and makes a package of it. */
    private PackageKey packageOfWords(String wanted) throws Exception {
        go("Requirements");
        to("requirementGoal", node -> "requirementGoal".equals(node.getId()));
        window.robot().write(wanted);
        RealWindow.until(() -> window.present("#found_user_level_gold"));
        window.settle();
        to("found tag", node -> "found_user_level_gold".equals(node.getId()));
        window.robot().type(KeyCode.SPACE);
        press("requirementSave");
        RealWindow.until(() -> window.ready("#requirementMake"));
        press("requirementMake");
        RealWindow.until(() -> window.present("#packageKey"));
        window.settle();
        return new PackageKey(window.robot().lookup("#packageKey").queryLabeled().getText());
    }

    /** Opens the life of a package from the board. */
    private void overview(PackageKey key) throws Exception {
        go("Overview");
        to("the package on the board", node -> node.getStyleClass().contains("board-card"));
        window.robot().type(KeyCode.SPACE);
        RealWindow.until(() -> window.present("#lifeChecks .check-row"));
        window.settle();
        assertThat(key.value()).isNotEmpty();
    }

    private void outcomes(PackageKey key) throws Exception {
        close();
        try (Workspace workspace = SmallWorkspace.openAs(folder, "li")) {
            TrialRun.add(workspace, key, "first", 1);
            TrialRun.add(workspace, key, "second", 2);
            assertThat(workspace.packages().list())
                    .extracting(PackageRepository.Summary::pack)
                    .allMatch(pack -> pack.source().equals(CUSTOMERS));
        }
    }

    private void sitsDown(String login) throws Exception {
        close();
        window =
                new RealWindow(
                        folder.resolve("of " + login),
                        folder.resolve("workspace"),
                        SmallWorkspace.wiring(folder, login));
        window.scene()
                .addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressedMouse.incrementAndGet());
    }

    private void close() throws Exception {
        if (window != null && window.stage().isShowing()) {
            window.close();
        }
    }

    /** Goes to a screen as the search for everything leads there. */
    private void go(String screen) throws Exception {
        window.robot().push(KeyCode.CONTROL, KeyCode.K);
        RealWindow.until(() -> window.present("#searchWords"));
        window.robot().write(screen);
        window.settle();
        window.robot().type(KeyCode.ENTER);
        window.settle();
    }

    private void press(String id) throws Exception {
        to(id, node -> id.equals(node.getId()));
        window.robot().type(KeyCode.SPACE);
        window.settle();
    }

    private void pressStyled(String style) throws Exception {
        RealWindow.until(() -> window.present("." + style));
        to(style, node -> node.getStyleClass().contains(style));
        window.robot().type(KeyCode.SPACE);
        window.settle();
    }

    private void writeInto(String style, String words) throws Exception {
        to(style, node -> node.getStyleClass().contains(style));
        window.robot().write(words);
    }

    private void draw(String name) {
        window.robot().interact(() -> Pictures.write(window.scene(), name));
    }

    private void waitFor(String id) throws Exception {
        RealWindow.until(() -> window.present("#" + id));
        window.settle();
    }

    /** Presses Tab until the focus is there. */
    private void to(String what, Predicate<Node> there) throws Exception {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            Node owner = window.scene().getFocusOwner();
            if (owner != null && there.test(owner)) {
                return;
            }
            seen.add(String.valueOf(owner));
            // Tab is a letter in what takes several lines.
            if (owner instanceof TextArea) {
                window.robot().push(KeyCode.CONTROL, KeyCode.TAB);
            } else {
                window.robot().type(KeyCode.TAB);
            }
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError("no way by Tab to " + what + ": " + seen);
    }
}
