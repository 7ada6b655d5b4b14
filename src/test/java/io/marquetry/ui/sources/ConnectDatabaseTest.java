package io.marquetry.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.plan.ColumnProposals;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.intake.MappingDocument;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.index.LiveUse;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.ColumnPurpose;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.FaultProxy;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.outcomes.IntakeTask;

import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adding a database on a server in the window, and its server going away. */
@ExtendWith(ApplicationExtension.class)
class ConnectDatabaseTest {

    static final String PASSWORD = "planted-Secret-4711";

    @TempDir private Path folder;

    private Workbench bench;
    private SourcesModel model;
    private Stage stage;

    @BeforeAll
    static void fillDatabase() throws SQLException {
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists crm cascade");
            sql.execute("create schema crm");
            sql.execute("set search_path to crm");
            sql.execute(
                    "create table customer (customer_id bigint primary key, mobile text, email"
                            + " text, level text, city text, birthday date, balance numeric(12, 2),"
                            + " extra jsonb, store_no integer, sms_consent boolean)");
            sql.execute(
                    "insert into customer select 100000000 + i, '1380000' || lpad(i::text, 4, '0'),"
                            + " 'li' || i || '@example.com', case i % 3 when 0 then 'gold' when 1"
                            + " then 'silver' end, case i % 2 when 0 then '上海' else 'O''Fallon'"
                            + " end, date '1980-01-01' + i, i, '{}', i % 40, i % 5 > 0 from"
                            + " generate_series(1, 4000) i");
            sql.execute(
                    "create table \"order\" (order_no bigint primary key, customer_id bigint,"
                            + " paid_at timestamptz, amount numeric(12, 2), category text)");
            sql.execute(
                    "insert into \"order\" select i, 100000000 + i % 4400, timestamptz"
                            + " '2025-10-01 08:00:00+08' + i * interval '7 minutes', i % 90,"
                            + " 'shoes' from generate_series(1, 9000) i");
            sql.execute("create table visit (customer_id bigint, day date, page text)");
            sql.execute(
                    "create table delivery (customer_id bigint, sent_at timestamptz, package text,"
                            + " delivered boolean, converted boolean)");
            sql.execute(
                    "insert into delivery select 100000000 + i, timestamptz '2025-11-01"
                            + " 10:00:00+08', 'pack_spring', i % 9 > 0, i % 30 = 0 from"
                            + " generate_series(1, 300) i");
            sql.execute("create table setting (name text, value text)");
            sql.execute("analyze");
            sql.execute("drop role if exists shop_reader");
            sql.execute("create role shop_reader login password '" + PASSWORD + "'");
            sql.execute("grant usage on schema crm to shop_reader");
            sql.execute("grant select on all tables in schema crm to shop_reader");
            sql.execute("grant insert on visit to shop_reader");
        }
    }

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"), Workbench.wiring(folder, "li"));
        model = SourcesBench.model(bench);
        bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void databaseIsFoundTestedMappedAndAdded(FxRobot robot) throws Exception {
        FaultProxy proxy = new FaultProxy(TestPostgres.server());
        press(robot, "#sourceConnect");
        type(robot, "#connectHost", "localhost");
        type(robot, "#connectPort", String.valueOf(proxy.port()));
        type(robot, "#connectDatabase", TestPostgres.server().database());
        type(robot, "#connectUser", "shop_reader");
        type(robot, "#connectPassword", PASSWORD);
        type(robot, "#connectPassphrase", "correct horse");
        robot.interact(
                () ->
                        robot.lookup("#connectWay")
                                .queryAs(ComboBox.class)
                                .getSelectionModel()
                                .select(2));
        draw(robot, "where");
        press(robot, "#connectNext");
        Until.holds(() -> !robot.lookup("#connectNext").queryButton().isDisabled());
        assertThat(robot.lookup("#connectSteps .check-line").queryAll()).hasSize(5);
        draw(robot, "check");
        press(robot, "#connectNext");
        Until.holds(() -> robot.lookup("#connectPeople").tryQuery().isPresent());
        assertThat(robot.lookup("#connectKey").queryAs(ComboBox.class).getValue())
                .isEqualTo("customer_id");
        press(robot, "#connectCount");
        Until.holds(() -> !words(robot, "#connectFacts").isEmpty());
        assertThat(words(robot, "#connectFacts"))
                .isEqualTo("4,000 rows; 0 without a key; none repeats one.");
        draw(robot, "mapping");
        assertThat(robot.lookup("#connectSample .label").queryAll())
                .extracting(node -> ((Label) node).getText())
                .contains("100000001", "上海")
                .doesNotContain("13800000001", "li1@example.com", "1980-01-02");
        columnsAreProposedAndChanged(robot);
        press(robot, "#connectNext");
        Until.holds(() -> !model.sources().isEmpty());
        Until.holds(() -> words(robot, "#remoteState").startsWith("The server answered."));
        robot.interact(() -> robot.lookup("#liveMeasure").queryAs(Hyperlink.class).fire());
        Until.holds(() -> words(robot, "#liveWords").contains("an answer takes"));
        assertThat(words(robot, "#liveWords"))
                .startsWith("An index is proposed: 4,000 profiles are not more than the limit of");
        robot.interact(() -> Pictures.write(stage.getScene(), "connect-measured-light"));
        choose(robot, LiveUse.Choice.LIVE);
        LiveUse uses = new LiveUse(bench.workspace().settings());
        SourceName added = model.sources().getFirst().name();
        Until.holds(() -> words(robot, "#liveWords").startsWith("Kept."));
        assertThat(uses.choice(added)).isEqualTo(LiveUse.Choice.LIVE);
        choose(robot, LiveUse.Choice.BY_SIZE);
        type(robot, "#liveLimit", "3,000");
        robot.interact(
                () ->
                        robot.lookup("#liveLimit")
                                .queryAs(TextField.class)
                                .fireEvent(new ActionEvent()));
        Until.holds(() -> words(robot, "#liveWords").startsWith("Kept."));
        assertThat(uses.isLive(added, true, 4_000)).isTrue();
        draw(robot, "added");
        assertThat(model.sources().getFirst().profiles()).isEqualTo(4_000);
        assertThat(model.sources().getFirst().model().streams())
                .extracting(stream -> stream.name())
                .containsExactly("delivery", "order", "visit");
        assertThat(model.sources().getFirst().model().attributes())
                .extracting(attribute -> attribute.name() + " " + attribute.type())
                .containsExactly(
                        "customer_id INTEGER",
                        "mobile TEXT",
                        "email TEXT",
                        "level TEXT",
                        "city TEXT",
                        "birthday DATE",
                        "store_no TEXT",
                        "sms_consent BOOLEAN");
        assertThat(model.sources().getFirst().outcomeStreams()).containsExactly("delivery");
        assertThat(ColumnProposals.of(model.sources().getFirst(), ChannelKind.SMS))
                .isEqualTo(
                        new Dispatch.Columns(
                                Optional.of("mobile"),
                                Optional.of(new Dispatch.Consent("sms_consent", Optional.empty())),
                                Optional.empty()));
        assertThat(ColumnProposals.of(model.sources().getFirst(), ChannelKind.MAIL))
                .isEqualTo(
                        new Dispatch.Columns(
                                Optional.of("email"), Optional.empty(), Optional.empty()));
        bench.chooses(folder.resolve("again.json"));
        robot.interact(() -> robot.lookup("#remoteExport").queryAs(Hyperlink.class).fire());
        Until.holds(() -> Files.exists(folder.resolve("again.json")));
        assertThat(MappingDocument.read(folder.resolve("again.json")).plan().columns())
                .contains(new ColumnChoice("balance", false, false, ColumnPurpose.PLAIN))
                .contains(new ColumnChoice("store_no", true, true, ColumnPurpose.PLAIN));
        robot.interact(() -> robot.lookup(".outcomes-link").queryAs(Hyperlink.class).fire());
        assertThat(bench.went()).contains(new Destination.OutcomesIn(added, "delivery"));
        assertThat(((SourcePlace.Remote) model.sources().getFirst().place()).zone()).isNotNull();

        outcomesAreProposedAsTheyWereHandedOver(robot, added);
        changesOfTheServerAreToldWhereTheSourceIsSeen(robot);
        proxy.close();
        robot.interact(() -> bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH));
        Until.holds(() -> words(robot, "#remoteState").contains("stay."));
        assertThat(words(robot, "#remoteState")).contains("cannot be reached");
        assertThat(model.sources().getFirst().profiles()).isEqualTo(4_000);
        draw(robot, "gone");
        assertFoundNowhere();

        uses.choose(added, LiveUse.Choice.LIVE);
        bench.workspace().sources().remove(added);
        assertThat(uses.choice(added)).isEqualTo(LiveUse.Choice.BY_SIZE);
    }

    /** The wizard for outcomes begins with what the document of somebody else says of them. */
    private void outcomesAreProposedAsTheyWereHandedOver(FxRobot robot, SourceName source)
            throws Exception {
        Outcomes outcomes = bench.workspace().outcomes();
        OutcomeSet linked =
                new OutcomeSet(
                        new OutcomeName("spring"),
                        "Spring",
                        new OutcomeOrigin.InPlace(source),
                        new OutcomeMapping(
                                new OutcomeLayout.PerProfile(Optional.of("delivery")),
                                Map.of(
                                        OutcomeRole.HIT, ColumnUse.of("delivered"),
                                        OutcomeRole.ARM, ColumnUse.of("level"))),
                        new Design.Randomised("silver"),
                        Map.of(),
                        Instant.EPOCH);
        outcomes.intake().link(linked);
        Path document = folder.resolve("handed.json");
        MappingDocument.write(
                outcomes.handover().of(bench.workspace().sources().get(source)), document);
        outcomes.intake().remove(linked.name());
        outcomes.handover()
                .keep(MappingDocument.read(document), bench.workspace().sources().get(source));
        robot.interact(
                () -> {
                    IntakeModel intake =
                            new IntakeModel(
                                    outcomes,
                                    bench.workspace().sources(),
                                    bench.workspace().packages(),
                                    bench.background(),
                                    Platform::runLater);
                    intake.begin(source, "delivery");
                    IntakeTask.show(intake, bench.desk(), ended -> {});
                });
        Until.holds(() -> !robot.lookup("#outcomesNext").queryButton().isDisabled());
        draw(robot, "handed");
        press(robot, "#outcomesNext");
        Until.holds(() -> robot.lookup("#outcomesControl").tryQuery().isPresent());
        assertThat(robot.lookup("#outcomesControl").queryAs(ComboBox.class).getEditor().getText())
                .isEqualTo("silver");
        press(robot, "#outcomesNext");
        Until.holds(() -> robot.lookup("#outcomesControl").tryQuery().isEmpty());
        assertThat(outcomes.sets().list().getFirst().mapping()).isEqualTo(linked.mapping());
        assertThat(outcomes.sets().list().getFirst().design()).isEqualTo(linked.design());
        outcomes.intake().remove(outcomes.sets().list().getFirst().name());
        press(robot, "#outcomesNext");
        Until.holds(() -> robot.lookup("#outcomesNext").tryQuery().isEmpty());
    }

    private void changesOfTheServerAreToldWhereTheSourceIsSeen(FxRobot robot) throws Exception {
        alter("alter table crm.customer drop column city, add column district text");
        draw(robot, "changed-light", Theme.LIGHT, Locale.ENGLISH);
        assertThat(words(robot, "#remoteState"))
                .startsWith("The server answered.")
                .contains("city", "district");
        alter(
                "alter table crm.customer drop column level,"
                        + " alter column birthday type text using birthday::text");
        draw(robot, "changed-dark", Theme.DARK, Locale.SIMPLIFIED_CHINESE);
        assertThat(words(robot, "#remoteState")).contains("level", "birthday");
    }

    private static void alter(String statement) throws SQLException {
        try (Connection connection = TestPostgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void columnsAreProposedAndChanged(FxRobot robot) throws Exception {
        press(robot, "#connectNext");
        Until.holds(() -> robot.lookup("#connectColumns").tryQuery().isPresent());
        assertThat(words(robot, "#connectUsed")).isEqualTo("9 of 10 used");
        assertThat(combos(robot))
                .containsExactly(
                        "contact: phone",
                        "contact: mail",
                        "attribute",
                        "attribute",
                        "attribute",
                        "attribute",
                        "whole number",
                        "attribute",
                        "consent");
        draw(robot, "columns");
        robot.interact(
                () -> {
                    check(robot, "Use balance").setSelected(false);
                    combo(robot, "Type of store_no").getSelectionModel().select(1);
                });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words(robot, "#connectUsed")).isEqualTo("8 of 10 used");
        robot.interact(
                () ->
                        robot.lookup("#connectTable")
                                .queryAs(ComboBox.class)
                                .getSelectionModel()
                                .select(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#connectOutcomes").query().isVisible()).isTrue();
        draw(robot, "columns-outcomes");
        bench.chooses(folder.resolve("mapping.json"));
        press(robot, "#connectExport");
        Until.holds(() -> Files.exists(folder.resolve("mapping.json")));
        assertThat(Files.readString(folder.resolve("mapping.json")))
                .contains("\"outcomes\":true", "\"purpose\":\"PHONE\"", "store_no")
                .doesNotContain("shop_reader", PASSWORD);
    }

    private static List<String> combos(FxRobot robot) {
        return robot
                .lookup("#connectColumns .combo-box .list-cell")
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }

    private static CheckBox check(FxRobot robot, String words) {
        return robot.lookup("#connectColumns .check-box").queryAllAs(CheckBox.class).stream()
                .filter(box -> words.equals(box.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static ComboBox<?> combo(FxRobot robot, String words) {
        return robot.lookup("#connectColumns .combo-box").queryAll().stream()
                .filter(box -> words.equals(box.getAccessibleText()))
                .map(box -> (ComboBox<?>) box)
                .findFirst()
                .orElseThrow();
    }

    private static void choose(FxRobot robot, LiveUse.Choice choice) {
        robot.interact(
                () -> {
                    robot.lookup("#liveWords").queryAs(Label.class).setText("");
                    robot.lookup("#liveChoice").<ComboBox<LiveUse.Choice>>query().setValue(choice);
                });
    }

    private void assertFoundNowhere() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PASSWORD);
            }
        }
    }

    private void draw(FxRobot robot, String name) throws Exception {
        draw(robot, name + "-light", Theme.LIGHT, Locale.ENGLISH);
        draw(robot, name + "-dark", Theme.DARK, Locale.SIMPLIFIED_CHINESE);
        robot.interact(() -> bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void draw(FxRobot robot, String name, Theme theme, Locale language) throws Exception {
        robot.interact(() -> bench.show(stage, screen(), theme, language));
        WaitForAsyncUtils.waitForFxEvents();
        Until.holds(() -> bench.background().isQuiet());
        robot.interact(() -> Pictures.write(stage.getScene(), "connect-" + name));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private SourcesScreen screen() {
        return SourcesBench.screen(bench, model);
    }
}
