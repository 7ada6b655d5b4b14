package io.marquetry.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.CliRun;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.review.AdviceWords;
import io.marquetry.effect.review.Card;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.standins.BankCalls;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.ui.review.paint.ChartView;
import io.marquetry.workspace.Workspace;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A manager takes to the meeting what was on the screen: the window, the report and the command
 * line tell the same divisions, figures and advice.
 */
@ExtendWith(ApplicationExtension.class)
class SameEverywhereTest {

    private static final List<String> SETS = new ArrayList<>();
    private static final Map<String, String> PAPER = new HashMap<>();
    private static final Map<String, String> SHOWN = new HashMap<>();
    private static final Map<String, String> ADVISED = new HashMap<>();

    @TempDir private static Path folder;

    private Workbench bench;
    private ReviewModel model;

    @BeforeAll
    static void tellOnPaperAndInTheTerminal() throws IOException {
        try (Workspace workspace = new Wiring(InstantSource.system()).open(workspace())) {
            new SampleWorkspace(workspace).load(ImportListener.none(), new CancelSignal());
        }
        SETS.add("coupon-mailings");
        linkedWithoutAColumn();
        mailings();
        totals();
        events();
        hillstrom();
        bank();
        for (String set : SETS) {
            Path file = folder.resolve(set + ".html");
            run("effect", "report", "--outcomes", set, "--html", file.toString());
            PAPER.put(set, plain(Files.readString(file).replaceAll("<[^>]*>", "\n")));
            SHOWN.put(set, plain(run("effect", "show", "--outcomes", set).out()));
            ADVISED.put(set, plain(run("effect", "advise", "--outcomes", set).out()));
        }
    }

    static Stream<String> sets() {
        return SETS.stream();
    }

    @Start
    void show(Stage stage) {
        bench = new Workbench(workspace());
        model = new ReviewModel(bench.workspace(), bench.background());
        ReviewScreen screen =
                new ReviewScreen(
                        model,
                        () -> {
                            throw new UnsupportedOperationException("nothing is imported");
                        });
        bench.show(stage, screen, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void screenPaperAndCommandLineTellTheSame(String set, FxRobot robot) throws Exception {
        robot.interact(() -> model.loadAndChoose(new OutcomeName(set)));
        until(
                () ->
                        bench.background().isQuiet()
                                && model.answer().get().isPresent()
                                && !model.busy().get());
        Reviewed reviewed = model.answer().get().orElseThrow();

        sameCards(set, robot, reviewed);
        sameAdvice(set, robot);
        sameDivisions(set, robot, reviewed);
    }

    private static void sameCards(String set, FxRobot robot, Reviewed reviewed) {
        List<Card> cards = new Cards(new EffectWords(Texts.in(Locale.ENGLISH))).of(reviewed);
        assertThat(cards).hasSizeGreaterThan(1);
        for (Card card : cards) {
            Label value = robot.lookup("#card-" + card.id()).queryAs(Label.class);
            Label detail = robot.lookup("#card-" + card.id() + "-below").queryAs(Label.class);
            // The screen gives each part of the detail a line of its own.
            String shown = value.getText() + "\n" + detail.getText();
            for (String told : shown.lines().toList()) {
                assertThat(PAPER.get(set)).as(card.name()).contains(plain(told));
                assertThat(SHOWN.get(set)).as(card.name()).contains(plain(told));
            }
        }
    }

    private static void sameAdvice(String set, FxRobot robot) {
        AdviceWords words = new AdviceWords(Texts.in(Locale.ENGLISH));
        List<Advised> shown =
                robot.lookup("#reviewAdvice").<Advised>queryTableView().getItems().stream()
                        .toList();
        assertThat(shown).isNotEmpty();
        for (Advised advised : shown) {
            for (String text : List.of(PAPER.get(set), SHOWN.get(set), ADVISED.get(set))) {
                assertThat(text).contains(words.subject(advised), words.brief(advised.advice()));
                for (String line : words.lines(advised.advice())) {
                    assertThat(text).as(words.subject(advised)).contains(plain(line));
                }
            }
        }
        long lines = ADVISED.get(set).lines().filter(line -> line.contains("• ")).count();
        long there = shown.stream().mapToLong(a -> a.advice().basis().size()).sum();
        assertThat(lines).as("no other advice").isEqualTo(there);
    }

    private static void sameDivisions(String set, FxRobot robot, Reviewed reviewed) {
        GroupNames names = new GroupNames(Texts.in(Locale.ENGLISH));
        for (Division division : reviewed.told()) {
            String heading = "By " + names.grouping(division.grouping());
            assertThat(PAPER.get(set)).contains(heading);
            assertThat(SHOWN.get(set)).contains(heading);
            division.groups().stream()
                    .limit(20)
                    .map(names::group)
                    .forEach(
                            group -> {
                                assertThat(PAPER.get(set)).contains(group);
                                assertThat(SHOWN.get(set)).contains(group);
                            });
        }
        boolean packages = reviewed.packages().isPresent();
        assertThat(SHOWN.get(set).contains("By package")).isEqualTo(packages);
        assertThat(chart(robot, "#chartPackagesView").contains("package")).isEqualTo(packages);
        if (packages && reviewed.by(Advisory.PACKAGES).orElseThrow().groups().size() > 1) {
            assertThat(PAPER.get(set)).contains(" by package");
        }
        // The report shows the figure that tells most; the screen that which is chosen.
        for (String id : List.of("#chartTrendView", "#chartTagsView", "#chartHeatView")) {
            String title = chart(robot, id);
            Stream<String> measures = Stream.of(Measure.values()).map(m -> word(m));
            assertThat(title.isEmpty() || measures.anyMatch(m -> onPaper(set, title, m)))
                    .as(title)
                    .isTrue();
        }
    }

    private static boolean onPaper(String set, String title, String measure) {
        String first = word(Measure.HIT);
        return PAPER.get(set).contains(title.replace(first, measure));
    }

    private static String word(Measure measure) {
        return new EffectWords(Texts.in(Locale.ENGLISH)).measure(measure);
    }

    private static String chart(FxRobot robot, String id) {
        return robot.lookup(id).queryAll().stream()
                .filter(Node::isVisible)
                .map(node -> ((ChartView) node).chart())
                .filter(Objects::nonNull)
                .map(chart -> chart.title())
                .findFirst()
                .orElse("");
    }

    /** One package was sent to everybody, so no column tells which. */
    private static void linkedWithoutAColumn() throws IOException {
        Path file = folder.resolve("linked.csv");
        Random random = new Random(3);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,arm,bought,town\n");
            for (int i = 0; i < 4_000; i++) {
                String arm = List.of("none", "Mens", "Womens").get(i % 3);
                double rate = arm.equals("none") ? 0.08 : arm.equals("Mens") ? 0.16 : 0.14;
                out.write(
                        "%d,%s,%d,%s%n"
                                .formatted(
                                        i,
                                        arm,
                                        random.nextDouble() < rate ? 1 : 0,
                                        random.nextBoolean() ? "Bern" : "Chur"));
            }
        }
        outcomes(
                "linked",
                file,
                "--map",
                "arm=arm",
                "--map",
                "converted=bought",
                "--control",
                "none",
                "--package",
                "pack_mailer_autumn");
    }

    private static void mailings() throws IOException {
        Path file = folder.resolve("mailings.csv");
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,pack,arm,day,shop,way,opened,spent\n");
            for (int i = 0; i < 9_000; i++) {
                int day = i / 9 % 90;
                boolean held = random.nextInt(4) == 0;
                boolean opened = random.nextDouble() < (held ? 0.08 : day < 45 ? 0.22 : 0.1);
                out.write(
                        "%d,pack_mailing_%d,%s,%s,shop %d,%s,%d,%d%n"
                                .formatted(
                                        i,
                                        i % 9,
                                        held ? "held" : "mail",
                                        LocalDate.of(2026, 1, 1).plusDays(day),
                                        random.nextInt(7),
                                        random.nextBoolean() ? "mail" : "push",
                                        opened ? 1 : 0,
                                        opened ? 5 + random.nextInt(40) : 0));
            }
        }
        outcomes(
                "mailings",
                file,
                "--map",
                "profile=id",
                "--map",
                "package=pack",
                "--map",
                "arm=arm",
                "--map",
                "when=day",
                "--map",
                "channel=way",
                "--map",
                "hit=opened",
                "--map",
                "revenue=spent",
                "--control",
                "held");
    }

    private static void totals() throws IOException {
        Path file = folder.resolve("totals.csv");
        Files.writeString(
                file,
                """
                arm,targeted,conv,spend,shop
                hold,5000,25,100,Bern
                mail,5000,40,170,Bern
                hold,4000,20,90,Chur
                mail,4000,50,190,Chur
                """);
        outcomes(
                "totals",
                file,
                "--rows",
                "totals",
                "--map",
                "arm=arm",
                "--map",
                "targeted=targeted",
                "--map",
                "converted=conv",
                "--map",
                "revenue=spend",
                "--control",
                "hold");
    }

    private static void events() throws IOException {
        Path file = folder.resolve("events.csv");
        Random random = new Random(11);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("person,event,at,city\n");
            for (int i = 0; i < 600; i++) {
                String city = random.nextBoolean() ? "Bern" : "Chur";
                LocalDate day = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(40));
                out.write("p%d,received,%s 10:00,%s%n".formatted(i, day, city));
                if (random.nextInt(3) == 0) {
                    out.write("p%d,viewed,%s 11:00,%s%n".formatted(i, day, city));
                }
            }
        }
        outcomes(
                "events",
                file,
                "--rows",
                "events",
                "--map",
                "profile=person",
                "--map",
                "event=event",
                "--map",
                "when=at");
    }

    private static void hillstrom() {
        outcomes(
                "mail-test",
                HillstromTrial.writeTo(folder),
                "--map",
                "arm=segment",
                "--map",
                "hit=visit",
                "--map",
                "converted=conversion",
                "--map",
                "revenue=spend",
                "--control",
                "No E-Mail");
    }

    private static void bank() {
        outcomes("calls", BankCalls.writeTo(folder), "--map", "converted=y");
    }

    private static void outcomes(String name, Path file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("outcomes", "import", file.toString(), "--name", name));
        arguments.addAll(List.of(more));
        run(arguments.toArray(String[]::new));
        SETS.add(name);
    }

    private static CliRun run(String... arguments) {
        CliRun run = CliRun.in(workspace(), arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static Path workspace() {
        return folder.resolve("workspace");
    }

    /** Returns words without what keeps them together or apart. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static void until(Callable<Boolean> fact) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Until.holds(fact);
    }
}
