package io.marquetry.dispatch.channel.smpp;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A line to a message centre over which many questions may be open at once. For many threads. */
final class SmppLine implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int VERSION = 0x34;

    /** Of SMPP: it did not arrive, and may be brought again. */
    private static final int NOT_NOW = 0x64;

    private static final Logger LOG = LoggerFactory.getLogger(SmppLine.class);

    private final Socket socket;
    private final DataOutputStream out;
    private final Map<Integer, CompletableFuture<Pdu>> open = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private final Consumer<List<Pdu>> incoming;
    private final Queue<Pdu> delivered = new ConcurrentLinkedQueue<>();
    private final Lock keeping = new ReentrantLock();
    private boolean closed;
    private volatile boolean lost;

    /** The centre refused to be spoken to. */
    static final class Unbound extends IOException {
        private static final long serialVersionUID = 1;

        Unbound(int status) {
            super("smpp-bind-%x".formatted(status));
        }
    }

    private SmppLine(Socket socket, Consumer<List<Pdu>> incoming) throws IOException {
        this.socket = socket;
        this.out = new DataOutputStream(socket.getOutputStream());
        this.incoming = incoming;
    }

    /**
     * Opens a line and signs in.
     *
     * @param incoming takes what the centre delivers, on threads of the line, one at a time; the
     *     centre is told that it arrived when it returns
     * @throws IOException if nobody answers, or nobody is let in
     */
    static SmppLine open(
            SmppServer server, String password, int patienceMillis, Consumer<List<Pdu>> incoming)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            SmppLine line = new SmppLine(encrypted(server, socket), incoming);
            Thread.ofVirtual().start(line::read);
            Pdu bound =
                    line.ask(
                            Pdu.BIND_TRANSCEIVER,
                            new Pdu.Writer()
                                    .text(server.user())
                                    .text(password)
                                    .text(server.systemType())
                                    .bytes(VERSION, 0, 0)
                                    .text("")
                                    .done(),
                            patienceMillis);
            if (bound.status() != 0) {
                throw new Unbound(bound.status());
            }
            return line;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypted(SmppServer server, Socket socket) throws IOException {
        if (!server.isEncrypted()) {
            return socket;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket over =
                (SSLSocket) factory.createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = over.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        over.setSSLParameters(parameters);
        over.startHandshake();
        return over;
    }

    private void read() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            while (!lost) {
                take(Pdu.read(in));
            }
        } catch (IOException e) {
            lose();
        }
    }

    private void take(Pdu unit) throws IOException {
        if (unit.isAnswer()) {
            @Nullable CompletableFuture<Pdu> asked = open.remove(unit.sequence());
            if (asked != null) {
                asked.complete(unit);
            }
            return;
        }
        switch (unit.command()) {
            case Pdu.DELIVER -> {
                // On another thread: answers to messages do not wait for the disk.
                delivered.add(unit);
                Thread.ofVirtual().start(this::keep);
            }
            case Pdu.UNBIND -> {
                write(unit.answer(new byte[0]));
                throw new IOException("the centre hung up");
            }
            default -> write(unit.answer(new byte[0]));
        }
    }

    /** Hands on what was delivered, as much as there is at once, and tells the centre so. */
    void keep() {
        keeping.lock();
        try {
            List<Pdu> some = new ArrayList<>();
            for (Pdu unit = delivered.poll(); unit != null; unit = delivered.poll()) {
                some.add(unit);
            }
            if (!some.isEmpty() && !closed) {
                int status = isKept(some) ? 0 : NOT_NOW;
                for (Pdu unit : some) {
                    write(unit.answer(status, new byte[1]));
                }
            }
        } catch (IOException e) {
            // The line is lost: the centre brings again what it was not told of.
            LOG.debug("a line to a message centre is lost", e);
        } finally {
            keeping.unlock();
        }
    }

    private boolean isKept(List<Pdu> some) {
        try {
            incoming.accept(some);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("what a message centre brought could not be kept; it will bring it again", e);
            return false;
        }
    }

    /** Whoever waits for an answer gets none any more, and is told at once. */
    private void lose() {
        lost = true;
        IOException gone = new IOException("smpp-lost");
        open.values().forEach(asked -> asked.completeExceptionally(gone));
        open.clear();
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
            lost = true;
        }
    }

    boolean isLost() {
        return lost;
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws IOException if none came; whether the question arrived is not known
     */
    Pdu ask(int command, byte[] body, int patienceMillis) throws IOException {
        int number = sequence.updateAndGet(n -> n == Integer.MAX_VALUE ? 1 : n + 1);
        CompletableFuture<Pdu> asked = new CompletableFuture<>();
        open.put(number, asked);
        try {
            write(new Pdu(command, 0, number, body));
            if (lost) {
                throw new IOException("smpp-lost");
            }
            return answer(asked, patienceMillis);
        } finally {
            open.remove(number);
        }
    }

    private static Pdu answer(CompletableFuture<Pdu> asked, int patienceMillis) throws IOException {
        try {
            // Not get(): that ends with an interrupt, and nobody interrupts here.
            return asked.orTimeout(patienceMillis, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            boolean late = e.getCause() instanceof TimeoutException;
            throw new IOException(late ? "smpp-timeout" : "smpp-lost", e);
        }
    }

    private synchronized void write(Pdu unit) throws IOException {
        try {
            unit.write(out);
        } catch (IOException e) {
            lose();
            throw e;
        }
    }

    @Override
    public void close() {
        if (!lost) {
            try {
                ask(Pdu.UNBIND, new byte[0], 1_000);
            } catch (IOException e) {
                // The centre hung up first.
                lost = true;
            }
        }
        lose();
        keep();
        keeping.lock();
        try {
            closed = true;
        } finally {
            keeping.unlock();
        }
    }
}
