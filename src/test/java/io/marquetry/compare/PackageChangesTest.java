package io.marquetry.compare;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.compare.VersionDifferences.Counted;
import io.marquetry.compare.VersionDifferences.State;
import io.marquetry.compare.VersionDifferences.VersionDifference;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** 5,000 pairs of packages: what is told of them gives the one from the other, and every number. */
class PackageChangesTest {

    private static final int PAIRS = 5_000;

    private static final List<TagKey> TAGS =
            List.of(
                    new TagKey("user_level_gold"),
                    new TagKey("user_level_silver"),
                    new TagKey("user_city_beijing"));

    /** Who carries which of the tags, of the four customers. */
    private static final List<Set<Integer>> CARRIED =
            List.of(Set.of(0, 2), Set.of(0), Set.of(1, 2), Set.of());

    @TempDir private Path folder;

    @Test
    void differenceGivesTheOtherVersionAndEachNumberIsThatOfARecount() {
        try (Workspace workspace = SmallWorkspace.open(folder)) {
            TagCatalog catalog = workspace.tags().catalog();
            MembershipIndex index =
                    workspace
                            .audiences()
                            .indexes()
                            .index(CUSTOMERS, catalog, done -> {}, new CancelSignal());
            VersionDifferences differences =
                    new VersionDifferences(workspace.audiences().indexes());
            Map<Class<?>, Integer> kinds = new HashMap<>();
            long counted = 0;
            for (int seed = 0; seed < PAIRS; seed++) {
                Random random = new Random(seed * 0x9E3779B97F4A7C15L);
                AssetPackage before = pack(random);
                AssetPackage after = random.nextInt(3) == 0 ? pack(random) : turned(before, random);
                List<PackageChange> changes = PackageChanges.between(before, after);
                assertThat(PackageChanges.apply(before, changes))
                        .as("seed %s: %s", seed, changes)
                        .isEqualTo(after);
                assertThat(changes.isEmpty()).isEqualTo(before.equals(after));
                changes.forEach(change -> kinds.merge(change.getClass(), 1, Integer::sum));
                counted += recounted(differences, index, catalog, before, after, seed);
            }
            assertThat(kinds).hasSize(9).allSatisfy((kind, n) -> assertThat(n).isGreaterThan(50));
            assertThat(counted).isGreaterThan(PAIRS);
        }
    }

    private static int recounted(
            VersionDifferences differences,
            MembershipIndex index,
            TagCatalog catalog,
            AssetPackage before,
            AssetPackage after,
            int seed) {
        VersionDifference told =
                differences.between(
                        new State(before, own(before, catalog), List.of()),
                        new State(after, own(after, catalog), List.of()),
                        index,
                        new CancelSignal());
        if (!before.source().equals(after.source())) {
            assertThat(told.together()).isEmpty();
            return 0;
        }
        assertThat(told.together())
                .as("seed %s", seed)
                .contains(change(before.audience(), after.audience()));
        int counted = 0;
        for (Counted one : told.changes()) {
            if (one.change() instanceof PackageChange.OfAudience edit) {
                AllOf alone = PackageChanges.apply(before, List.of(edit)).audience();
                assertThat(one.people())
                        .as("seed %s: %s", seed, edit)
                        .contains(change(before.audience(), alone));
                counted++;
            } else {
                assertThat(one.people()).isEmpty();
            }
        }
        return counted;
    }

    /** A version holds its own tags only. */
    private static TagCatalog own(AssetPackage pack, TagCatalog all) {
        return new TagCatalog(pack.tags().stream().flatMap(tag -> all.find(tag).stream()).toList());
    }

    private static Change change(AllOf before, AllOf after) {
        long gained = 0;
        long lost = 0;
        long all = 0;
        for (Set<Integer> carried : CARRIED) {
            boolean then = says(before, carried).orElse(true);
            boolean now = says(after, carried).orElse(true);
            gained += now && !then ? 1 : 0;
            lost += then && !now ? 1 : 0;
            all += now ? 1 : 0;
        }
        return new Change(gained, lost, all);
    }

    /** A group without members says nothing, nor does one whose members say nothing. */
    private static Optional<Boolean> says(AudienceExpression expression, Set<Integer> carried) {
        return switch (expression) {
            case TagRef ref -> Optional.of(carried.contains(TAGS.indexOf(ref.tag())));
            case Condition _ -> throw new AssertionError("there are none");
            case Group group -> {
                List<Boolean> members =
                        group.members().stream()
                                .flatMap(member -> says(member, carried).stream())
                                .toList();
                yield members.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                switch (group.kind()) {
                                    case ALL_OF -> members.stream().allMatch(yes -> yes);
                                    case ANY_OF -> members.stream().anyMatch(yes -> yes);
                                    case EXCEPT -> members.stream().noneMatch(yes -> yes);
                                });
            }
        };
    }

    @Test
    void rulesAndAssetsThatSaySomethingElseAreTold() {
        try (Workspace workspace = SmallWorkspace.open(folder)) {
            TagCatalog catalog = workspace.tags().catalog();
            AssetPackage pack =
                    AssetPackage.empty(ONE, LocalizedText.of("One", "一"), CUSTOMERS)
                            .withAudience(
                                    new AllOf(List.of(new TagRef(new TagKey("user_level_gold")))));
            Tag silver = SmallWorkspace.tag("user_level_gold", "level", "silver");
            MembershipIndex index =
                    workspace
                            .audiences()
                            .indexes()
                            .index(CUSTOMERS, catalog, done -> {}, new CancelSignal());
            VersionDifference told =
                    new VersionDifferences(workspace.audiences().indexes())
                            .between(
                                    new State(pack, catalog, List.of(text("hello"))),
                                    new State(pack, catalog.with(silver), List.of(text("bye"))),
                                    index,
                                    new CancelSignal());
            assertThat(told.changes()).hasSize(2);
            assertThat(told.changes().getFirst().people()).contains(new Change(1, 2, 1));
            assertThat(told.together()).contains(new Change(1, 2, 1));
            assertThat(told.changes())
                    .extracting(one -> words(Locale.ENGLISH).of(one.change()))
                    .containsExactly(
                            "Rule of user_level_gold: Level is “gold” became Level is “silver”",
                            "Asset “Text”: “hello” became “bye”");
        }
    }

    @Test
    void everyChangeHasWordsInBothLanguages() {
        TagRef leaf = new TagRef(TAGS.getFirst());
        Tag tag = SmallWorkspace.tag("user_level_gold", "level", "gold");
        NodePath place = NodePath.of(1, 0);
        LocalizedText name = LocalizedText.of("One", "一");
        List<PackageChange> all =
                List.of(
                        new PackageChange.Renamed(name, LocalizedText.of("Two", "二")),
                        new PackageChange.SourceChanged(CUSTOMERS, new SourceName("other")),
                        new PackageChange.CameIn(leaf, place.parent(), 0),
                        new PackageChange.Went(GroupKind.ANY_OF.group(List.of(leaf)), place),
                        new PackageChange.Moved(leaf, place, NodePath.ROOT, 2),
                        new PackageChange.Joined(place, GroupKind.ANY_OF, GroupKind.EXCEPT),
                        new PackageChange.RuleChanged(tag, tag),
                        new PackageChange.PutIn(Category.BENEFIT, TAGS.getFirst(), 0),
                        new PackageChange.TakenOut(Category.RULE, TAGS.getFirst()),
                        new PackageChange.Reordered(Category.CONTENT, TAGS),
                        new PackageChange.AssetChanged(text("a"), text("b")));
        int kinds =
                PackageChange.class.getPermittedSubclasses().length
                        - 1
                        + PackageChange.OfAudience.class.getPermittedSubclasses().length;
        assertThat(all).extracting(Object::getClass).doesNotHaveDuplicates().hasSize(kinds);
        for (PackageChange change : all) {
            String english = words(Locale.ENGLISH).of(change);
            String chinese = words(Locale.SIMPLIFIED_CHINESE).of(change);
            assertThat(english).isNotBlank().doesNotContain("{").isNotEqualTo(chinese);
            assertThat(chinese).isNotBlank().doesNotContain("{");
        }
        assertThat(words(Locale.ENGLISH).of(all.get(2)))
                .isEqualTo("Audience: + user_level_gold, group at place 2");
        assertThat(words(Locale.SIMPLIFIED_CHINESE).of(all.get(4)))
                .isEqualTo("人群：user_level_gold 由位置 2 的组移至最外层组");
    }

    private static ChangeWords words(Locale language) {
        return new ChangeWords(Texts.in(language), TagKey::value);
    }

    private static Asset text(String body) {
        return new Asset(
                new AssetKey("text"),
                Asset.Kind.SMS_TEMPLATE,
                LocalizedText.of("Text", "文案"),
                Optional.of(LocalizedText.of(body, body)),
                new TreeMap<>());
    }

    private static AssetPackage pack(Random random) {
        return new AssetPackage(
                ONE,
                LocalizedText.of("n" + random.nextInt(3), "名"),
                random.nextInt(10) == 0 ? new SourceName("other") : CUSTOMERS,
                new AllOf(members(random, 0)),
                zone(random),
                zone(random),
                zone(random));
    }

    private static List<AudienceExpression> members(Random random, int depth) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> node(random, depth)).toList();
    }

    private static AudienceExpression node(Random random, int depth) {
        return depth < 3 && random.nextInt(3) == 0
                ? List.of(GroupKind.values())
                        .get(random.nextInt(3))
                        .group(members(random, depth + 1))
                : new TagRef(TAGS.get(random.nextInt(TAGS.size())));
    }

    private static List<TagKey> zone(Random random) {
        List<TagKey> all = new ArrayList<>(TAGS);
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(all.size() + 1));
    }

    /** A few changes here and there, as people make them. */
    private static AssetPackage turned(AssetPackage pack, Random random) {
        AssetPackage now =
                pack.withAudience(new AllOf(turned(pack.audience().members(), random, 0)));
        return random.nextBoolean() ? now : now.withZone(Category.BENEFIT, zone(random));
    }

    private static List<AudienceExpression> turned(
            List<AudienceExpression> members, Random random, int depth) {
        List<AudienceExpression> now = new ArrayList<>();
        for (AudienceExpression member : members) {
            int what = random.nextInt(8);
            if (what == 0) {
                continue;
            }
            if (member instanceof Group group && what < 5) {
                GroupKind kind =
                        what == 1
                                ? List.of(GroupKind.values()).get(random.nextInt(3))
                                : group.kind();
                now.add(kind.group(turned(group.members(), random, depth + 1)));
            } else {
                now.add(random.nextInt(now.size() + 1), member);
            }
        }
        if (random.nextInt(3) == 0) {
            now.add(random.nextInt(now.size() + 1), node(random, depth));
        }
        return now;
    }
}
