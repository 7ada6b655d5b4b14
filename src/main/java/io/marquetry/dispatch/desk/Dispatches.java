package io.marquetry.dispatch.desk;

import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchFiles;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.outcome.DispatchOutcomes;
import io.marquetry.dispatch.plan.DispatchPlanner;
import io.marquetry.dispatch.plan.PlanRequest;
import io.marquetry.dispatch.plan.Planned;
import io.marquetry.dispatch.plan.SendableVersions;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.dispatch.series.SeriesList;
import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The dispatches of a workspace. Blocks; never call it on the FX thread. */
public final class Dispatches {

    private final SendableVersions versions;
    private final DispatchPlanner planner;
    private final DispatchFiles files;
    private final Freezing freezing;
    private final Runs runs;
    private final DispatchOutcomes outcomes;
    private final Board board;
    private final Reach reach;
    private final SeriesList series;
    private final Actor actor;
    private final InstantSource clock;
    private final Map<DispatchId, Running> running = new ConcurrentHashMap<>();

    /** Makes them for a workspace. */
    public Dispatches(
            SendableVersions versions,
            DispatchPlanner planner,
            DispatchFiles files,
            Runs runs,
            DispatchOutcomes outcomes,
            Board board,
            Reach reach,
            SeriesList series,
            Actor actor,
            InstantSource clock) {
        this.versions = versions;
        this.planner = planner;
        this.files = files;
        this.freezing = new Freezing(files, reach);
        this.runs = runs;
        this.outcomes = outcomes;
        this.board = board;
        this.reach = reach;
        this.series = series;
        this.actor = actor;
        this.clock = clock;
    }

    /** Returns the accounts, and who must not be written to. */
    public Reach reach() {
        return reach;
    }

    /**
     * Works out what a dispatch would be; keeps nothing.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be
     */
    public Planned plan(PlanRequest wanted, CancelSignal signal) {
        return planner.plan(wanted, signal);
    }

    /**
     * Freezes what was planned: from here on nothing of it changes. Durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if fewer codes are free than when it was planned
     */
    public Dispatch freeze(Planned planned) {
        return freezing.freeze(planned, step(DispatchState.PLANNED, Optional.empty()));
    }

    /** Returns how all dispatches stand, the newest first. */
    public List<Status> list() {
        return files.list().reversed().stream().map(this::status).toList();
    }

    /**
     * Returns how a dispatch stands; of one that this program sends right now, how it stood a
     * moment ago.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public Status status(DispatchId id) {
        Running now = running.get(id);
        return now != null ? now.last() : board.find(id).orElseGet(() -> read(id));
    }

    private Status read(DispatchId id) {
        Status status;
        try (DispatchFile file = files.open(id)) {
            status = Running.status(file, Progress.read(file));
        }
        board.put(status);
        return status;
    }

    /** Returns whether this program sends a dispatch right now. */
    public boolean isRunning(DispatchId id) {
        return running.containsKey(id);
    }

    /**
     * Agrees to the start.
     *
     * @param alone whether whoever agrees knows that nobody else looked at it
     * @throws io.marquetry.base.ProblemException if it waits for nobody, or whoever planned it
     *     agrees to it without saying so
     */
    public StateStep approve(DispatchId id, boolean alone) {
        try (DispatchFile file = files.open(id)) {
            boolean own = file.dispatch().plannedBy().equals(actor.login());
            if (own && !alone) {
                throw Problem.of("problem.dispatch.own", id.text()).asException();
            }
            return move(file, step(DispatchState.SCHEDULED, Optional.empty()));
        }
    }

    /**
     * Sends a dispatch that somebody agreed to, from its time on, until nobody is left who can be
     * sent to now.
     *
     * @param listener is told now and then how it stands, on the thread that sends
     * @param signal pauses it: what was begun is ended
     * @return where it is then; RUNNING: somebody is left for later
     * @throws io.marquetry.base.ProblemException if nobody agreed to it, it is over, or the account
     *     is gone
     */
    public StateStep run(DispatchId id, Consumer<Status> listener, CancelSignal signal) {
        Running now = new Running(status(id), listener, signal);
        if (running.putIfAbsent(id, now) != null) {
            throw Problem.of("problem.dispatch.sending", id.text()).asException();
        }
        try {
            return send(id, now, signal);
        } finally {
            // Its file is closed now: how it stands is read from there again.
            running.remove(id, now);
            List<Channel.Told> late = now.end();
            if (!late.isEmpty()) {
                bring(id, late, new CancelSignal());
            }
        }
    }

    private StateStep send(DispatchId id, Running now, CancelSignal signal) {
        try (DispatchFile file = files.openToSend(id)) {
            DispatchState state = file.steps().getLast().state();
            if (!file.isAtHome()) {
                file.settle();
                if (state == DispatchState.RUNNING || state == DispatchState.SCHEDULED) {
                    return move(
                            file, step(DispatchState.PAUSED, Optional.of(StateStep.Cause.COPIED)));
                }
            }
            if (clock.instant().isBefore(file.dispatch().from())) {
                throw Problem.of(
                                "problem.dispatch.early",
                                id.text(),
                                file.dispatch().from().toString())
                        .asException();
            }
            if (state == DispatchState.SCHEDULED) {
                begin(file.dispatch());
            }
            Optional<Limits.Kind> broken =
                    Waves.broken(file, file.steps().getLast(), () -> runs.receipts(file));
            if (state != DispatchState.RUNNING) {
                move(file, step(DispatchState.RUNNING, Optional.empty()));
            }
            if (broken.isPresent()) {
                return move(file, paused(StateStep.Cause.GUARD_RAIL, broken.map(Enum::name)));
            }
            now.begin(file);
            StateStep ended = ended(file, runs.run(file, now, signal));
            if (ended.state().isLast()) {
                outcomes.write(file, new CancelSignal());
            }
            return ended;
        }
    }

    /**
     * Fetches what the channel says of messages that went out; of a dispatch that is over, writes
     * anew what it achieved.
     *
     * @return how many receipts are new
     * @throws io.marquetry.base.ProblemException if the account is gone, or the source does not
     *     tell who did what was wanted
     */
    public int receipts(DispatchId id, CancelSignal signal) {
        try (DispatchFile file = files.open(id)) {
            int added = runs.receipts(file);
            if (went(file.steps())) {
                outcomes.write(file, signal);
            }
            return added;
        }
    }

    /**
     * Takes what a provider wrote down of messages that went out: whoever wants nothing any more is
     * not written to from here on, in this dispatch either, also while it runs.
     *
     * @return how many receipts are new; of a dispatch that runs, how many were brought to it
     * @throws io.marquetry.base.ProblemException if the account is gone
     */
    public int bring(DispatchId id, List<Channel.Told> told, CancelSignal signal) {
        Running now = running.get(id);
        if (now != null && now.bring(told)) {
            return told.size();
        }
        try (DispatchFile file = files.open(id)) {
            int added = runs.receipts(file, told);
            if (went(file.steps())) {
                outcomes.write(file, signal);
            }
            return added;
        }
    }

    /** Returns the dispatches that are over but of which more will be known, the oldest first. */
    public List<DispatchId> awaited() {
        return files.list().stream().filter(this::isAwaited).toList();
    }

    private boolean isAwaited(DispatchId id) {
        Status status = status(id);
        return went(status.steps())
                && !status.evaluated()
                && status.dispatch().conversion().isPresent();
    }

    /** Returns whether a dispatch is over, and began before. */
    private static boolean went(List<StateStep> steps) {
        return steps.getLast().state().isLast()
                && steps.stream().anyMatch(step -> step.state() == DispatchState.RUNNING);
    }

    /** What was approved is still approved, and is live from here on. */
    private void begin(Dispatch dispatch) {
        versions.get(dispatch.pack(), dispatch.version());
        versions.goLive(dispatch.pack(), dispatch.version());
    }

    private StateStep ended(DispatchFile file, Runner.Ended ended) {
        return switch (ended) {
            case Runner.Ended.Done _ -> move(file, step(DispatchState.DONE, Optional.empty()));
            case Runner.Ended.Expired _ ->
                    move(file, step(DispatchState.EXPIRED, Optional.empty()));
            case Runner.Ended.Paused paused -> move(file, paused(paused.cause(), paused.note()));
            case Runner.Ended.Waiting _ -> file.steps().getLast();
        };
    }

    private StateStep paused(StateStep.Cause cause, Optional<String> note) {
        return new StateStep(
                DispatchState.PAUSED, Optional.of(cause), actor.login(), note, clock.instant());
    }

    /**
     * Returns the dispatches that can be sent now, or go on, the oldest first; so does one whose
     * last wave is out for as long as its next waits.
     */
    public List<DispatchId> due() {
        return files.list().stream().filter(this::isDue).toList();
    }

    private boolean isDue(DispatchId id) {
        Status status = status(id);
        Instant now = clock.instant();
        boolean goes =
                switch (status.state()) {
                    case SCHEDULED, RUNNING -> true;
                    case PAUSED -> status.next().filter(next -> !next.isAfter(now)).isPresent();
                    case PLANNED, DONE, CANCELLED, EXPIRED -> false;
                };
        return goes && !now.isBefore(status.dispatch().from());
    }

    /**
     * Stops a dispatch until somebody takes it up again.
     *
     * @throws io.marquetry.base.ProblemException if it does not go
     */
    public StateStep pause(DispatchId id) {
        Running now = running.get(id);
        if (now != null) {
            now.stop();
            return step(DispatchState.PAUSED, Optional.of(StateStep.Cause.PERSON));
        }
        try (DispatchFile file = files.open(id)) {
            return move(file, step(DispatchState.PAUSED, Optional.of(StateStep.Cause.PERSON)));
        }
    }

    /**
     * Stops a dispatch for good; what was sent stays sent.
     *
     * @throws io.marquetry.base.ProblemException if it is over
     */
    public StateStep cancel(DispatchId id) {
        try (DispatchFile file = files.open(id)) {
            StateStep cancelled = move(file, step(DispatchState.CANCELLED, Optional.empty()));
            runs.spare(file, true);
            if (went(file.steps())) {
                outcomes.write(file, new CancelSignal());
            }
            return cancelled;
        }
    }

    /** Returns what repeats dispatches. */
    public SeriesDesk series() {
        return new SeriesDesk(
                series,
                this,
                planner,
                new Freezing.Scheduled(freezing, files, clock)::schedule,
                actor,
                clock);
    }

    /** Returns what sends a dispatch to named people, to try it. */
    public Trials trials() {
        return new Trials(files, runs, reach);
    }

    /** Returns what adds, tests and removes accounts. */
    public Accounts accounts() {
        return new Accounts(runs, reach, this::list, series::all);
    }

    /** Pauses all that this program sends right now. */
    public void stopAll() {
        running.values().forEach(Running::stop);
    }

    /** Returns the versions that may go out, by package. */
    public SequencedMap<PackageKey, List<Integer>> sendable() {
        return versions.list();
    }

    /** Returns who is in a dispatch, why, and what became of them. */
    public DispatchPeople people() {
        return new DispatchPeople(files, actor, clock);
    }

    /** Moves a dispatch, if the table of its states allows it. */
    static StateStep move(DispatchFile file, StateStep step) {
        DispatchState now = file.steps().getLast().state();
        if (!now.next().contains(step.state())) {
            throw Problem.of(
                            "problem.dispatch.step",
                            file.dispatch().id().text(),
                            now.word(),
                            step.state().word())
                    .asException();
        }
        file.step(step);
        return step;
    }

    private StateStep step(DispatchState state, Optional<StateStep.Cause> cause) {
        return new StateStep(state, cause, actor.login(), Optional.empty(), clock.instant());
    }
}
