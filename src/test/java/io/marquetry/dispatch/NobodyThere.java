package io.marquetry.dispatch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine that refuses whoever comes. It is held as long as this is open: one that
 * was merely free a moment ago may be that of another process by now.
 */
final class NobodyThere implements AutoCloseable {

    private final Socket held = new Socket();

    NobodyThere() throws IOException {
        held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    int port() {
        return held.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
