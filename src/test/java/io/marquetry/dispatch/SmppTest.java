package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.ChildJvm;
import io.marquetry.asset.TextLength;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.channel.smpp.SmppChannel;
import io.marquetry.dispatch.channel.smpp.SmppServer;
import io.marquetry.store.dispatch.H2Reach;

import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** What the channel says, a message centre that shares no code with it understands. */
class SmppTest {

    private static final String CHINESE = "【马赛克】张三您好，".repeat(9) + "😀".repeat(30);

    @TempDir private Path folder;

    private SmppChannel channel(int port, String more) throws IOException {
        return channel(port, "right", more);
    }

    private SmppChannel channel(int port, String password, String more) throws IOException {
        return new SmppChannel(
                SmppServer.read(document(port, more)),
                password + "\n",
                InstantSource.system(),
                new MemoryInbox());
    }

    private static String document(int port, String more) {
        return """
        {"format": "marquetry/smpp-1",
         "server": {"host": "127.0.0.1", "port": %d, "security": "NONE", "user": "shop"},
         "sender": "10690"%s}
        """
                .formatted(port, more);
    }

    private static Message message(String address, String text) {
        return new Message("0123456789abcdef0123456789abcdef", address, text);
    }

    /** Joins what a telephone would join. */
    private static String joined(List<SubmitSm> parts, Charset charset) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            byte[] part = parts.get(i).getShortMessage();
            assertThat(part.length).isLessThanOrEqualTo(parts.size() > 1 ? 159 : 160);
            if (parts.size() > 1) {
                assertThat(parts.get(i).getEsmClass() & 0x40).isNotZero();
                assertThat(part).startsWith(5, 0, 3);
                assertThat(part[4]).isEqualTo((byte) parts.size());
                assertThat(part[5]).isEqualTo((byte) (i + 1));
                part = Arrays.copyOfRange(part, 6, part.length);
            }
            String text = new String(part, charset);
            assertThat(Character.isLowSurrogate(text.charAt(0))).isFalse();
            all.append(text);
        }
        return all.toString();
    }

    @Test
    void textsArriveWholeInAsManyPartsAsWereCounted() throws IOException {
        List<SubmitSm> seen = new CopyOnWriteArrayList<>();
        try (MessageCentre centre = new MessageCentre((message, id, session) -> seen.add(message));
                SmppChannel channel = channel(centre.port(), "")) {
            for (String text : List.of("Hello", "a".repeat(152) + "€".repeat(9), CHINESE, "ç")) {
                seen.clear();
                assertThat(channel.send(message("+8613800000001", text)))
                        .isInstanceOf(Answer.Taken.class);
                TextLength length = TextLength.sms(text);
                assertThat(seen).hasSize(length.parts());
                assertThat(seen).allMatch(part -> part.getDestAddress().equals("8613800000001"));
                boolean wide = length.alphabet() == TextLength.Alphabet.UCS2;
                assertThat(seen).allMatch(part -> part.getDataCoding() == (wide ? 8 : 0));
                if (wide) {
                    assertThat(joined(seen, StandardCharsets.UTF_16BE)).isEqualTo(text);
                } else {
                    assertThat(joined(seen, StandardCharsets.ISO_8859_1))
                            .isEqualTo(text.replace("€", "\u001Be"));
                }
                List<Integer> asked =
                        seen.stream().map(part -> (int) part.getRegisteredDelivery()).toList();
                assertThat(asked.getLast()).isOne();
                assertThat(asked.subList(0, asked.size() - 1)).allMatch(one -> one == 0);
            }
        }
    }

    @Test
    void theSignatureStandsFirstAndTheWayOutLastEachOnce() throws IOException {
        List<SubmitSm> seen = new CopyOnWriteArrayList<>();
        try (MessageCentre centre = new MessageCentre((message, id, session) -> seen.add(message));
                SmppChannel channel =
                        channel(
                                centre.port(),
                                ", \"signature\": \"【马赛克】\", \"optOut\": \"拒收请回复R\"")) {
            channel.send(message("+8613800000001", "您好"));
            channel.send(message("+8613800000001", "【马赛克】您好拒收请回复R"));
            assertThat(seen)
                    .allMatch(
                            one ->
                                    new String(one.getShortMessage(), StandardCharsets.UTF_16BE)
                                            .equals("【马赛克】您好拒收请回复R"));
        }
    }

    @Test
    void whatTheCentreSaysIsUnderstood() throws IOException {
        try (MessageCentre centre =
                        new MessageCentre(
                                (message, id, session) -> {
                                    switch (message.getDestAddress()) {
                                        case "8613800000058" ->
                                                throw new ProcessRequestException("", 0x58);
                                        case "8613800000014" ->
                                                throw new ProcessRequestException("", 0x14);
                                        case "8613800000011" ->
                                                throw new ProcessRequestException("", 0x0B);
                                        case "8613800000008" ->
                                                throw new ProcessRequestException("", 0x08);
                                        case "8613800000000" -> throw new IOException("cut");
                                        default -> {}
                                    }
                                });
                SmppChannel channel = channel(centre.port(), "")) {
            assertThat(channel.send(message("+8613800000058", "a")))
                    .isEqualTo(new Answer.NotTaken(Optional.of(Duration.ofSeconds(1)), "smpp-58"));
            assertThat(channel.send(message("+8613800000014", "a")))
                    .isInstanceOf(Answer.NotTaken.class);
            assertThat(channel.send(message("+8613800000011", "a")))
                    .isEqualTo(new Answer.Refused("smpp-b"));
            assertThat(channel.send(message("+8613800000008", "a")))
                    .isInstanceOf(Answer.Perhaps.class);
            Instant begin = Instant.now();
            assertThat(channel.send(message("+8613800000000", "a")))
                    .isInstanceOf(Answer.Perhaps.class);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(channel.send(message("+8613800000001", "a")))
                    .as("a new line is opened")
                    .isInstanceOf(Answer.Taken.class);
        }
    }

    @Test
    void nobodyThereOrTheWrongPasswordTakesNothing() throws IOException {
        try (MessageCentre centre = new MessageCentre((message, id, session) -> {});
                SmppChannel channel = channel(centre.port(), "wrong", "")) {
            assertThat(channel.send(message("+8613800000001", "a")))
                    .isEqualTo(new Answer.NotTaken(Optional.empty(), "smpp-bind-e"));
            assertThatThrownBy(channel::greet).isInstanceOf(ProblemException.class);
        }
        try (NobodyThere nobody = new NobodyThere();
                SmppChannel channel = channel(nobody.port(), "")) {
            assertThat(channel.send(message("+8613800000001", "a")))
                    .isEqualTo(new Answer.NotTaken(Optional.empty(), "smpp-connect"));
        }
    }

    @Test
    void receiptsThatComeBeforeTheAnswerAreKeptAndNumbersAreReadAsTheyAreWritten()
            throws IOException {
        List<Channel.Told> told = new ArrayList<>();
        String id;
        try (MessageCentre centre =
                        new MessageCentre(
                                (message, answered, session) -> {
                                    String text =
                                            "id:%d sub:001 dlvrd:001 submit date:2601021200 done date:2601021200 stat:%s err:000 text:x"
                                                    .formatted(
                                                            Long.parseLong(answered, 16),
                                                            "DELIVRD");
                                    MessageCentre.deliver(
                                            session,
                                            "8613800000001",
                                            true,
                                            0,
                                            text.getBytes(StandardCharsets.ISO_8859_1));
                                    MessageCentre.deliver(
                                            session,
                                            "8613800000001",
                                            true,
                                            0,
                                            "id:77 stat:STRANGE"
                                                    .getBytes(StandardCharsets.ISO_8859_1));
                                    MessageCentre.deliver(
                                            session,
                                            "8613800000001",
                                            false,
                                            8,
                                            "退订".getBytes(StandardCharsets.UTF_16BE));
                                });
                SmppChannel channel = channel(centre.port(), ", \"receiptIds\": \"DECIMAL\"")) {
            Answer answer = channel.send(message("+8613800000001", "a"));
            id = ((Answer.Taken) answer).providerId();
            told.addAll(channel.receipts());
            assertThat(channel.receipts()).as("kept for whoever asks later").isEqualTo(told);
        }
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().about()).isEqualTo(id).isEqualTo("43969");
        assertThat(told.getFirst().kind()).isEqualTo(Receipt.Kind.DELIVERED);
        assertThat(told.getLast().kind()).isEqualTo(Receipt.Kind.REPLIED);
        assertThat(told.getLast().about()).isEqualTo("+8613800000001");
        assertThat(StopWords.isStop(told.getLast().detail())).isTrue();
    }

    @Test
    void whatTheCentreWasToldThatItArrivedIsThereAfterAKill() throws Exception {
        killWhileReceiptsCome(1);
    }

    @Test
    @Tag("reliability")
    void whatTheCentreWasToldThatItArrivedIsThereAfterEachOfManyKills() throws Exception {
        killWhileReceiptsCome(Integer.getInteger("marquetry.kills", 1_000));
    }

    private void killWhileReceiptsCome(int times) throws IOException, InterruptedException {
        Random random = new Random();
        Set<String> arrived = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        Semaphore came = new Semaphore(0);
        try (MessageCentre centre =
                new MessageCentre(
                        (message, id, session) -> {
                            session.setTransactionTimer(10_000);
                            for (int i = 0; i < 8; i++) {
                                Thread.ofVirtual().start(() -> tell(session, next, arrived, came));
                            }
                        })) {
            Files.writeString(folder.resolve("secret"), "right\n");
            Files.writeString(folder.resolve("reached.json"), document(centre.port(), ""));
            for (int i = 0; i < times; i++) {
                ChildJvm child = ChildJvm.start(SendingChild.class, "receipts", folder);
                assertThat(child.line()).isEqualTo("done");
                came.acquire(10);
                child.killAfter(random.nextInt(0, 200));
                came.drainPermits();
                Set<String> before = Set.copyOf(arrived);
                try (H2Reach reach = new H2Reach(folder)) {
                    assertThat(reach.inbox("centre").since(Instant.EPOCH))
                            .extracting(Channel.Told::about)
                            .containsAll(before)
                            .doesNotHaveDuplicates();
                }
            }
        }
        System.out.printf("receipts: %d kills, %d arrived, 0 lost%n", times, arrived.size());
    }

    /** Brings receipts until nobody answers any more. */
    private static void tell(
            SMPPServerSession session, AtomicInteger next, Set<String> arrived, Semaphore came) {
        try {
            while (true) {
                String id = "r" + next.incrementAndGet();
                byte[] text = ("id:" + id + " stat:DELIVRD").getBytes(StandardCharsets.US_ASCII);
                MessageCentre.deliver(session, "8613800000000", true, 0, text);
                arrived.add(id);
                came.release();
            }
        } catch (IllegalStateException e) {
            // Killed.
            assertThat(e).hasCauseInstanceOf(Exception.class);
        }
    }
}
