package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Explained;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People whom one account cannot or must not reach go to the next one. */
class SeveralAccountsTest {

    private static final int PEOPLE = 600;
    private static final DispatchId ONE = new DispatchId(1);

    @TempDir private Path folder;

    private Path drop;

    @BeforeEach
    void fill() throws IOException {
        ReadyToSend.fill(folder, PEOPLE, SourceEngine.H2);
        drop = Files.createDirectories(folder.resolve("drop"));
        add("sms", "SMS", "0.05");
        add("post", "MAIL", "0.01");
    }

    private void add(String name, String channel, String price) {
        CliRun added =
                run(
                        "li",
                        "account",
                        "add",
                        name,
                        "--channel",
                        channel,
                        "--folder",
                        drop.toString(),
                        "--price",
                        price);
        assertThat(added.code()).as(added.err()).isZero();
    }

    private CliRun run(String who, String... arguments) {
        return ReadyToSend.run(folder, "workspace", who, ReadyToSend.NOW, arguments);
    }

    private CliRun plan(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--account",
                                "sms",
                                "--address",
                                "phone",
                                "--consent",
                                "agrees",
                                "--text",
                                "hello",
                                "--quiet",
                                "none",
                                "--zone",
                                "UTC"));
        all.addAll(List.of(more));
        return run("li", ReadyToSend.plan(all.toArray(String[]::new)));
    }

    private Status status(DispatchId id) {
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            return workspace.dispatches().status(id);
        }
    }

    private Explained explain(int person) {
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            return explain(workspace, person);
        }
    }

    private static Explained explain(Workspace workspace, int person) {
        return workspace.dispatches().people().explain(ONE, "p" + person);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(drop.resolve(file)).stream().skip(1).toList();
    }

    /** Returns whether the first account may write to a person of the file that was imported. */
    private static boolean bySms(int person) {
        return person % 50 != 0 && person % 12 != 0;
    }

    @Test
    void eachPersonTakesTheFirstAccountAndTheSumsAreThoseOfTheAccounts() throws IOException {
        String listed = "m138%06d@example.com".formatted(12);
        run("li", "suppress", "add", listed, "--channel", "MAIL", "--because", "asked");
        CliRun planned = plan("--else", "post:mail::hello", "--holdout", "20%", "--json");
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(planned.json().get("reasons").get("NO_CONSENT").asInt()).isOne();
        assertThat(planned.json().get("lifted").get("NO_CONSENT").asInt()).isOne();
        assertThat(planned.json().get("accounts").get(1).get("channel").asString())
                .isEqualTo("MAIL");

        Set<Integer> sms = new HashSet<>();
        Set<Integer> mail = new HashSet<>();
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            for (int i = 0; i < PEOPLE; i++) {
                Explained one = explain(workspace, i);
                if (i == 12) {
                    assertThat(one.person().arm()).isEqualTo(Arm.EXCLUDED);
                    assertThat(one.reasons()).containsExactly(Reason.NO_CONSENT);
                } else {
                    assertThat(one.route().map(Route::account)).contains(bySms(i) ? "sms" : "post");
                    if (one.person().arm() == Arm.SEND) {
                        (bySms(i) ? sms : mail).add(i);
                    }
                }
            }
        }
        assertThat(planned.json().get("accounts").get(0).get("net").asInt()).isEqualTo(sms.size());
        assertThat(planned.json().get("accounts").get(1).get("net").asInt()).isEqualTo(mail.size());

        run("chen", "dispatch", "approve", "1");
        CliRun sent = run("chen", "dispatch", "run", "1");
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(lines("dispatch-1-1.csv"))
                .hasSize(sms.size())
                .allMatch(line -> line.contains(",\"+86138"));
        assertThat(lines("dispatch-1-post-1.csv"))
                .hasSize(mail.size())
                .allMatch(line -> line.contains("@example.com\""));
        Status done = status(ONE);
        assertThat(done.state()).isEqualTo(DispatchState.DONE);
        assertThat(done.byRoute().get(0)).containsEntry(RecipientState.SENT, (long) sms.size());
        assertThat(done.byRoute().get(1)).containsEntry(RecipientState.SENT, (long) mail.size());
        assertThat(run("li", "dispatch", "status", "1", "--reasons").out())
                .contains("over sms (SMS)")
                .contains("over post (mail)");
        assertThat(
                        run("li", "dispatch", "status", "1", "--json")
                                .json()
                                .get("accounts")
                                .get(1)
                                .get("people")
                                .get("SENT")
                                .asInt())
                .isEqualTo(mail.size());
        assertThat(done.dispatch().cost().orElseThrow())
                .isEqualByComparingTo(
                        "%d.%02d"
                                .formatted(
                                        (5 * sms.size() + mail.size()) / 100,
                                        (5 * sms.size() + mail.size()) % 100));
    }

    @Test
    void itIsSaidWhichAccountSomebodyTakesAndWhyNoneBeforeIt() {
        String listed = "m138%06d@example.com".formatted(50);
        run("li", "suppress", "add", listed, "--channel", "MAIL", "--because", "asked");
        plan("--else", "post:mail::hello");
        assertThat(run("li", "dispatch", "explain", "1", "p12").out())
                .contains("not over sms (SMS): no consent")
                .contains("Account: post (mail)");
        assertThat(run("li", "dispatch", "explain", "1", "p7").out())
                .contains("Account: sms (SMS)")
                .doesNotContain("not over");
        CliRun none = run("li", "dispatch", "explain", "1", "p50");
        assertThat(none.out())
                .contains("gets nothing")
                .contains("not over sms (SMS): no address")
                .contains("not over post (mail)")
                .doesNotContain("Account:");
        CliRun json = run("li", "dispatch", "explain", "1", "p50", "--json");
        assertThat(json.json().get("passed")).hasSize(2);
        assertThat(json.json().get("reasons").get(0).asString()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void whoSaysStopIsOnTheListOfTheChannelThatReachedThem() throws IOException {
        plan("--else", "post:mail::hello");
        run("chen", "dispatch", "approve", "1");
        run("chen", "dispatch", "run", "1");
        Path told =
                Files.writeString(
                        folder.resolve("told.csv"),
                        """
                        to,status,text
                        m138000012@example.com,replied,stop
                        +8613800000007,MO,TD
                        +8613800000012,MO,TD
                        """);
        CliRun taken =
                run("li", "dispatch", "receipts", "1", "--import", told.toString(), "--json");
        // Person 12 had a mail: a short message of theirs is about no message of this dispatch.
        assertThat(taken.json().get("newReceipts").asInt()).isEqualTo(2);
        CliRun next = plan("--else", "post:mail::hello", "--json");
        assertThat(next.json().get("reasons").get("SUPPRESSED").asInt()).isZero();
        assertThat(next.json().get("reasons").get("NO_CONSENT").asInt()).isOne();
        long mails = next.json().get("accounts").get(1).get("net").asLong();
        // Person 7 goes over mail now, and person 12 over nothing.
        assertThat(mails).isEqualTo(status(ONE).dispatch().netByRoute().get(1));
    }

    @Test
    void theNetIsPaidForByWhatEachAccountCosts() {
        CliRun planned = plan("--else", "post:mail::hello", "--budget", "10", "--json");
        long sms = planned.json().get("accounts").get(0).get("net").asLong();
        long mail = planned.json().get("accounts").get(1).get("net").asLong();
        assertThat(5 * sms + mail).isLessThanOrEqualTo(1_000).isGreaterThan(994);
        assertThat(planned.json().get("reasons").get("OVER_BUDGET").asLong())
                .isEqualTo(PEOPLE - sms - mail);
    }

    @Test
    void whatIsWrongWithAFurtherAccountIsSaid() {
        assertThat(plan("--else", "sms:mail").err()).contains("Account sms stands there twice");
        assertThat(plan("--else", "nobody:mail").err()).contains("no account “nobody”");
        assertThat(plan("--else", ":mail").err()).contains("names no further account");
        assertThat(plan("--else", "post:mail").err())
                .contains("no text for the channel of account post");
        assertThat(plan("--else", "post:nothing::hello").code()).isEqualTo(1);
    }

    @Test
    void oneAccountLeavesAFileThatOlderProgramsOpen() throws IOException {
        plan("--holdout", "10%");
        String content =
                Files.readString(
                        drop.resolveSibling("workspace/dispatches/1.mv.db"),
                        StandardCharsets.ISO_8859_1);
        assertThat(content).contains("marquetry/dispatch-1").doesNotContain("PASSED");
        plan("--else", "post:mail::hello");
        String several =
                Files.readString(
                        drop.resolveSibling("workspace/dispatches/2.mv.db"),
                        StandardCharsets.ISO_8859_1);
        assertThat(several).contains("marquetry/dispatch-2").contains("PASSED");
        assertThat(status(ONE).dispatch().others()).isEmpty();
        assertThat(status(new DispatchId(2)).dispatch().others()).hasSize(1);
        assertThat(Optional.of(explain(7)).flatMap(Explained::route)).isEmpty();
    }

    /** Killed dispatches of older programs go on with the keys under which they began. */
    @Test
    void theKeysOfMessagesStayWhatTheyAreForEver() {
        MessageKey keys = new MessageKey("salt", ONE, ChannelKind.PUSH);
        assertThat(keys.of(7)).isEqualTo("4711d1dc5ab18931dad6d6407a281bd0");
        plan();
        Dispatch dispatch = status(ONE).dispatch();
        assertThat(new MessageKey(dispatch, 0).of(7))
                .isEqualTo(new MessageKey(dispatch.salt(), ONE, ChannelKind.SMS).of(7));
    }
}
