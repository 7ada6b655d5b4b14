package io.marquetry.store.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Inbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a provider brings is kept once, however often it brings it. */
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir private Path folder;

    private static Channel.Told told(String event, Instant at) {
        return new Channel.Told(event, "message-1", Receipt.Kind.DELIVERED, at);
    }

    @Test
    void sameEventIsKeptOnceInOneBatchAndInLaterOnes() {
        try (H2Reach reach = new H2Reach(folder)) {
            Inbox inbox = reach.inbox("centre");
            inbox.keep(List.of(told("a", NOW), told("b", NOW), told("a", NOW)));
            inbox.keep(List.of(told("a", NOW), told("c", NOW)));
            assertThat(inbox.since(Instant.EPOCH))
                    .extracting(Channel.Told::eventId)
                    .containsExactly("a", "b", "c");
            assertThat(reach.inbox("another").since(Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    void addressesOfPeopleStayNoLongerThanADispatchLooksForThem() {
        try (H2Reach reach = new H2Reach(folder)) {
            Inbox inbox = reach.inbox("centre");
            inbox.keep(List.of(told("old", NOW.minus(Duration.ofDays(4)))));
            inbox.keep(List.of(told("new", NOW)));
            assertThat(inbox.since(Instant.EPOCH))
                    .extracting(Channel.Told::eventId)
                    .containsExactly("new");
        }
    }
}
