package io.marquetry.sample.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.handoff.TagFile;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagLint;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

class GeneratedTagsTest {

    private static final List<Tag> MOST = GeneratedTags.first(GeneratePlan.MAX_TAGS);
    private static final TagFile OFFERS = SampleGenerator.offers();

    @Test
    void thereAreAsManyTagsAsTheSampleMayHave() {
        assertThat(MOST).hasSize(GeneratePlan.MAX_TAGS);
        assertThat(GeneratedTags.usual()).hasSize(GeneratePlan.USUAL_TAGS).doesNotHaveDuplicates();
        assertThat(keys(GeneratedTags.first(GeneratePlan.USUAL_TAGS)))
                .containsExactlyInAnyOrderElementsOf(GeneratedTags.usual());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 57, 100, 299, 300, 301, 1_234, 4_000})
    void fewTagsAreTheFirstOfManyAndNameNoOthers(int wanted) {
        List<Tag> tags = GeneratedTags.first(wanted);
        assertThat(tags).isEqualTo(MOST.subList(0, wanted));
        Set<TagKey> there = new HashSet<>(keys(tags));
        tags.forEach(
                tag ->
                        assertThat(there)
                                .as(tag.key().value())
                                .containsAll(TagRules.tagsIn(tag.rule().orElseThrow())));
    }

    @Test
    void packagesNameOnlyTagsOfTheSmallestSample() {
        Set<TagKey> there = new HashSet<>(keys(GeneratedTags.first(GeneratePlan.FEWEST_TAGS)));
        there.addAll(keys(OFFERS.tags()));
        for (GeneratedPackage sample : GeneratedPackage.values()) {
            assertThat(there).containsAll(sample.pack(new SourceName("x")).tags());
        }
    }

    @Test
    void governanceHasNothingToMend() {
        List<Tag> all = new ArrayList<>(MOST);
        all.addAll(OFFERS.tags());
        TagLint lint =
                new TagLint(
                        new TagCatalog(all),
                        OFFERS.assets().stream()
                                .collect(
                                        Collectors.toMap(
                                                asset -> asset.key(), Function.identity())),
                        keys(all),
                        tag -> List.of(),
                        NamingStandard.usual());
        assertThat(lint.findings())
                .filteredOn(finding -> finding.severity() != TagFinding.Severity.NOTE)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyNameStandsForOneTag(String language) {
        Map<String, Long> names =
                MOST.stream()
                        .collect(
                                Collectors.groupingBy(
                                        tag -> tag.name().in(Locale.of(language)),
                                        Collectors.counting()));
        assertThat(names).allSatisfy((name, times) -> assertThat(times).as(name).isEqualTo(1));
    }

    @Test
    void everyKindOfRuleIsAmongTheUsual() {
        Set<String> kinds = new HashSet<>();
        long onEvents =
                GeneratedTags.first(GeneratePlan.USUAL_TAGS).stream()
                        .map(tag -> tag.rule().orElseThrow())
                        .peek(
                                rule ->
                                        TagRules.walk(
                                                rule, r -> kinds.add(r.getClass().getSimpleName())))
                        .filter(TagRule.Events.class::isInstance)
                        .count();
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "Compare", "Between", "InList", "Match", "Missing", "Events", "HasTag",
                        "All", "Any", "Not");
        assertThat(onEvents).isBetween(60L, 80L);
        assertThat(MOST).allMatch(tag -> tag.category() == Category.AUDIENCE);
    }

    private static List<TagKey> keys(List<Tag> tags) {
        return tags.stream().map(Tag::key).toList();
    }
}
