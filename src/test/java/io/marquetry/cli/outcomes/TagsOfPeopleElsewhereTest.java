package io.marquetry.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.standins.HillstromTrial;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imported outcomes are divided by the tags that their profiles carry in another source. */
class TagsOfPeopleElsewhereTest {

    @TempDir private Path folder;

    @Test
    void tagDividesLikeTheAttributeThatItIsMadeOf() throws IOException {
        Path file = HillstromTrial.writeTo(folder);
        done("profiles", "import", file.toString(), "--source", "customers");
        done(
                "outcomes",
                "import",
                file.toString(),
                "--name",
                "mail-test",
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
        tag("user_newbie_yes", "newbie", "1");

        // More profiles than are looked up at a time.
        JsonNode tagged = show("mail-test", "tag:user_newbie_yes@customers");
        JsonNode plain = show("mail-test", "newbie");

        assertThat(tagged.get("findings")).isEmpty();
        JsonNode byTag = tagged.get("by").get(0).get("groups");
        JsonNode byAttribute = plain.get("by").get(0).get("groups");
        assertThat(byTag).hasSize(2);
        assertThat(byTag.get(0).get("values").get(0).asBoolean()).isTrue();
        for (String part : List.of("arms", "treated", "uplift")) {
            assertThat(byTag.get(0).get(part)).as(part).isNotNull();
            assertThat(byTag.get(0).get(part)).as(part).isEqualTo(byAttribute.get(1).get(part));
            assertThat(byTag.get(1).get(part)).as(part).isEqualTo(byAttribute.get(0).get(part));
        }
        assertThat(tagged.get("arms")).isEqualTo(plain.get("arms"));
    }

    @ParameterizedTest
    @CsvSource({"H2, H2, profiles", "DUCKDB, H2, profiles", "H2, DUCKDB, events"})
    void profilesAreFoundByTheirKeyAndStrangersAreCounted(
            String people, String outcomes, String rows) throws IOException {
        Path customers = folder.resolve("customers.csv");
        Path mails = folder.resolve("mails.csv");
        try (BufferedWriter known = Files.newBufferedWriter(customers);
                BufferedWriter sent = Files.newBufferedWriter(mails)) {
            known.write("id,points\n");
            sent.write("customer,what\n");
            for (int i = 0; i < 900; i++) {
                known.write("k-" + (899 - i) + "," + (899 - i) % 3 + "\n");
            }
            for (int i = 0; i < 1_000; i++) {
                sent.write("k-" + i + ",received\n");
                if (i % 2 == 0) {
                    sent.write("k-" + i + ",viewed\n");
                }
            }
        }
        done(
                "profiles",
                "import",
                customers.toString(),
                "--source",
                "customers",
                "--key",
                "id",
                "--engine",
                people);
        tag("user_points_none", "points", "0");
        boolean events = rows.equals("events");
        if (!events) {
            onePerProfile(mails);
        }
        List<String> imported =
                new ArrayList<>(
                        List.of(
                                "outcomes",
                                "import",
                                mails.toString(),
                                "--name",
                                "mails",
                                "--engine",
                                outcomes,
                                "--map",
                                "profile=customer"));
        imported.addAll(
                events
                        ? List.of("--rows", "events", "--map", "event=what")
                        : List.of("--map", "hit=what"));
        done(imported.toArray(String[]::new));

        JsonNode answer = show("mails", "tag:user_points_none@customers");

        JsonNode finding = answer.get("findings").get(0);
        assertThat(finding.get("finding").asString()).isEqualTo("NOT_AMONG");
        assertThat(finding.get("profiles").asInt()).isEqualTo(100);
        JsonNode groups = answer.get("by").get(0).get("groups");
        assertThat(groups).hasSize(3);
        // Of 0 to 899 every third carries the tag, of which every second opened it.
        assertGroup(groups.get(0), 300, 150);
        assertGroup(groups.get(1), 600, 300);
        assertGroup(groups.get(2), 100, 50);
        assertThat(groups.get(2).get("values").get(0).get("missing").asBoolean()).isTrue();
        assertThat(
                        run(
                                        "effect",
                                        "show",
                                        "--outcomes",
                                        "mails",
                                        "--by",
                                        "tag:user_points_none@customers")
                                .out())
                .contains("100 profiles of these outcomes are not in the source “customers.csv”");
    }

    @Test
    void rowsWithoutAProfileAreRefusedWithAWordOnHowToMendIt() throws IOException {
        Path customers = folder.resolve("customers.csv");
        Path mails = folder.resolve("mails.csv");
        Files.writeString(customers, "id,points\na,0\nb,1\n");
        Files.writeString(mails, "arm,opened\nx,1\ny,0\n");
        done("profiles", "import", customers.toString(), "--source", "customers", "--key", "id");
        done(
                "outcomes",
                "import",
                mails.toString(),
                "--name",
                "mails",
                "--map",
                "arm=arm",
                "--map",
                "hit=opened");
        tag("user_points_none", "points", "0");

        CliRun refused =
                run(
                        "effect",
                        "show",
                        "--outcomes",
                        "mails",
                        "--by",
                        "tag:user_points_none@customers");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("do not tell whose they are").contains("mapped");
        assertThat(run("effect", "show", "--outcomes", "mails", "--by", "tag:x_y_z@nobody").err())
                .contains("nobody");
    }

    private static void onePerProfile(Path file) throws IOException {
        StringBuilder rows = new StringBuilder("customer,what\n");
        for (int i = 0; i < 1_000; i++) {
            rows.append("k-").append(i).append(',').append(1 - i % 2).append('\n');
        }
        Files.writeString(file, rows);
    }

    private static void assertGroup(JsonNode group, int targeted, int hit) {
        JsonNode arm = group.get("arms").get(0);
        assertThat(arm.get("targeted").asInt()).isEqualTo(targeted);
        assertThat(arm.get("hit").get("count").asInt()).isEqualTo(hit);
    }

    private void tag(String key, String field, String number) throws IOException {
        Path file = folder.resolve(key + ".json");
        Files.writeString(
                file,
                """
                {"format":"marquetry/tags","formatVersion":1,"tags":[{"key":"%s","category":"AUDIENCE",
                 "name":{"en":"Tag","zh":"标签"},"topic":{"en":"Topic","zh":"主题"},
                 "rule":{"type":"compare","field":"%s","comparison":"EQUAL","value":{"number":"%s"}}}]}
                """
                        .formatted(key, field, number));
        done("tag", "import", file.toString());
    }

    private JsonNode show(String outcomes, String by) {
        CliRun run = run("effect", "show", "--outcomes", outcomes, "--by", by, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    private void done(String... arguments) {
        CliRun run = run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
