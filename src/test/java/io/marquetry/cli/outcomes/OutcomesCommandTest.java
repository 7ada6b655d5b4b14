package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.cli.CliRun;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.review.Question;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.launch.Wiring;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code outcomes import} with every kind of file, good and bad. */
class OutcomesCommandTest {

    private static final String PEOPLE =
            """
            who,arm,sent,delivered,clicks,bought,spent,cost,day,city
            a,mail,yes,yes,2,1,10.50,0.10,2017-01-01,Bern
            b,mail,yes,no,0,0,0,0.10,2017-01-01,Bern
            c,mail,yes,yes,1,0,-2.25,0.10,2017-01-02,Chur
            d,none,no,no,0,0,0,0,2017-01-02,
            e,none,no,no,0,1,4,0,2017-01-02,Chur
            """;

    @TempDir private Path folder;

    @Test
    void badNameOfAMappingIsRefusedBeforeAnythingIsImported() throws IOException {
        Path file = write("people.csv", PEOPLE);
        String[] command = {
            "outcomes", "import", file.toString(), "--map", "profile=who", "--map", "hit=clicks"
        };
        CliRun refused = run(with(command, "--save-mapping", "bad name"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(run("outcomes", "list", "--json").json()).isEmpty();

        CliRun noFolder =
                run(with(command, "--rejected", folder.resolve("no/such.csv").toString()));
        assertThat(noFolder.code()).isEqualTo(1);
        assertThat(run("outcomes", "list", "--json").json()).isEmpty();

        assertThat(run(with(command, "--save-mapping", "good")).code()).isZero();
    }

    /** It would count one person a row, or nobody, and say nothing of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profiles | targeted=sent  | say --rows totals",
                "profiles | event=city     | say --rows events",
                "totals   | event=city     | say --rows events",
                "totals   | before=spent   | say --rows profiles",
                "totals   | profile=who    | say --rows profiles",
                "events   | converted=sent | its own column would not be used",
                "events   | targeted=sent  | say --rows totals"
            })
    void whatRowsOfThatKindCannotUseIsRefused(String rows, String map, String how)
            throws IOException {
        Path file = write("people.csv", PEOPLE);
        String[] command = {"outcomes", "import", file.toString(), "--rows", rows, "--map", map};
        String[] needed =
                switch (rows) {
                    case "totals" ->
                            new String[] {"--map", "targeted=sent", "--map", "converted=bought"};
                    case "events" -> new String[] {"--map", "event=arm", "--map", "profile=who"};
                    default -> new String[] {"--map", "hit=clicks"};
                };
        CliRun refused = run(with(command, needed));
        assertThat(refused.code()).as(refused.out()).isEqualTo(1);
        assertThat(refused.err()).contains(how);
        assertThat(run("outcomes", "list", "--json").json()).isEmpty();
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void oneRowPerProfileIsReadByEitherEngine(String engine) throws IOException {
        Path file = write("people.csv", PEOPLE);

        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--name",
                        "test",
                        "--engine",
                        engine,
                        "--map",
                        "profile=who",
                        "--map",
                        "arm=arm",
                        "--map",
                        "sent=sent",
                        "--map",
                        "delivered=delivered",
                        "--map",
                        "hit=clicks",
                        "--map",
                        "converted=bought",
                        "--map",
                        "revenue=spent",
                        "--map",
                        "cost=cost",
                        "--map",
                        "when=day",
                        "--control",
                        "none",
                        "--json");

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.json().get("outcomes").get("rows").asInt()).isEqualTo(5);
        CliRun run =
                run(
                        "effect",
                        "show",
                        "--outcomes",
                        "test",
                        "--by",
                        "city",
                        "--by",
                        "day",
                        "--by",
                        "city+day",
                        "--by",
                        "clicks",
                        "--margin",
                        "0.5",
                        "--cost-per-send",
                        "0.01",
                        "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode mail = run.json().get("arms").get(0);
        assertThat(mail.get("arm").asString()).isEqualTo("mail");
        assertThat(mail.get("targeted").asInt()).isEqualTo(3);
        assertThat(mail.get("sent").asInt()).isEqualTo(3);
        assertThat(mail.get("reach").get("count").asInt()).isEqualTo(2);
        assertThat(mail.get("hit").get("count").asInt()).isEqualTo(2);
        assertThat(mail.get("hits").asInt()).isEqualTo(3);
        assertThat(mail.get("revenue").get("total").decimalValue()).isEqualByComparingTo("8.25");
        assertThat(mail.get("cost").get("total").decimalValue()).isEqualByComparingTo("0.33");
        assertThat(mail.get("profit").get("total").decimalValue()).isEqualByComparingTo("3.795");
        // 5.14, -0.11 and -1.235: the spread of profits, not of revenues.
        JsonNode profit = mail.get("profit").get("perHead");
        assertThat(profit.get("value").asDouble()).isEqualTo(1.265, within(1e-9));
        assertThat(profit.get("low").asDouble()).isEqualTo(-7.187687, within(1e-6));
        assertThat(mail.get("roi").get("value").asDouble()).isEqualTo(11.5, within(1e-9));
        assertThat(run.json().get("arms").get(1).get("roi").get("lacking").asString())
                .isEqualTo("NO_COST");
        assertThat(run.json().get("by").get(0).get("groups")).hasSize(3);
        assertThat(
                        run.json()
                                .get("by")
                                .get(0)
                                .get("groups")
                                .get(0)
                                .get("uplift")
                                .get("reason")
                                .asString())
                .isEqualTo("NOBODY_HELD_OUT");
        assertThat(run.json().get("by").get(1).get("groups").get(1).get("values").get(0).asString())
                .isEqualTo("2017-01-02");
        assertThat(run.json().get("findings")).isEmpty();
    }

    @Test
    void aProfileThatStandsTwiceIsRejected() throws IOException {
        Path file = write("people.csv", PEOPLE + "a,mail,yes,yes,2,1,10.50,0.10,2017-01-01,Bern\n");
        CliRun run =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--map",
                        "profile=who",
                        "--map",
                        "converted=bought");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("6 rows = 5 accepted + 1 rejected")
                .contains("line 7: The key “a” stands on line 2 already.");
    }

    @Test
    void theSameFileTwiceIsNoticed() throws IOException {
        Path file = write("people.csv", PEOPLE);
        Path copy = write("copy.csv", PEOPLE);
        String converted = "converted=bought";
        assertThat(run("outcomes", "import", file.toString(), "--map", converted).code()).isZero();

        CliRun again = run("outcomes", "import", copy.toString(), "--map", converted);

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err())
                .startsWith("This file was imported before: it is “people.csv”, kept as “people”");
        assertThat(run("outcomes", "list", "--json").json()).hasSize(1);
        assertThat(run("outcomes", "remove", "people").code()).isZero();
        assertThat(databases()).isZero();
        assertThat(run("outcomes", "import", copy.toString(), "--map", converted).code()).isZero();
    }

    @Test
    void contradictionsAreKeptAndSaid() throws IOException {
        Path file =
                write("odd.csv", "got,clicked,did\nyes,yes,yes\nno,yes,yes\nno,no,yes\nno,no,no\n");
        assertThat(
                        run(
                                        "outcomes",
                                        "import",
                                        file.toString(),
                                        "--map",
                                        "delivered=got",
                                        "--map",
                                        "hit=clicked",
                                        "--map",
                                        "converted=did")
                                .code())
                .isZero();
        CliRun run = run("effect", "show", "--json");
        assertThat(run.json().get("findings").get(0).get("rows").asInt()).isEqualTo(1);
        assertThat(run.json().get("arms").get(0).get("conversion").get("count").asInt())
                .isEqualTo(3);
        // Who was never reached and bought all the same is no contradiction.
        assertThat(run("effect", "show").out()).contains("1 row contradicts itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void totalsHaveSharesButNoSpreadOfMoney(String engine) throws IOException {
        Path file =
                write(
                        "totals.csv",
                        """
                        pack,day,people,got,bought,income
                        pack_a,2017-01-01,100,90,9,50
                        pack_a,2017-01-02,50,45,60,10
                        pack_b,2017-01-01,10,10,1,-5
                        """);
        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--rows",
                        "totals",
                        "--engine",
                        engine,
                        "--map",
                        "package=pack",
                        "--map",
                        "when=day",
                        "--map",
                        "targeted=people",
                        "--map",
                        "delivered=got",
                        "--map",
                        "converted=bought",
                        "--map",
                        "revenue=income");
        assertThat(imported.code()).as(imported.err()).isZero();

        JsonNode answer = run("effect", "show", "--by", "package", "--by", "week", "--json").json();

        JsonNode all = answer.get("arms").get(0);
        assertThat(all.get("targeted").asInt()).isEqualTo(160);
        assertThat(all.get("reach").get("value").asDouble()).isEqualTo(145.0 / 160, within(1e-9));
        assertThat(all.get("revenue").get("perHead").get("lacking").asString())
                .isEqualTo("TOTALS_ONLY");
        assertThat(answer.get("findings").get(0).get("rows").asInt()).isEqualTo(1);
        assertThat(answer.get("by").get(0).get("groups")).hasSize(2);
        // The first of January 2017 was a Sunday.
        assertThat(answer.get("by").get(1).get("groups")).hasSize(2);
        JsonNode pack = run("effect", "show", "pack_b", "--json").json();
        assertThat(pack.get("arms").get(0).get("targeted").asInt()).isEqualTo(10);
        assertThat(run("effect", "show", "pack_c").err())
                .isEqualTo("There are no outcomes of package “pack_c” yet.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "DUCKDB"})
    void eventsOfAProfileAreOneRow(String engine) throws IOException {
        Path file =
                write(
                        "events.csv",
                        """
                        person,event,at,city
                        a,received,2017-01-01 10:00,Bern
                        a,viewed,2017-01-01 11:00,Bern
                        a,viewed,2017-01-01 12:00,Bern
                        a,completed,2017-01-02 09:00,Bern
                        b,received,2017-01-03 10:00,Chur
                        c,opened,2017-01-03 10:00,Chur
                        """);
        CliRun imported =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--rows",
                        "events",
                        "--engine",
                        engine,
                        "--map",
                        "profile=person",
                        "--map",
                        "event=event",
                        "--map",
                        "when=at");
        assertThat(imported.code()).as(imported.err()).isZero();

        JsonNode answer = run("effect", "show", "--by", "city", "--by", "day", "--json").json();

        JsonNode all = answer.get("arms").get(0);
        assertThat(all.get("targeted").asInt()).isEqualTo(2);
        assertThat(all.get("reach").get("count").asInt()).isEqualTo(2);
        assertThat(all.get("hit").get("count").asInt()).isEqualTo(1);
        assertThat(all.get("hits").asInt()).isEqualTo(2);
        assertThat(all.get("conversion").get("count").asInt()).isEqualTo(1);
        assertThat(answer.get("by").get(0).get("groups")).hasSize(2);
        assertThat(answer.get("by").get(1).get("groups").get(0).get("values").get(0).asString())
                .isEqualTo("2017-01-01");
    }

    @Test
    void eventsComeAsJsonLinesToo() throws IOException {
        Path file =
                write(
                        "events.jsonl",
                        """
                        {"person":"a","event":"offer received","at":"2017-01-01 10:00:00","city":"Bern"}
                        {"person":"a","event":"offer viewed","at":"2017-01-02 10:00:00","city":"Bern"}
                        {"person":"b","event":"offer received","at":"2017-01-02 11:00:00","city":"Chur"}
                        """);
        String[] mapped = {
            "outcomes",
            "import",
            file.toString(),
            "--map",
            "profile=person",
            "--map",
            "event=event",
            "--map",
            "when=at",
            "--event",
            "delivered=offer received",
            "--event",
            "hit=offer viewed"
        };
        CliRun imported = run(mapped);
        assertThat(imported.code()).as(imported.err()).isZero();

        JsonNode answer = run("effect", "show", "--by", "city", "--by", "day", "--json").json();

        JsonNode all = answer.get("arms").get(0);
        assertThat(all.get("targeted").asInt()).isEqualTo(2);
        assertThat(all.get("reach").get("count").asInt()).isEqualTo(2);
        assertThat(all.get("hit").get("count").asInt()).isEqualTo(1);
        assertThat(answer.get("by").get(1).get("groups")).hasSize(2);
        assertThat(run(mapped).err()).startsWith("This file was imported before");
        Path other = write("other.jsonl", "{\"person\":\"a\",\"event\":\"offer received\"}\n");
        CliRun refused =
                run(
                        "outcomes",
                        "import",
                        other.toString(),
                        "--map",
                        "hit=nowhere",
                        "--rows",
                        "profiles");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("has no column “nowhere”");
        assertThat(run("outcomes", "list", "--json").json()).hasSize(1);
    }

    @Test
    void anImportKilledAfterItsEntryKeepsItsFile() throws IOException {
        Path file = write("people.csv", PEOPLE);
        run("outcomes", "import", file.toString(), "--map", "converted=bought");
        Path sources = folder.resolve("workspace").resolve("sources");
        Path database;
        try (Stream<Path> files = Files.list(sources)) {
            database = files.findFirst().orElseThrow();
        }
        String name = database.getFileName().toString().replace(".mv.db", ".pending");
        Files.createFile(sources.resolve(name));

        CliRun run = run("effect", "show", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("arms").get(0).get("targeted").asInt()).isEqualTo(5);
        assertThat(sources.resolve(name)).doesNotExist();
    }

    @Test
    void aSourceWithOutcomesInItStays() throws IOException {
        Path file = write("people.csv", PEOPLE);
        run("profiles", "import", file.toString(), "--source", "people", "--key", "who");
        CliRun linked = run("outcomes", "link", "people", "--map", "hit=clicks", "--json");
        assertThat(linked.code()).as(linked.err()).isZero();
        assertThat(linked.json().get("source").asString()).isEqualTo("people");
        assertThat(
                        run("effect", "show", "--by", "city", "--json")
                                .json()
                                .get("arms")
                                .get(0)
                                .get("hit")
                                .get("count")
                                .asInt())
                .isEqualTo(2);
        try (Workspace workspace = open(folder.resolve("workspace"))) {
            assertThatThrownBy(() -> workspace.sources().remove(new SourceName("people")))
                    .isInstanceOf(ProblemException.class);
            OutcomeSet set = workspace.outcomes().sets().list().getFirst();
            assertThat(workspace.reviews().of(Question.of(set), new CancelSignal()).offered())
                    .contains(new Dimension.Attribute("city"))
                    .doesNotContain(new Dimension.Attribute("clicks"));
        }
    }

    @Test
    void powerIsToldBeforeADispatch() {
        CliRun run =
                run(
                        "effect",
                        "power",
                        "--base",
                        "0.1",
                        "--treated",
                        "21306",
                        "--holdout",
                        "21306",
                        "--difference",
                        "0.02");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        The smallest rise that would be found: 0.829 percentage points.
                        People needed in each of two arms: 3,841
                        """);
        assertThat(run("effect", "power", "--base", "2").code()).isEqualTo(2);
    }

    @Test
    void aMappingIsKeptAndUsedAgain() throws IOException {
        Path file = write("people.csv", PEOPLE);
        Path other = write("other.csv", PEOPLE + "f,mail,yes,yes,2,1,1,1,2017-01-01,Bern\n");
        CliRun first =
                run(
                        "outcomes",
                        "import",
                        file.toString(),
                        "--map",
                        "arm=arm",
                        "--map",
                        "hit=city==Bern",
                        "--control",
                        "none",
                        "--save-mapping",
                        "ours");
        assertThat(first.code()).as(first.err()).isZero();
        CliRun second = run("outcomes", "import", other.toString(), "--mapping", "ours", "--json");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.json().get("outcomes").get("control").asString()).isEqualTo("none");
        assertThat(second.json().get("outcomes").get("columns").get("hit").asString())
                .isEqualTo("city==Bern");
        JsonNode mail =
                run("effect", "show", "--outcomes", "other", "--json").json().get("arms").get(0);
        assertThat(mail.get("hit").get("count").asInt()).isEqualTo(3);
    }

    @Test
    void whatDoesNotFitIsSaidBeforeAnythingIsRead() throws IOException {
        String file = write("people.csv", PEOPLE).toString();
        assertRefused("Column “city” holds text", file, "--map", "converted=city");
        assertRefused("Column “arm” holds no numbers", file, "--map", "revenue=arm");
        assertRefused(
                "Column “arm” holds no dates", file, "--map", "hit=clicks", "--map", "when=arm");
        assertRefused("“people.csv” has no column “x”", file, "--map", "hit=x");
        assertRefused("Nothing is mapped that tells an effect.", file, "--map", "arm=arm");
        assertRefused(
                2, "A control group is an arm", file, "--map", "hit=clicks", "--control", "none");
        assertRefused(
                "No column tells “targeted”.", file, "--rows", "totals", "--map", "hit=clicks");
        assertRefused("“X Y” cannot name outcomes", file, "--map", "hit=clicks", "--name", "X Y");
        assertRefused("No mapping called “ours” was kept.", file, "--mapping", "ours");
        assertRefused(2, "names no column", file, "--map", "hit===yes");
        assertThat(run("outcomes", "import", file, "--map", "nothing=clicks").code()).isEqualTo(2);
        assertThat(databases()).isZero();
    }

    @Test
    void whatCannotBeDividedIsSaid() throws IOException {
        String file = write("people.csv", PEOPLE).toString();
        run("outcomes", "import", file, "--map", "hit=clicks");
        assertThat(run("effect", "show", "--by", "nowhere").err())
                .isEqualTo("“people.csv” has no column “nowhere” to divide by.\n");
        assertThat(run("effect", "show", "--by", "who+arm+city+day").code()).isEqualTo(1);
        assertThat(run("effect", "show", "--margin", "2").err())
                .isEqualTo("A margin is 0 to 1, and a cost is not negative.\n");
        assertThat(run("effect", "show", "--outcomes", "other").err())
                .startsWith("There are no outcomes called “other”.");
        CliRun chinese =
                CliRun.of(
                        this::open,
                        Locale.SIMPLIFIED_CHINESE,
                        "effect",
                        "show",
                        "--workspace",
                        workspace());
        assertThat(chinese.out()).contains("没有对照组").contains("命中率");
    }

    private void assertRefused(String sentence, String file, String... options) {
        assertRefused(1, sentence, file, options);
    }

    private void assertRefused(int code, String sentence, String file, String... options) {
        String[] all =
                Stream.concat(Stream.of("outcomes", "import", file), Stream.of(options))
                        .toArray(String[]::new);
        CliRun run = run(all);
        assertThat(run.code()).as(run.out()).isEqualTo(code);
        assertThat(run.err()).contains(sentence);
        assertThat(run("outcomes", "list", "--json").json()).isEmpty();
    }

    private long databases() throws IOException {
        Path sources = folder.resolve("workspace").resolve("sources");
        if (!Files.exists(sources)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(sources)) {
            return files.count();
        }
    }

    private Workspace open(Path workspace) {
        return new Wiring(InstantSource.fixed(CliRun.NOW)).open(workspace);
    }

    private String workspace() {
        return folder.resolve("workspace").toString();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(this::open, Path.of(workspace()), arguments);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
