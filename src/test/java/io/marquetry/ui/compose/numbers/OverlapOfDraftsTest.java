package io.marquetry.ui.compose.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.OtherPackages;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.compose.Shelf;

import org.junit.jupiter.api.Test;

class OverlapOfDraftsTest {

    @Test
    void draftWithoutAudienceIsNobodysAndNotEverybodys() {
        Shelf shelf = Shelf.filled();
        draft(shelf, "pack_empty", "");
        draft(shelf, "pack_gold", "user_level_gold");
        assertThat(new OtherPackages(shelf.packages()).than(Shelf.PACK, Shelf.SOURCE))
                .extracting(OtherPackage::key)
                .containsExactly(new PackageKey("pack_gold"));
    }

    private static void draft(Shelf shelf, String key, String audience) {
        AssetPackage empty =
                AssetPackage.empty(new PackageKey(key), LocalizedText.of(key, key), Shelf.SOURCE);
        Drafts.put(
                shelf.packages(),
                PackageDraft.of(
                        audience.isEmpty()
                                ? empty
                                : empty.withAudience(ExpressionText.parse(audience))));
    }
}
