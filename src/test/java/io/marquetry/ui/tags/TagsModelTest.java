package io.marquetry.ui.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tags screen without a stage, over the sample. */
class TagsModelTest {

    @TempDir private static Path folder;

    private static Workspace workspace;
    private static TagsModel model;

    private final List<Problem> problems = new ArrayList<>();

    @BeforeAll
    static void open() {
        workspace = new Wiring(InstantSource.system()).open(folder.resolve("workspace"));
        new SampleWorkspace(workspace).load(ImportListener.none(), new CancelSignal());
        model =
                new TagsModel(
                        workspace.tags(),
                        workspace.packages(),
                        workspace.sources(),
                        workspace.audiences().readers(),
                        Background.inPlace());
        model.load(problem -> {});
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    @BeforeEach
    void clear() {
        model.search().set("");
        model.category().set(Optional.empty());
    }

    @Test
    void everyAudienceTagHasItsSize() {
        List<Tag> audience =
                model.all().stream().filter(tag -> tag.category() == Category.AUDIENCE).toList();
        assertThat(audience).hasSizeGreaterThan(15);
        assertThat(audience)
                .allSatisfy(tag -> assertThat(model.sizes().of(tag).isCurrent()).isTrue());
    }

    @Test
    void searchAndCategoryNarrowTheList() {
        model.search().set("CAMPAIGN 18");
        assertThat(model.found())
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag.key().value()).contains("18"));
        model.search().set("");
        model.category().set(Optional.of(Category.RULE));
        assertThat(model.found()).isNotEmpty();
        assertThat(model.found()).allMatch(tag -> tag.category() == Category.RULE);
    }

    @Test
    void usedTagIsNotRemoved() {
        TagKey used =
                workspace.packages().list().getFirst().pack().tags().stream()
                        .findFirst()
                        .orElseThrow();
        model.remove(used, () -> {}, problems::add);
        assertThat(problems).hasSize(1);
        assertThat(workspace.tags().catalog().find(used)).isPresent();
    }

    @Test
    void everySampleTagIsSavedAsItWas() {
        for (Tag tag : List.copyOf(model.all())) {
            model.open(tag);
            model.save(saved -> assertThat(saved).isEqualTo(tag), problems::add);
        }
        assertThat(problems).isEmpty();
        assertThat(model.editing().get()).isEmpty();
    }

    @Test
    void brokenTagFileChangesNothing() throws Exception {
        Path file =
                Files.writeString(folder.resolve("broken.json"), "{\"format\":\"marquetry/tags\"");
        int before = model.all().size();
        model.importFile(file, count -> {}, problems::add);
        assertThat(problems).hasSize(1);
        assertThat(model.all()).hasSize(before);
    }

    @Test
    void findingsSpeakOfTagsThatExist() {
        List<String> subjects = new ArrayList<>();
        model.lint(
                found -> found.forEach(finding -> subjects.add(finding.subject())), problems::add);
        assertThat(problems).isEmpty();
        assertThat(subjects).doesNotContain("");
    }
}
