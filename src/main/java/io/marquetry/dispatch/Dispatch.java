package io.marquetry.dispatch;

import io.marquetry.asset.Template;
import io.marquetry.audience.Snapshot;
import io.marquetry.pack.PackageKey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of a package version, as it was planned; never changes.
 *
 * @param sha256 hash of the version's document
 * @param account the name of the account; what that account guarantees is asked when the dispatch
 *     runs
 * @param columns where the source holds what a message needs
 * @param text what is sent, with its places
 * @param holdout the share that is held out, 0 to below 1: the probability of that arm
 * @param salt makes the chance of this dispatch; no other has it
 * @param from not before this moment
 * @param until not after it
 * @param zone where people are of whom the source tells nothing
 * @param cap how much people may get
 * @param conversion what counts as success; empty: only what the channel tells
 * @param price of one message; empty: nobody said
 * @param plannedBy the login of whoever planned it
 * @param snapshot the state of the source in which the audience was counted
 * @param terms limits, budget, coupons and other conditions
 * @param others where people go whom the first account cannot or must not reach, in their order
 */
public record Dispatch(
        DispatchId id,
        PackageKey pack,
        int version,
        String sha256,
        String account,
        ChannelKind channel,
        Columns columns,
        Template text,
        double holdout,
        String salt,
        Instant from,
        Instant until,
        QuietHours quiet,
        ZoneId zone,
        Optional<Cap> cap,
        Optional<Conversion> conversion,
        Optional<BigDecimal> price,
        String plannedBy,
        Instant plannedAt,
        Snapshot snapshot,
        Counts counts,
        Terms terms,
        List<Route> others) {

    /** Copies the list. */
    public Dispatch {
        others = List.copyOf(others);
    }

    /** Returns all ways to people, the first account's first. */
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.add(new Route(account, channel, columns.address(), columns.consent(), text, price));
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Returns to how many people it is to be sent on each way. */
    public List<Long> netByRoute() {
        return others.isEmpty() ? List.of(counts.net()) : counts.byRoute();
    }

    /** Returns what all messages cost; empty where somebody did not say a price. */
    public Optional<BigDecimal> cost() {
        List<Route> routes = routes();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < routes.size(); i++) {
            Optional<BigDecimal> each = routes.get(i).price();
            if (each.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(each.get().multiply(BigDecimal.valueOf(netByRoute().get(i))));
        }
        return Optional.of(sum);
    }

    /**
     * Where the source holds what a message needs, by names of attributes.
     *
     * @param address empty: the key of a profile is its address
     * @param consent empty: everybody agreed, as whoever planned it stands for
     * @param zone empty: everybody is where the dispatch is
     */
    public record Columns(
            Optional<String> address, Optional<Consent> consent, Optional<String> zone) {}

    /**
     * Who agreed.
     *
     * @param equal the value that says so; empty: true, yes or 1
     */
    public record Consent(String attribute, Optional<String> equal) {

        /** Returns whether a value says yes; one that is not known says no. */
        public boolean isGiven(Optional<String> value) {
            return value.map(String::strip)
                    .filter(
                            said ->
                                    equal.isPresent()
                                            ? equal.get().equals(said)
                                            : said.equalsIgnoreCase("true")
                                                    || said.equalsIgnoreCase("yes")
                                                    || said.equals("1")
                                                    || said.equals("是"))
                    .isPresent();
        }
    }

    /**
     * How much people may get on a channel.
     *
     * @param most messages, from 1
     * @param days in as many days, rolling, from 1
     */
    public record Cap(int most, int days) {

        /** Refuses what is below 1. */
        public Cap {
            if (most < 1 || days < 1 || days > 366) {
                throw new IllegalArgumentException("no cap: " + most + "/" + days);
            }
        }
    }
}
