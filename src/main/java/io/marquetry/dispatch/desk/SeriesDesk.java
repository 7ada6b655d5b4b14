package io.marquetry.dispatch.desk;

import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Exit;
import io.marquetry.dispatch.plan.DispatchPlanner;
import io.marquetry.dispatch.plan.Planned;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Series;
import io.marquetry.dispatch.series.SeriesList;
import io.marquetry.dispatch.series.Trigger;
import io.marquetry.dispatch.series.When;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Repeats dispatches: one for each time of a series, however many programs ask. Blocks. */
public final class SeriesDesk {

    private static final int MOST_MISSED = 10_000;
    private static final int ALL = Integer.MAX_VALUE;

    private final SeriesList list;
    private final Dispatches dispatches;
    private final DispatchPlanner planner;
    private final BiFunction<Planned, Series, DispatchId> schedule;
    private final Actor actor;
    private final InstantSource clock;

    /**
     * Makes it.
     *
     * @param schedule freezes a plan that whoever agreed to the series agrees to
     */
    SeriesDesk(
            SeriesList list,
            Dispatches dispatches,
            DispatchPlanner planner,
            BiFunction<Planned, Series, DispatchId> schedule,
            Actor actor,
            InstantSource clock) {
        this.list = list;
        this.dispatches = dispatches;
        this.planner = planner;
        this.schedule = schedule;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What came of looking for what is due.
     *
     * @param made the dispatches that were made, ready to be sent
     * @param problems why others could not be made; they are tried again until it is too late
     */
    public record Made(List<DispatchId> made, List<Problem> problems) {

        /** Copies the lists. */
        public Made {
            made = List.copyOf(made);
            problems = List.copyOf(problems);
        }
    }

    /** Returns all series, by name. */
    public List<Series> all() {
        return list.all();
    }

    /** Returns when a series comes next; empty where it is stopped, or nobody can know. */
    public Optional<Instant> next(Series series) {
        return switch (series.when()) {
            case Recurrence again ->
                    series.stopped() ? Optional.empty() : Optional.of(again.next(clock.instant()));
            case Trigger _ -> Optional.empty();
        };
    }

    /**
     * Repeats a dispatch from now on, once somebody agrees.
     *
     * @throws io.marquetry.base.ProblemException if there is no such dispatch, the name is taken or
     *     none, or its source does not tell who did what starts it
     */
    public Series add(String name, DispatchId like, When when, Duration lasts, Duration latest) {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw Problem.of("problem.dispatch.seriesName", name).asException();
        }
        Dispatch repeated = dispatches.status(like).dispatch();
        if (when instanceof Trigger trigger) {
            planner.check(repeated, trigger);
        }
        Series series =
                new Series(
                        name,
                        repeated,
                        when,
                        lasts,
                        latest,
                        clock.instant(),
                        actor.login(),
                        Optional.empty(),
                        false);
        if (!list.add(series)) {
            throw Problem.of("problem.dispatch.seriesThere", name).asException();
        }
        return series;
    }

    /**
     * Agrees to all that a series will send.
     *
     * @param alone whether whoever agrees knows that nobody else looked at it
     * @throws io.marquetry.base.ProblemException if there is none, or it is one's own
     */
    public void approve(String name, boolean alone) {
        Series series = get(name);
        if (series.plannedBy().equals(actor.login()) && !alone) {
            throw Problem.of("problem.dispatch.ownSeries", name).asException();
        }
        list.change(changed(series, Optional.of(actor.login()), false));
    }

    /**
     * Makes no more dispatches of a series; those that were made go on.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public void stop(String name) {
        Series series = get(name);
        list.change(changed(series, series.approvedBy(), true));
    }

    private static Series changed(Series one, Optional<String> approvedBy, boolean stopped) {
        return new Series(
                one.name(),
                one.like(),
                one.when(),
                one.lasts(),
                one.latest(),
                one.since(),
                one.plannedBy(),
                approvedBy,
                stopped);
    }

    private Series get(String name) {
        return list.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of("problem.dispatch.noSeries", name).asException());
    }

    /** Makes the dispatches whose time has come; what was missed is made once, or skipped. */
    public Made due(CancelSignal signal) {
        List<DispatchId> made = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Series series : list.all()) {
            if (series.isLive()) {
                switch (series.when()) {
                    case Recurrence again -> due(series, again, made, problems, signal);
                    case Trigger trigger -> triggered(series, trigger, made, problems, signal);
                }
            }
        }
        return new Made(made, problems);
    }

    private void due(
            Series series,
            Recurrence when,
            List<DispatchId> made,
            List<Problem> problems,
            CancelSignal signal) {
        Instant now = clock.instant();
        for (Instant planned : list.open(series.name())) {
            goOn(series, planned, now, Optional.empty(), made, problems, signal);
        }
        List<Instant> missed = new ArrayList<>();
        Instant at = when.next(list.last(series.name()).orElse(series.since()));
        while (!at.isAfter(now) && missed.size() < MOST_MISSED) {
            missed.add(at);
            at = when.next(at);
        }
        for (int i = 0; i < missed.size(); i++) {
            Instant planned = missed.get(i);
            if (list.begin(series.name(), planned)) {
                if (i < missed.size() - 1) {
                    list.end(series.name(), planned, Optional.empty());
                } else {
                    goOn(series, planned, now, Optional.empty(), made, problems, signal);
                }
            }
        }
    }

    /**
     * Makes a dispatch for those who did something since the last one; where nobody did, nothing.
     * What could not be made, or of which a program that ended suddenly said nothing, comes first.
     */
    private void triggered(
            Series series,
            Trigger trigger,
            List<DispatchId> made,
            List<Problem> problems,
            CancelSignal signal) {
        Instant now = clock.instant();
        try {
            for (Instant planned : list.open(series.name())) {
                goOn(
                        series,
                        planned,
                        now,
                        Optional.of(who(series, trigger, planned, signal)),
                        made,
                        problems,
                        signal);
            }
            if (list.open(series.name()).isEmpty()) {
                Acted who = who(series, trigger, now, signal);
                if (!who.keys().isEmpty() && list.begin(series.name(), now)) {
                    goOn(series, now, now, Optional.of(who), made, problems, signal);
                }
            }
        } catch (ProblemException e) {
            problems.add(e.problem());
        }
    }

    /**
     * Those who did what starts a series.
     *
     * @param exit who of them is left out after all
     */
    private record Acted(Set<String> keys, Optional<Exit> exit) {}

    /** Returns who did it since the last dispatch, or was written down late and is in none yet. */
    private Acted who(Series series, Trigger trigger, Instant planned, CancelSignal signal) {
        Instant to = planned.minus(trigger.delay());
        Instant fresh =
                list.ended(series.name())
                        .map(last -> last.minus(trigger.delay()))
                        .filter(series.since()::isBefore)
                        .orElse(series.since());
        if (!to.isAfter(fresh)) {
            return new Acted(Set.of(), Optional.empty());
        }
        Instant late = fresh.minus(Trigger.OVERLAP);
        Instant from = late.isBefore(series.since()) ? series.since() : late;
        Set<String> who = new HashSet<>();
        if (from.isBefore(fresh)) {
            who.addAll(planner.who(series.like(), trigger, from, fresh, signal));
            of(series)
                    .filter(one -> one.from().isAfter(from) && one.from().isBefore(planned))
                    .flatMap(one -> dispatches.people().some(one.id(), p -> true, ALL).stream())
                    .forEach(person -> who.remove(person.key()));
        }
        who.addAll(planner.who(series.like(), trigger, fresh, to, signal));
        return new Acted(who, trigger.exit(from, to));
    }

    private Stream<Dispatch> of(Series series) {
        return dispatches.list().stream()
                .map(Status::dispatch)
                .filter(one -> one.terms().series().equals(Optional.of(series.name())));
    }

    /** Makes the dispatch of a time that began, unless a program that ended suddenly did. */
    private void goOn(
            Series series,
            Instant planned,
            Instant now,
            Optional<Acted> among,
            List<DispatchId> made,
            List<Problem> problems,
            CancelSignal signal) {
        Optional<DispatchId> there =
                of(series)
                        .filter(one -> one.from().equals(planned))
                        .map(one -> one.id())
                        .findFirst();
        if (there.isPresent() || now.isAfter(planned.plus(series.latest()))) {
            list.end(series.name(), planned, there);
            return;
        }
        try {
            Planned plan =
                    planner.again(
                            series.like(),
                            planned,
                            planned.plus(series.lasts()),
                            series.name(),
                            among.flatMap(Acted::exit),
                            among.map(Acted::keys),
                            signal);
            DispatchId id = schedule.apply(plan, series);
            list.end(series.name(), planned, Optional.of(id));
            made.add(id);
        } catch (ProblemException e) {
            problems.add(e.problem());
        }
    }
}
