package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Route;
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
import java.util.stream.IntStream;

/**
 * Takes what a provider says later, each event once and in any order. Whoever wants nothing any
 * more, complains, or is not there, is put on the list of those who must not be written to at once.
 * For one thread.
 */
public final class ReceiptIntake {

    private static final int CHUNK = 5_000;

    private final DispatchFile file;
    private final Reach reach;
    private final InstantSource clock;
    private final Dispatch dispatch;
    private final List<Route> routes;
    private final Set<String> known = new HashSet<>();
    private @Nullable List<Map<String, Integer>> ordinals;
    private short[] taken = new short[0];
    private boolean read;

    /** Makes the intake of an open dispatch. */
    public ReceiptIntake(DispatchFile file, Reach reach, InstantSource clock) {
        this.file = file;
        this.reach = reach;
        this.clock = clock;
        this.dispatch = file.dispatch();
        this.routes = dispatch.routes();
    }

    /**
     * Takes what was told, over whichever account; what is about nobody of the dispatch is left.
     *
     * @return what is new
     */
    public List<Receipt> take(List<Channel.Told> told) {
        return take(told, IntStream.range(0, routes.size()).toArray());
    }

    /**
     * Takes what one account told.
     *
     * @param route the account, from 0
     * @return what is new
     */
    public List<Receipt> take(List<Channel.Told> told, int route) {
        return take(told, new int[] {route});
    }

    private List<Receipt> take(List<Channel.Told> told, int[] asked) {
        if (told.isEmpty()) {
            return List.of();
        }
        if (!read) {
            read = true;
            everybody();
            file.receipts(receipt -> known.add(event(receipt.ordinal(), receipt.eventId())));
        }
        List<Receipt> fresh = new ArrayList<>();
        List<Integer> stops = new ArrayList<>();
        Map<Integer, String> why = new HashMap<>();
        for (Channel.Told one : told) {
            Optional<Integer> whom =
                    ordinal(one.about(), asked)
                            .filter(ordinal -> known.add(event(ordinal, one.eventId())));
            if (whom.isPresent()) {
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
        for (int i = 0; i < routes.size(); i++) {
            int route = i;
            file.receipts(
                    routes.get(i).account(),
                    fresh.stream().filter(one -> taken[one.ordinal()] == route).toList());
        }
        return fresh;
    }

    /** What makes an event one: two providers may call theirs the same. */
    private String event(int ordinal, String id) {
        return taken[ordinal] + " " + id;
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
                                                        routes.get(person.route()).channel(),
                                                        address,
                                                        why.getOrDefault(person.ordinal(), "stop"),
                                                        "#" + dispatch.id().number(),
                                                        clock.instant())));
            }
            reach.suppress(entries);
        }
    }

    /** Returns whom a key, a number of the provider, or an address is about. */
    private Optional<Integer> ordinal(String about, int[] asked) {
        List<Map<String, Integer>> all = ordinals == null ? everybody() : ordinals;
        for (int route : asked) {
            Map<String, Integer> those = all.get(route);
            Integer found = those.get(about);
            if (found == null) {
                found = routes.get(route).channel().normal(about).map(those::get).orElse(null);
            }
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Reads who can be meant, by account. */
    private List<Map<String, Integer>> everybody() {
        List<Map<String, Integer>> all = new ArrayList<>();
        List<MessageKey> keys = new ArrayList<>();
        for (int route = 0; route < routes.size(); route++) {
            all.add(new HashMap<>());
            keys.add(new MessageKey(dispatch, route));
        }
        short[] whom = new short[Math.toIntExact(dispatch.counts().gross())];
        file.recipients(
                person -> {
                    int route = person.route();
                    whom[person.ordinal()] = (short) route;
                    if (person.arm() == Arm.SEND) {
                        all.get(route).put(keys.get(route).of(person.ordinal()), person.ordinal());
                        person.address().ifPresent(a -> all.get(route).put(a, person.ordinal()));
                    }
                });
        file.results(
                result -> {
                    if (result.outcome() == RecipientState.SENT) {
                        result.providerId()
                                .ifPresent(
                                        id ->
                                                all.get(whom[result.ordinal()])
                                                        .put(id, result.ordinal()));
                    }
                });
        taken = whom;
        ordinals = all;
        return all;
    }

    /** Forgets whom the provider's numbers are about: more may be known by now. */
    void again() {
        ordinals = null;
    }
}
