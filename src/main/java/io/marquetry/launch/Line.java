package io.marquetry.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Reads one line from a channel, of a length and within a time that are bounded. */
final class Line {

    private Line() {}

    /**
     * Returns the line without its end; empty where the other side ended before it, sent more than
     * that, or took longer.
     */
    static Optional<String> read(SocketChannel channel, int maxBytes, Duration maxTime)
            throws IOException {
        long end = System.nanoTime() + maxTime.toNanos();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(4_096);
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (line.size() <= maxBytes) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0 || selector.select(left) == 0) {
                    return Optional.empty();
                }
                selector.selectedKeys().clear();
                int read = channel.read(piece.clear());
                if (read < 0) {
                    return Optional.empty();
                }
                int before = line.size();
                line.write(piece.array(), 0, read);
                String text = line.toString(StandardCharsets.UTF_8);
                int at = text.indexOf('\n');
                if (before + read <= maxBytes && at >= 0) {
                    return Optional.of(text.substring(0, at));
                }
            }
            return Optional.empty();
        }
    }
}
