package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.standins.BankCalls;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code profiles import} and {@code source list}, as scripts call them. */
class ProfilesImportCommandTest {

    @TempDir private Path folder;

    @Test
    void hillstromIsImportedWhole() {
        String file = HillstromTrial.writeTo(folder).toString();

        CliRun run = run("profiles", "import", file, "--source", "mail-test", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode table = run.json().get("files").get(0);
        assertThat(table.get("rows").asInt()).isEqualTo(64_000);
        assertThat(table.get("accepted").asInt()).isEqualTo(64_000);
        assertThat(table.get("rejected").asInt()).isZero();
        JsonNode listed = run("source", "list", "--json").json().get(0);
        assertThat(listed).isEqualTo(run.json().get("source"));
        assertThat(listed.get("name").asString()).isEqualTo("mail-test");
        assertThat(listed.get("profiles").asInt()).isEqualTo(64_000);
        assertThat(listed.get("attributes").size()).isEqualTo(12);
        assertThat(listed.get("asOf").asString()).isEqualTo(CliRun.NOW.toString());
    }

    @Test
    void bankIsImportedWithItsWordForMissing() {
        String file = BankCalls.writeTo(folder).toString();

        CliRun run =
                run("profiles", "import", file, "--missing", "*=unknown", "--missing", "pdays=-1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("bank.csv: UTF-8, delimiter “;”, names in line 1.\n")
                .contains("\nbank.csv: 4,521 rows = 4,521 accepted + 0 rejected\n")
                .contains("Source “bank” holds 4,521 profiles.");
    }

    @Test
    void rejectedRowsAreListedAndSaved() throws IOException {
        Path file =
                write(
                        "people.csv",
                        "id;名字;since\n1;a;2017-01-01\n1;b;2017-01-01\n2;c;soon\n3;=d;2017-01-02\n");
        Path saved = folder.resolve("rejected.csv");

        CliRun run =
                run(
                        "profiles",
                        "import",
                        file.toString(),
                        "--key",
                        "id",
                        "--type",
                        "since=date",
                        "--rejected",
                        saved.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsSequence(
                        "people.csv: 4 rows = 2 accepted + 2 rejected",
                        "people.csv: 1 row rejected, first line 3: The key “1” stands on line 2 already.",
                        "people.csv: 1 row rejected, first line 4: Column “since”: “soon” is no date. Accepted are: 2017-01-31, 2017/1/31, 2017年1月31日.");
        assertThat(saved).content().contains("2;c;soon");
    }

    @Test
    void detectedFormatsCanBeCorrected() throws IOException {
        Path file = folder.resolve("people.txt");
        Files.write(file, "1~'a~b'~王芳\n2~c~李雷\n".getBytes(Charset.forName("GB18030")));

        CliRun run =
                run(
                        "profiles",
                        "import",
                        file.toString(),
                        "--delimiter",
                        "~",
                        "--quote",
                        "'",
                        "--encoding",
                        "gb18030",
                        "--no-header",
                        "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("source").get("attributes").toString())
                .isEqualTo(
                        "{\"column_1\":\"INTEGER\",\"column_2\":\"TEXT\",\"column_3\":\"TEXT\"}");
    }

    @Test
    void eventsComeWithTheirProfiles() throws IOException {
        Path people = write("people.csv", "id,name\np1,a\np2,b\n");
        Path purchases = write("buys.csv", "who,at,amount\np1,2017-01-01,5\np3,2017-01-01,5\n");

        CliRun run =
                run(
                        "profiles",
                        "import",
                        people.toString(),
                        "--key",
                        "id",
                        "--today",
                        "2018-01-01",
                        "--events",
                        "purchases=" + purchases + ":who:at",
                        "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("source").get("today").asString()).isEqualTo("2018-01-01");
        assertThat(run.json().get("source").get("events").toString())
                .isEqualTo("{\"purchases\":{\"amount\":\"INTEGER\"}}");
        assertThat(run.json().get("files").get(1).get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void firstLineOfDataTakenForNamesSaysHowToMendIt() throws IOException {
        Path longer =
                write("data.csv", "1,\"" + "x".repeat(200) + "\",Graz\n2,short,Linz\n3,b,Wien\n");
        CliRun run = run("profiles", "import", longer.toString(), "--header");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 1 is taken for the names")
                .contains("--no-header")
                .contains("“The first row names the columns”");

        // Nothing tells such a first line from names, so whoever asks for a column is told.
        Path names = write("names.csv", "Ann,Graz\nBob,Linz\n");
        CliRun numbered = run("profiles", "import", names.toString(), "--key", "column_1");
        assertThat(numbered.code()).isEqualTo(1);
        assertThat(numbered.err()).contains("its columns are Ann, Graz").contains("--no-header");
        CliRun mended =
                run("profiles", "import", names.toString(), "--key", "column_1", "--no-header");
        assertThat(mended.code()).as(mended.err()).isZero();
    }

    @Test
    void columnOfAFileReadWithoutNamesSaysHowToNameThem() throws IOException {
        Path file = write("rows.csv", "id,city\n1,Graz\n2,Linz\n");
        CliRun run = run("profiles", "import", file.toString(), "--no-header", "--key", "id");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("read without a line of names").contains("(--header)");
    }

    @Test
    void whatCouldNotBeReadNamesTheOptionThatMendsIt() throws IOException {
        Path file = write("mixed.csv", "id,age,note\n1,30,a\n2,soon,b\n3,40,c\n1,50,e\n");
        CliRun text = run("profiles", "import", file.toString(), "--key", "id");
        assertThat(text.err()).contains("--missing COLUMN=TEXT").contains("--key");
        CliRun number =
                run(
                        "profiles",
                        "import",
                        file.toString(),
                        "--source",
                        "other",
                        "--key",
                        "id",
                        "--type",
                        "age=INTEGER");
        assertThat(number.err()).contains("--numbers COLUMN=POINT or COMMA");
    }

    @Test
    void strayQuoteNamesTheOptionThatMendsIt() throws IOException {
        Path file =
                write(
                        "b.csv",
                        "id,nick,height\nC1,\"Ann\",170\nC2,\"Bo\"b,180\nC3,\"Cy\",190\nC4,\"D\",160\n");
        CliRun run = run("profiles", "import", file.toString(), "--key", "id");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("--quote");
    }

    @Test
    void failuresAreOneSentenceInTheUsersLanguage() throws IOException {
        Path file = write("people.csv", "id;a b\n1;2;3\n2;3;4\n");

        CliRun english = run("profiles", "import", file.toString());
        assertThat(english.code()).isEqualTo(1);
        assertThat(english.err())
                .isEqualTo(
                        "“people.csv”: 2 of 2 rows cannot be read, so this is not how the file is written."
                                + " The first: line 2: The row has 3 values, but there are 2 columns."
                                + " Say how it is: --delimiter, --quote, --encoding, --skip, or --header or"
                                + " --no-header for whether its first row names the columns.\n");

        CliRun chinese =
                CliRun.of(
                        this::open,
                        Locale.SIMPLIFIED_CHINESE,
                        "profiles",
                        "import",
                        file.toString(),
                        "--workspace",
                        workspace());
        assertThat(chinese.err()).startsWith("“people.csv”：2 行中有 2 行无法读取，可见文件并不是这样写的。");
        assertThat(run("source", "list").err())
                .isEqualTo(
                        "There is no profile source yet. Import one: marquetry profiles import FILE\n");
    }

    @Test
    void whereNoRowFitsTheCommandFails() throws IOException {
        Path file = write("people.csv", "id,name\n1,a,x\n");
        CliRun run = run("profiles", "import", file.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("“people.csv”: 1 of 1 rows cannot be read");
    }

    @Test
    void theImportedFileIsNeverOverwritten() throws IOException {
        Path file = write("people.csv", "id,name\n1,a,x\n2,b\n");
        CliRun run = run("profiles", "import", file.toString(), "--rejected", file.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(file).hasContent("id,name\n1,a,x\n2,b\n");
    }

    @Test
    void noValueOfARejectedRowIsToldWhereThatIsAskedFor() throws IOException {
        Path file =
                write(
                        "people.csv",
                        """
                        id,age,born
                        li.wei@x.cn,1,2020-01-01
                        li.wei@x.cn,2,2020-01-01
                        b,hidden,2020-01-01
                        c,3,concealed
                        ,4,2020-01-01
                        """);
        String[] command = {
            "profiles",
            "import",
            file.toString(),
            "--key",
            "id",
            "--type",
            "age=INTEGER",
            "--type",
            "born=DATE"
        };
        assertThat(run(command).out()).contains("li.wei@x.cn", "hidden", "concealed");
        String[] quiet = with(command, "--no-values");
        for (String[] form : List.of(quiet, with(quiet, "--json"))) {
            CliRun run = run(form);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out() + run.err())
                    .contains("age", "born")
                    .doesNotContain("li.wei", "hidden", "concealed");
        }
    }

    private static String[] with(String[] command, String option) {
        String[] more = Arrays.copyOf(command, command.length + 1);
        more[command.length] = option;
        return more;
    }

    @Test
    void wrongUsageIsToldApart() throws IOException {
        Path file = write("people.csv", "id,name\n1,a\n");
        assertThat(run("profiles").code()).isEqualTo(2);
        assertThat(run("profiles", "import").code()).isEqualTo(2);
        assertThat(run("profiles", "import", file.toString(), "--delimiter", "ab").code())
                .isEqualTo(2);
        assertThat(run("profiles", "import", file.toString(), "--type", "id=NUMBER").code())
                .isEqualTo(2);
        assertThat(run("profiles", "import", file.toString(), "--today", "soon").code())
                .isEqualTo(2);
    }

    @Test
    void helpSpeaksOfEveryOption() {
        CliRun help = CliRun.of(this::open, "profiles", "import", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains(
                        "Make a profile source of a CSV, TSV, Parquet, JSON Lines or DuckDB file.")
                .contains("The column whose values name the profiles.");
    }

    private Workspace open(Path workspace) {
        return new Wiring(InstantSource.fixed(CliRun.NOW)).open(workspace);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(this::open, Path.of(workspace()), arguments);
    }

    private String workspace() {
        return folder.resolve("workspace").toString();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
