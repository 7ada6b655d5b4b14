package io.marquetry.ui.outcomes;

import io.marquetry.effect.OutcomeRole;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses from names which column tells what; people look at it before anything is read. */
final class RoleGuess {

    private static final Map<OutcomeRole, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry(
                            OutcomeRole.PROFILE,
                            List.of("profile", "customer_id", "user_id", "household_id", "id")),
                    Map.entry(OutcomeRole.PACKAGE, List.of("package", "campaign", "campaign_id")),
                    Map.entry(OutcomeRole.VERSION, List.of("version", "package_version")),
                    Map.entry(OutcomeRole.ARM, List.of("arm", "group", "treatment", "segment")),
                    Map.entry(OutcomeRole.CHANNEL, List.of("sent_by", "sent_channel")),
                    Map.entry(OutcomeRole.ASSET, List.of("asset", "template", "coupon")),
                    Map.entry(
                            OutcomeRole.WHEN,
                            List.of("when", "date", "day", "sent_at", "time", "timestamp")),
                    Map.entry(OutcomeRole.TARGETED, List.of("targeted", "audience")),
                    Map.entry(OutcomeRole.SENT, List.of("sent")),
                    Map.entry(OutcomeRole.DELIVERED, List.of("delivered", "reached")),
                    Map.entry(
                            OutcomeRole.HIT,
                            List.of("hit", "visit", "opened", "clicked", "viewed")),
                    Map.entry(
                            OutcomeRole.CONVERTED,
                            List.of("converted", "conversion", "completed", "redeemed", "y")),
                    Map.entry(OutcomeRole.REVENUE, List.of("revenue", "spend", "amount", "sales")),
                    Map.entry(OutcomeRole.COST, List.of("cost")),
                    Map.entry(OutcomeRole.EVENT, List.of("event", "event_type", "kind")));

    private RoleGuess() {}

    /** Returns the column that by its name tells this, if there is one. */
    static Optional<String> column(OutcomeRole role, Set<String> columns) {
        List<String> names = NAMES.getOrDefault(role, List.of());
        return names.stream()
                .flatMap(
                        name ->
                                columns.stream()
                                        .filter(c -> c.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst();
    }
}
