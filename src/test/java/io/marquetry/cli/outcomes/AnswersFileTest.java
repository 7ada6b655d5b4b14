package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of outcomes that belong together, or that are looked at twice. */
class AnswersFileTest {

    @TempDir private Path folder;

    @Test
    void redemptionsWithoutATimeBelongToContactsByPersonAndCampaign() throws IOException {
        write("contacts.csv", "id,campaign,arm\na,c1,mail\na,c2,mail\nb,c1,mail\nd,c1,hold\n");
        write("redeemed.csv", "client;action;paid\na;c1;2,50\na;c1;3,00\nb;c2;9,00\nx;c1;1,00\n");

        CliRun told =
                run(
                        "outcomes",
                        "import",
                        path("contacts.csv"),
                        "--name",
                        "o",
                        "--answers",
                        path("redeemed.csv"),
                        "--answers-by",
                        "id=client",
                        "--answers-by",
                        "campaign=action",
                        "--map",
                        "profile=id",
                        "--map",
                        "package=campaign",
                        "--map",
                        "arm=arm",
                        "--map",
                        "converted=answers",
                        "--map",
                        "revenue=answers.paid");

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).contains("2 rows of “redeemed.csv” belong to no row of this file.");
        JsonNode shown = run("effect", "show", "--outcomes", "o", "--json").json();
        JsonNode mail = shown.get("arms").get(1);
        assertThat(mail.get("targeted").asInt()).isEqualTo(3);
        assertThat(mail.get("conversion").get("count").asInt()).isEqualTo(1);
        assertThat(mail.get("conversions").asInt()).isEqualTo(2);
        assertThat(mail.get("revenue").get("total").asString()).isEqualTo("5.5");
    }

    @Test
    void mailAddressesOfAnswersAreFoundWhateverTheirLetterCaseIs() throws IOException {
        write("contacts.csv", "mail\nAnna@Example.org\nbob@example.org\n");
        write(
                "clicks.jsonl",
                "{\"mail\":\" anna@EXAMPLE.org\"}\n{\"mail\":\"anna@example.org\"}\n");

        CliRun told =
                run(
                        "outcomes",
                        "import",
                        path("contacts.csv"),
                        "--name",
                        "o",
                        "--answers",
                        path("clicks.jsonl"),
                        "--answers-by",
                        "mail",
                        "--map",
                        "profile=mail",
                        "--map",
                        "hit=answers");

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).doesNotContain("belong to no row");
        assertThat(run("effect", "show", "--outcomes", "o").out()).contains("50.00 %");
    }

    @Test
    void answersWithoutAColumnToFindThemByAreRefused() throws IOException {
        write("contacts.csv", "id,hit\na,1\n");
        CliRun told =
                run(
                        "outcomes",
                        "import",
                        path("contacts.csv"),
                        "--map",
                        "hit=hit",
                        "--answers",
                        path("contacts.csv"));
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("--answers-by");
    }

    @Test
    void sameFileIsImportedAgainUnderAnotherMappingOnly() throws IOException {
        write("o.csv", "id,opened,bought\na,1,0\nb,1,1\n");
        List<String> first = List.of("outcomes", "import", path("o.csv"), "--map", "profile=id");
        assertThat(run(first, "--map", "hit=opened").code()).isZero();
        assertThat(run(first, "--map", "hit=bought").code()).isZero();
        CliRun again = run(first, "--map", "hit=bought");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("was imported before");
        assertThat(run("effect", "show", "--outcomes", "o").out()).contains("100.00 %");
        assertThat(run("effect", "show", "--outcomes", "o-2").out()).contains("50.00 %");
        assertThat(run("outcomes", "remove", "o").code()).isZero();
        assertThat(run("effect", "show", "--outcomes", "o-2").out()).contains("50.00 %");
    }

    @Test
    void mappingThatWasKeptTellsWhichOfItsWordsAnotherFileLacks() throws IOException {
        write("may.csv", "id,arm,what\na,mail,yes\nb,hold,no\n");
        write("june.csv", "id,arm,what\na,mail,JA\nb,control,NEIN\n");
        CliRun may =
                run(
                        "outcomes",
                        "import",
                        path("may.csv"),
                        "--map",
                        "profile=id",
                        "--map",
                        "arm=arm",
                        "--map",
                        "hit=what==yes",
                        "--control",
                        "hold",
                        "--save-mapping",
                        "monthly",
                        "--type",
                        "what=TEXT");
        assertThat(may.code()).as(may.err()).isZero();
        assertThat(may.err()).doesNotContain("never holds");
        CliRun june = run("outcomes", "import", path("june.csv"), "--mapping", "monthly");
        assertThat(june.err())
                .contains("Column “what” never holds “yes”")
                .contains("Column “arm” never holds “hold”");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private CliRun run(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
