package io.marquetry.store.file;

import io.marquetry.source.h2.CallerFiles;
import io.marquetry.source.h2.H2Driver;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The disk as a power cut leaves it: what was written and not forced is there, or not, or half, in
 * any order. Takes the place of H2's own way to files while it is watched.
 */
public final class CutDisk extends FilePathWrapper {

    private static final int SECTOR = 512;

    /** The one file that is watched, or nobody. */
    private static @Nullable Watched watched;

    /** Makes the way to a file; H2 does so itself. */
    public CutDisk() {}

    /** A file that is watched from its first opening on. */
    static final class Watched implements AutoCloseable {

        private final String ending;
        private final Consumer<Watched> beforeEach;
        private final List<Change> pending = new ArrayList<>();
        private byte[] durable = new byte[0];

        /**
         * Watches a file.
         *
         * @param name how its path ends
         * @param durable what is in it
         * @param beforeEach told before each write and each force
         */
        Watched(String name, byte[] durable, Consumer<Watched> beforeEach) {
            this.ending = name;
            this.durable = durable.clone();
            this.beforeEach = beforeEach;
            watched = this;
            // H2Driver sets the way to files when it loads: before ours, never after.
            H2Driver.source("jdbc:h2:mem:");
            FilePath.register(new CutDisk());
        }

        /** Returns the file as it might be if the power were cut now. */
        byte[] cut(Random random) {
            byte[] image = durable.clone();
            List<Change> order = new ArrayList<>(pending);
            Collections.shuffle(order, random);
            for (Change change : order) {
                switch (random.nextInt(3)) {
                    case 0 -> {}
                    case 1 -> image = change.on(image);
                    default -> image = change.torn(random).on(image);
                }
            }
            return image;
        }

        /**
         * Returns the file as it is with each choice of the writes that wait: not there, there, or
         * only its first half; 3 to the number of them, so it is for moments with few.
         */
        List<byte[]> eachCut() {
            List<byte[]> images = List.of(durable);
            for (Change change : pending) {
                images =
                        images.stream()
                                .flatMap(
                                        image ->
                                                Stream.of(
                                                        image,
                                                        change.on(image),
                                                        change.firstHalf().on(image)))
                                .toList();
            }
            return images;
        }

        @Override
        public void close() {
            watched = null;
            FilePath.register(new CallerFiles());
        }

        private void add(Change change) {
            beforeEach.accept(this);
            pending.add(change);
        }

        private void force() {
            beforeEach.accept(this);
            for (Change change : pending) {
                durable = change.on(durable);
            }
            pending.clear();
        }
    }

    /** Bytes at a place, or an end of the file where there are none. */
    private static final class Change {

        private final long position;
        private final byte @Nullable [] bytes;

        Change(long position, byte @Nullable [] bytes) {
            this.position = position;
            this.bytes = bytes;
        }

        byte[] on(byte[] before) {
            if (bytes == null) {
                return Arrays.copyOf(before, (int) position);
            }
            byte[] after =
                    Arrays.copyOf(before, (int) Math.max(before.length, position + bytes.length));
            System.arraycopy(bytes, 0, after, (int) position, bytes.length);
            return after;
        }

        Change firstHalf() {
            return bytes == null
                    ? this
                    : new Change(position, Arrays.copyOf(bytes, bytes.length / 2));
        }

        Change torn(Random random) {
            if (bytes == null) {
                return this;
            }
            int sectors = bytes.length / SECTOR;
            return new Change(position, Arrays.copyOf(bytes, SECTOR * random.nextInt(sectors + 1)));
        }
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel base = unwrap().open(mode);
        Watched now = watched;
        return now != null && name.endsWith(now.ending) && !mode.equals("r")
                ? new Channel(base, now)
                : base;
    }

    @Override
    public String getScheme() {
        return "async";
    }

    /** Passes on, and tells. */
    private static final class Channel extends FileBase {

        private final FileChannel base;
        private final Watched told;

        Channel(FileChannel base, Watched told) {
            this.base = base;
            this.told = told;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            told.add(new Change(position, copy(source)));
            return base.write(source, position);
        }

        @Override
        public synchronized int write(ByteBuffer source) throws IOException {
            told.add(new Change(base.position(), copy(source)));
            return base.write(source);
        }

        private static byte[] copy(ByteBuffer source) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteBuffer view = source.duplicate();
            while (view.hasRemaining()) {
                out.write(view.get());
            }
            return out.toByteArray();
        }

        @Override
        public void force(boolean metadata) throws IOException {
            told.force();
            base.force(metadata);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            if (size < base.size()) {
                told.add(new Change(size, null));
            }
            base.truncate(size);
            return this;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return base.read(target);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
