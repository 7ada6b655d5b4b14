package io.marquetry.check;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.check.CheckLine.Standing;
import io.marquetry.govern.AssetCentre;
import io.marquetry.govern.LifeState;
import io.marquetry.life.PackageState;
import io.marquetry.life.Remark;
import io.marquetry.life.Schedule;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The checks before approval, over a real workspace of four customers. */
class ChecksTest {

    private static final CancelSignal GO_ON = new CancelSignal();

    @TempDir private Path folder;

    private Workspace workspace;

    @BeforeEach
    void fill() {
        SmallWorkspace.open(folder).close();
        workspace = SmallWorkspace.openAs(folder, "li");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void make(PackageKey key, String audience, String... tags) {
        List<PackageEdit> edits = new ArrayList<>();
        edits.add(new PackageEdit.ReplaceAudience(ExpressionText.parse(audience)));
        for (String tag : tags) {
            Category zone =
                    tag.startsWith("coupon")
                            ? Category.BENEFIT
                            : tag.startsWith("rule") ? Category.RULE : Category.CONTENT;
            edits.add(new PackageEdit.AddToZone(new TagKey(tag), zone, 0));
        }
        workspace.packages().create(key, LocalizedText.of(key.value(), "包"), CUSTOMERS, edits);
    }

    private void asset(String tag, Asset.Kind kind, Map<String, String> facts, String body) {
        Category zone =
                tag.startsWith("coupon")
                        ? Category.BENEFIT
                        : tag.startsWith("rule") ? Category.RULE : Category.CONTENT;
        AssetKey key = new AssetKey("asset_" + tag);
        Asset made =
                new Asset(
                        key,
                        kind,
                        LocalizedText.of(tag, tag),
                        body.isEmpty()
                                ? Optional.empty()
                                : Optional.of(LocalizedText.of(body, body)),
                        new TreeMap<>(facts));
        workspace
                .tags()
                .save(
                        List.of(
                                new Tag(
                                        new TagKey(tag),
                                        zone,
                                        LocalizedText.of(tag, tag),
                                        LocalizedText.of("x", "x"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(key))),
                        List.of(made));
    }

    private List<CheckLine> lines() {
        return workspace
                .checks()
                .of(workspace.packages().get(ONE).current(), OptionalInt.empty(), GO_ON);
    }

    private CheckLine line(CheckKind kind) {
        return lines().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private void weigh(CheckKind kind, CheckWeight weight) {
        workspace.checks().rule(workspace.checks().rules().with(kind, weight));
    }

    private static Problem problem(ThrowingCallable work) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, work);
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    private void submit() {
        workspace.lives().submit(ONE, GO_ON);
    }

    @Test
    void packageThatReachesNobodyIsNotSubmitted() {
        make(ONE, "user_level_gold and user_level_silver");
        assertThat(line(CheckKind.NOBODY).standing()).isEqualTo(Standing.OPEN);
        assertThat(problem(this::submit).key()).isEqualTo("problem.check.forbids");
        assertThat(
                        problem(
                                        () ->
                                                workspace
                                                        .checks()
                                                        .overrule(
                                                                workspace
                                                                        .packages()
                                                                        .get(ONE)
                                                                        .current(),
                                                                CheckKind.NOBODY,
                                                                "",
                                                                "meant so",
                                                                GO_ON))
                                .key())
                .isEqualTo("problem.check.settle");
        assertThat(workspace.packages().versionCount(ONE)).isZero();
    }

    @Test
    void whatAsksForAReasonIsSubmittedWithOneThatTheApproverSees() {
        make(ONE, "user_level_gold");
        weigh(CheckKind.CONTENT, CheckWeight.ASKS);
        assertThat(problem(this::submit).key()).isEqualTo("problem.check.asks");
        workspace
                .checks()
                .overrule(
                        workspace.packages().get(ONE).current(),
                        CheckKind.CONTENT,
                        "",
                        "the store reads it out",
                        GO_ON);
        submit();
        workspace.close();
        workspace = SmallWorkspace.openAs(folder, "chen");
        CheckLine seen = line(CheckKind.CONTENT);
        assertThat(seen.standing()).isEqualTo(Standing.OVERRULED);
        assertThat(seen.overruled().orElseThrow().who()).isEqualTo("li");
        assertThat(seen.overruled().orElseThrow().reason()).isEqualTo("the store reads it out");
        workspace.checks().reopen(ONE, CheckKind.CONTENT, "");
        String hash = workspace.packages().version(ONE, 1).sha256();
        assertThat(problem(() -> workspace.lives().approve(ONE, 1, hash, false)).key())
                .isEqualTo("problem.check.asks");
        assertThat(workspace.lives().of(ONE).state()).isEqualTo(PackageState.IN_REVIEW);
    }

    @Test
    void couponThatEndedOrIsTooFewIsFoundAndItsReasonFallsOnceItGetsWorse() {
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("stock", "1"), "");
        make(ONE, "user_level_gold", "coupon_value_ten");
        CheckLine stock = line(CheckKind.COUPONS);
        assertThat(stock.what().key()).isEqualTo("problem.check.stock");
        assertThat(stock.extent()).isEqualTo(1);
        workspace
                .checks()
                .overrule(
                        workspace.packages().get(ONE).current(),
                        CheckKind.COUPONS,
                        stock.about(),
                        "half of them come",
                        GO_ON);
        assertThat(line(CheckKind.COUPONS).blocks()).isFalse();
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("stock", "0"), "");
        assertThat(line(CheckKind.COUPONS).blocks()).isTrue();
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("end", "2025-12-31"), "");
        assertThat(line(CheckKind.COUPONS).what().key()).isEqualTo("problem.warning.ended");
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("end", "2026-02-01"), "");
        assertThat(line(CheckKind.COUPONS).standing()).isEqualTo(Standing.SETTLED);
        workspace
                .schedules()
                .put(ONE, new Schedule(Optional.empty(), Optional.of(LocalDate.of(2026, 3, 1))));
        assertThat(line(CheckKind.COUPONS).what().key()).isEqualTo("problem.check.endsEarly");
    }

    @Test
    void couponWithoutATextForItsChannelIsFound() {
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("channel", "wechat"), "");
        asset("sms_text_hello", Asset.Kind.SMS_TEMPLATE, Map.of(), "Hello");
        make(ONE, "user_level_gold", "coupon_value_ten", "sms_text_hello");
        assertThat(line(CheckKind.CONTENT).what().key()).isEqualTo("problem.warning.channel");
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("channel", "SMS"), "");
        assertThat(line(CheckKind.CONTENT).standing()).isEqualTo(Standing.SETTLED);
    }

    @Test
    void textThatDoesNotFitItsChannelIsFound() {
        asset("sms_text_hello", Asset.Kind.SMS_TEMPLATE, Map.of(), "x".repeat(161));
        make(ONE, "user_level_gold", "sms_text_hello");
        assertThat(line(CheckKind.TEXTS).what().args())
                .contains(LocalizedText.of("sms_text_hello", "sms_text_hello"));
    }

    @Test
    void whatIsOverruledIsNoLongerLookedOutFor() {
        make(ONE, "user_level_gold");
        AssetPackage pack = workspace.packages().get(ONE).current();
        Problem nothing = Problem.of("problem.warning.noBenefit");
        assertThat(workspace.checks().open(pack, GO_ON)).contains(nothing);
        workspace.checks().overrule(pack, CheckKind.BENEFIT, "", "it only informs", GO_ON);
        assertThat(workspace.checks().open(pack, GO_ON)).doesNotContain(nothing).isNotEmpty();
    }

    @Test
    void textThatCannotBeFilledInIsFound() {
        asset("sms_text_hello", Asset.Kind.SMS_TEMPLATE, Map.of(), "In {city} until {day}");
        make(ONE, "user_level_gold", "sms_text_hello");
        assertThat(line(CheckKind.TEXTS).what().args()).contains(List.of("{day}"));
        asset("sms_text_hello", Asset.Kind.SMS_TEMPLATE, Map.of(), "In {city until later");
        assertThat(line(CheckKind.TEXTS).what().key()).isEqualTo("problem.check.brace");
        asset("sms_text_hello", Asset.Kind.SMS_TEMPLATE, Map.of(), "In {city|your town}");
        assertThat(line(CheckKind.TEXTS).standing()).isEqualTo(Standing.SETTLED);
    }

    @Test
    void tagThatIsPutDownIsFound() {
        make(ONE, "user_level_gold");
        assertThat(line(CheckKind.TAGS).standing()).isEqualTo(Standing.SETTLED);
        workspace
                .centre()
                .move(
                        new TagKey("user_level_gold"),
                        LifeState.DEPRECATED,
                        Optional.of(new TagKey("user_level_silver")),
                        Optional.empty());
        assertThat(line(CheckKind.TAGS).about()).isEqualTo("user_level_gold");
        assertThat(problem(this::submit).key()).isEqualTo("problem.check.asks");
    }

    @Test
    void assetThatIsPutDownPastItsLastDayOrNobodysIsFound() {
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("stock", "9"), "");
        make(ONE, "user_level_gold", "coupon_value_ten");
        AssetKey key = new AssetKey("asset_coupon_value_ten");
        assertThat(line(CheckKind.ASSETS).standing()).isEqualTo(Standing.SETTLED);
        assertThat(line(CheckKind.OWNERS).about()).isEqualTo(key.value());
        assertThat(line(CheckKind.OWNERS).blocks()).isFalse();
        AssetCentre assets = workspace.assets();
        assets.keep(
                List.of(key),
                care ->
                        care.withOwner(Optional.of("Li"))
                                .withValidity(
                                        Optional.empty(), Optional.of(LocalDate.of(2026, 1, 1))));
        assertThat(line(CheckKind.OWNERS).standing()).isEqualTo(Standing.SETTLED);
        assertThat(line(CheckKind.ASSETS).what().key()).isEqualTo("problem.check.asset.expired");
        assertThat(problem(this::submit).key()).isEqualTo("problem.check.asks");
        assets.keep(
                List.of(key),
                care -> care.withValidity(Optional.of(LocalDate.of(2026, 1, 3)), Optional.empty()));
        assertThat(line(CheckKind.ASSETS).what().key()).isEqualTo("problem.check.asset.early");
        assets.keep(List.of(key), care -> care.withValidity(Optional.empty(), Optional.empty()));
        assertThat(line(CheckKind.ASSETS).standing()).isEqualTo(Standing.SETTLED);
        assets.move(key, LifeState.DEPRECATED, Optional.empty(), Optional.of("the shop closed"));
        assertThat(line(CheckKind.ASSETS).what())
                .isEqualTo(
                        Problem.of(
                                "problem.check.asset.DEPRECATED",
                                LocalizedText.of("coupon_value_ten", "coupon_value_ten"),
                                "the shop closed"));
        workspace
                .checks()
                .overrule(
                        workspace.packages().get(ONE).current(),
                        CheckKind.ASSETS,
                        key.value(),
                        "the codes still work",
                        GO_ON);
        submit();
    }

    @Test
    void rulesThatSayTheContraryAreFound() {
        asset("rule_holdout_ten", Asset.Kind.DELIVERY_RULE, Map.of("holdout_percent", "10"), "");
        asset("rule_holdout_half", Asset.Kind.DELIVERY_RULE, Map.of("holdout_percent", "50"), "");
        make(ONE, "user_level_gold", "rule_holdout_ten", "rule_holdout_half");
        assertThat(line(CheckKind.RULES).what().key()).isEqualTo("problem.check.contrary");
        assertThat(line(CheckKind.HOLDOUT).what().key()).isEqualTo("problem.check.holdoutTiny");
        PackageKey other = new PackageKey("pack_other");
        make(other, "user_level_gold and user_city_beijing and not user_city_beijing");
        assertThat(
                        workspace
                                .checks()
                                .of(
                                        workspace.packages().get(other).current(),
                                        OptionalInt.empty(),
                                        GO_ON))
                .anyMatch(one -> one.what().key().equals("problem.check.never"));
    }

    @Test
    void peopleOfALivePackageAreContactedTwice() {
        PackageKey live = new PackageKey("pack_live");
        make(live, "user_city_beijing");
        workspace.lives().submit(live, GO_ON);
        workspace.lives().approve(live, 1, workspace.packages().version(live, 1).sha256(), true);
        make(ONE, "user_level_gold");
        assertThat(line(CheckKind.OVERLAP).standing()).isEqualTo(Standing.SETTLED);
        workspace.lives().goLive(live);
        CheckLine found = line(CheckKind.OVERLAP);
        assertThat(found.about()).isEqualTo("pack_live");
        assertThat(found.extent()).isEqualTo(1);
        CheckRules rules = workspace.checks().rules();
        workspace
                .checks()
                .rule(
                        new CheckRules(
                                rules.weights(),
                                0.5,
                                rules.jump(),
                                rules.base(),
                                rules.worthwhile(),
                                rules.redeemed(),
                                Optional.empty()));
        assertThat(line(CheckKind.OVERLAP).standing()).isEqualTo(Standing.SETTLED);
    }

    @Test
    void audienceThatJumpedSinceTheLastVersionIsFound() {
        make(ONE, "user_level_gold");
        submit();
        workspace.lives().withdraw(ONE);
        assertThat(line(CheckKind.JUMP).standing()).isEqualTo(Standing.SETTLED);
        PackageKey wide = new PackageKey("pack_wide");
        make(wide, "user_level_gold or user_level_silver or user_city_beijing");
        workspace
                .packages()
                .save(
                        workspace
                                .packages()
                                .get(ONE)
                                .apply(
                                        new PackageEdit.ReplaceAudience(
                                                ExpressionText.parse(
                                                        "user_level_gold and user_city_beijing"))),
                        workspace.packages().kept(ONE).orElseThrow().revision());
        assertThat(line(CheckKind.JUMP).what().key()).isEqualTo("problem.check.shrank");
    }

    @Test
    void whatCostsMoreThanWasSetIsHeldBack() {
        asset("coupon_value_ten", Asset.Kind.COUPON, Map.of("value", "10"), "");
        asset("rule_budget_cap", Asset.Kind.DELIVERY_RULE, Map.of("budget", "15"), "");
        make(ONE, "user_level_gold", "coupon_value_ten", "rule_budget_cap");
        CheckLine found = line(CheckKind.BUDGET);
        assertThat(found.what().args()).contains(new BigDecimal("15"));
        assertThat(found.blocks()).isTrue();
        weigh(CheckKind.BUDGET, CheckWeight.OFF);
        assertThat(lines()).noneMatch(one -> one.kind() == CheckKind.BUDGET);
    }

    @Test
    void whatCannotBeFinishedIsForbiddenWhateverIsSet() {
        weigh(CheckKind.READY, CheckWeight.OFF);
        workspace.packages().create(ONE, LocalizedText.of("One", "一"), CUSTOMERS, List.of());
        assertThat(line(CheckKind.READY).blocks()).isTrue();
        assertThat(problem(this::submit).key()).isEqualTo("problem.package.noAudience");
    }

    @Test
    void packageGoesLiveOnItsDaysOnly() {
        make(ONE, "user_level_gold");
        submit();
        workspace.lives().approve(ONE, 1, workspace.packages().version(ONE, 1).sha256(), true);
        workspace
                .schedules()
                .put(ONE, new Schedule(Optional.of(LocalDate.of(2026, 1, 3)), Optional.empty()));
        assertThat(problem(() -> workspace.lives().goLive(ONE)).key())
                .isEqualTo("problem.schedule.early");
        workspace
                .schedules()
                .put(ONE, new Schedule(Optional.empty(), Optional.of(LocalDate.of(2026, 1, 1))));
        assertThat(problem(() -> workspace.lives().goLive(ONE)).key())
                .isEqualTo("problem.schedule.over");
        workspace.schedules().put(ONE, Schedule.NONE);
        workspace.lives().goLive(ONE);
    }

    @Test
    void remarkIsOnAPlaceAndSettledBySomebody() {
        make(ONE, "user_level_gold");
        Remark said = workspace.remarks().add(ONE, "user_level_gold", "why gold?");
        assertThat(said.isOpen()).isTrue();
        assertThat(problem(() -> workspace.remarks().add(ONE, "user_level_silver", "x")).key())
                .isEqualTo("problem.remark.place");
        workspace.close();
        workspace = SmallWorkspace.openAs(folder, "chen");
        workspace.remarks().settle(ONE, said.id(), true);
        assertThat(workspace.remarks().open()).isEmpty();
        assertThat(workspace.remarks().of(ONE).getFirst().settled().orElseThrow().by())
                .isEqualTo("chen");
        workspace.remarks().settle(ONE, said.id(), false);
        assertThat(workspace.remarks().open()).hasSize(1);
        assertThat(workspace.audit().verify(GO_ON).findings()).isEmpty();
        workspace.packages().delete(ONE);
        assertThat(workspace.remarks().open()).isEmpty();
        assertThat(workspace.audit().verify(GO_ON).findings()).isEmpty();
    }
}
