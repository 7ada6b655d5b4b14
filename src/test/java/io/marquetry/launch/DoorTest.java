package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A second start reaches the window that is open, and nobody else does. */
class DoorTest {

    private static final Visit NOTHING = new Visit(Optional.empty());

    @TempDir Path temp;

    private final List<Visit> seen = new CopyOnWriteArrayList<>();

    private Doors doors() {
        return new Doors(temp.resolve("open"));
    }

    private Door open() {
        return doors().open(temp.resolve("ws"), NOTHING).orElseThrow();
    }

    private Path socket() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("open"))) {
            return files.filter(f -> f.toString().endsWith(".word"))
                    .map(f -> Path.of(f.toString().replace(".word", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void nobodyIsThereBeforeTheFirst() {
        assertThat(doors().knock(temp.resolve("ws"), NOTHING)).isFalse();
    }

    @Test
    void theSecondStartIsTakenByTheFirst() {
        try (Door door = open()) {
            door.host(seen::add);
            Visit visit = new Visit(Optional.of(temp.resolve("客户 \"1\".csv")));
            assertThat(doors().knock(temp.resolve("ws"), visit)).isTrue();
            assertThat(doors().open(temp.resolve("ws"), NOTHING)).isEmpty();
            assertThat(seen).containsExactly(visit, NOTHING);
        }
        assertThat(doors().knock(temp.resolve("ws"), NOTHING)).isFalse();
    }

    @Test
    void whatComesBeforeTheWindowIsKept() {
        try (Door door = open()) {
            assertThat(doors().knock(temp.resolve("ws"), NOTHING)).isTrue();
            door.host(seen::add);
            assertThat(seen).containsExactly(NOTHING);
        }
    }

    @Test
    void anotherWorkspaceHasAnotherDoor() {
        try (Door door = open()) {
            door.host(seen::add);
            assertThat(doors().knock(temp.resolve("other"), NOTHING)).isFalse();
        }
    }

    @Test
    void aLinkToTheWorkspaceIsTheWorkspace() throws IOException {
        Files.createDirectory(temp.resolve("ws"));
        Files.createSymbolicLink(temp.resolve("link"), temp.resolve("ws"));
        try (Door door = open()) {
            door.host(seen::add);
            assertThat(doors().knock(temp.resolve("link"), NOTHING)).isTrue();
        }
    }

    @Test
    void aWindowThatClosesLetsTheNextOneGoOnAfterwards() throws Exception {
        CompletableFuture<Boolean> knocked;
        try (Door door = open()) {
            CompletableFuture<Visit> refused = new CompletableFuture<>();
            door.host(visit -> !refused.complete(visit));
            knocked =
                    CompletableFuture.supplyAsync(() -> doors().knock(temp.resolve("ws"), NOTHING));
            refused.get(20, TimeUnit.SECONDS);
            assertThat(knocked).isNotDone();
        }
        assertThat(knocked.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void aWindowThatClosesWhileItRefusesAVisitKeepsNobodyWaiting() throws Exception {
        Door door = open();
        door.host(
                visit -> {
                    door.close();
                    return false;
                });
        CompletableFuture<Boolean> knocked =
                CompletableFuture.supplyAsync(() -> doors().knock(temp.resolve("ws"), NOTHING));
        assertThat(knocked.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void whatAKilledProcessLeftIsNoWindow() throws IOException {
        Files.createDirectories(temp.resolve("open"));
        open().close();
        try (Door _ = open()) {
            Files.move(socket(), temp.resolve("kept"));
            Files.move(Door.word(socket()), temp.resolve("kept.word"));
        }
        Path place = temp.resolve("open").resolve(name());
        Files.move(temp.resolve("kept"), place);
        Files.move(temp.resolve("kept.word"), Door.word(place));
        assertThat(doors().knock(temp.resolve("ws"), NOTHING)).isFalse();
        try (Door door = open()) {
            door.host(seen::add);
            assertThat(doors().knock(temp.resolve("ws"), NOTHING)).isTrue();
        }
    }

    private String name() throws IOException {
        try (Door _ = open()) {
            return socket().getFileName().toString();
        }
    }

    @Test
    void whoDoesNotKnowTheWordIsNotHeard() throws IOException {
        try (Door door = open()) {
            door.host(seen::add);
            assertThat(said("{\"word\":\"" + "0".repeat(64) + "\"}\n")).isEmpty();
            assertThat(said("{}\n")).isEmpty();
            assertThat(said("GET / HTTP/1.1\n")).isEmpty();
            assertThat(said("x".repeat(Visit.MAX_BYTES + 10))).isEmpty();
            String word = Word.read(Door.word(socket()));
            assertThat(said("{\"file\":\"../relative\",\"word\":\"" + word + "\"}\n")).isEmpty();
            assertThat(said("{\"file\":\"/a\\u0000b\",\"word\":\"" + word + "\"}\n")).isEmpty();
            assertThat(said("{\"run\":\"x\",\"word\":\"" + word + "\"}\n")).isEmpty();
            assertThat(seen).isEmpty();
            assertThat(said("{\"word\":\"" + word + "\"}\n")).contains(Door.TAKEN);
        }
    }

    @Test
    void aSenderThatSaysNothingHoldsNobodyUp() throws IOException {
        try (Door door = open();
                SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.host(seen::add);
            silent.connect(UnixDomainSocketAddress.of(socket()));
            assertThat(doors().knock(temp.resolve("ws"), NOTHING)).isTrue();
        }
    }

    @Test
    void onlyTheOwnerReachesIt() throws IOException {
        try (Door _ = open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(Door.word(socket()))))
                    .isEqualTo("rw-------");
        }
    }

    private Path folder() {
        return temp.resolve("open");
    }

    @Test
    void whereNoSocketCanBeTheWindowOpensAllTheSame() {
        Doors far = new Doors(temp.resolve("x".repeat(150)));
        try (Door door = far.open(temp.resolve("ws"), NOTHING).orElseThrow()) {
            door.host(seen::add);
            assertThat(far.knock(temp.resolve("ws"), NOTHING)).isFalse();
        }
    }

    private Optional<String> said(String message) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
            return Line.read(channel, 100, Duration.ofSeconds(20));
        } catch (IOException e) {
            // Closed before all of it was sent.
            return Optional.empty();
        }
    }
}
