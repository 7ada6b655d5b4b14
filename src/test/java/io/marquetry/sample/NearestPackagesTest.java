package io.marquetry.sample;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.compare.ChangeWords;
import io.marquetry.compare.PackageChanges;
import io.marquetry.overview.Near;
import io.marquetry.pack.AssetPackage;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A draft shows the known packages that it is most like, what came of them and how it differs. */
class NearestPackagesTest {

    private static final PackageKey ALIKE = new PackageKey("pack_alike");
    private static final PackageKey WIDER = new PackageKey("pack_wider");
    private static final PackageKey SAME_GIFT = new PackageKey("pack_same_gift");
    private static final PackageKey FARTHER = new PackageKey("pack_farther");
    private static final PackageKey OTHER = new PackageKey("pack_other");
    private static final PackageKey UNKNOWN = new PackageKey("pack_unknown");

    @TempDir private Path folder;

    private Workspace workspace;

    @BeforeEach
    void fill() {
        workspace = SmallWorkspace.open(folder);
        gift("coupon_value_ten");
        gift("coupon_value_five");
        make(ONE, "user_level_gold and user_city_beijing", "coupon_value_ten");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void gift(String key) {
        workspace
                .tags()
                .save(
                        List.of(
                                new Tag(
                                        new TagKey(key),
                                        Category.BENEFIT,
                                        LocalizedText.of(key, key),
                                        LocalizedText.of("Coupons", "券"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private void make(PackageKey key, String audience, String... gifts) {
        List<PackageEdit> edits = new ArrayList<>();
        edits.add(new PackageEdit.ReplaceAudience(ExpressionText.parse(audience)));
        for (String gift : gifts) {
            edits.add(new PackageEdit.AddToZone(new TagKey(gift), Category.BENEFIT, 0));
        }
        workspace.packages().create(key, LocalizedText.of(key.value(), "包"), CUSTOMERS, edits);
    }

    private long went(PackageKey key, String audience, String... gifts) {
        make(key, audience, gifts);
        workspace.packages().finish(key, new CancelSignal());
        return TrialRun.add(workspace, key, key.value().replace('_', '-'), key.hashCode());
    }

    private List<Near> nearest() {
        return workspace
                .overviews()
                .nearest(workspace.packages().get(ONE).current(), new CancelSignal());
    }

    @Test
    void likestKnownPackagesComeFirstAndNoneThatSharesNothing() {
        went(FARTHER, "user_level_gold or user_level_silver");
        went(OTHER, "user_level_silver", "coupon_value_five");
        went(WIDER, "user_level_gold", "coupon_value_ten");
        went(ALIKE, "user_level_gold and user_city_beijing", "coupon_value_five");
        went(SAME_GIFT, "user_level_silver", "coupon_value_ten");
        // Whatever is like it, nobody knows what came of this one.
        make(UNKNOWN, "user_level_gold and user_city_beijing", "coupon_value_ten");
        List<Near> near = nearest();
        assertThat(near)
                .extracting(one -> one.pack().key())
                .containsExactly(WIDER, ALIKE, SAME_GIFT);
        // 0.4 for whom, 0.3 for what they get, each the shared part of what either names.
        assertThat(near.get(0).likeness()).isEqualTo(0.4 / 2 + 0.3, within(1e-9));
        assertThat(near.get(1).likeness()).isEqualTo(0.4, within(1e-9));
        assertThat(near.get(2).likeness()).isEqualTo(0.3, within(1e-9));
    }

    @Test
    void effectIsThatOfItsOwnPeopleAndTheDifferenceInWordsLeadsToTheDraft() {
        long converted = went(ALIKE, "user_level_gold", "coupon_value_five");
        went(OTHER, "user_level_silver");
        Near near = nearest().getFirst();
        assertThat(near.pack().key()).isEqualTo(ALIKE);
        assertThat(near.set().name().value()).isEqualTo("pack-alike");
        assertThat(near.group().treated().conversion().count()).isEqualTo(converted);
        assertThat(near.group().treated().conversion().of()).isEqualTo(2_000);
        ChangeWords words = new ChangeWords(Texts.in(Locale.ENGLISH), TagKey::value);
        assertThat(near.changes())
                .extracting(words::of)
                .containsExactlyInAnyOrder(
                        "Audience: + user_city_beijing, outermost group",
                        "Benefit: + coupon_value_ten",
                        "Benefit: − coupon_value_five");
        AssetPackage draft = workspace.packages().get(ONE).current();
        AssetPackage made = PackageChanges.apply(near.pack(), near.changes());
        assertThat(made.copy(draft.key(), draft.name())).isEqualTo(draft);
    }

    @Test
    void versionThatWentOutIsComparedAndNotWhatBecameOfItsDraft() {
        went(ALIKE, "user_level_gold", "coupon_value_ten");
        workspace
                .packages()
                .save(
                        workspace
                                .packages()
                                .get(ALIKE)
                                .apply(
                                        new PackageEdit.ReplaceAudience(
                                                ExpressionText.parse("user_level_silver"))),
                        workspace.packages().kept(ALIKE).orElseThrow().revision());
        assertThat(nearest().getFirst().likeness()).isEqualTo(0.4 / 2 + 0.3, within(1e-9));
    }
}
