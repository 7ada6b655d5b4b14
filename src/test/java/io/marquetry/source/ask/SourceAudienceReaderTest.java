package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.source.ListedSources;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.TestTags;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

class SourceAudienceReaderTest {

    private static final TagKey LOYAL = new TagKey("user_loyalty_high");
    private static final TagRule IS_LOYAL =
            new TagRule.InList("loyal", List.of(new Value.Truth(true)));
    private static final TagCatalog TAGS = TestTags.catalog(Map.of(LOYAL, IS_LOYAL));

    @TempDir private Path workspace;
    private List<Row> rows;
    private ProfileSource source;
    private ListedSources sources;
    private OpenSources databases;
    private SourceReaders readers;

    @BeforeEach
    void writeSource() throws Exception {
        rows = new RandomRows(new Random(7)).rows(200);
        source = TestSource.write(workspace, "some", RandomRows.MODEL, rows, RandomRows.TODAY);
        sources = new ListedSources();
        sources.add(source);
        databases = new OpenSources(workspace);
        readers = new SourceReaders(sources, databases, () -> LocalDate.of(2030, 1, 1));
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void answerSaysWhatItIsExactFor() {
        AudienceSize size = count(new AllOf(List.of(new TagRef(LOYAL))));
        assertThat(size.audience())
                .isEqualTo(
                        rows.stream()
                                .filter(r -> Boolean.TRUE.equals(r.values().get("loyal")))
                                .count());
        assertThat(size.profiles()).isEqualTo(200);
        assertThat(size.snapshot())
                .isEqualTo(
                        new Snapshot(
                                source.name(),
                                source.fingerprint(),
                                source.asOf(),
                                RandomRows.TODAY));
    }

    @Test
    void sourceWithoutDayOfItsOwnCountsFromTheRealToday() {
        ProfileSource living =
                new ProfileSource(
                        source.name(),
                        source.title(),
                        source.place(),
                        source.fingerprint(),
                        source.asOf(),
                        Optional.empty(),
                        source.profiles(),
                        source.model());
        sources.remove(source.name());
        sources.add(living);
        assertThat(count(new AllOf(List.of())).snapshot().today())
                .isEqualTo(LocalDate.of(2030, 1, 1));
    }

    @Test
    void nothingStatedIsEverybody() {
        assertThat(count(new AllOf(List.of(new AnyOf(List.of())))).audience()).isEqualTo(200);
    }

    @Test
    void unknownTagAndSourceAreRefused() {
        assertThat(problem(() -> count(new TagRef(new TagKey("user_is_gone")))))
                .isEqualTo(Problem.of("problem.tag.unknown", "user_is_gone"));
        assertThat(problem(() -> readers.reader(new SourceName("other"))))
                .isEqualTo(Problem.of("problem.source.unknown", "other"));
        assertThat(problem(() -> breakDown("size")).key()).isEqualTo("problem.source.noAttribute");
    }

    @Test
    void damagedAndMissingFilesAreNamed() throws Exception {
        Path file = workspace.resolve(TestSource.file(source));
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 4;
        Files.write(file, bad);
        assertThat(problem(() -> count(new TagRef(LOYAL))).key())
                .isEqualTo("problem.source.damaged");
        Files.write(file, Arrays.copyOf(good, good.length - 4096));
        assertThat(problem(() -> count(new TagRef(LOYAL))).key())
                .isEqualTo("problem.source.damaged");
        Files.delete(file);
        assertThat(problem(() -> count(new TagRef(LOYAL))).key()).isEqualTo("problem.source.gone");
        Files.write(file, good);
        assertThat(count(new TagRef(LOYAL)).audience()).isPositive();
    }

    @Test
    void countingLeavesTheFileAsItIs() throws Exception {
        count(new TagRef(LOYAL));
        breakDown("city");
        databases.close();
        Path file = workspace.resolve(TestSource.file(source));
        assertThat(Sha256.of(Files.readAllBytes(file)))
                .isEqualTo(((SourcePlace.Sealed) source.place()).sha256());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void folderWithSemicolonIsRefusedBeforeTheDatabaseReadsItAsSettings() throws Exception {
        Path odd = Files.createDirectories(workspace.resolve("a;INIT=x"));
        ProfileSource inside =
                TestSource.write(workspace, "plain", RandomRows.MODEL, rows, RandomRows.TODAY);
        Files.createDirectories(odd.resolve("sources/plain"));
        Files.move(
                workspace.resolve(TestSource.file(inside)), odd.resolve(TestSource.file(inside)));
        try (OpenSources other = new OpenSources(odd)) {
            AudienceReader reader = new SourceAudienceReader(inside, other, LocalDate::now);
            assertThat(problem(() -> reader.count(IS_LOYAL, TAGS, new CancelSignal())).key())
                    .isEqualTo("problem.source.semicolon");
        }
    }

    @Test
    void thousandsOfTagsInOneGroupAreCounted() {
        Map<TagKey, TagRule> many = new LinkedHashMap<>();
        List<AudienceExpression> members = new ArrayList<>();
        for (int i = 0; i < 4_900; i++) {
            TagKey key = new TagKey("user_part_n" + i);
            many.put(key, new TagRule.Match("city", TagRule.Part.CONTAINS, "no" + i));
            members.add(new TagRef(key));
        }
        TagCatalog catalog = TestTags.catalog(many);
        AudienceReader reader = readers.reader(source.name());
        AudienceQuery query = new AudienceQuery(new AnyOf(members), catalog);
        assertThat(reader.count(query, new CancelSignal()).audience()).isZero();
    }

    @Test
    void tagsThatDoubleWithEachStepAreRefused() {
        Map<TagKey, TagRule> doubling = new LinkedHashMap<>();
        TagRule rule = IS_LOYAL;
        for (int i = 0; i < 40; i++) {
            TagKey key = new TagKey("user_double_n" + i);
            doubling.put(key, rule);
            rule = new TagRule.Any(List.of(new TagRule.HasTag(key), new TagRule.HasTag(key)));
        }
        TagRule last = rule;
        TagCatalog catalog = TestTags.catalog(doubling);
        AudienceReader reader = readers.reader(source.name());
        assertThat(problem(() -> reader.count(last, catalog, new CancelSignal())))
                .isEqualTo(Problem.of("problem.rule.tooLarge", 5_000L, 200));
    }

    @Test
    void deepestRulesUnderDeepestExpressionsAreCounted() {
        TagRule deep = IS_LOYAL;
        for (int i = 0; i < 49; i++) {
            deep = new TagRule.Not(deep);
        }
        AudienceExpression expression = new TagRef(LOYAL);
        for (int i = 0; i < 50; i++) {
            expression = new AudienceExpression.Except(List.of(expression));
        }
        AudienceReader reader = readers.reader(source.name());
        long missing =
                rows.stream().filter(r -> !Boolean.TRUE.equals(r.values().get("loyal"))).count();
        assertThat(
                        reader.count(
                                        new AudienceQuery(
                                                expression, TestTags.catalog(Map.of(LOYAL, deep))),
                                        new CancelSignal())
                                .audience())
                .isEqualTo(missing);
    }

    private AudienceSize count(AudienceExpression expression) {
        return readers.reader(source.name())
                .count(new AudienceQuery(expression, TAGS), new CancelSignal());
    }

    private void breakDown(String attribute) {
        readers.reader(source.name())
                .breakDown(
                        new AudienceQuery(new AllOf(List.of()), TAGS),
                        attribute,
                        new CancelSignal());
    }

    private static Problem problem(Runnable refused) {
        return catchThrowableOfType(ProblemException.class, refused::run).problem();
    }
}
