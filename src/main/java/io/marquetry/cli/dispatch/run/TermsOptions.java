package io.marquetry.cli.dispatch.run;

import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.TermsText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What else holds for a dispatch: codes, money, guard rails, and who is kept out. */
final class TermsOptions {

    @Option(names = "--coupons", paramLabel = "COUPON", descriptionKey = "cli.dispatch.coupons")
    private @Nullable String coupons;

    @Option(names = "--budget", paramLabel = "AMOUNT", descriptionKey = "cli.dispatch.budget")
    private @Nullable String budget;

    @Option(names = "--control", paramLabel = "SHARE", descriptionKey = "cli.dispatch.controlShare")
    private @Nullable String control;

    @Option(
            names = "--personalised",
            paramLabel = "ATTRIBUTE[=VALUE]",
            descriptionKey = "cli.dispatch.personalised")
    private @Nullable String personalised;

    @Option(names = "--limit", paramLabel = "WHAT=SHARE", descriptionKey = "cli.dispatch.limit")
    private Map<String, String> limits = new LinkedHashMap<>();

    @Option(names = "--pause-after", paramLabel = "N", descriptionKey = "cli.dispatch.pauseAfter")
    private @Nullable String most;

    @Option(names = "--first", paramLabel = "N", descriptionKey = "cli.dispatch.first")
    private @Nullable String first;

    @Option(names = "--go-on-after", paramLabel = "MIN", descriptionKey = "cli.dispatch.goOnAfter")
    private @Nullable String wait;

    @Option(names = "--local-time", paramLabel = "HH:MM", descriptionKey = "cli.dispatch.localTime")
    private @Nullable String local;

    /** Returns the terms. */
    Terms terms() {
        Limits rails =
                TermsText.limits(limits, TermsText.messages(most), TermsText.messages(first), wait);
        return new Terms(
                Optional.ofNullable(coupons).map(TermsText::pool),
                rails,
                TermsText.money(budget),
                PlanText.share(control),
                PlanText.consent(personalised),
                Optional.empty(),
                Optional.empty(),
                TermsText.local(local));
    }
}
