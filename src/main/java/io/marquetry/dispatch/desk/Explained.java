package io.marquetry.dispatch.desk;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.send.Progress;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why one person gets the message of a dispatch, or not, and what became of it.
 *
 * @param route the account that they take; empty where the dispatch has one only, or none reaches
 *     them
 * @param passed the accounts that cannot or must not reach them, in their order, with all reasons;
 *     empty where the dispatch has one only
 * @param state where they are; empty for whoever is sent nothing
 * @param tries how often they were about to be sent to
 * @param detail what the channel said last, as a short code; empty where it said nothing
 * @param late why they were left out when it was their turn
 * @param receipts what is known from the provider
 */
public record Explained(
        Recipient person,
        Optional<Route> route,
        List<Passed> passed,
        Optional<RecipientState> state,
        int tries,
        String detail,
        Optional<Late> late,
        Set<Receipt.Kind> receipts) {

    /** Copies the collections. */
    public Explained {
        passed = List.copyOf(passed);
        receipts = Set.copyOf(receipts);
    }

    /**
     * An account that is no way to somebody.
     *
     * @param reasons not empty, the one that counts first
     */
    public record Passed(Route route, List<Reason> reasons) {}

    /** Returns all reasons of somebody who is left out, the one that counts first. */
    public List<Reason> reasons() {
        return List.copyOf(Reason.all(person.reasons()));
    }

    /**
     * Returns the reason that counts, if somebody would be in again without it, over whichever
     * account; empty where there are several.
     */
    public Optional<Reason> back() {
        List<Reason> all = reasons();
        boolean only =
                all.size() == 1
                        || passed.stream().anyMatch(one -> one.reasons().equals(all.subList(0, 1)));
        return !all.isEmpty() && only ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Looks somebody up by their key; empty where nobody of the audience has it. */
    static Optional<Explained> find(DispatchFile file, String key) {
        List<Recipient> found = new ArrayList<>();
        file.recipients(
                person -> {
                    if (person.key().equals(key)) {
                        found.add(person);
                    }
                });
        return found.stream().findFirst().map(person -> of(file, person));
    }

    private static Explained of(DispatchFile file, Recipient person) {
        List<Route> routes = file.dispatch().routes();
        // Whoever was left out for want of money or codes had an account all the same.
        boolean unreached =
                person.arm() == Arm.EXCLUDED && person.route() == 0 && !person.passed().isEmpty();
        Optional<Route> route =
                routes.size() == 1 || unreached
                        ? Optional.empty()
                        : Optional.of(routes.get(person.route()));
        List<Passed> passed = passed(routes, person, unreached);
        if (person.arm() != Arm.SEND) {
            return new Explained(
                    person, route, passed, Optional.empty(), 0, "", Optional.empty(), Set.of());
        }
        Progress progress = Progress.read(file);
        String[] detail = {""};
        Map<Integer, Late> late = new HashMap<>();
        file.results(
                result -> {
                    if (result.ordinal() == person.ordinal()) {
                        detail[0] = result.detail();
                        Late.of(result).ifPresent(why -> late.put(person.ordinal(), why));
                    }
                });
        Set<Receipt.Kind> kinds = EnumSet.noneOf(Receipt.Kind.class);
        file.receipts(
                receipt -> {
                    if (receipt.ordinal() == person.ordinal()) {
                        kinds.add(receipt.kind());
                    }
                });
        return new Explained(
                person,
                route,
                passed,
                progress.state(person.ordinal()),
                progress.tries(person.ordinal()),
                detail[0],
                Optional.ofNullable(late.get(person.ordinal())),
                kinds);
    }

    private static List<Passed> passed(List<Route> routes, Recipient person, boolean unreached) {
        List<Passed> found = new ArrayList<>();
        if (routes.size() == 1) {
            return found;
        }
        if (unreached) {
            found.add(passed(routes.getFirst(), person.reasons()));
        }
        for (int mask : person.passed()) {
            found.add(passed(routes.get(found.size()), mask));
        }
        return found;
    }

    private static Passed passed(Route route, int mask) {
        return new Passed(route, List.copyOf(Reason.all(mask)));
    }
}
