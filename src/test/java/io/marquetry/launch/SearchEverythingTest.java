package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.govern.GovernedAsset;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.tags.TagsScreen;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Search everything, and the sheet of all keys, by keyboard only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchEverythingTest {

    /** Every program has these: into the menu bar, and the button that is the answer. */
    private static final Set<String> OF_THE_TOOLKIT = Set.of("F10", "↵");

    private RealWindow window;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        window = new RealWindow(folder);
    }

    @AfterAll
    void close() throws Exception {
        window.clear();
        window.close();
    }

    @BeforeEach
    void beginAtTheTags() throws Exception {
        look(Locale.ENGLISH);
    }

    @Test
    void tagOpensInItsEditor() throws Exception {
        seek("lapsed redeemed");
        choose("user_coupon_lapsed");
        RealWindow.until(() -> window.present("#tagName"));
        assertThat(field("#tagKey")).isEqualTo("user_coupon_lapsed");
    }

    @Test
    void assetIsChosenAmongAllAssets() throws Exception {
        seek("有孩子的活跃家庭");
        choose("people_parents");
        ListTable<?> table = (ListTable<?>) window.robot().lookup("#assetTable").query();
        RealWindow.until(
                () ->
                        table.chosen().size() == 1
                                && table.chosen().getFirst() instanceof GovernedAsset asset
                                && asset.key().value().equals("people_parents"));
    }

    @Test
    void requirementIsTakenIntoItsFields() throws Exception {
        seek("stopped redeeming");
        choose("win-back-coupon-users");
        RealWindow.until(() -> window.present("#requirementGoal"));
        RealWindow.until(() -> field("#requirementGoal").contains("stopped redeeming"));
    }

    @Test
    void packageIsFoundByItsNameInTheOtherLanguage() throws Exception {
        seek("秋季");
        choose("pack_mailer_autumn");
        RealWindow.until(() -> text("#packageKey").equals("pack_mailer_autumn"));
    }

    @Test
    void sourceIsChosenAmongAllSources() throws Exception {
        seek("complete journey");
        choose("complete-journey");
        RealWindow.until(() -> window.present("#sourceDetailName"));
        assertThat(field("#sourceDetailName")).contains("The Complete Journey");
    }

    @Test
    void personIsFoundByTheKeyAndExplained() throws Exception {
        seek("1006");
        assertThat(hits()).anyMatch(hit -> hit.contains("Person"));
        choose("The Complete Journey");
        RealWindow.until(() -> window.present("#explainVerdict"));
        assertThat(field("#explainKey")).isEqualTo("1006");
    }

    @Test
    void commandIsGivenWithItsWordsInEitherLanguage() throws Exception {
        seek("导入");
        choose("Import customers");
        RealWindow.until(() -> window.present("#importChoose"));
    }

    @Test
    void nothingFoundIsSaidAndEscapeGivesTheFocusBack() throws Exception {
        Node before = window.scene().getFocusOwner();
        seek("zzz qqq");
        assertThat(hits()).isEmpty();
        assertThat(text("#searchState")).contains("Nothing is called so");
        window.robot().type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.present("#searchWords")).isFalse();
        assertThat(window.scene().getFocusOwner()).isEqualTo(before);
    }

    @Test
    void sheetOfKeysNamesEveryAcceleratorThatTheWindowHas() throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            look(language);
            window.robot().type(KeyCode.F1);
            RealWindow.until(() -> window.present("#helpClose"));
            Set<String> shown =
                    window.robot().lookup(".help .label").queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .collect(Collectors.toSet());
            Set<String> real =
                    window.scene().getAccelerators().keySet().stream()
                            .map(KeyCombination::getDisplayText)
                            .filter(key -> !OF_THE_TOOLKIT.contains(key))
                            .collect(Collectors.toSet());
            assertThat(real).isNotEmpty();
            assertThat(shown).containsAll(real);
            window.robot().type(KeyCode.ESCAPE);
        }
    }

    private void look(Locale language) throws Exception {
        window.clear();
        window.robot()
                .interact(() -> window.shell().look(TagsScreen.SCREEN, Theme.LIGHT, language));
        window.settle();
    }

    private void seek(String words) throws Exception {
        window.robot().push(KeyCode.CONTROL, KeyCode.K);
        RealWindow.until(() -> window.present("#searchWords"));
        assertThat(window.scene().getFocusOwner().getId()).isEqualTo("searchWords");
        // The robot writes no Chinese.
        window.robot()
                .interact(() -> ((TextInputControl) window.scene().getFocusOwner()).setText(words));
        window.settle();
    }

    /** Goes down to the line that says this, and opens it. */
    private void choose(String detail) throws Exception {
        List<String> hits = hits();
        int at = 0;
        while (at < hits.size() && !hits.get(at).contains(detail)) {
            at++;
        }
        assertThat(at).as("%s among %s", detail, hits).isLessThan(hits.size());
        for (int i = 0; i < at; i++) {
            window.robot().type(KeyCode.DOWN);
        }
        window.robot().type(KeyCode.ENTER);
        window.settle();
    }

    private List<String> hits() {
        ListView<?> list = (ListView<?>) window.robot().lookup("#searchHits").query();
        return list.getItems().stream().map(Object::toString).toList();
    }

    private String text(String query) {
        return window.robot().lookup(query).queryLabeled().getText();
    }

    private String field(String query) {
        return window.robot().lookup(query).queryTextInputControl().getText();
    }
}
