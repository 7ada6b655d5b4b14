package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.handoff.incoming.IncomingItem;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.packages.PackagesScreen;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A bundle of another company is dropped onto the window. It differs from what is here in every
 * way: a package of the same key, tags and an asset that say something else, a field that is called
 * otherwise. All is settled by keyboard, taken, counted, and taken back.
 */
class BundleDropTest {

    private static final String HERE = "Spring campaigns";

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"%s","category":"AUDIENCE","name":{"en":"Gold","zh":"金卡"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"compare","field":"%s",
              "comparison":"EQUAL","value":{"text":"gold"}}},
             {"key":"user_city_beijing","category":"AUDIENCE","name":{"en":"%s","zh":"北京"},
              "topic":{"en":"City","zh":"城市"},"rule":{"type":"compare","field":"city",
              "comparison":"EQUAL","value":{"text":"北京"}}},
             {"key":"coupon_value_50","category":"BENEFIT","name":{"en":"50 off, %s","zh":"减 50"},
              "topic":{"en":"Coupons","zh":"优惠券"},"asset":"coupon_50"}],
             "assets":[{"key":"coupon_50","kind":"COUPON","name":{"en":"50 off","zh":"减 50"},
              "facts":{"discount_amount":"%s"}}]}
            """;

    @TempDir private Path folder;

    private RealWindow window;
    private FxRobot robot;
    private Path bundle;
    private String before;

    @BeforeEach
    void bundleComesFromAnotherCompany() throws Exception {
        customers("sender", "id,level,city\n1,gold,北京\n2,gold,上海\n3,silver,北京\n4,,\n");
        tags("sender", TAGS.formatted("user_level_gold", "level", "Beijing", "theirs", "50"));
        in(
                "sender",
                "package",
                "create",
                "pack_one",
                "--name",
                "Theirs",
                "--expression",
                "user_level_gold and user_city_beijing",
                "--benefit",
                "coupon_value_50");
        in("sender", "package", "export", "pack_one", "--out", at("one.json"));
        bundle = Path.of(at("spring.mqpack"));
        in("sender", "package", "bundle", "pack_one", "--out", bundle.toString());

        // “grade” holds what they call “level”; “level_old” is only called alike.
        customers(
                HERE,
                "id,level_old,grade,city\n1,A,gold,北京\n2,B,gold,北京\n3,A,silver,北京\n4,C,gold,上海\n");
        tags(HERE, TAGS.formatted("user_level_best", "grade", "Peking", "ours", "60"));
        in(
                HERE,
                "package",
                "create",
                "pack_one",
                "--name",
                "Ours",
                "--expression",
                "user_level_best");
        before = everything();
        window = new RealWindow(folder);
        robot = window.robot();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void everyConflictIsSettledTakenCountedAndTakenBack() throws Exception {
        // Not only the list of packages takes files: the window does, whatever it shows.
        window.go(new Destination.NewPackage(Optional.empty()));
        window.clear();
        window.drop(bundle, "#rail");
        RealWindow.until(() -> window.present("#incomingTable"));
        assertThat(accept().getText()).isEqualTo("4 choices left");
        pictures("incoming-bundle");

        settle(IncomingItem.Kind.TAG, "user_city_beijing", "#incomingKeep");
        settle(IncomingItem.Kind.ASSET, "coupon_50", "#incomingTake");
        rename(IncomingItem.Kind.TAG, "coupon_value_50", "coupon_value_51");
        renameIsRefused(IncomingItem.Kind.PACKAGE, "pack_one", "Pack one!");
        rename(IncomingItem.Kind.PACKAGE, "pack_one", "pack_theirs");
        assertThat(accept().getText()).isEqualTo("Import");
        assertThat(text("#incomingFieldsTold")).contains("One field", "one is still open");

        window.press("#incomingMap", KeyCode.SPACE);
        RealWindow.until(() -> window.present("#incomingField0"));
        ComboBox<Optional<String>> ours = robot.lookup("#incomingField0").query();
        // The values speak, not the name.
        assertThat(ours.getItems().getFirst()).contains("grade");
        assertThat(ours.getValue()).contains("grade");
        pictures("incoming-fields");
        robot.type(KeyCode.ENTER);
        RealWindow.until(() -> window.present("#incomingTable"));
        RealWindow.until(() -> text("#incomingFieldsTold").contains("all are mapped"));
        pictures("incoming-settled");

        robot.interact(() -> robot.lookup("#incomingTable").query().requestFocus());
        robot.type(KeyCode.ENTER);
        RealWindow.until(() -> !window.present("#incomingTable"));
        window.settle();
        Button undo = robot.lookup((Button button) -> "Undo".equals(button.getText())).query();

        window.go(new Destination.OfPackage(new PackageKey("pack_theirs")));
        // On the sender's customers it was one person; here two are gold and in Beijing.
        RealWindow.until(
                () -> robot.lookup("#audienceSize").queryTextInputControl().getText().equals("2"));
        window.go(new Destination.OfScreen(PackagesScreen.SCREEN));
        robot.interact(undo::fire);
        window.settle();
        RealWindow.until(() -> !robot.lookup("What came in is taken back.").queryAll().isEmpty());
    }

    private void settle(IncomingItem.Kind kind, String key, String how) throws Exception {
        choose(kind, key);
        window.press(how, KeyCode.SPACE);
    }

    private void rename(IncomingItem.Kind kind, String key, String other) throws Exception {
        type(kind, key, other);
        RealWindow.until(() -> !window.present("#incomingRenaming"));
        window.settle();
    }

    private void renameIsRefused(IncomingItem.Kind kind, String key, String wrong)
            throws Exception {
        type(kind, key, wrong);
        RealWindow.until(() -> window.present("#incomingProblem"));
        assertThat(text("#incomingProblem")).contains(wrong);
        robot.type(KeyCode.ESCAPE);
        RealWindow.until(() -> !window.present("#incomingRenaming"));
        assertThat(window.present("#incomingTable")).isTrue();
    }

    private void type(IncomingItem.Kind kind, String key, String other) throws Exception {
        choose(kind, key);
        robot.type(KeyCode.F2);
        RealWindow.until(() -> window.present("#incomingRenaming"));
        robot.interact(
                () -> robot.lookup("#incomingNewKey").queryTextInputControl().setText(other));
        robot.type(KeyCode.ENTER);
    }

    private void choose(IncomingItem.Kind kind, String key) {
        ListTable<IncomingItem> table = robot.lookup("#incomingTable").query();
        robot.interact(
                () -> {
                    table.requestFocus();
                    table.choose(
                            table.getItems().stream()
                                    .filter(item -> item.kind() == kind && item.key().equals(key))
                                    .findFirst()
                                    .orElseThrow());
                });
    }

    private Button accept() {
        return robot.lookup("#incomingAccept").queryButton();
    }

    private String text(String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    /** The sheet stays while language and theme change. */
    private void pictures(String name) throws Exception {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                robot.interact(() -> window.shell().look(PackagesScreen.SCREEN, theme, language));
                window.settle();
                robot.interact(
                        () ->
                                Pictures.write(
                                        window.scene(),
                                        name
                                                + "-"
                                                + language.getLanguage()
                                                + "-"
                                                + theme.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private void customers(String workspace, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("customers.csv"), csv);
        in(workspace, "profiles", "import", file.toString(), "--key", "id");
    }

    private void tags(String workspace, String json) throws IOException {
        in(
                workspace,
                "tag",
                "import",
                Files.writeString(folder.resolve("tags.json"), json).toString());
    }

    /** All that the workspace says of packages and tags. */
    private String everything() {
        return in(HERE, "package", "list", "--json").out()
                + in(HERE, "tag", "list", "--json").out();
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    private CliRun in(String workspace, String... arguments) {
        CliRun run =
                CliRun.in(new Wiring(InstantSource.system()), folder.resolve(workspace), arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }
}
