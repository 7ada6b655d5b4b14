package io.marquetry.cli.pack.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.workspace.SmallWorkspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two people take a package through its life on the command line. */
class PackageLifeTest {

    @TempDir private Path folder;

    private String hash = "";

    @BeforeEach
    void fill() {
        SmallWorkspace.open(folder).close();
        as("li", "create", "pack_one", "--name", "One", "--expression", "user_level_gold");
    }

    private CliRun as(String login, String... arguments) {
        return as(login, Locale.ENGLISH, arguments);
    }

    private CliRun as(String login, Locale language, String... arguments) {
        List<String> all = new ArrayList<>(List.of("package"));
        all.addAll(List.of(arguments));
        return CliRun.in(
                SmallWorkspace.wiring(folder, login),
                language,
                folder.resolve("workspace"),
                all.toArray(String[]::new));
    }

    private CliRun approve(String login, String... more) {
        List<String> all =
                new ArrayList<>(List.of("approve", "pack_one", "--version", "1", "--sha256", hash));
        all.addAll(List.of(more));
        return as(login, all.toArray(String[]::new));
    }

    @Test
    void packageGoesFromDraftToLiveAndItsStepsAreTold() {
        CliRun submitted = as("li", "submit", "pack_one", "--json");
        assertThat(submitted.code()).isZero();
        assertThat(submitted.json().get("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(as("li", "rename", "pack_one", "--name", "Two").err())
                .contains("in review")
                .doesNotContain("Exception");
        hash =
                as("chen", "versions", "pack_one", "--json")
                        .json()
                        .get(0)
                        .get("documentSha256")
                        .asString();
        assertThat(as("chen", "waiting").out()).contains("pack_one", "in review", "li");
        CliRun own = approve("li");
        assertThat(own.code()).isEqualTo(1);
        assertThat(own.err()).contains("--alone");
        CliRun approved = approve("chen");
        assertThat(approved.code()).isZero();
        assertThat(approved.out()).contains("Version 1 of package pack_one is: approved");
        assertThat(approved.err()).contains("made alone");
        assertThat(as("chen", "live", "pack_one").code()).isZero();
        assertThat(as("chen", "list", "--json").json().get(0).get("state").asString())
                .isEqualTo("LIVE");
        assertThat(as("chen", "show", "pack_one").out()).contains("state: live");
        assertThat(as("chen", "versions", "pack_one").out()).contains("live");
        String told = as("chen", Locale.SIMPLIFIED_CHINESE, "life", "pack_one").out();
        assertThat(told).contains("审核中", "已批准", "投放中", "chen（独自）");
        CliRun early = as("chen", "evaluate", "pack_one", "--version", "1");
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.err()).contains("outcomes import");
    }

    @Test
    void packageIsSentBackWithAReasonTakenBackWithoutOneAndPutAway() {
        as("li", "submit", "pack_one");
        assertThat(as("chen", "return", "pack_one").code()).isEqualTo(2);
        assertThat(as("chen", "return", "pack_one", "--reason", "why gold?").code()).isZero();
        assertThat(as("li", "waiting", "--json").json().get(0).get("why").asString())
                .isEqualTo("why gold?");
        assertThat(as("li", "submit", "pack_one").code()).isZero();
        assertThat(as("li", "withdraw", "pack_one").code()).isZero();
        assertThat(as("li", "archive", "pack_one").err()).contains("reason");
        assertThat(as("li", "archive", "pack_one", "--reason", "over").code()).isZero();
        assertThat(as("li", "list", "--archived", "--json").json().get(0).get("state").asString())
                .isEqualTo("ARCHIVED");
        assertThat(as("li", "restore", "pack_one").code()).isZero();
        assertThat(as("li", "life", "pack_one", "--json").json()).hasSize(6);
    }

    @Test
    void packageIsBranchedFromAVersion() {
        as("li", "submit", "pack_one");
        CliRun made =
                as(
                        "chen",
                        "branch",
                        "pack_one",
                        "pack_two",
                        "--version",
                        "1",
                        "--name",
                        "Two",
                        "--json");
        assertThat(made.json().get("parent").asString()).isEqualTo("pack_one");
        assertThat(as("chen", "show", "pack_two").out()).contains("user_level_gold");
        assertThat(
                        as(
                                        "chen",
                                        "branch",
                                        "pack_one",
                                        "pack_two",
                                        "--version",
                                        "1",
                                        "--name",
                                        "x")
                                .code())
                .isEqualTo(1);
    }

    @Test
    void whomEachChangeBringsInAndCostsIsCounted() {
        as("li", "submit", "pack_one");
        as("li", "withdraw", "pack_one");
        as("li", "rename", "pack_one", "--name", "Two");
        CliRun told = as("li", "diff", "pack_one", "--from", "1", "--people", "--json");
        assertThat(told.code()).isZero();
        assertThat(told.json().get("changes").get(0).get("change").asString()).isEqualTo("renamed");
        assertThat(told.json().get("together").get("audience").asLong()).isEqualTo(2);
        String text =
                as("li", Locale.SIMPLIFIED_CHINESE, "diff", "pack_one", "--from", "1", "--people")
                        .out();
        assertThat(text).contains("名称：“One”改为“Two”", "合计：2 人");
    }
}
