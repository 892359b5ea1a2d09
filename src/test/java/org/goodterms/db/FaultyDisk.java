package org.goodterms.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file system between the database and the real one: it notes on a {@link Tape} what was written and what was forced,
 * and it can be full from the n-th write on. Public, because the engine makes one for each path.
 */
public final class FaultyDisk extends FilePathWrapper {
    static final String SCHEME = "faulty";
    private static final AtomicLong WRITES_LEFT = new AtomicLong(Long.MAX_VALUE);
    private static volatile @Nullable Tape tape;

    /** Puts this file system under every book that is opened from now on. */
    static void install() {
        FilePath.register(new FaultyDisk());
        System.setProperty("goodterms.disk", SCHEME);
    }

    static void remove() {
        System.clearProperty("goodterms.disk");
        tape = null;
        neverFull();
    }

    static void record(@Nullable Tape newTape) {
        tape = newTape;
    }

    static void fullAfter(long writes) {
        WRITES_LEFT.set(writes);
    }

    static void neverFull() {
        WRITES_LEFT.set(Long.MAX_VALUE);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel real;

        Channel(FileChannel real) {
            this.real = real;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (WRITES_LEFT.decrementAndGet() < 0) {
                throw new IOException("No space left on device");
            }
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            int written = real.write(source, position);
            Tape running = tape;
            if (running != null) {
                running.wrote(position, bytes);
            }
            return written;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int written = write(source, real.position());
            real.position(real.position() + written);
            return written;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
            Tape running = tape;
            if (running != null) {
                running.forced();
            }
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            Tape running = tape;
            if (running != null) {
                running.truncated(size);
            }
            return this;
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return real.read(target);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
