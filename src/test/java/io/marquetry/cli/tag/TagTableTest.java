package io.marquetry.cli.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.cli.CliRun;
import io.marquetry.govern.dictionary.DictionaryImport;
import io.marquetry.launch.Wiring;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The table of tags: out, edited elsewhere, previewed line by line, and in as a whole. */
class TagTableTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"=1+1","zh":"金卡"},
              "topic":{"en":"'-Level","zh":"等级"},
              "description":{"en":"two\\nlines, \\"quoted\\" <b>&amp; '=x","zh":"说明"},
              "rule":{"type":"compare","field":"level","comparison":"EQUAL",
                      "value":{"text":"gold"}}},
             {"key":"user_level_rich","category":"AUDIENCE","name":{"en":"Rich","zh":"富"},
              "topic":{"en":"Level","zh":"等级"},
              "rule":{"type":"compare","field":"income","comparison":"AT_LEAST",
                      "value":{"number":"10000.5"}}}]}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void load() throws Exception {
        Path file = Files.writeString(folder.resolve("tags.json"), TAGS);
        assertThat(run("import", file.toString()).code()).isZero();
        run("keep", "user_level_gold", "--owner", "@Li", "--scenario", "+up", "--team", "CRM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void whatGoesOutComesInTheSame(String form) {
        Path file = folder.resolve("table." + form);
        assertThat(run("export", "--out", file.toString()).code()).isZero();
        CliRun same = run("import", file.toString(), "--dry-run", "--json");
        assertThat(same.code()).isZero();
        assertThat(same.json().at("/SAME").asInt()).isEqualTo(2);
        assertThat(run("export", "--out", file.toString()).err()).contains("another");
        // Into an empty workspace it brings all.
        CliRun all = in("other", "import", file.toString(), "--json");
        assertThat(all.json().at("/NEW").asInt()).isEqualTo(2);
        assertThat(in("other", "show", "user_level_gold").out())
                .isEqualTo(run("show", "user_level_gold").out().replaceFirst("v2[^\n]*\n", ""));
    }

    @Test
    void noCellOfACsvIsAFormula() throws Exception {
        Path file = folder.resolve("table.csv");
        run("export", "--out", file.toString());
        for (String line : Files.readAllLines(file)) {
            assertThat(line.replace("\uFEFF", "").split(",", -1))
                    .allSatisfy(
                            cell -> assertThat(cell).doesNotStartWith("=").doesNotStartWith("@"));
        }
        assertThat(Files.readString(file)).contains("'=1+1", "'@Li", "'+up", "''-Level");
    }

    @Test
    void everyLineIsToldAndNothingIsTakenWhileOneIsRefused() throws Exception {
        Path file = folder.resolve("edit.csv");
        Files.writeString(
                file,
                """
                key,owner,state,category,name_en,topic_en,rule,valid_until
                user_level_gold,Zhao Min,ACTIVE,AUDIENCE,Gold,Level,"{""type"":""missing"",""field"":""x""}",2027-01-31
                user_level_rich,,ACTIVE,,Rich,Level,"%s",
                user_level_new,Li,DRAFT,AUDIENCE,New,Level,"{""type"":""missing"",""field"":""y""}",
                User Level,Li,DRAFT,AUDIENCE,New,Level,,
                user_level_other,Li,DRAFT,AUDIENCE,New,Level,,
                user_level_gold,Li,ACTIVE,,Gold,Level,"{""type"":""missing"",""field"":""x""}",
                user_level_day,Li,ACTIVE,AUDIENCE,D,Level,"{""type"":""missing"",""field"":""x""}",31.1.2027
                user_level_word,Li,GONE,AUDIENCE,D,Level,"{""type"":""missing"",""field"":""x""}",
                user_level_ring,Li,ACTIVE,AUDIENCE,D,Level,"{""type"":""hasTag"",""tag"":""user_level_ring""}",
                odd_level_type,Li,ACTIVE,AUDIENCE,D,Level,"{""type"":""missing"",""field"":""x""}",
                """
                        .formatted(
                                "{\"\"type\"\":\"\"compare\"\",\"\"field\"\":\"\"income\"\","
                                        + "\"\"comparison\"\":\"\"AT_LEAST\"\",\"\"value\"\":"
                                        + "{\"\"number\"\":\"\"10000.5\"\"}}"));
        CliRun told = run("import", file.toString());
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out().lines())
                .anyMatch(l -> l.startsWith("2: changed  user_level_gold  name_en, topic_en"))
                .anyMatch(l -> l.startsWith("4: new  user_level_new"))
                .anyMatch(l -> l.startsWith("5: refused  User Level") && l.contains("Try "))
                .anyMatch(l -> l.startsWith("6: refused") && l.contains("rule"))
                .anyMatch(l -> l.startsWith("7: refused") && l.contains("line 2 already"))
                .anyMatch(l -> l.startsWith("8: refused") && l.contains("2026-12-01"))
                .anyMatch(l -> l.startsWith("9: refused") && l.contains("DEPRECATED"))
                .anyMatch(l -> l.startsWith("10: refused  user_level_ring"))
                .anyMatch(l -> l.startsWith("11: refused") && l.contains("not in the dictionary"));
        assertThat(told.err()).contains("1 new, 1 changed, 1 the same, 7 refused");
        assertThat(run("show", "user_level_gold").out()).contains("=1+1");
        assertThat(run("show", "user_level_new").code()).isEqualTo(1);
    }

    @Test
    void whatWasTakenIsTakenBackAsAWhole() throws Exception {
        Path file = folder.resolve("edit.csv");
        Files.write(
                file,
                """
                key;owner;category;name_zh;topic_zh;rule
                user_level_gold;李雯;;金卡;等级;"{""type"":""missing"",""field"":""x""}"
                user_level_new;赵敏;AUDIENCE;新标签;等级分组;"{""type"":""missing"",""field"":""y""}"
                """
                        .getBytes(Charset.forName("GB18030")));
        CliRun taken = run("import", file.toString());
        assertThat(taken.err()).contains("1 new, 1 changed");
        assertThat(run("show", "user_level_gold").out()).contains("李雯", "=1+1");
        assertThat(run("undo").out()).contains("2 tags are as before");
        assertThat(run("show", "user_level_gold").out()).contains("@Li");
        assertThat(run("show", "user_level_new").code()).isEqualTo(1);
    }

    @Test
    void hostileFileIsRefusedInASentence() throws Exception {
        List<String> contents =
                List.of(
                        "",
                        "key\n",
                        "owner\nLi\n",
                        "key,colour\nuser_level_gold,red\n",
                        "key,key\nuser_level_gold,x\n",
                        "[1, 2]",
                        "[{\"key\": {\"a\": 1}}]",
                        "PK\u0003\u0004broken",
                        "\u0000\u0001\u0002",
                        "key,rule\nuser_level_gold,{{{\n",
                        "key,owner\nuser_level_gold,\"never closed\n");
        try (Workspace workspace =
                new Wiring(InstantSource.fixed(CliRun.NOW)).open(folder.resolve("workspace"))) {
            DictionaryImport into = new DictionaryImport(workspace.centre(), workspace.tags());
            for (String content : contents) {
                for (String name : List.of("hostile.csv", "hostile.json", "hostile.xlsx")) {
                    Path file = folder.resolve(name);
                    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
                    assertThatThrownBy(() -> into.make(into.preview(file)))
                            .as("%s: %s", name, content)
                            .isInstanceOf(ProblemException.class);
                }
            }
        }
    }

    private CliRun run(String... command) {
        return in("workspace", command);
    }

    private CliRun in(String workspace, String... command) {
        return CliRun.in(
                folder.resolve(workspace),
                Stream.concat(Stream.of("tag"), Stream.of(command)).toArray(String[]::new));
    }
}
