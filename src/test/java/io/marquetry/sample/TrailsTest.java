package io.marquetry.sample;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.effect.review.PackageOutcomes;
import io.marquetry.effect.stats.Share;
import io.marquetry.govern.WhereUsed;
import io.marquetry.overview.TagResults;
import io.marquetry.overview.Traced;
import io.marquetry.overview.Trail;
import io.marquetry.overview.Trails;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags, assets and packages are followed to versions, dispatches, descendants and outcomes. */
class TrailsTest {

    private static final TagKey GOLD = new TagKey("user_level_gold");
    private static final TagKey GIFT = new TagKey("coupon_value_ten");
    private static final AssetKey TEN = new AssetKey("coupon_ten");
    private static final PackageKey BRANCH = new PackageKey("pack_branch");
    private static final PackageKey LATER = new PackageKey("pack_later");
    private static final PackageKey APART = new PackageKey("pack_apart");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @TempDir private Path folder;

    private Workspace workspace;
    private Trails trails;
    private long converted;

    @BeforeEach
    void fill() {
        workspace = SmallWorkspace.open(folder);
        gift();
        make(ONE, "user_level_gold", true);
        make(APART, "user_level_silver", false);
        edit(ONE, "user_level_silver");
        converted = TrialRun.add(workspace, ONE, "first", 1);
        workspace.lives().branch(ONE, 1, BRANCH, LocalizedText.of("Branch", "分支"));
        edit(BRANCH, "user_city_beijing");
        workspace.packages().finish(BRANCH, new CancelSignal());
        workspace.lives().branch(BRANCH, 1, LATER, LocalizedText.of("Later", "后续"));
        trails =
                new Trails(
                        workspace.centre(),
                        workspace.assets(),
                        workspace.packages(),
                        workspace.lives(),
                        workspace.library(),
                        () ->
                                List.of(
                                        new WhereUsed.Sent("2", ONE, 1, DAY.plusDays(1)),
                                        new WhereUsed.Sent("1", ONE, 1, DAY),
                                        new WhereUsed.Sent("3", ONE, 2, DAY),
                                        new WhereUsed.Sent("4", APART, 1, DAY)),
                        new PackageOutcomes(workspace.outcomes().sets(), workspace.effects()));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void gift() {
        workspace
                .tags()
                .save(
                        List.of(
                                new Tag(
                                        GIFT,
                                        Category.BENEFIT,
                                        LocalizedText.of("10 off", "减 10"),
                                        LocalizedText.of("Coupons", "券"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(TEN))),
                        List.of(
                                new Asset(
                                        TEN,
                                        Asset.Kind.COUPON,
                                        LocalizedText.of("10 off", "减 10"),
                                        Optional.empty(),
                                        new TreeMap<>())));
    }

    private void make(PackageKey key, String audience, boolean gives) {
        PackageEdit who = new PackageEdit.ReplaceAudience(ExpressionText.parse(audience));
        workspace
                .packages()
                .create(
                        key,
                        LocalizedText.of(key.value(), "包"),
                        CUSTOMERS,
                        gives
                                ? List.of(who, new PackageEdit.AddToZone(GIFT, Category.BENEFIT, 0))
                                : List.of(who));
        workspace.packages().finish(key, new CancelSignal());
    }

    private void edit(PackageKey key, String audience) {
        workspace
                .packages()
                .save(
                        workspace
                                .packages()
                                .get(key)
                                .apply(
                                        new PackageEdit.ReplaceAudience(
                                                ExpressionText.parse(audience))),
                        workspace.packages().kept(key).orElseThrow().revision());
    }

    private List<Trail> of(Traced thing) {
        return trails.of(thing, new CancelSignal());
    }

    @Test
    void tagIsFollowedThroughVersionsDispatchesDescendantsAndOutcomes() {
        List<Trail> way = of(new Traced.OfTag(GOLD));
        assertThat(way).extracting(Trail::pack).containsExactly(ONE, BRANCH, LATER);
        Trail first = way.getFirst();
        // Its draft says something else by now; its version does not.
        assertThat(first.versions()).containsExactly(1);
        assertThat(first.sent()).extracting(WhereUsed.Sent::id).containsExactly("1", "2");
        assertThat(first.achieved().orElseThrow().group().treated().conversion().count())
                .isEqualTo(converted);
        Trail branch = way.get(1);
        assertThat(branch.from()).contains(ONE);
        assertThat(branch.names()).isFalse();
        assertThat(branch.versions()).containsExactly(1);
        assertThat(branch.achieved()).isEmpty();
        assertThat(way.get(2).from()).contains(BRANCH);
        assertThat(way).extracting(Trail::depth).containsExactly(0, 1, 2);
    }

    @Test
    void assetIsFollowedByTheTagsThatStandForIt() {
        List<Trail> way = of(new Traced.OfAsset(TEN));
        assertThat(way).extracting(Trail::pack).containsExactly(ONE, BRANCH, LATER);
        assertThat(way).allMatch(Trail::names);
    }

    @Test
    void packageIsFollowedToWhatWasMadeFromItAndNotToWhereItCameFrom() {
        assertThat(of(new Traced.OfPackage(ONE)))
                .extracting(Trail::pack)
                .containsExactly(ONE, BRANCH, LATER);
        assertThat(of(new Traced.OfPackage(BRANCH)))
                .extracting(Trail::pack)
                .containsExactly(BRANCH, LATER);
    }

    @Test
    void whatBecameOfPeopleIsToldOfTheTagsThatWentOutWithThem() {
        Map<TagKey, TagResults.Result> results =
                workspace.tagResults().of(workspace.centre().uses(), new CancelSignal());
        // The draft names silver by now, but nothing with it went out.
        assertThat(results).containsOnlyKeys(GOLD, GIFT);
        assertThat(results.get(GOLD).conversion()).contains(new Share(converted, 2_000));
        assertThat(results.get(GOLD).packages()).containsExactly(ONE);
    }

    @Test
    void tagThatOnlyALaterVersionNamesDoesNotReachWhatWasMadeOfAnEarlierOne() {
        workspace.packages().finish(ONE, new CancelSignal());
        assertThat(of(new Traced.OfTag(new TagKey("user_level_silver"))))
                .extracting(Trail::pack)
                .containsExactly(APART, ONE);
    }
}
