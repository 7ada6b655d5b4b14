package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.QuietHours;
import io.marquetry.dispatch.Terms;
import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to send.
 *
 * @param version of the package; approved or live
 * @param account the name of the account that takes the messages
 * @param asset the key of the asset whose text is sent; empty: the only one that the channel takes
 * @param language the language of the text
 * @param holdout the share that is held out, 0 to below 1
 * @param from not before this moment
 * @param until not after it
 * @param conversion what counts as success; empty: what the account brings along, if anything
 * @param fixed what fills fields of the text for everybody; all others are attributes
 * @param zone where people are of whom the source tells nothing
 * @param terms limits, budget, coupons and other conditions
 * @param others the accounts to which those go whom no account before can or must reach
 */
public record PlanRequest(
        PackageKey pack,
        int version,
        String account,
        Dispatch.Columns columns,
        Optional<String> asset,
        Locale language,
        double holdout,
        Instant from,
        Instant until,
        QuietHours quiet,
        ZoneId zone,
        Optional<Dispatch.Cap> cap,
        Optional<Conversion> conversion,
        Map<String, String> fixed,
        Terms terms,
        List<Other> others) {

    /** Copies the collections. */
    public PlanRequest {
        fixed = Map.copyOf(fixed);
        others = List.copyOf(others);
    }

    /**
     * A further account.
     *
     * @param account its name
     * @param address empty: the key of a profile is its address
     * @param consent empty: everybody agreed, as whoever plans it stands for
     * @param asset the key of the asset whose text is sent; empty: the only one that the channel
     *     takes
     */
    public record Other(
            String account,
            Optional<String> address,
            Optional<Dispatch.Consent> consent,
            Optional<String> asset) {}

    /** Returns all accounts, the first one first. */
    List<Other> all() {
        List<Other> all = new ArrayList<>();
        all.add(new Other(account, columns.address(), columns.consent(), asset));
        all.addAll(others);
        return List.copyOf(all);
    }
}
