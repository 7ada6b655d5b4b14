package io.marquetry.store.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.MadePictures;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.Kept;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Revision;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.TagRewrite;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.TagReplacement;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.store.Examples;
import io.marquetry.store.save.Saves;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What holds of a workspace whatever database keeps it. */
abstract class StoreContract {

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);
    private static final TagKey GOLD = new TagKey("user_level_gold");

    /** Returns an empty workspace. */
    abstract Saves saves();

    /** Returns whether rows, seals and ledger agree. */
    abstract boolean isWhole();

    @Test
    void everyKindOfRowComesBackAsItWas() {
        TagRows tags = new TagRows(saves(), CLOCK);
        tags.save(
                List.of(
                        Examples.audienceTag(GOLD.value()),
                        Examples.benefitTag("coupon_value_50", "coupon_50")),
                List.of(Examples.coupon("coupon_50")));
        PackageRows packages = new PackageRows(saves(), CLOCK);
        packages.create(Examples.everyEdit());
        Examples.finish(packages, 1);
        new SettingRows(saves()).put("tour", "gesehen 已看 👍");
        assertThat(tags.catalog().tags()).hasSize(2);
        assertThat(new AssetRows(saves(), CLOCK).assets())
                .containsOnlyKeys(new AssetKey("coupon_50"));
        assertThat(packages.get(Examples.SPRING).edits()).isEqualTo(Examples.everyEdit().edits());
        assertThat(packages.list())
                .singleElement()
                .satisfies(row -> assertThat(row.pack()).isEqualTo(Examples.everyEdit().current()));
        assertThat(packages.versions(Examples.SPRING))
                .containsExactly(Examples.version(Examples.SPRING, 1));
        assertThat(new SettingRows(saves()).get("tour")).contains("gesehen 已看 👍");
        assertThat(isWhole()).isTrue();
    }

    @Test
    void assetSavedUnderAnOldRevisionIsRefusedAndItsVersionsStay() {
        AssetCareRows rows = new AssetCareRows(saves(), CLOCK);
        AssetKey key = new AssetKey("coupon_50");
        rows.save(
                List.of(new GovernedAsset(Examples.coupon("coupon_50"), Care.NONE, Revision.NONE)));
        GovernedAsset mine = rows.assets().values().iterator().next();
        rows.save(List.of(mine.with(mine.care().withOwner(Optional.of("Li")))));
        assertThatThrownBy(
                        () ->
                                rows.save(
                                        List.of(
                                                mine.with(
                                                        mine.care().withOwner(Optional.of("Wu"))))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> rows.remove(mine)).isInstanceOf(ProblemException.class);
        GovernedAsset now = rows.assets().values().iterator().next();
        assertThat(now.care().owner()).contains("Li");
        rows.remove(now);
        assertThat(rows.assets()).isEmpty();
        assertThat(rows.versions(key)).hasSize(2);
        assertThat(isWhole()).isTrue();
    }

    @Test
    void pictureIsKeptOnceAndNothingOfItWhereTheAssetIsRefused() {
        AssetCareRows rows = new AssetCareRows(saves(), CLOCK);
        PictureRows pictures = new PictureRows(saves());
        PictureFile file = PictureFile.of("one", MadePictures.png(1));
        PictureFile other = PictureFile.of("other", MadePictures.png(2));
        Asset shows = Examples.coupon("coupon_50").with(List.of(file.picture()));
        rows.save(List.of(new GovernedAsset(shows, Care.NONE, Revision.NONE)), List.of(file, file));
        assertThat(pictures.bytes(file.picture().sha256())).contains(file.bytes());
        assertThat(rows.versions(shows.key()).getLast().asset()).isEqualTo(shows);
        GovernedAsset seen = rows.assets().values().iterator().next();
        assertThat(seen.asset()).isEqualTo(shows);
        rows.save(List.of(seen.with(shows.with(List.of()))), List.of(file));
        assertThatThrownBy(
                        () ->
                                rows.save(
                                        List.of(seen.with(shows.with(List.of(other.picture())))),
                                        List.of(other)))
                .isInstanceOf(ProblemException.class);
        assertThat(pictures.bytes(other.picture().sha256())).isEmpty();
        assertThat(pictures.bytes(file.picture().sha256())).contains(file.bytes());
        assertThat(isWhole()).isTrue();
    }

    @Test
    void requirementComesBackAsItWasAndAnOldRevisionIsRefused() {
        RequirementRows rows = new RequirementRows(saves());
        Requirement wanted =
                Requirement.of(new RequirementKey("spring"), "召回金卡会员 👍")
                        .withAccepted(List.of(new Requirement.Accepted(GOLD, true)))
                        .withMissing(List.of(new Requirement.Missing("直播", Optional.of(GOLD))))
                        .withPack(Examples.SPRING);
        Revision first = rows.save(wanted, Revision.NONE);
        assertThat(rows.all()).containsExactly(new Kept<>(wanted, first));
        Requirement other = wanted.withAccepted(List.of());
        rows.save(other, first);
        assertThatThrownBy(() -> rows.save(wanted, first)).isInstanceOf(ProblemException.class);
        assertThat(rows.all()).extracting(Kept::value).containsExactly(other);
        rows.remove(wanted.key());
        assertThat(rows.all()).isEmpty();
        assertThat(isWhole()).isTrue();
    }

    @Test
    void saveOfWhatSomebodyElseSavedIsRefused() {
        PackageRows packages = new PackageRows(saves(), CLOCK);
        packages.create(Examples.draft(Examples.SPRING, 1));
        Kept<PackageDraft> mine = packages.kept(Examples.SPRING).orElseThrow();
        Kept<PackageDraft> yours = packages.kept(Examples.SPRING).orElseThrow();
        Revision after = packages.save(mine.value().undo(), mine.revision());
        assertThat(after.number()).isGreaterThan(mine.revision().number());
        assertThatThrownBy(() -> packages.save(yours.value(), yours.revision()))
                .isInstanceOf(ProblemException.class);
        assertThat(packages.get(Examples.SPRING).cursor()).isEqualTo(mine.value().cursor() - 1);
        packages.save(mine.value(), after);
        assertThat(isWhole()).isTrue();
    }

    @Test
    void noneOfManySavesAtOnceIsLost() throws Exception {
        PackageRows packages = new PackageRows(saves(), CLOCK);
        PackageDraft start = PackageDraft.of(Examples.draft(Examples.SPRING, 0).base());
        packages.create(start);
        int each = 25;
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                writers.add(pool.submit(() -> addGroups(packages, each)));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(packages.get(Examples.SPRING).cursor()).isEqualTo(4 * each);
        assertThat(isWhole()).isTrue();
    }

    /** Makes edits as people do: reads afresh after each refusal. */
    private static void addGroups(PackageRows packages, int count) {
        int made = 0;
        while (made < count) {
            Kept<PackageDraft> seen = packages.kept(Examples.SPRING).orElseThrow();
            PackageEdit edit =
                    new PackageEdit.AddGroup(
                            io.marquetry.audience.AudienceExpression.GroupKind.ANY_OF,
                            NodePath.ROOT,
                            0);
            try {
                packages.save(seen.value().apply(edit), seen.revision());
                made++;
            } catch (ProblemException overtaken) {
                assertThat(overtaken.problem().key()).isEqualTo("problem.save.overtaken");
            }
        }
    }

    @Test
    void saveThatFailsHalfwayLeavesNothing() {
        PackageRows packages = new PackageRows(saves(), CLOCK);
        assertThatThrownBy(
                        () ->
                                saves().write(
                                                transaction -> {
                                                    transaction.insert(
                                                            PackageRows.row(
                                                                    Examples.everyEdit(),
                                                                    Examples.NOON));
                                                    throw new IllegalStateException("halfway");
                                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(packages.drafts()).isEmpty();
        assertThat(isWhole()).isTrue();
    }

    @Test
    void careOutlivesAnotherRuleAndBothAreVersions() {
        TagRows tags = new TagRows(saves(), CLOCK);
        TagCareRows cares = new TagCareRows(saves(), CLOCK);
        tags.save(List.of(Examples.audienceTag(GOLD.value())), List.of());
        GovernedTag gold = cares.tags().get(GOLD);
        assertThat(gold.care()).isEqualTo(Care.NONE);
        Care kept =
                Care.of(LifeState.DEPRECATED)
                        .withOwner(Optional.of("li.wen"))
                        .withValidity(
                                Optional.of(java.time.LocalDate.of(2026, 2, 1)), Optional.empty());
        cares.save(List.of(gold.with(kept)));
        assertThatThrownBy(() -> cares.save(List.of(gold.with(Care.NONE))))
                .isInstanceOf(ProblemException.class);
        tags.save(List.of(Examples.otherRule(GOLD.value())), List.of());
        assertThat(cares.tags().get(GOLD).care()).isEqualTo(kept);
        assertThat(cares.versions(GOLD))
                .extracting(version -> version.care().state())
                .containsExactly(LifeState.ACTIVE, LifeState.DEPRECATED, LifeState.DEPRECATED);
        assertThat(isWhole()).isTrue();
    }

    @Test
    void renameIsTakenBackAsAWhole() {
        TagRows tags = new TagRows(saves(), CLOCK);
        TagCareRows cares = new TagCareRows(saves(), CLOCK);
        PackageRows packages = new PackageRows(saves(), CLOCK);
        tags.save(List.of(Examples.audienceTag(GOLD.value())), List.of());
        packages.create(Examples.everyEdit());
        Kept<PackageDraft> seen = packages.kept(Examples.SPRING).orElseThrow();
        GovernedTag gold = cares.tags().get(GOLD);
        TagKey other = new TagKey("user_level_goldplus");
        int made =
                cares.rewrite(
                        new TagRewrite(
                                TagRewrite.Kind.RENAME,
                                GOLD,
                                other,
                                List.of(
                                        new GovernedTag(
                                                Examples.audienceTag(other.value()),
                                                gold.care(),
                                                Revision.NONE)),
                                Optional.of(gold),
                                List.of(
                                        new Kept<>(
                                                TagReplacement.renamed(
                                                        seen.value(),
                                                        key -> key.equals(GOLD) ? other : key),
                                                seen.revision()))));
        assertThat(cares.tags().get(GOLD).key()).isEqualTo(other);
        assertThat(cares.tags().byKey()).containsOnlyKeys(other);
        assertThat(packages.get(Examples.SPRING).current().tags()).doesNotContain(GOLD);
        cares.undo(made);
        assertThat(cares.tags().byKey()).containsOnlyKeys(GOLD);
        assertThat(cares.tags().aliases()).isEmpty();
        assertThat(packages.get(Examples.SPRING).edits()).isEqualTo(Examples.everyEdit().edits());
        assertThat(cares.lastRewrite()).isEmpty();
        assertThat(isWhole()).isTrue();
    }

    @Test
    void everyStepOfATagIsMadeOrRefusedForEveryRole() {
        new LifeMatrix(saves()).holdsForTags();
        assertThat(isWhole()).isTrue();
    }

    @Test
    void everyStepOfAnAssetIsMadeOrRefusedForEveryRole() {
        new LifeMatrix(saves()).holdsForAssets();
        assertThat(isWhole()).isTrue();
    }
}
