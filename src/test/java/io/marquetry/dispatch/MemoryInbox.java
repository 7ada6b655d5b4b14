package io.marquetry.dispatch;

import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Inbox;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what came for as long as the process lives. */
final class MemoryInbox implements Inbox {

    private final List<Channel.Told> kept = new CopyOnWriteArrayList<>();

    @Override
    public void keep(List<Channel.Told> told) {
        kept.addAll(told);
    }

    @Override
    public List<Channel.Told> since(Instant moment) {
        return kept.stream().filter(one -> !one.at().isBefore(moment)).toList();
    }

    @Override
    public void forget(Instant before) {
        kept.removeIf(one -> one.at().isBefore(before));
    }
}
