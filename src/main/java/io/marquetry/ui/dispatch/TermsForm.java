package io.marquetry.ui.dispatch;

import io.marquetry.asset.AssetKey;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.TermsText;

import java.util.Optional;

/**
 * What somebody wrote into the form of conditions for a dispatch; blank where nothing was written.
 *
 * @param until the last moment at which the dispatch may still send
 * @param local from what time of their own day on people are due
 * @param coupon whose codes people get
 * @param profiling the attribute that says who wants that something is chosen for them
 * @param limits the limits at which the dispatch pauses, where they differ from the usual ones
 * @param pauseAfter after how many messages the dispatch pauses each time
 * @param first after how many messages it pauses the first time
 * @param goOnAfter after how many minutes it goes on by itself
 */
record TermsForm(
        String until,
        String local,
        String budget,
        String control,
        String coupon,
        Optional<String> profiling,
        String limits,
        String pauseAfter,
        String first,
        String goOnAfter) {

    /**
     * Reads it.
     *
     * @throws io.marquetry.base.ProblemException if something cannot be read
     */
    Terms terms() {
        Limits rails =
                TermsText.limits(
                        TermsText.rails(limits),
                        TermsText.messages(pauseAfter),
                        TermsText.messages(first),
                        goOnAfter);
        Optional<AssetKey> pool =
                coupon.isBlank() ? Optional.empty() : Optional.of(TermsText.pool(coupon.strip()));
        return new Terms(
                pool,
                rails,
                TermsText.money(budget),
                PlanText.share(control.isBlank() ? null : control),
                PlanText.consent(profiling.orElse(null)),
                Optional.empty(),
                Optional.empty(),
                TermsText.local(local));
    }
}
