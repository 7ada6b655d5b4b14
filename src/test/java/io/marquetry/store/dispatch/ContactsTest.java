package io.marquetry.store.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.store.file.SideFile;
import io.marquetry.store.file.SideSchema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who was sent to counts for the caps of other dispatches. */
class ContactsTest {

    private static final DispatchId ONE = new DispatchId(1);
    private static final DispatchId TWO = new DispatchId(2);
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir private Path folder;

    private static Recipient person(int ordinal) {
        return new Recipient(
                ordinal,
                "key-" + ordinal,
                Optional.of("address-" + ordinal),
                Arm.SEND,
                0,
                NOW,
                ZoneOffset.UTC,
                new TreeMap<>());
    }

    private static void contact(Reach reach, DispatchId id, long claim, Instant at, int... whom) {
        reach.contacted(
                id,
                ChannelKind.SMS,
                new Claim(claim, 1, whom, at),
                Arrays.stream(whom).mapToObj(ContactsTest::person).toList());
    }

    @Test
    void eachDispatchCountsOnceHoweverOftenItTriedAndOnlyOnItsChannel() {
        try (H2Reach reach = new H2Reach(folder)) {
            contact(reach, ONE, 1, NOW.minusSeconds(100), 0, 1);
            contact(reach, ONE, 2, NOW, 1, 2);
            contact(reach, TWO, 1, NOW, 2);
            assertThat(reach.contacts(ChannelKind.SMS, NOW.minusSeconds(200)))
                    .isEqualTo(Map.of("key-0", 1, "key-1", 1, "key-2", 2));
            assertThat(reach.contacts(ChannelKind.SMS, NOW))
                    .isEqualTo(Map.of("key-1", 1, "key-2", 2));
            assertThat(reach.contacts(ChannelKind.PUSH, Instant.EPOCH)).isEmpty();
            reach.belongs(TWO, "weekly");
            assertThat(reach.reached("weekly")).containsExactly("key-2");
        }
    }

    @Test
    void whoSurelyGotNothingOrWasErasedIsForgotten() throws Exception {
        try (H2Reach reach = new H2Reach(folder)) {
            contact(reach, ONE, 1, NOW, 0, 1);
            contact(reach, TWO, 1, NOW, 1, 2);
            reach.spared(ONE, List.of(0));
            assertThat(reach.contacts(ChannelKind.SMS, NOW))
                    .isEqualTo(Map.of("key-1", 2, "key-2", 1));
            reach.erase("key-1", List.of());
            assertThat(reach.contacts(ChannelKind.SMS, NOW)).isEqualTo(Map.of("key-2", 1));
        }
        assertThat(Files.readString(folder.resolve("reach.mv.db"), StandardCharsets.ISO_8859_1))
                .contains("key-2")
                .doesNotContain("key-1");
    }

    @Test
    void whatAnOlderProgramWroteStillCounts() {
        SideFile.create(
                folder.resolve("reach.mv.db"),
                new SideSchema("older-reach", H2Reach.FIRST, List.of()),
                connection -> {
                    try (Statement sql = connection.createStatement()) {
                        long at = NOW.toEpochMilli();
                        sql.execute(
                                "insert into contact values (1, 7, 'key-7', 'SMS', " + at + ")");
                        sql.execute(
                                "insert into contact values (1, 8, 'key-8', 'SMS', " + at + ")");
                    }
                });
        for (int times = 0; times < 2; times++) {
            try (H2Reach reach = new H2Reach(folder)) {
                assertThat(reach.contacts(ChannelKind.SMS, NOW))
                        .isEqualTo(Map.of("key-7", 1, "key-8", 1));
            }
        }
    }
}
