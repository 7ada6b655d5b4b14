package io.marquetry.dispatch.desk;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A dispatch that this program sends right now, and how it stood a moment ago. */
final class Running implements Runner.Listener {

    /** Counting everybody is not free. */
    private static final long BETWEEN_NANOS = 250_000_000L;

    private final Consumer<Status> listener;
    private final CancelSignal signal;
    private final Queue<Channel.Told> inbox = new ConcurrentLinkedQueue<>();
    private volatile Status last;
    private long told;
    private boolean over;

    /**
     * Begins with how the dispatch stands.
     *
     * @param signal ends the run
     */
    Running(Status before, Consumer<Status> listener, CancelSignal signal) {
        this.last = before;
        this.listener = listener;
        this.signal = signal;
    }

    /** Says that it sends from here on. */
    void begin(DispatchFile file) {
        tell(status(file, Progress.read(file)).sending());
    }

    @Override
    public void progress(Progress progress) {
        if (System.nanoTime() - told >= BETWEEN_NANOS) {
            tell(
                    new Status(
                            last.dispatch(),
                            last.steps(),
                            progress.counts(last.state()),
                            progress.countsByRoute(last.state()),
                            progress.late(),
                            last.receipts(),
                            Optional.empty(),
                            last.evaluated()));
        }
    }

    private void tell(Status now) {
        last = now;
        told = System.nanoTime();
        listener.accept(now);
    }

    Status last() {
        return last;
    }

    /**
     * Takes what somebody brought; the sender looks at it before it claims anybody more. Returns
     * whether there is a sender still.
     */
    synchronized boolean bring(List<Channel.Told> told) {
        return !over && inbox.addAll(told);
    }

    /** Takes nothing more. Returns what nobody looked at. */
    synchronized List<Channel.Told> end() {
        over = true;
        return brought();
    }

    /** Returns what was brought since it was asked last. */
    List<Channel.Told> brought() {
        List<Channel.Told> all = new ArrayList<>();
        for (Channel.Told one = inbox.poll(); one != null; one = inbox.poll()) {
            all.add(one);
        }
        return all;
    }

    void stop() {
        signal.cancel();
    }

    /** Returns how an open dispatch stands. */
    static Status status(DispatchFile file, Progress progress) {
        List<StateStep> steps = file.steps();
        Map<Receipt.Kind, Set<Integer>> told = new EnumMap<>(Receipt.Kind.class);
        file.receipts(
                receipt ->
                        told.computeIfAbsent(receipt.kind(), _ -> new HashSet<>())
                                .add(receipt.ordinal()));
        Map<Receipt.Kind, Long> receipts = new EnumMap<>(Receipt.Kind.class);
        told.forEach((kind, people) -> receipts.put(kind, (long) people.size()));
        return new Status(
                file.dispatch(),
                steps,
                progress.counts(steps.getLast().state()),
                progress.countsByRoute(steps.getLast().state()),
                progress.late(),
                receipts,
                Waves.next(file.dispatch(), steps.getLast(), progress::nextDue),
                file.isEvaluated());
    }
}
