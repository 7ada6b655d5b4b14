package io.marquetry.ui.compose.numbers;

import io.marquetry.compare.PackageOverlap;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.AssetPackage;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.compose.draft.ComposeModel;

import java.util.Optional;

/** Opens the sheet with all combinations of the audience on screen. */
public final class CombinationsSheet {

    private final ComposeModel compose;
    private final Numbers numbers;
    private final Desk desk;

    public CombinationsSheet(ComposeModel compose, Numbers numbers, Desk desk) {
        this.compose = compose;
        this.numbers = numbers;
        this.desk = desk;
    }

    /** Opens the sheet, where there is something to combine. */
    public void open() {
        Optional<MembershipIndex> index = numbers.index().ready();
        Optional<AssetPackage> pack = compose.current();
        Optional<PackageOverlap> overlap = numbers.overlap().answer().get().latest();
        if (index.isEmpty() || pack.isEmpty() || overlap.isEmpty()) {
            return;
        }
        CombinationsModel model =
                new CombinationsModel(
                        index.get(), pack.get().audience(), overlap.get(), desk.background());
        desk.sheets()
                .show(
                        Views.load(
                                "composeCombinations",
                                desk.texts(),
                                new CombinationsController(model, pack.get().name(), desk)));
    }
}
