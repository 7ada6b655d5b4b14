package io.marquetry.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.source.SourceEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Whoever asks to be forgotten is, in every file of the workspace, and nobody else is touched. */
class ErasePersonTest {

    private static final String PERSON = "zhang.san.planted@example.cn";
    private static final int OTHERS = 3_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void plantedPersonIsFoundNowhere(SourceEngine engine) throws IOException {
        fill(engine);
        assertThat(filesWith(PERSON)).as("the search finds what is there").isNotEmpty();
        JsonNode before =
                run("preview", "--source", "people", "--json", "--expression", "user_order_any")
                        .json();

        CliRun erased = run("workspace", "erase-person", PERSON, "--json");

        assertThat(erased.code()).as(erased.err()).isZero();
        assertThat(erased.json().get("removed").size()).isEqualTo(2);
        assertThat(erased.json().get("removed").get(0).get("events").asInt()).isEqualTo(2);
        assertThat(filesWith(PERSON)).isEmpty();
        JsonNode sources = run("source", "list", "--json").json();
        assertThat(sources.get(0).get("profiles").asInt()).isEqualTo(OTHERS);
        JsonNode after =
                run("preview", "--source", "people", "--json", "--expression", "user_order_any")
                        .json();
        assertThat(after.get("audience").asInt()).isEqualTo(before.get("audience").asInt() - 1);
        assertThat(run("effect", "show", "--outcomes", "mail", "--json").code()).isZero();
        CliRun again = run("workspace", "erase-person", PERSON);
        assertThat(again.out()).contains("Nobody");
    }

    @Test
    void receiptNamesNobody() throws IOException {
        fill(SourceEngine.H2);
        run("workspace", "erase-person", PERSON);
        try (Stream<Path> receipts = Files.list(workspace().resolve("receipts"))) {
            assertThat(receipts.toList())
                    .singleElement()
                    .satisfies(
                            receipt ->
                                    assertThat(Files.readString(receipt))
                                            .contains("\"rows\":1", "people", "mail")
                                            .doesNotContain(PERSON));
        }
    }

    @Test
    void lastPersonOfASourceIsNotErasedBehindItsBack() throws IOException {
        Path csv = Files.writeString(folder.resolve("one.csv"), "id,age\n" + PERSON + ",1\n");
        run("profiles", "import", csv.toString(), "--key", "id", "--engine", "H2");
        CliRun erased = run("workspace", "erase-person", PERSON);
        assertThat(erased.code()).isEqualTo(1);
        assertThat(erased.err()).contains("holds nobody but this person");
    }

    private void fill(SourceEngine engine) throws IOException {
        StringBuilder people = new StringBuilder("id,age,city\n");
        StringBuilder orders = new StringBuilder("who,at,amount\n");
        StringBuilder mail = new StringBuilder("who,click\n");
        for (int i = 0; i <= OTHERS; i++) {
            String key = i == 1_234 ? PERSON : "person-" + i;
            people.append(key).append(',').append(i % 90).append(",Bern\n");
            mail.append(key).append(',').append(i % 2).append('\n');
            if (i % 2 == 0) {
                orders.append(key).append(",2024-01-01,").append(i).append('\n');
                orders.append(key).append(",2024-01-02,").append(i).append('\n');
            }
        }
        Path csv = Files.writeString(folder.resolve("people.csv"), people);
        Path events = Files.writeString(folder.resolve("orders.csv"), orders);
        Path outcomes = Files.writeString(folder.resolve("mail.csv"), mail);
        ok(
                "profiles",
                "import",
                csv.toString(),
                "--key",
                "id",
                "--events",
                "orders=" + events + ":who:at",
                "--engine",
                engine.name());
        ok(
                "outcomes",
                "import",
                outcomes.toString(),
                "--name",
                "mail",
                "--map",
                "profile=who",
                "--map",
                "hit=click",
                "--engine",
                engine.name());
        Path tags =
                Files.writeString(
                        folder.resolve("tags.json"),
                        """
                        {"format":"marquetry/tags","formatVersion":1,"tags":[{"key":"user_order_any",
                        "category":"AUDIENCE","name":{"en":"Ordered","zh":"下过单"},
                        "topic":{"en":"Orders","zh":"订单"},
                        "rule":{"type":"events","stream":"orders","aggregate":"COUNT",
                        "window":{"type":"always"},"comparison":"AT_LEAST",
                        "value":{"number":"1"}}}]}
                        """);
        ok("tag", "import", tags.toString());
        ok("preview", "--source", "people", "--expression", "user_order_any");
    }

    /** Returns the files in which the text stands, also packed. */
    private List<Path> filesWith(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(workspace())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (contains(content(file), wanted)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static byte[] content(Path file) throws IOException {
        if (!file.toString().endsWith(".zip")) {
            return Files.readAllBytes(file);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.transferTo(all);
            }
        }
        return all.toByteArray();
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        return in.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    private void ok(String... arguments) {
        CliRun run = run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(workspace(), arguments);
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }
}
