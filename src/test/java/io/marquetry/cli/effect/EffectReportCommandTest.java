package io.marquetry.cli.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.workspace.Workspace;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** {@code effect report} on known data: what is on the pages, and with which fonts. */
class EffectReportCommandTest {

    private static final String MAILINGS = "mailings";
    private static final String HILLSTROM = "mail-test";
    private static final String JOURNEY = "coupon-mailings";

    @TempDir private static Path folder;

    @Test
    void hillstromOnPaperHasThePublishedFigures() throws IOException {
        importHillstrom();

        String text = text(report("hillstrom.pdf", HILLSTROM, "en", "--by", "newbie"));

        assertThat(text)
                .contains("Effect report")
                .contains("42,694")
                .contains("21,306 held out")
                .contains("3,894 · 18.28 %")
                .contains("2,262 · 10.62 %")
                .contains("267 · 1.25 %")
                .contains("+7.66 pp")
                .contains("[+6.90, +8.42] pp")
                .contains("+4.52 pp")
                .contains("+0.7698")
                .contains("[+0.4443, +1.0954]")
                .contains("+0.4244")
                .contains("[+0.1690, +0.6799]")
                .contains("+0.1140")
                .contains("inconclusive")
                .contains("+0.2979")
                .contains("+0.1598")
                .contains("22.9×")
                .contains("Uplift")
                .contains("Promote to the library")
                .contains("Page 1 of ");
    }

    @Test
    void hillstromInChineseIsChinese() throws IOException {
        importHillstrom();

        byte[] pdf = report("hillstrom-zh.pdf", HILLSTROM, "zh", "--by", "newbie");

        assertThat(text(pdf))
                .contains("效果报告")
                .contains("增量")
                .contains("无法定论")
                .contains("21,306 人留出")
                .contains("+7.66 个百分点")
                .doesNotContain("?");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("效果报告");
        }
    }

    @Test
    void allFontsAreEmbedded() throws IOException {
        importHillstrom();
        for (String language : List.of("en", "zh")) {
            byte[] pdf = report("fonts-" + language + ".pdf", HILLSTROM, language);
            List<String> names = new ArrayList<>();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                for (PDPage page : document.getPages()) {
                    for (COSName name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                        names.add(font.getName());
                    }
                }
            }
            assertThat(names).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+.*"));
            // Subsets only: the Chinese font alone has four million bytes.
            assertThat(pdf.length).isLessThan(600_000);
        }
    }

    @Test
    void theSameReportHasTheSameBytes() throws IOException {
        importHillstrom();
        assertThat(report("one.pdf", HILLSTROM, "zh"))
                .isEqualTo(report("two.pdf", HILLSTROM, "zh"));
    }

    @Test
    void redemptionsWithoutAControlClaimNoUplift() throws IOException {
        importJourney();

        String english = text(report("journey.pdf", JOURNEY, "en"));
        assertThat(english)
                .contains("No control group")
                .contains("214 · 18.89 %")
                .contains("196 · 18.20 %")
                .contains("158 · 14.68 %")
                .contains("0 · 0.00 %")
                .contains("0.00 – 24.25 %")
                .doesNotContainIgnoringCase("uplift")
                .doesNotContainIgnoringCase("incremental");
        assertThat(text(report("journey-zh.pdf", JOURNEY, "zh", "--by", "age")))
                .contains("没有对照组")
                .doesNotContain("增量");
    }

    @Test
    void onlyTheChosenPackagesAreReported() throws IOException {
        importJourney();

        String text =
                text(
                        report(
                                "packages.pdf",
                                JOURNEY,
                                "en",
                                "pack_mailer_autumn",
                                "pack_mailer_spring"));

        // Lines break behind underscores, too.
        assertThat(text.replaceAll("\\s", ""))
                .contains("Onlypackages:18,pack_mailer_autumn.")
                .contains("1,133")
                .contains("Onlypackages:8,pack_mailer_spring.")
                .contains("1,076")
                .doesNotContain("1,077");
    }

    @Test
    void aPageForABrowserStandsAlone() throws IOException {
        importHillstrom();
        String html = new String(report("hillstrom.html", HILLSTROM, "zh"), StandardCharsets.UTF_8);
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("<svg ")
                .contains("18.28\u00a0%")
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("href=");
    }

    @Test
    void aFileIsReplacedOnlyWhenAllowed() throws IOException {
        importHillstrom();
        Path file = folder.resolve("there.html");
        Files.writeString(file, "mine");

        CliRun refused =
                run("effect", "report", "--outcomes", HILLSTROM, "--html", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("there.html").contains("--force");
        assertThat(file).hasContent("mine");

        CliRun forced =
                run(
                        "effect",
                        "report",
                        "--outcomes",
                        HILLSTROM,
                        "--html",
                        file.toString(),
                        "--force");
        assertThat(forced.code()).as(forced.err()).isZero();
        assertThat(file).content().contains("<svg ");
    }

    @Test
    void aReportWithoutAFileSaysWhatToName() {
        importHillstrom();
        CliRun run = run("effect", "report", "--outcomes", HILLSTROM);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--pdf").contains("--html");
    }

    @Test
    void whatDoesNotFitIsSaid() throws IOException {
        importMailings();
        for (String language : List.of("en", "zh")) {
            String text = text(report("mailings.pdf", MAILINGS, language, "--by", "shop"));
            boolean english = language.equals("en");
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(english ? "9 more are not drawn" : "另有 9 项未绘出")
                    .contains(english ? "The first 400 of 450 rows" : "450 行中的前 400 行")
                    .contains(english ? "50 more are in the output" : "其余 50 行");
            for (int pack = 0; pack < 44; pack++) {
                assertThat(text.replaceAll("\\s", "")).contains("pack_mailing_" + (100 + pack));
            }
        }
    }

    @Test
    void aDecayIsMarkedWhereItBegan() throws IOException {
        importMailings();
        assertThat(text(report("decay.pdf", MAILINGS, "en"))).contains("fell on Feb 1");
        assertThat(text(report("decay-zh.pdf", MAILINGS, "zh"))).contains("起下降");
    }

    @Test
    void aHostileNameStaysText() throws IOException {
        importMailings();
        String html = new String(report("mailings.html", MAILINGS, "en"), StandardCharsets.UTF_8);
        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script")
                .contains("default-src 'none'; style-src 'unsafe-inline'");
    }

    /** Forty-five packages in sixty days, of which one is called as no package should be. */
    private static void importMailings() throws IOException {
        if (run("outcomes", "list", "--json").out().contains(MAILINGS)) {
            return;
        }
        Path file = folder.resolve("mailings.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,pack,arm,day,shop,opened\n");
            Random random = new Random(7);
            for (int i = 0; i < 27_000; i++) {
                int pack = i % 45;
                int day = i / 45 % 60;
                boolean held = random.nextInt(4) == 0;
                double rate = held ? 0.08 : day < 31 ? 0.22 : 0.12;
                out.write(
                        "%d,%s,%s,%s,shop %03d,%d%n"
                                .formatted(
                                        i,
                                        pack == 44
                                                ? "<script>alert(1)</script>"
                                                : "pack_mailing_" + (100 + pack),
                                        held ? "held" : "mail",
                                        LocalDate.of(2026, 1, 1).plusDays(day),
                                        random.nextInt(450),
                                        random.nextDouble() < rate ? 1 : 0));
            }
        }
        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--name",
                        MAILINGS,
                        "--map",
                        "profile=id",
                        "--map",
                        "package=pack",
                        "--map",
                        "arm=arm",
                        "--map",
                        "when=day",
                        "--map",
                        "hit=opened",
                        "--control",
                        "held");
        assertThat(imported.code()).as(imported.err()).isZero();
    }

    private static void importHillstrom() {
        if (run("outcomes", "list", "--json").out().contains(HILLSTROM)) {
            return;
        }
        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        HillstromTrial.writeTo(folder).toString(),
                        "--name",
                        HILLSTROM,
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
        assertThat(imported.code()).as(imported.err()).isZero();
    }

    private static void importJourney() {
        if (Files.exists(folder.resolve("journey"))) {
            return;
        }
        try (Workspace workspace =
                new Wiring(InstantSource.fixed(CliRun.NOW)).open(folder.resolve("journey"))) {
            new SampleWorkspace(workspace).load(ImportListener.none(), new CancelSignal());
        }
    }

    private static byte[] report(String name, String outcomes, String language, String... more)
            throws IOException {
        Path file = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "effect",
                                "report",
                                "--outcomes",
                                outcomes,
                                name.endsWith("html") ? "--html" : "--pdf",
                                file.toString(),
                                "--language",
                                language,
                                "--margin",
                                "0.4",
                                "--cost-per-send",
                                "0.01",
                                "--force"));
        arguments.addAll(List.of(more));
        CliRun run = run(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return Files.readAllBytes(file);
    }

    /** Returns the words of all pages; spaces that keep numbers and units together are plain. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static CliRun run(String... arguments) {
        boolean journey = List.of(arguments).contains(JOURNEY);
        Wiring wiring = new Wiring(InstantSource.fixed(CliRun.NOW));
        return CliRun.in(wiring, folder.resolve(journey ? "journey" : "workspace"), arguments);
    }
}
