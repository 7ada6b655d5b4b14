package io.marquetry.sample.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.launch.Wiring;
import io.marquetry.source.SourceEngine;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

class SampleGeneratorTest {

    /** What ten thousand customers of seed 1 count, for ever and on every engine. */
    private static final List<String> SIZES =
            List.of(
                    "user_level_bronze=5785",
                    "user_level_diamond=30",
                    "user_city_shanghai=761",
                    "user_city_lhasa=1",
                    "user_points_ge50k=8",
                    "user_wallet_ge2k=13",
                    "user_churn_high=966",
                    "user_registered_last30d=142",
                    "user_visited_not365d=562",
                    "user_device_unknown=1417",
                    "user_spend_ge1k=1100",
                    "user_category_skincare=1213",
                    "user_double11_2025=273",
                    "user_bought_ge5in90d=301",
                    "user_segment_winback=80",
                    "user_segment_notbronze=4215",
                    "user_region_southwest=1264");

    @TempDir private Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Wiring(InstantSource.system()).open(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedAndSizeCountTheSameForEver(SourceEngine engine) {
        GeneratedSample sample = make(plan(10_000, engine, "ten"));
        assertThat(sample.source().fingerprint())
                .isEqualTo("0c00dc333dbb41508b5019077cfe7f5466819de497a9b9b1a43ef5cbea0bb50a");
        assertThat(sample.source().profiles()).isEqualTo(10_000);
        assertThat(sample.source().fixedToday()).contains(GeneratedRows.TODAY);
        assertThat(sample.purchases()).isEqualTo(29_745);
        assertThat(sample.bytes()).isPositive();
        TagCatalog tags = new TagCatalog(GeneratedTags.everything().values());
        AudienceReader reader = workspace.audiences().readers().reader(new SourceName("ten"));
        assertThat(SIZES.stream().map(line -> line.substring(0, line.indexOf('='))))
                .map(
                        tag ->
                                tag
                                        + "="
                                        + reader.count(
                                                        tags.rule(new TagKey(tag)),
                                                        tags,
                                                        new CancelSignal())
                                                .audience())
                .containsExactlyElementsOf(SIZES);
    }

    @Test
    void everyTagHasAnAnswerAndEveryPackageAnAudience() {
        GeneratedSample sample = make(plan(200, SourceEngine.H2, "small"));
        assertThat(sample.kept()).isZero();
        assertThat(sample.packages()).hasSize(GeneratedPackage.values().length);
        TagCatalog tags = workspace.tags().catalog();
        AudienceReader reader = workspace.audiences().readers().reader(new SourceName("small"));
        tags.tags().stream()
                .flatMap(tag -> tag.rule().stream())
                .forEach(
                        rule ->
                                assertThat(reader.count(rule, tags, new CancelSignal()).profiles())
                                        .isEqualTo(200));
        sample.packages()
                .forEach(
                        key ->
                                assertThat(
                                                workspace
                                                        .packages()
                                                        .draft(key)
                                                        .orElseThrow()
                                                        .current()
                                                        .source())
                                        .isEqualTo(new SourceName("small")));
    }

    @Test
    void whatIsThereIsNeverReplaced() {
        GeneratedSample first = make(plan(100, SourceEngine.H2, "first"));
        Tag mine = workspace.tags().catalog().find(new TagKey("user_level_gold")).orElseThrow();
        Tag edited =
                new Tag(
                        mine.key(),
                        mine.category(),
                        LocalizedText.of("Mine", "我的"),
                        mine.topic(),
                        mine.description(),
                        mine.rule(),
                        Optional.empty());
        workspace.tags().save(List.of(edited), List.of());
        GeneratedSample second = make(plan(100, SourceEngine.H2, "second"));
        assertThat(second.kept()).isEqualTo(GeneratePlan.USUAL_TAGS);
        assertThat(workspace.tags().catalog().find(mine.key())).contains(edited);
        assertThat(second.packages()).hasSize(4).doesNotContainAnyElementsOf(first.packages());
        ProblemException taken =
                catchThrowableOfType(
                        ProblemException.class, () -> make(plan(50, SourceEngine.H2, "first")));
        assertThat(sentence(taken)).contains("first-2");
        assertThat(workspace.sources().list()).hasSize(2);
    }

    @Test
    void sampleThatDoesNotFitTheDiskIsRefusedBefore() {
        SampleGenerator generator = new SampleGenerator(workspace, path -> 400_000_000);
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                generator.run(
                                        plan(5_000_000, SourceEngine.DUCKDB, "large"),
                                        GenerateListener.none(),
                                        new CancelSignal()));
        assertThat(sentence(refused))
                .startsWith("A sample of 5,000,000 profiles needs up to 0.8 GB")
                .contains("0.4 GB free");
        assertThat(workspace.sources().list()).isEmpty();
        assertThat(workspace.tags().catalog().tags()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void cancelledSampleLeavesNothing(SourceEngine engine) throws IOException {
        for (double stopAt : new double[] {0, 0.2, 0.6}) {
            CancelSignal signal = new CancelSignal();
            GenerateListener stopping =
                    (rows, share) -> {
                        if (share > stopAt) {
                            signal.cancel();
                        }
                    };
            Throwable end =
                    catchThrowable(
                            () ->
                                    new SampleGenerator(workspace)
                                            .run(plan(60_000, engine, "never"), stopping, signal));
            assertThat(end).isInstanceOf(CancelSignal.Cancelled.class);
            assertThat(workspace.sources().list()).isEmpty();
            assertThat(workspace.tags().catalog().tags()).isEmpty();
            assertThat(files()).isEmpty();
        }
    }

    private GeneratedSample make(GeneratePlan plan) {
        return new SampleGenerator(workspace)
                .run(plan, GenerateListener.none(), new CancelSignal());
    }

    private static GeneratePlan plan(long profiles, SourceEngine engine, String source) {
        return new GeneratePlan(
                profiles, GeneratePlan.USUAL_TAGS, 1, engine, new SourceName(source), source);
    }

    private List<Path> files() throws IOException {
        Path sources = workspace.folder().resolve("sources");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(sources)) {
            return found.toList();
        }
    }

    private static String sentence(ProblemException failure) {
        return Texts.in(Locale.ENGLISH).sentence(failure.problem());
    }
}
