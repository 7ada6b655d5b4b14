package io.marquetry.dispatch.desk;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
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
 * @param state where they are; empty for whoever is sent nothing
 * @param tries how often they were about to be sent to
 * @param detail what the channel said last, as a short code; empty where it said nothing
 * @param late why they were left out when it was their turn
 * @param receipts what is known from the provider
 */
public record Explained(
        Recipient person,
        Optional<RecipientState> state,
        int tries,
        String detail,
        Optional<Late> late,
        Set<Receipt.Kind> receipts) {

    /** Copies the set. */
    public Explained {
        receipts = Set.copyOf(receipts);
    }

    /** Returns all reasons of somebody who is left out, the one that counts first. */
    public List<Reason> reasons() {
        return List.copyOf(Reason.all(person.reasons()));
    }

    /** Returns the reason without which they would be in again; empty where there are several. */
    public Optional<Reason> back() {
        List<Reason> all = reasons();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
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
        if (person.arm() != Arm.SEND) {
            return new Explained(person, Optional.empty(), 0, "", Optional.empty(), Set.of());
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
                progress.state(person.ordinal()),
                progress.tries(person.ordinal()),
                detail[0],
                Optional.ofNullable(late.get(person.ordinal())),
                kinds);
    }
}
