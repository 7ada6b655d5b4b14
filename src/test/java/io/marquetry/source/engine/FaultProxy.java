package io.marquetry.source.engine;

import io.marquetry.source.RemoteServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stands between a client and a server on this machine, and spoils what the server answers. */
public final class FaultProxy implements AutoCloseable {

    /** What happens to an answer. */
    public enum Fault {
        /** The connection is torn. */
        CUT,
        /** The answer ends early, as if it were whole. */
        TRUNCATED,
        /** The answer stands still for a while. */
        DELAYED,
        /** Nothing comes any more, and nobody says so. */
        HALF_OPEN
    }

    private final RemoteServer target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Fault fault;
    private long after;
    private long answered;

    /** Listens on a port of its own. */
    public FaultProxy(RemoteServer target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::listen);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Spoils the answers from the byte on that many further ones lie before. */
    public synchronized void spoil(Fault with, long afterBytes) {
        fault = with;
        after = afterBytes;
    }

    /** Returns how many bytes of answers came so far. */
    public synchronized long answered() {
        return answered;
    }

    /** Lets all pass again; connections that were spoilt stay so. */
    public synchronized void heal() {
        fault = null;
    }

    /** Tells what happens to so many bytes of an answer, or null; the fault comes once. */
    private synchronized Fault next(int bytes) {
        answered += bytes;
        after -= bytes;
        Fault now = after < 0 ? fault : null;
        if (now != null) {
            fault = null;
        }
        return now;
    }

    private void listen() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                Socket server = new Socket(target.host(), target.port());
                open.add(client);
                open.add(server);
                Thread.startVirtualThread(() -> carry(client, server, false));
                Thread.startVirtualThread(() -> carry(server, client, true));
            }
        } catch (IOException e) {
            // Closed: nobody connects any more.
            closeAll();
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] block = new byte[4_096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                Fault now = answers ? next(read) : null;
                if (now == Fault.CUT) {
                    to.setSoLinger(true, 0);
                    return;
                }
                if (now == Fault.TRUNCATED) {
                    out.write(block, 0, read / 2);
                    return;
                }
                if (now == Fault.HALF_OPEN) {
                    // Reads on, so that the server does not notice either.
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
                if (now == Fault.DELAYED) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                }
                out.write(block, 0, read);
            }
        } catch (IOException e) {
            // The other side went: so does this one.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void closeAll() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Refuses from now on, and breaks all off. */
    @Override
    public void close() throws IOException {
        listening.close();
        closeAll();
    }
}
