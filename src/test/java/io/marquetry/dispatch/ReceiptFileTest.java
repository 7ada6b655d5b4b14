package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What providers write down is taken however they write it, once, and a stop holds at once. */
class ReceiptFileTest {

    @TempDir private Path folder;
    private Instant now = ReadyToSend.NOW;

    @BeforeEach
    void send() {
        ReadyToSend.fill(folder, 60, SourceEngine.H2);
        plan();
        run("chen", "dispatch", "approve", "1");
    }

    private void plan() {
        CliRun planned =
                run(
                        "li",
                        ReadyToSend.plan(
                                "--quiet",
                                "none",
                                "--zone",
                                "UTC",
                                "--address",
                                "phone",
                                "--pause-after",
                                "30"));
        assertThat(planned.code()).as(planned.err()).isZero();
    }

    private CliRun run(String who, String... arguments) {
        now = now.plusSeconds(60);
        return ReadyToSend.run(folder, "workspace", who, now, arguments);
    }

    private Status status(int id) {
        try (Workspace workspace = ReadyToSend.open(folder, "li", now)) {
            return workspace.dispatches().status(new DispatchId(id));
        }
    }

    private CliRun bring(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return run("li", "dispatch", "receipts", "1", "--import", file.toString(), "--json");
    }

    private String key(int ordinal) {
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(1))) {
            Dispatch dispatch = file.dispatch();
            return new MessageKey(dispatch.salt(), dispatch.id(), dispatch.channel()).of(ordinal);
        }
    }

    @Test
    void whoSaysStopWhileADispatchWaitsIsSentNothingMore() throws IOException {
        run("chen", "dispatch", "run", "1");
        Status before = status(1);
        assertThat(before.state()).isEqualTo(DispatchState.PAUSED);
        // The last of all was not sent to yet; they answered an earlier message.
        CliRun told =
                bring("replies.csv", "手机号,状态,时间,回复\n+8613800000059,上行,2026/11/23 12:00:00,TD\n");
        assertThat(told.json().get("newReceipts").asInt()).isOne();
        assertThat(run("li", "suppress", "list", "--json").json()).hasSize(1);
        run("chen", "dispatch", "resume", "1");
        assertThat(status(1).in(RecipientState.LATE_EXCLUDED)).isOne();
        assertThat(status(1).receipts()).containsEntry(Receipt.Kind.UNSUBSCRIBED, 1L);
    }

    @Test
    void eachEventOnceByKeyByNumberOfTheProviderOrByAddress() throws IOException {
        run("chen", "dispatch", "run", "1");
        String lines =
                """
                {"key": "%s", "status": "clicked", "time": "2026-11-23T12:00:00Z"}
                {"key": "demo-%s", "status": "spam", "time": 1795435200}
                {"key": "+8613800000003", "status": "hard_bounce", "code": "5.1.1 no such user"}
                {"key": "+8613800000004", "status": "bounce", "code": "5.7.1 policy"}
                {"key": "+8613899999999", "status": "clicked"}
                {"key": "+8613800000005", "status": "what is this"}
                """
                        .formatted(key(1), key(2).substring(0, 12));
        Map<Receipt.Kind, Long> before = status(1).receipts();
        CliRun told = bring("events.jsonl", lines);
        assertThat(told.err()).contains("One row").contains("line 6");
        assertThat(told.json().get("newReceipts").asInt()).isEqualTo(4);
        assertThat(bring("again.jsonl", lines).json().get("newReceipts").asInt()).isZero();
        assertThat(status(1).receipts().get(Receipt.Kind.COMPLAINED)).isOne();
        assertThat(status(1).receipts().get(Receipt.Kind.BOUNCED)).isEqualTo(2);
        assertThat(before).doesNotContainKey(Receipt.Kind.COMPLAINED);
        // A complaint and an address that is not there; a policy is another thing tomorrow.
        assertThat(run("li", "suppress", "list", "--json").json()).hasSize(2);
    }

    /** A dispatch is over, and people go on reading what they got. */
    @Test
    void whatComesWhenAllIsSentIsTakenAndHoldsForTheNext() throws IOException {
        run("chen", "dispatch", "run", "1");
        run("chen", "dispatch", "resume", "1");
        Status done = status(1);
        assertThat(done.state()).isEqualTo(DispatchState.DONE);
        now = now.plus(Duration.ofDays(2));
        CliRun told =
                bring(
                        "late.csv",
                        "phone,status,text\n+8613800000041,MO,退订\n+8613800000041,clicked,\n");
        assertThat(told.json().get("newReceipts").asInt()).isEqualTo(2);
        assertThat(status(1).state()).isEqualTo(DispatchState.DONE);
        assertThat(status(1).people()).isEqualTo(done.people());
        assertThat(status(1).receipts()).containsEntry(Receipt.Kind.UNSUBSCRIBED, 1L);
        plan();
        assertThat(status(2).dispatch().counts().reasons()).containsEntry(Reason.SUPPRESSED, 1L);
    }

    @Test
    void aFileThatTellsOfNobodyIsRefused() throws IOException {
        assertThat(bring("other.csv", "colour,size\nred,4\n").err()).contains("colour, size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "t", " TD ", "退订", "回T退订", "Ｔ", "R", "Stop.", "unsubscribe"})
    void usualWordsSayStop(String reply) {
        assertThat(StopWords.isStop(reply)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks", "T shirt?", "怎么退订", "stop by tomorrow", "", "ok"})
    void otherWordsDoNot(String reply) {
        assertThat(StopWords.isStop(reply)).isFalse();
    }

    @Test
    void namedPeopleTryItBeforeAnybodyAgreesAndNothingOfItCounts() {
        plan();
        CliRun tried =
                run(
                        "li",
                        "dispatch",
                        "test",
                        "2",
                        "--to",
                        "+8613911112222",
                        "--person",
                        "p7",
                        "--json");
        assertThat(tried.err()).isEmpty();
        assertThat(tried.json().get("of").asInt()).isOne();
        assertThat(status(2).state()).isEqualTo(DispatchState.PLANNED);
        assertThat(status(2).in(RecipientState.WAITING))
                .isEqualTo(status(2).dispatch().counts().net());
        run("li", "suppress", "add", "tester", "--channel", "PUSH", "--because", "asked");
        assertThat(run("li", "dispatch", "test", "2", "--to", "tester").err())
                .contains("suppression list")
                .doesNotContain("tester");
    }
}
