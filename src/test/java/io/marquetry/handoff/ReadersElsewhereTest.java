package io.marquetry.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.StrictJson;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Validators of other languages judge our documents as we do: the scripts of {@code docs/reader},
 * run where Python has jsonschema, and where Node finds Ajv (in {@code -Dmarquetry.ajv}, or in
 * {@code target/ajv} after {@code npm install --prefix target/ajv ajv@8}).
 */
class ReadersElsewhereTest {

    private static final int NOT_INSTALLED = 3;
    private static final Path READERS = Path.of("docs/reader").toAbsolutePath();

    @TempDir private Path folder;

    /** What a program printed, and its exit code; 3 where it is not there. */
    private record Answer(int code, List<String> lines) {}

    /** Whoever builds a receiver finds every version of the format that can come. */
    @Test
    void receiverIsToldOfEveryVersion() throws IOException {
        String told = Files.readString(READERS.resolveSibling("openapi/receiver.json"));
        try (Stream<Path> schemas = Files.list(Path.of("src/main/resources/schema"))) {
            List<String> names =
                    schemas.map(one -> one.getFileName().toString())
                            .filter(name -> name.startsWith("package-"))
                            .toList();
            assertThat(names).hasSizeGreaterThanOrEqualTo(4);
            assertThat(names).allMatch(name -> told.contains("resources/schema/" + name));
        }
    }

    @Test
    void pythonJudgesDocumentsAsWeDo() throws Exception {
        judges(Path.of("").toAbsolutePath(), "python3", READERS.resolve("validate.py").toString());
    }

    @Test
    void nodeJudgesDocumentsAsWeDo() throws Exception {
        Path ajv = Path.of(System.getProperty("marquetry.ajv", "target/ajv")).toAbsolutePath();
        judges(
                Files.isDirectory(ajv) ? ajv : folder,
                "node",
                READERS.resolve("validate.mjs").toString());
    }

    private void judges(Path place, String program, String script) throws Exception {
        List<Path> good = good();
        List<Path> bad = bad();
        List<Path> all = new ArrayList<>(good);
        all.addAll(bad);
        Answer answer = run(place, program, script, all);
        if (answer.code() == NOT_INSTALLED) {
            System.out.println(program + " has no validator here: not asked");
            return;
        }
        assertThat(answer.code()).as(answer.lines().toString()).isEqualTo(1);
        for (Path file : good) {
            assertThat(answer.lines()).contains(file + ": valid");
        }
        for (Path file : bad) {
            assertThat(answer.lines())
                    .doesNotContain(file + ": valid")
                    .anyMatch(line -> line.startsWith(file + ": #"));
        }
        System.out.printf(
                "%s: %d documents valid, %d not, as we say%n", program, good.size(), bad.size());
    }

    private List<Path> good() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(write("good-1", SampleDocument.text()));
        for (int seed = 0; seed < 20; seed++) {
            files.add(write("good-enclosing-" + seed, SampleDocument.enclosing(seed)));
        }
        for (int seed = 0; seed < 200; seed++) {
            // Whole documents that hold any rule, as the form goes: what they say is not judged.
            TagRule made = new Generated(seed).rule(4);
            String rule = CanonicalJson.write(TagRuleJson.write(made));
            String version = "\"formatVersion\":" + (TagRules.countsToday(made) ? 3 : 1);
            files.add(
                    write(
                            "good-rule-" + seed,
                            SampleDocument.text()
                                    .replace("\"formatVersion\":1", version)
                                    .replace("{\"field\":\"age\",\"type\":\"missing\"}", rule)));
        }
        return files;
    }

    private List<Path> bad() throws IOException {
        List<Path> files = new ArrayList<>();
        Json.Members document = (Json.Members) StrictJson.read(SampleDocument.text());
        for (Map.Entry<String, Json> member : document.byName().entrySet()) {
            TreeMap<String, Json> members = new TreeMap<>(document.byName());
            members.remove(member.getKey());
            files.add(write("bad-without-" + member.getKey(), members));
            members.put(member.getKey(), new Json.Nothing());
            files.add(write("bad-null-" + member.getKey(), members));
        }
        Json.Members enclosing = (Json.Members) StrictJson.read(SampleDocument.enclosing(2));
        Json.Members enclosed = (Json.Members) enclosing.byName().get("enclosed");
        for (Map.Entry<String, Json> member : enclosed.byName().entrySet()) {
            TreeMap<String, Json> inside = new TreeMap<>(enclosed.byName());
            inside.put(member.getKey(), new Json.Nothing());
            TreeMap<String, Json> members = new TreeMap<>(enclosing.byName());
            members.put("enclosed", new Json.Members(inside));
            files.add(write("bad-enclosed-" + member.getKey(), members));
        }
        return files;
    }

    private Path write(String name, Map<String, Json> members) throws IOException {
        return write(name, CanonicalJson.write(new Json.Members(new TreeMap<>(members))));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".json"), text);
    }

    private static Answer run(Path place, String program, String script, List<Path> files)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, script));
        files.forEach(file -> command.add(file.toString()));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(place.toFile())
                            .redirectErrorStream(true)
                            .start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), out.lines().toList());
        } catch (IOException e) {
            return new Answer(NOT_INSTALLED, List.of());
        }
    }
}
