package io.marquetry.overview;

import io.marquetry.base.LocalizedText;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.Group;
import io.marquetry.library.LibraryCard;
import io.marquetry.life.PackageState;
import io.marquetry.life.Schedule;
import io.marquetry.life.Waiting;
import io.marquetry.pack.PackageKey;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How everything stands at one moment.
 *
 * @param board the packages that are not put away, by where they are; all states are there
 * @param waiting what waits for whoever works here, what waits longest first
 * @param dispatches those that are not over
 * @param overdue live packages whose last day has passed
 * @param open how many comments are open, by package
 */
public record Overview(
        Map<PackageState, List<Entry>> board,
        List<Waiting> waiting,
        List<Sending> dispatches,
        List<Entry> overdue,
        Map<PackageKey, Long> open) {

    /** Copies. */
    public Overview {
        Map<PackageState, List<Entry>> all = new EnumMap<>(PackageState.class);
        for (PackageState state : PackageState.values()) {
            all.put(state, List.copyOf(board.getOrDefault(state, List.of())));
        }
        board = Map.copyOf(all);
        waiting = List.copyOf(waiting);
        dispatches = List.copyOf(dispatches);
        overdue = List.copyOf(overdue);
        open = Map.copyOf(open);
    }

    /** Returns the packages in a state. */
    public List<Entry> in(PackageState state) {
        return board.getOrDefault(state, List.of());
    }

    /** A package. */
    public record Entry(PackageKey key, LocalizedText name, Schedule schedule) {}

    /**
     * A dispatch that is not over.
     *
     * @param people how many get it
     * @param cost what it costs by the price of one message; empty where nobody said
     */
    public record Sending(
            DispatchId id,
            PackageKey pack,
            DispatchState state,
            long people,
            Optional<BigDecimal> cost) {}

    /**
     * What takes longer to find out.
     *
     * @param works entries of the library that are proven
     * @param fades entries that wear off or have to be looked at again
     * @param achieved what packages achieved and cost, by the newest outcomes of each
     */
    public record Judged(
            List<LibraryCard> works, List<LibraryCard> fades, List<Achieved> achieved) {

        /** Copies. */
        public Judged {
            works = List.copyOf(works);
            fades = List.copyOf(fades);
            achieved = List.copyOf(achieved);
        }
    }

    /** What one package achieved and cost. */
    public record Achieved(PackageKey key, LocalizedText name, OutcomeSet set, Group group) {}
}
