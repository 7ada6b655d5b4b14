package io.marquetry.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** 5,000 random templates, their newer versions and what was made of them, merged both ways. */
class TemplateMergeTest {

    private static final int TRIPLES = 5_000;
    private static final int TAGS = 8;

    @Test
    void mergeIsTheSameBothWaysRoundAndLosesNothingThatOneSideAloneChanged() {
        int clashes = 0;
        int merged = 0;
        for (int seed = 0; seed < TRIPLES; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            AssetPackage old = pack(random);
            AssetPackage ours = turned(old, random);
            AssetPackage theirs = turned(old, random);
            TemplateMerge one = TemplateMerge.of(old, ours, theirs, Optional.empty());
            TemplateMerge other = TemplateMerge.of(old, theirs, ours, Optional.empty());
            assertThat(one.both()).as("seed %s", seed).isEqualTo(other.both());
            for (Category zone : List.of(Category.BENEFIT, Category.CONTENT)) {
                Set<TagKey> found = new HashSet<>(one.merged().zone(zone));
                assertThat(found)
                        .as("seed %s: %s", seed, zone)
                        .isEqualTo(new HashSet<>(other.merged().zone(zone)))
                        .isEqualTo(expected(old.zone(zone), ours.zone(zone), theirs.zone(zone)));
            }
            if (one.both().isEmpty()) {
                assertThat(members(one.merged()))
                        .as("seed %s", seed)
                        .isEqualTo(members(other.merged()))
                        .isEqualTo(
                                expected(
                                        old.audience().members(),
                                        ours.audience().members(),
                                        theirs.audience().members()));
                merged++;
            } else {
                assertThat(one.merged().audience()).isEqualTo(ours.audience());
                assertThat(
                                TemplateMerge.of(
                                                old,
                                                ours,
                                                theirs,
                                                Optional.of(TemplateMerge.Side.THEIRS))
                                        .merged()
                                        .audience())
                        .isEqualTo(theirs.audience());
                clashes++;
            }
        }
        assertThat(clashes).isGreaterThan(100);
        assertThat(merged).isGreaterThan(1_000);
    }

    @Test
    void whatOneSideAloneChangedIsTakenAsItIs() {
        for (int seed = 0; seed < TRIPLES; seed++) {
            Random random = new Random(seed);
            AssetPackage old = pack(random);
            AssetPackage ours = turned(old, random);
            assertThat(TemplateMerge.of(old, ours, old, Optional.empty()).merged()).isEqualTo(ours);
            assertThat(TemplateMerge.of(old, old, ours, Optional.empty()).merged()).isEqualTo(ours);
            assertThat(TemplateMerge.of(old, ours, ours, Optional.empty()).merged())
                    .isEqualTo(ours);
        }
    }

    private static <T> Set<T> expected(List<T> old, List<T> ours, List<T> theirs) {
        Set<T> expected = new HashSet<>();
        expected.addAll(ours);
        expected.addAll(theirs);
        expected.removeIf(
                one -> old.contains(one) && !(ours.contains(one) && theirs.contains(one)));
        return expected;
    }

    private static Set<AudienceExpression> members(AssetPackage pack) {
        return new HashSet<>(pack.audience().members());
    }

    private static AssetPackage pack(Random random) {
        AssetPackage pack =
                AssetPackage.empty(
                        new PackageKey("pack_one"),
                        LocalizedText.of("One", "一"),
                        new SourceName("customers"));
        return pack.withAudience(
                        new AllOf(
                                some("user_level_", random).stream()
                                        .<AudienceExpression>map(TagRef::new)
                                        .toList()))
                .withZone(Category.BENEFIT, some("coupon_value_", random))
                .withZone(Category.CONTENT, some("sms_text_", random));
    }

    private static List<TagKey> some(String prefix, Random random) {
        List<TagKey> all =
                new ArrayList<>(
                        IntStream.range(0, TAGS)
                                .mapToObj(i -> new TagKey(prefix + (char) ('a' + i)))
                                .toList());
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(4));
    }

    /** Some of what it holds goes, something else comes in. */
    private static AssetPackage turned(AssetPackage pack, Random random) {
        AssetPackage other = pack(random);
        AssetPackage turned = pack;
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT)) {
            turned = turned.withZone(zone, turned(pack.zone(zone), other.zone(zone), random));
        }
        return turned.withAudience(
                new AllOf(turned(pack.audience().members(), other.audience().members(), random)));
    }

    private static <T> List<T> turned(List<T> now, List<T> other, Random random) {
        List<T> turned = new ArrayList<>(now);
        if (random.nextInt(4) > 0) {
            turned.remove(random.nextInt(turned.size()));
        }
        T more = other.getFirst();
        if (random.nextInt(2) == 0 && !turned.contains(more)) {
            turned.add(random.nextInt(turned.size() + 1), more);
        }
        return turned;
    }
}
