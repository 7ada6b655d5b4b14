package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.StopWords;
import io.marquetry.dispatch.channel.Channel;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what a provider says later, each event once and in any order. Whoever wants nothing any
 * more, complains, or is not there, is put on the list of those who must not be written to at once.
 * For one thread.
 */
public final class ReceiptIntake {

    private static final int CHUNK = 5_000;

    private final DispatchFile file;
    private final Account account;
    private final Reach reach;
    private final InstantSource clock;
    private final Dispatch dispatch;
    private final Set<String> known = new HashSet<>();
    private @Nullable Map<String, Integer> ordinals;
    private boolean read;

    /** Makes the intake of an open dispatch. */
    public ReceiptIntake(DispatchFile file, Account account, Reach reach, InstantSource clock) {
        this.file = file;
        this.account = account;
        this.reach = reach;
        this.clock = clock;
        this.dispatch = file.dispatch();
    }

    /**
     * Takes what was told; what is about nobody of the dispatch is left.
     *
     * @return what is new
     */
    public List<Receipt> take(List<Channel.Told> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        if (!read) {
            read = true;
            file.receipts(receipt -> known.add(receipt.eventId()));
        }
        List<Receipt> fresh = new ArrayList<>();
        List<Integer> stops = new ArrayList<>();
        Map<Integer, String> why = new HashMap<>();
        for (Channel.Told one : told) {
            Optional<Integer> whom =
                    known.contains(one.eventId()) ? Optional.empty() : ordinal(one.about());
            if (whom.isPresent()) {
                known.add(one.eventId());
                Receipt.Kind kind = kind(one);
                fresh.add(new Receipt(one.eventId(), whom.get(), kind, one.at()));
                if (stops(kind, one.detail())) {
                    stops.add(whom.get());
                    why.put(whom.get(), kind.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        // First the list: whoever said stop is not written to, however this ends.
        suppress(stops, why);
        file.receipts(account.name(), fresh);
        return fresh;
    }

    private static Receipt.Kind kind(Channel.Told one) {
        return one.kind() == Receipt.Kind.REPLIED && StopWords.isStop(one.detail())
                ? Receipt.Kind.UNSUBSCRIBED
                : one.kind();
    }

    private static boolean stops(Receipt.Kind kind, String detail) {
        return switch (kind) {
            case UNSUBSCRIBED, COMPLAINED -> true;
            case BOUNCED -> StopWords.isNobody(detail);
            case DELIVERED, UNDELIVERED, REPLIED, CLICKED -> false;
        };
    }

    private void suppress(List<Integer> stops, Map<Integer, String> why) {
        int[] sorted = stops.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
        for (int from = 0; from < sorted.length; from += CHUNK) {
            int[] some = Arrays.copyOfRange(sorted, from, Math.min(sorted.length, from + CHUNK));
            List<Reach.Suppression> entries = new ArrayList<>();
            for (Recipient person : file.recipients(some)) {
                person.address()
                        .ifPresent(
                                address ->
                                        entries.add(
                                                new Reach.Suppression(
                                                        dispatch.channel(),
                                                        address,
                                                        why.getOrDefault(person.ordinal(), "stop"),
                                                        "#" + dispatch.id().number(),
                                                        clock.instant())));
            }
            reach.suppress(entries);
        }
    }

    /** Returns whom a key, a number of the provider, or an address is about. */
    private Optional<Integer> ordinal(String about) {
        Map<String, Integer> all = ordinals;
        if (all == null) {
            all = everybody();
            ordinals = all;
        }
        Integer found = all.get(about);
        if (found == null) {
            found = dispatch.channel().normal(about).map(all::get).orElse(null);
        }
        return Optional.ofNullable(found);
    }

    private Map<String, Integer> everybody() {
        MessageKey keys = new MessageKey(dispatch.salt(), dispatch.id(), dispatch.channel());
        Map<String, Integer> all = new HashMap<>();
        file.recipients(
                person -> {
                    if (person.arm() == Arm.SEND) {
                        all.put(keys.of(person.ordinal()), person.ordinal());
                        person.address().ifPresent(a -> all.put(a, person.ordinal()));
                    }
                });
        file.results(
                result -> {
                    if (result.outcome() == RecipientState.SENT) {
                        result.providerId().ifPresent(id -> all.put(id, result.ordinal()));
                    }
                });
        return all;
    }

    /** Forgets whom the provider's numbers are about: more may be known by now. */
    void again() {
        ordinals = null;
    }
}
