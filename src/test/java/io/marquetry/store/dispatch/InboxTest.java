package io.marquetry.store.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Inbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    void numbersOfPeopleStayNoLongerThanADispatchLooksForThem() throws IOException {
        String number = "+8613800004711";
        Channel.Told old =
                new Channel.Told(
                        "old", number, Receipt.Kind.REPLIED, NOW.minus(Duration.ofDays(4)));
        try (H2Reach reach = new H2Reach(folder)) {
            reach.inbox("centre").keep(List.of(old, told("new", NOW)));
        }
        assertThat(content()).contains(number);
        try (H2Reach reach = new H2Reach(folder)) {
            Inbox inbox = reach.inbox("centre");
            reach.inbox("another").forget(NOW);
            assertThat(inbox.since(Instant.EPOCH)).hasSize(2);
            inbox.forget(NOW.minus(Duration.ofDays(3)));
            assertThat(inbox.since(Instant.EPOCH))
                    .extracting(Channel.Told::eventId)
                    .containsExactly("new");
        }
        assertThat(content()).doesNotContain(number).contains("message-1");
    }

    @Test
    void whoIsErasedStandsNowhereInIt() throws IOException {
        String number = "+8613800004711";
        try (H2Reach reach = new H2Reach(folder)) {
            reach.inbox("centre")
                    .keep(List.of(new Channel.Told("a", number, Receipt.Kind.REPLIED, NOW)));
        }
        assertThat(content()).contains(number);
        try (H2Reach reach = new H2Reach(folder)) {
            reach.erase("p7", List.of(number));
            assertThat(reach.inbox("centre").since(Instant.EPOCH)).isEmpty();
        }
        assertThat(content()).doesNotContain(number);
    }

    private String content() throws IOException {
        return Files.readString(folder.resolve("reach.mv.db"), StandardCharsets.ISO_8859_1);
    }
}
