package io.marquetry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.sums.Counts;
import io.marquetry.effect.sums.Scope;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagCatalog;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

class SampleWorkspaceTest {

    /** Counted from the shipped files by a separate program that does not use SQL. */
    private static final List<String> SIZES =
            List.of(
                    "user_age_under35=188",
                    "user_age_35to54=482",
                    "user_age_55plus=131",
                    "user_income_under35k=212",
                    "user_income_over100k=129",
                    "user_home_owner=515",
                    "user_marital_married=340",
                    "user_kids_any=288",
                    "user_size_single=255",
                    "user_profile_known=801",
                    "user_coupon_ever=410",
                    "user_coupon_used90d=243",
                    "user_coupon_ge5=150",
                    "user_coupon_lapsed=75",
                    "user_mailing_none=820",
                    "user_mailing_ge5=630",
                    "user_mailing_recent60d=621",
                    "user_campaign_8=1076",
                    "user_campaign_13=1077",
                    "user_campaign_18=1133",
                    "user_active_30d=1545",
                    "user_active_lapsed90d=338",
                    "user_items_ge20in180d=697",
                    "user_spend_ge150=529",
                    "user_spend_under20in365d=475",
                    "user_item_ge20=547",
                    "user_brand_private=505",
                    "user_dept_produce=923",
                    "user_dept_seafood=293",
                    "user_dept_nutrition=427",
                    "user_dept_fuel=419",
                    "user_value_winback=21");

    @TempDir static Path folder;
    private static Workspace workspace;

    @BeforeAll
    static void load() {
        workspace = new Wiring(InstantSource.system()).open(folder.resolve("workspace"));
        SampleWorkspace sample = new SampleWorkspace(workspace);
        assertThat(sample.isDue()).isTrue();
        sample.load(progress -> {}, new CancelSignal());
        assertThat(sample.isDue()).isFalse();
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    @Test
    void everyTagHasTheSizeThatASeparateProgramCounted() {
        TagCatalog tags = workspace.tags().catalog();
        AudienceReader reader = workspace.audiences().readers().reader(SampleSource.NAME);
        List<String> sizes =
                tags.tags().stream()
                        .filter(tag -> tag.category() == Category.AUDIENCE)
                        .map(
                                tag ->
                                        tag.key()
                                                + "="
                                                + reader.count(
                                                                tags.rule(tag.key()),
                                                                tags,
                                                                new CancelSignal())
                                                        .audience())
                        .toList();
        assertThat(sizes).containsExactlyInAnyOrderElementsOf(SIZES);
    }

    @Test
    void theSourceHoldsAllHouseholds() {
        assertThat(workspace.sources().list())
                .singleElement()
                .satisfies(source -> assertThat(source.profiles()).isEqualTo(2379));
    }

    @Test
    void allCategoriesHaveTags() {
        assertThat(workspace.tags().catalog().tags())
                .hasSize(48)
                .extracting(tag -> tag.category())
                .contains(Category.values());
    }

    @Test
    void finishedPackagesHaveTheirRealOutcomes() {
        assertOutcomes("pack_mailer_spring", 1076, 158, 372);
        assertOutcomes("pack_mailer_summer", 1077, 196, 629);
        assertOutcomes("pack_mailer_autumn", 1133, 214, 653);
    }

    @Test
    void thePackageInWorkReachesWhomASeparateProgramCounted() {
        AudienceQuery query =
                new AudienceQuery(
                        SamplePackage.WINBACK.pack().audience(), workspace.tags().catalog());
        assertThat(
                        workspace
                                .audiences()
                                .readers()
                                .reader(SampleSource.NAME)
                                .count(query, new CancelSignal())
                                .audience())
                .isEqualTo(86);
    }

    @Test
    void theInventedTrialSaysThatItIsInventedAndHasWhatAReviewCanTell() {
        OutcomeSet set = workspace.outcomes().sets().find(SampleTrial.NAME).orElseThrow();
        assertThat(Texts.in(Locale.ENGLISH).known(set.title())).contains("Invented");
        assertThat(Texts.in(Locale.SIMPLIFIED_CHINESE).known(set.title())).contains("虚构");
        assertThat(set.design().isControl(SampleTrial.CONTROL)).isTrue();
        assertThat(workspace.outcomes().sets().list().getFirst()).isEqualTo(set);

        EffectAnswer answer =
                workspace.effects().answer(set, EffectRequest.plain(), new CancelSignal());

        Counts counts = answer.all().treated().sums().counts();
        assertThat(counts.targeted()).isBetween(10_000L, 11_800L);
        assertThat(counts.delivered()).isBetween(counts.hit(), counts.targeted());
        assertThat(answer.all().treated().sums().money().revenue()).isPositive();
        assertThat(answer.all().treated().sums().money().cost()).isPositive();
    }

    @Test
    void anotherMachineFinishesTheSameDocumentsInWhateverLanguage() {
        try (Workspace other = new Wiring(InstantSource.system()).open(folder.resolve("other"))) {
            new SampleWorkspace(other, Locale.SIMPLIFIED_CHINESE)
                    .load(progress -> {}, new CancelSignal());
            assertThat(other.requirements().all())
                    .allSatisfy(wanted -> assertThat(wanted.value().goal()).contains("召回"));
            PackageKey key = SamplePackage.AUTUMN.key();
            assertThat(other.packages().versions(key))
                    .extracting(PackageVersion::document)
                    .isEqualTo(
                            workspace.packages().versions(key).stream()
                                    .map(PackageVersion::document)
                                    .toList());
        }
    }

    private static void assertOutcomes(String pack, int targeted, int redeemed, int redemptions) {
        PackageKey key = new PackageKey(pack);
        OutcomeSet set =
                workspace.effects().of(key, new CancelSignal()).stream().findFirst().orElseThrow();
        EffectAnswer answer =
                workspace
                        .effects()
                        .answer(
                                set,
                                EffectRequest.plain()
                                        .within(workspace.effects().scope(set, key, Scope.ALL)),
                                new CancelSignal());
        Counts counts = answer.all().treated().sums().counts();
        assertThat(counts.targeted()).isEqualTo(targeted);
        assertThat(counts.converted()).isEqualTo(redeemed);
        assertThat(counts.hits()).isEqualTo(redemptions);
        assertThat(answer.all().uplift())
                .isEqualTo(new Uplift.NoControl(Uplift.Reason.NOT_RANDOMISED));
        assertThat(workspace.packages().versions(key))
                .singleElement()
                .satisfies(
                        version ->
                                assertThat(version.document())
                                        .contains("\"audience\":" + targeted + ","));
    }
}
