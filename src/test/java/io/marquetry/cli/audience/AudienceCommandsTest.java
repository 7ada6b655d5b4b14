package io.marquetry.cli.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What scripts are told of an audience beyond its size. */
class AudienceCommandsTest {

    private static final PackageKey FIRST = new PackageKey("pack_first");

    private final Wiring wiring = new Wiring(InstantSource.fixed(CliRun.NOW));
    @TempDir private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("customers.csv"),
                        "id,city,level\n1,北京,gold\n2,上海,gold\n3,北京,basic\n4,上海,basic\n5,,gold\n");
        assertThat(
                        run("profiles", "import", file.toString(), "--source", "c", "--key", "id")
                                .code())
                .isZero();
        try (Workspace workspace = wiring.open(folder.resolve("workspace"))) {
            workspace
                    .tags()
                    .save(
                            List.of(
                                    tag("user_city_beijing", "city", "北京"),
                                    tag("user_level_gold", "level", "gold"),
                                    tag("user_age_old", "age", "90")),
                            List.of());
            save(workspace, FIRST, "user_level_gold");
            save(workspace, new PackageKey("pack_second"), "user_city_beijing");
        }
    }

    @Test
    void indexAndSourceAreBothShownAndEqual() {
        CliRun run = run("preview", "--package", "pack_first", "--verify", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("index").asInt()).isEqualTo(3);
        assertThat(run.json().get("live").asInt()).isEqualTo(3);
        assertThat(run.json().get("equal").asBoolean()).isTrue();
        assertThat(run("preview", "--package", "pack_first", "--verify").out())
                .contains("index 3 = source 3");
    }

    @Test
    void stepsNameTheTagThatCostsMost() {
        JsonNode json =
                run(
                                "preview",
                                "--expression",
                                "user_level_gold and user_city_beijing",
                                "--steps",
                                "--json")
                        .json();
        assertThat(json.get("steps").get(0).get("tag").asString()).isEqualTo("user_level_gold");
        assertThat(json.get("steps").get(0).get("before").asInt()).isEqualTo(5);
        assertThat(json.get("steps").get(0).get("after").asInt()).isEqualTo(3);
        assertThat(json.get("steps").get(1).get("after").asInt()).isEqualTo(1);
        assertThat(json.get("dearest").get("tag").asString()).isEqualTo("user_city_beijing");
        assertThat(json.get("dearest").get("without").asInt()).isEqualTo(3);
        assertThat(
                        run(
                                        "preview",
                                        "--expression",
                                        "user_level_gold and user_city_beijing",
                                        "--steps")
                                .out())
                .contains("costs most: user_city_beijing; without it 3");
    }

    @Test
    void everyTagSaysWhatItWouldMake() {
        JsonNode all =
                run("preview", "--package", "pack_first", "--what-if", "all", "--json")
                        .json()
                        .get("whatIf");
        assertThat(all).hasSize(2);
        assertThat(all.get(0).get("tag").asString()).isEqualTo("user_city_beijing");
        assertThat(all.get(0).get("added").asInt()).isEqualTo(1);
        assertThat(all.get(0).get("excluded").asInt()).isEqualTo(2);
        assertThat(all.get(1).get("removed").asInt()).isEqualTo(5);
        CliRun none = run("preview", "--package", "pack_first", "--what-if", "user_age_old");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).startsWith("The rule asks for “age”");
    }

    @Test
    void sourceItselfSaysTheSameByOneQuestion() {
        JsonNode live =
                run("preview", "--package", "pack_first", "--what-if", "all", "--live", "--json")
                        .json();
        JsonNode indexed =
                run("preview", "--package", "pack_first", "--what-if", "all", "--json").json();
        assertThat(live.get("audience")).isEqualTo(indexed.get("audience"));
        assertThat(live.get("whatIf")).hasSameSizeAs(indexed.get("whatIf"));
        for (int i = 0; i < live.get("whatIf").size(); i++) {
            for (String figure : List.of("tag", "added", "excluded")) {
                assertThat(live.get("whatIf").get(i).get(figure))
                        .isEqualTo(indexed.get("whatIf").get(i).get(figure));
            }
        }
        JsonNode both =
                run("preview", "--package", "pack_first", "--live", "--verify", "--json").json();
        assertThat(both.get("live")).isEqualTo(live.get("audience"));
        assertThat(both.get("index")).isEqualTo(live.get("audience"));
    }

    @Test
    void personIsExplainedAndAnUnknownOneIsNotRepeated() {
        JsonNode json =
                run(
                                "audience",
                                "explain",
                                "4",
                                "--expression",
                                "user_level_gold and not user_city_beijing",
                                "--json")
                        .json();
        assertThat(json.get("in").asBoolean()).isFalse();
        assertThat(json.get("smallest")).hasSize(1);
        assertThat(json.get("smallest").get(0).get("tag").asString()).isEqualTo("user_level_gold");
        assertThat(json.get("alone")).hasSize(1);
        assertThat(run("audience", "explain", "4", "--package", "pack_first").out())
                .contains(
                        "not in the audience",
                        "Smallest change to come in: to have “user_level_gold”.");
        CliRun unknown = run("audience", "explain", "no-one-99", "--package", "pack_first");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .startsWith("The source has nobody with this key.")
                .doesNotContain("no-one-99");
    }

    @Test
    void overlapCountsPairsCombinationsAndWhoIsReachedTwice() {
        JsonNode json = run("audience", "overlap", "pack_first", "pack_second", "--json").json();
        assertThat(json.get("pairs").get(0).get("shared").asInt()).isEqualTo(1);
        assertThat(json.get("combinations")).hasSize(3);
        assertThat(json.get("reached").asInt()).isEqualTo(4);
        assertThat(json.get("repeated").asInt()).isEqualTo(1);
        assertThat(run("audience", "overlap", "pack_first").code()).isEqualTo(2);
    }

    @Test
    void editsAndEditedRulesSinceTheVersionHaveTheirOwnLines() {
        assertThat(run("preview", "--package", "pack_first", "--since-version").err())
                .startsWith("Package “pack_first” has no finished version yet.");
        try (Workspace workspace = wiring.open(folder.resolve("workspace"))) {
            workspace.packages().finish(FIRST, new CancelSignal());
            workspace.tags().save(List.of(tag("user_level_gold", "level", "basic")), List.of());
            PackageDraft draft = workspace.packages().draft(FIRST).orElseThrow();
            Drafts.put(
                    workspace.packages(),
                    draft.apply(new PackageEdit.Rename(LocalizedText.of("other", "其他")))
                            .apply(
                                    new PackageEdit.ExcludeFromAudience(
                                            new TagKey("user_city_beijing"))));
        }
        JsonNode since =
                run("preview", "--package", "pack_first", "--since-version", "--json")
                        .json()
                        .get("since");
        assertThat(since.get("edits")).hasSize(2);
        JsonNode rule = since.get("edits").get(0);
        assertThat(rule.get("type").asString()).isEqualTo("rule");
        assertThat(rule.get("lost").asInt()).isEqualTo(3);
        assertThat(rule.get("gained").asInt()).isEqualTo(2);
        JsonNode edit = since.get("edits").get(1);
        assertThat(edit.get("text").asString()).isEqualTo("exclude user_city_beijing");
        assertThat(edit.get("lost").asInt()).isEqualTo(1);
        assertThat(since.get("lost").asInt()).isEqualTo(3);
        assertThat(since.get("gained").asInt()).isEqualTo(1);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(wiring, folder.resolve("workspace"), arguments);
    }

    private static void save(Workspace workspace, PackageKey key, String audience) {
        Drafts.put(
                workspace.packages(),
                PackageDraft.of(
                        AssetPackage.empty(key, LocalizedText.of("one", "一"), new SourceName("c"))
                                .withAudience(ExpressionText.parse(audience))));
    }

    private static Tag tag(String key, String field, String value) {
        return new Tag(
                new TagKey(key),
                Category.AUDIENCE,
                LocalizedText.of("a tag", "标签"),
                LocalizedText.of("tags", "标签"),
                Optional.empty(),
                Optional.of(new TagRule.Compare(field, Comparison.EQUAL, new Value.Text(value))),
                Optional.empty());
    }
}
