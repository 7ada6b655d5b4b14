package io.marquetry.cli.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Keeping, renaming, merging and ending tags from the command line. */
class TagGovernCommandsTest {

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[
             {"key":"user_level_gold","category":"AUDIENCE","name":{"en":"Gold","zh":"金卡"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"missing","field":"level"}},
             {"key":"user_level_rich","category":"AUDIENCE","name":{"en":"Rich","zh":"高净值"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"missing","field":"spend"}},
             {"key":"user_level_both","category":"AUDIENCE","name":{"en":"Both","zh":"两者"},
              "topic":{"en":"Level","zh":"等级"},"rule":{"type":"hasTag","tag":"user_level_gold"}}]}
            """;

    @TempDir private Path folder;

    @Test
    void renameReachesRulesAndTheOldKeyLeadsToTheTagForEver() throws Exception {
        load();
        assertThat(run("rename", "user_level_gold", "user_level_goldplus").code()).isZero();
        assertThat(run("show", "user_level_gold").out())
                .contains("user_level_goldplus", "used in: user_level_both");
        assertThat(run("show", "user_level_both").out()).contains("user_level_goldplus");
        assertThat(run("rename", "user_level_rich", "user_level_gold").code()).isEqualTo(1);
        assertThat(run("undo").code()).isZero();
        assertThat(run("show", "user_level_gold").out()).contains("key: user_level_gold\n");
        assertThat(run("undo").code()).isEqualTo(1);
    }

    @Test
    void mergeDeprecatesWithASuccessorAndDryRunChangesNothing() throws Exception {
        load();
        assertThat(run("merge", "user_level_gold", "user_level_rich", "--dry-run").code()).isZero();
        assertThat(run("show", "user_level_gold").out()).contains("state: active");
        assertThat(run("merge", "user_level_gold", "user_level_rich").code()).isZero();
        assertThat(run("show", "user_level_gold").out())
                .contains("state: deprecated", "successor: user_level_rich", "v2");
        assertThat(run("show", "user_level_both").out()).contains("user_level_rich");
        // What rests on a tag cannot take its place.
        assertThat(run("merge", "user_level_rich", "user_level_both").code()).isEqualTo(1);
    }

    @Test
    void tagInUseIsNotRetiredAndSaysByWhom() throws Exception {
        load();
        assertThat(run("deprecate", "user_level_gold").err()).contains("successor or a reason");
        assertThat(run("deprecate", "user_level_gold", "--reason", "old").err())
                .contains("user_level_gold is still named by: user_level_both");
        assertThat(run("retire", "user_level_gold").err()).contains("user_level_both");
        assertThat(run("deprecate", "user_level_both", "--reason", "old").code()).isZero();
        assertThat(run("retire", "user_level_both").code()).isZero();
        assertThat(run("activate", "user_level_both").code()).isEqualTo(1);
    }

    @Test
    void tagInUseIsNotRemovedAndSaysByWhom() throws Exception {
        load();
        assertThat(run("remove", "user_level_gold").err()).contains("user_level_both");
        assertThat(run("remove", "user_level_gold", "user_level_none").code()).isEqualTo(1);
        assertThat(run("list").out()).contains("user_level_gold", "user_level_both");
        assertThat(run("remove", "user_level_gold", "user_level_both").out())
                .contains("user_level_gold is removed", "user_level_both is removed");
        assertThat(run("list").out())
                .contains("user_level_rich")
                .doesNotContain("user_level_gold", "user_level_both");
    }

    @Test
    void ownersAndScenariosEndTheirFindings() throws Exception {
        load();
        assertThat(run("lint").out()).contains("Nobody answers for “Gold”");
        assertThat(
                        run(
                                        "keep",
                                        "user_level_gold",
                                        "user_level_rich",
                                        "--owner",
                                        "Li Wen",
                                        "--scenario",
                                        "upgrade",
                                        "--until",
                                        "2020-01-01")
                                .out())
                .contains("2 tags changed");
        assertThat(run("lint").out())
                .doesNotContain("Nobody answers for “Gold”")
                .contains("valid until 2020-01-01");
        assertThat(run("keep", "user_level_gold", "--from", "2030-01-01").code()).isEqualTo(1);
    }

    @Test
    void dictionaryIsChangedAndTagsAreHeldToIt() throws Exception {
        load();
        assertThat(run("words").out()).contains("household").doesNotContain("voucher");
        CliRun dry = run("words", "--add-dimension", "age", "--dry-run");
        assertThat(dry.out()).contains("user_level_gold: off standard from now on");
        assertThat(dry.err()).contains("Nothing changed yet");
        assertThat(run("lint").out()).doesNotContain("is not in the dictionary");
        assertThat(run("words", "--add-dimension", "age", "--add-type", "voucher=BENEFIT").code())
                .isZero();
        assertThat(run("lint").out())
                .contains("the dimension “level” is not in the dictionary")
                .contains("for example to user_age_gold");
        assertThat(run("rename", "user_level_gold", "user_color_gold").err())
                .contains("the dimension “color” is not in the dictionary");
        assertThat(run("words", "--adopt").out()).contains("voucher", "level");
        assertThat(run("lint").out()).doesNotContain("is not in the dictionary");
        assertThat(run("words", "--add-type", "user=BENEFIT").err())
                .contains("already belongs to the category");
        assertThat(run("words", "--add-type", "Böse!=RULE").err()).contains("can stand in no key");
        assertThat(run("words", "--remove-type", "nix").err()).contains("no such word");
        assertThat(run("words", "--json").json().at("/types/voucher").asString())
                .isEqualTo("BENEFIT");
    }

    @Test
    void changeOfTheDictionaryIsTakenBack() throws Exception {
        load();
        String before = run("words").out();
        run("words", "--add-dimension", "age");
        String one = run("words").out();
        run("words", "--add-type", "voucher=BENEFIT");
        assertThat(run("undo").out()).contains("words of the dictionary are as before");
        assertThat(run("words").out()).isEqualTo(one);
        assertThat(run("undo").code()).isZero();
        assertThat(run("words").out()).isEqualTo(before);
        assertThat(run("undo").err()).contains("no change of tags");
    }

    @Test
    void howTagsAreKeptIsTakenBackAsAWhole() throws Exception {
        load();
        run("keep", "user_level_gold", "user_level_rich", "--owner", "Li Wen");
        run("deprecate", "user_level_gold", "user_level_rich", "--reason", "old");
        assertThat(run("undo").out()).contains("2 tags are as before");
        assertThat(run("show", "user_level_rich").out()).contains("state: active", "Li Wen");
        assertThat(run("undo").code()).isZero();
        assertThat(run("show", "user_level_gold").out()).doesNotContain("Li Wen");
        assertThat(run("undo").err()).contains("no change of tags");
    }

    @Test
    void oneRefusedStepKeepsAllWhereTheyWere() throws Exception {
        load();
        run("deprecate", "user_level_both", "--reason", "old");
        assertThat(run("retire", "user_level_both", "user_level_gold").code()).isEqualTo(1);
        assertThat(run("show", "user_level_both").out()).contains("state: deprecated");
    }

    private void load() throws Exception {
        Path file = Files.writeString(folder.resolve("tags.json"), TAGS);
        assertThat(run("import", file.toString()).code()).isZero();
    }

    private CliRun run(String... command) {
        return CliRun.in(
                folder.resolve("workspace"),
                Stream.concat(Stream.of("tag"), Stream.of(command)).toArray(String[]::new));
    }
}
