package io.marquetry.source.h2;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes the place of H2's {@code async:}, whose channels no interrupted thread closes. H2 leaves
 * each read and write to another thread and waits for it, which takes several times as long as the
 * read itself. Here the caller reads, where the system lets it; Windows has threads of its own.
 */
public final class CallerFiles extends FilePathWrapper {

    /** {@code null}: whom the platform takes. */
    private static final @Nullable ExecutorService READER =
            File.separatorChar == '/' ? new Caller() : null;

    /** Makes the way to a file; H2 does so itself. */
    public CallerFiles() {}

    @Override
    public String getScheme() {
        return "async";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Opened(name.substring(getPrefix().length()), mode);
    }

    // A place is told with each read and write, so none waits for another.
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class Opened extends FileBaseDefault {

        private final String name;
        private final AsynchronousFileChannel channel;

        Opened(String name, String mode) throws IOException {
            this.name = name;
            channel =
                    AsynchronousFileChannel.open(
                            Path.of(name),
                            FileUtils.modeToOptions(mode),
                            READER,
                            FileUtils.NO_ATTRIBUTES);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            Bytes done = new Bytes();
            channel.read(to, position, name, done);
            return done.count();
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            Bytes done = new Bytes();
            channel.write(from, position, name, done);
            return done.count();
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        public void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** How many bytes went. */
    private static final class Bytes implements CompletionHandler<Integer, String> {

        private final CompletableFuture<Integer> count = new CompletableFuture<>();

        @Override
        public void completed(Integer bytes, String name) {
            count.complete(bytes);
        }

        @Override
        public void failed(Throwable reason, String name) {
            count.completeExceptionally(reason);
        }

        int count() throws IOException {
            try {
                return count.join();
            } catch (CompletionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    /** Runs what it is given at once, on the thread that asks; so nothing is ever to be ended. */
    private static final class Caller extends AbstractExecutorService {

        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
