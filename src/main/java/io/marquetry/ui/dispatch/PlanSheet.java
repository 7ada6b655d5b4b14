package io.marquetry.ui.dispatch;

import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;

import java.time.InstantSource;
import java.util.Optional;

/** Opens the sheet in which a dispatch is planned. */
public final class PlanSheet {

    private final Packages packages;
    private final Sources sources;
    private final InstantSource clock;

    /** Makes the opener. */
    public PlanSheet(Packages packages, Sources sources, InstantSource clock) {
        this.packages = packages;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Opens it.
     *
     * @param key the package; empty: the user chooses
     */
    void open(Desk desk, DispatchModel model, Optional<PackageKey> key) {
        PlanModel plan = new PlanModel(model, packages, sources, clock);
        desk.sheets().open(now -> sheet(plan, model, now));
        plan.load(key, desk.texts().locale());
    }

    /** Opens a plan again as it was left. */
    static void back(Desk desk, PlanModel plan, DispatchModel model) {
        desk.sheets().open(now -> sheet(plan, model, now));
    }

    private static OpenSheet sheet(PlanModel plan, DispatchModel model, Desk desk) {
        Follows follows = new Follows();
        return new OpenSheet(
                Views.load(
                        "dispatchPlan",
                        desk.texts(),
                        new PlanController(plan, model, desk, follows),
                        new ElseController(desk.texts()),
                        new TermsController(desk.texts())),
                desk.sheets()::close,
                follows);
    }
}
