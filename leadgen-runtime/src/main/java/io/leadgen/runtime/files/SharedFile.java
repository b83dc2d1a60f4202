package io.leadgen.runtime.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time work on a file.
 *
 * <p>The system's lock keeps other processes out but is one for the whole of this process, so threads queue at a lock of our
 * own first. The system's lock is on a file of its own beside the file, because POSIX gives a lock up as soon as the process
 * closes <em>any</em> handle on the locked file.
 */
public final class SharedFile implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel lockFile;

    private SharedFile(ReentrantLock threads, FileChannel lockFile) {
        this.threads = threads;
        this.lockFile = lockFile;
    }

    /** What is done with a file while it is held. */
    public interface Action<T> {
        T run() throws IOException;
    }

    /**
     * Does something while nobody else in this process or another holds the file.
     *
     * @throws IOException from the action, or if the file cannot be had within ten seconds
     */
    public static <T> T holding(Path shared, Action<T> action) throws IOException {
        SharedFile lock = take(shared);
        try (lock) {
            return action.run();
        }
    }

    /**
     * Waits, but not for ever: a process that hangs while it holds the file must not hang all others.
     *
     * @throws IOException if the file is not free in time, or the lock's file cannot be written
     */
    private static SharedFile take(Path shared) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Path file = shared.resolveSibling(shared.getFileName() + ".lock");
        ReentrantLock threads = LOCKS.computeIfAbsent(file, any -> new ReentrantLock(true));
        try {
            if (!threads.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("another thread holds the file");
            }
            return take(threads, file, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static SharedFile take(ReentrantLock threads, Path file, long deadline)
            throws IOException, InterruptedException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    OwnerOnly.attributes(file, OwnerOnly.FILE));
            while (!tryLock(channel)) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("another process holds the file");
                }
                Thread.sleep(1);
            }
            return new SharedFile(threads, channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            threads.unlock();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process holds it by another name of the same file
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lockFile.close();
        } finally {
            threads.unlock();
        }
    }
}
