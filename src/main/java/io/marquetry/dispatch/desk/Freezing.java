package io.marquetry.dispatch.desk;

import io.marquetry.asset.AssetKey;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchFiles;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.plan.Planned;
import io.marquetry.dispatch.series.Series;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Freezes plans; gives codes to their people first. One at a time. Blocks. */
final class Freezing {

    private final DispatchFiles files;
    private final Reach reach;

    Freezing(DispatchFiles files, Reach reach) {
        this.files = files;
        this.reach = reach;
    }

    /** Freezes a plan; what a sudden end leaves of it is taken back by the next one. */
    synchronized Dispatch freeze(Planned planned, StateStep first) {
        List<DispatchId> frozen = files.list();
        reach.coupons().settle(frozen::contains);
        DispatchId id = new DispatchId(reach.nextNumber());
        Dispatch dispatch = planned.dispatch().apply(id);
        dispatch.terms().series().ifPresent(series -> reach.belongs(id, series));
        Optional<AssetKey> pool = dispatch.terms().coupons();
        files.freeze(
                dispatch,
                pool.isPresent() ? coded(planned, dispatch, pool.get()) : planned.people(),
                planned.composition(),
                first);
        if (pool.isPresent()) {
            reach.coupons().keep(id);
        }
        return dispatch;
    }

    /** Freezes what a series makes, and has it agreed to by whoever agreed to the series. */
    record Scheduled(Freezing freezing, DispatchFiles files, InstantSource clock) {

        DispatchId schedule(Planned planned, Series series) {
            Dispatch made =
                    freezing.freeze(
                            planned, step(DispatchState.PLANNED, series.plannedBy(), series));
            try (DispatchFile file = files.open(made.id())) {
                Dispatches.move(
                        file,
                        step(
                                DispatchState.SCHEDULED,
                                series.approvedBy().orElse(series.plannedBy()),
                                series));
            }
            return made.id();
        }

        private StateStep step(DispatchState state, String who, Series series) {
            return new StateStep(
                    state, Optional.empty(), who, Optional.of(series.name()), clock.instant());
        }
    }

    private Consumer<Consumer<Recipient>> coded(Planned planned, Dispatch dispatch, AssetKey pool) {
        IntStream.Builder sent = IntStream.builder();
        planned.people()
                .accept(
                        person -> {
                            if (person.arm() == Arm.SEND) {
                                sent.add(person.ordinal());
                            }
                        });
        List<String> codes =
                reach.coupons().bind(pool, dispatch.id(), sent.build().toArray(), dispatch.until());
        return taker -> {
            int[] next = {0};
            planned.people()
                    .accept(
                            person ->
                                    taker.accept(
                                            person.arm() == Arm.SEND
                                                    ? with(person, codes.get(next[0]++))
                                                    : person));
        };
    }

    private static Recipient with(Recipient person, String code) {
        SortedMap<String, String> filling = new TreeMap<>(person.filling());
        filling.put(Terms.CODE, code);
        return person.with(filling);
    }
}
