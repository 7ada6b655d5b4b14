package io.marquetry.launch;

import io.marquetry.base.ProblemException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the window of a workspace hears of later starts. It is a socket of this machine in a folder
 * of its user; whoever knocks has to know a word that lies beside it. Visits that come before the
 * window can take them are kept.
 */
final class Door implements AutoCloseable {

    /** What a visitor hears when the window took the visit. */
    static final String TAKEN = "taken";

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Duration MAX_TIME = Duration.ofSeconds(2);
    private static final int MAX_KEPT = 16;

    private final Path socket;
    private final Optional<ServerSocketChannel> server;
    private final String word;
    private final List<Visit> early = new ArrayList<>();
    private final List<SocketChannel> turnedAway = new ArrayList<>();
    private Optional<Predicate<Visit>> host = Optional.empty();
    private boolean closed;

    private Door(Path socket, Optional<ServerSocketChannel> server, String word) {
        this.socket = socket;
        this.server = server;
        this.word = word;
    }

    /** Opens a door at a place where there is none. */
    static Door at(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            Door door = new Door(socket, Optional.of(server), Word.write(word(socket)));
            Thread.ofPlatform().daemon().name("marquetry-door").start(() -> door.listen(server));
            return door;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Makes a door at which nobody can knock, where this machine has no such sockets. */
    static Door walled() {
        return new Door(Path.of(""), Optional.empty(), "");
    }

    /** Returns where the word of a door lies. */
    static Path word(Path socket) {
        return socket.resolveSibling(socket.getFileName() + ".word");
    }

    /**
     * Lets the window take visits, those that came before at once.
     *
     * @param taker returns whether it took the visit, not on the FX thread; one that it did not
     *     take waits until the door is closed
     */
    synchronized void host(Predicate<Visit> taker) {
        host = Optional.of(taker);
        early.removeIf(taker);
    }

    private synchronized boolean take(Visit visit) {
        if (host.isPresent()) {
            return host.get().test(visit);
        }
        return early.size() < MAX_KEPT && early.add(visit);
    }

    private void listen(ServerSocketChannel open) {
        try {
            while (true) {
                receive(open.accept());
            }
        } catch (ClosedChannelException e) {
            // The window is gone.
        } catch (IOException e) {
            LOG.warn("later starts are not heard any more", e);
        }
    }

    private void receive(SocketChannel visitor) throws IOException {
        boolean waits = false;
        try {
            Optional<Visit> visit =
                    Line.read(visitor, Visit.MAX_BYTES, MAX_TIME)
                            .flatMap(message -> Visit.read(message, word));
            if (visit.isEmpty()) {
                return;
            }
            if (take(visit.get())) {
                visitor.write(ByteBuffer.wrap((TAKEN + '\n').getBytes(StandardCharsets.US_ASCII)));
            } else {
                waits = keep(visitor);
            }
        } catch (ProblemException | IOException e) {
            // No message of ours, or its sender went: nobody waits for an answer.
        } finally {
            if (!waits) {
                visitor.close();
            }
        }
    }

    /** A door that was closed while the window refused the visit keeps nobody waiting. */
    private synchronized boolean keep(SocketChannel visitor) {
        return !closed && turnedAway.size() < MAX_KEPT && turnedAway.add(visitor);
    }

    /** Closes the door; those who were not let in hear the end and go on by themselves. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (server.isPresent()) {
                // First, so that nobody finds a door behind which nobody is.
                Files.deleteIfExists(socket);
                Files.deleteIfExists(word(socket));
                server.get().close();
            }
            for (SocketChannel visitor : turnedAway) {
                visitor.close();
            }
            turnedAway.clear();
        } catch (IOException e) {
            LOG.warn("the door does not close", e);
        }
    }
}
