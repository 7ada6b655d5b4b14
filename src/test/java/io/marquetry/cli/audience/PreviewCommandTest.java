package io.marquetry.cli.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
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

/** {@code preview}, as scripts call it. */
class PreviewCommandTest {

    private static final TagKey BEIJING = new TagKey("user_city_beijing");

    private final Wiring wiring = new Wiring(InstantSource.fixed(CliRun.NOW));
    @TempDir private Path folder;

    @BeforeEach
    void importThreeCustomers() throws IOException {
        importFile("customers", "id,city\n1,北京\n2,\n3,上海\n");
        try (Workspace workspace = wiring.open(workspaceFolder())) {
            workspace
                    .tags()
                    .save(
                            List.of(tag(BEIJING, "city"), tag(new TagKey("user_size_l"), "size")),
                            List.of());
            AssetPackage pack =
                    AssetPackage.empty(
                                    new PackageKey("pack_one"),
                                    LocalizedText.of("one", "一"),
                                    new SourceName("customers"))
                            .withAudience(new AllOf(List.of(new TagRef(BEIJING))));
            Drafts.put(workspace.packages(), PackageDraft.of(pack));
        }
    }

    @Test
    void answerIsTheContractsJson() {
        CliRun run = run("preview", "--expression", "not user_city_beijing", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("audience").asInt()).isEqualTo(2);
        assertThat(json.get("profiles").asInt()).isEqualTo(3);
        assertThat(json.get("share").asDouble()).isEqualTo(0.666667);
        assertThat(json.get("exact").asBoolean()).isTrue();
        assertThat(json.get("source").asString()).isEqualTo("customers");
        assertThat(json.get("asOf").asString()).isEqualTo(CliRun.NOW.toString());
        assertThat(json.get("today").asString()).isEqualTo("2026-01-02");
        assertThat(json.get("fingerprint").asString()).hasSize(64);
        assertThat(json.get("took_ms").isIntegralNumber()).isTrue();
    }

    @Test
    void packageIsCountedInItsSource() throws IOException {
        importFile("others", "id,city\n1,北京\n2,北京\n");
        assertThat(run("preview", "--package", "pack_one", "--json").json().get("audience").asInt())
                .isEqualTo(1);
        assertThat(
                        run("preview", "--package", "pack_one", "--source", "others", "--json")
                                .json()
                                .get("audience")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void peopleReadASentence() {
        CliRun run = run("preview", "--expression", "user_city_beijing");
        assertThat(run.out())
                .startsWith("1 of 3 profiles (33.33%)")
                .contains("exact · source customers · as of 2026-01-02");
    }

    @Test
    void failuresAreSentencesWithCodeOne() throws IOException {
        assertFails(
                "At position 21: the expression ends where a tag key is needed.",
                "--expression",
                "user_city_beijing or");
        assertFails("There is no tag “user_is_gone”.", "--expression", "user_is_gone");
        assertFails("Tag “user_size_l” asks for “size”", "--expression", "user_size_l");
        assertFails("There is no package “pack_two”.", "--package", "pack_two");
        assertFails("“Pack” is no package key", "--package", "Pack");
        assertFails(
                "There is no source “Ä;x”.",
                "--expression",
                "user_city_beijing",
                "--source",
                "Ä;x");
        importFile("others", "id,city\n1,北京\n");
        assertFails("There are 2 sources: customers, others.", "--expression", "user_city_beijing");
    }

    @Test
    void wrongUsageIsCodeTwo() {
        assertThat(run("preview").code()).isEqualTo(2);
        assertThat(run("preview", "--package", "a", "--expression", "b").code()).isEqualTo(2);
    }

    private Path workspaceFolder() {
        return folder.resolve("workspace");
    }

    private void assertFails(String sentence, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "preview";
        System.arraycopy(options, 0, arguments, 1, options.length);
        CliRun run = run(arguments);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(sentence);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(wiring, workspaceFolder(), arguments);
    }

    private void importFile(String source, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(source + ".csv"), content);
        CliRun run = run("profiles", "import", file.toString(), "--source", source, "--key", "id");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static Tag tag(TagKey key, String field) {
        return new Tag(
                key,
                Category.AUDIENCE,
                LocalizedText.of("a tag", "标签"),
                LocalizedText.of("tags", "标签"),
                Optional.empty(),
                Optional.of(new TagRule.Compare(field, Comparison.EQUAL, new Value.Text("北京"))),
                Optional.empty());
    }
}
