package io.marquetry.dispatch.desk;

import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.plan.DispatchPlanner;
import io.marquetry.dispatch.plan.Planned;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Series;
import io.marquetry.dispatch.series.SeriesList;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Repeats dispatches: one for each time of a series, however many programs ask. Blocks. */
public final class SeriesDesk {

    private static final int MOST_MISSED = 10_000;

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

    /** Returns when a series comes next; empty where it is stopped. */
    public Optional<Instant> next(Series series) {
        return series.stopped()
                ? Optional.empty()
                : Optional.of(series.when().next(clock.instant()));
    }

    /**
     * Repeats a dispatch from now on, once somebody agrees.
     *
     * @throws io.marquetry.base.ProblemException if there is no such dispatch, or the name is taken
     *     or none
     */
    public Series add(
            String name, DispatchId like, Recurrence when, Duration lasts, Duration latest) {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw Problem.of("problem.dispatch.seriesName", name).asException();
        }
        Series series =
                new Series(
                        name,
                        dispatches.status(like).dispatch(),
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
                due(series, made, problems, signal);
            }
        }
        return new Made(made, problems);
    }

    private void due(
            Series series, List<DispatchId> made, List<Problem> problems, CancelSignal signal) {
        Instant now = clock.instant();
        for (Instant planned : list.open(series.name())) {
            goOn(series, planned, now, made, problems, signal);
        }
        List<Instant> missed = new ArrayList<>();
        Instant at = series.when().next(list.last(series.name()).orElse(series.since()));
        while (!at.isAfter(now) && missed.size() < MOST_MISSED) {
            missed.add(at);
            at = series.when().next(at);
        }
        for (int i = 0; i < missed.size(); i++) {
            Instant planned = missed.get(i);
            if (list.begin(series.name(), planned)) {
                if (i < missed.size() - 1) {
                    list.end(series.name(), planned, Optional.empty());
                } else {
                    goOn(series, planned, now, made, problems, signal);
                }
            }
        }
    }

    /** Makes the dispatch of a time that began, unless a program that ended suddenly did. */
    private void goOn(
            Series series,
            Instant planned,
            Instant now,
            List<DispatchId> made,
            List<Problem> problems,
            CancelSignal signal) {
        Optional<DispatchId> there =
                dispatches.list().stream()
                        .map(Status::dispatch)
                        .filter(one -> one.terms().series().equals(Optional.of(series.name())))
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
                            signal);
            DispatchId id = schedule.apply(plan, series);
            list.end(series.name(), planned, Optional.of(id));
            made.add(id);
        } catch (ProblemException e) {
            problems.add(e.problem());
        }
    }
}
