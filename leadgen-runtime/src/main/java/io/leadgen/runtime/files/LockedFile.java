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
 * Exclusive access to a file for one thread of one process.
 *
 * <p>The lock of the operating system excludes other processes but covers all threads of this one, so threads first acquire a
 * lock in memory. It is held on a separate {@code .lock} file, because POSIX releases a lock as soon as the process closes
 * <em>any</em> handle of the locked file.
 */
public final class LockedFile implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel lockFile;

    private LockedFile(ReentrantLock threads, FileChannel lockFile) {
        this.threads = threads;
        this.lockFile = lockFile;
    }

    public interface Action<T> {
        /** Runs while the file is locked. */
        T run() throws IOException;
    }

    /**
     * Runs an action while no other thread or process has the lock.
     *
     * @throws IOException from the action, or if the lock is not available within 10 seconds
     */
    public static <T> T withLock(Path shared, Action<T> action) throws IOException {
        LockedFile lock = acquire(shared);
        try (lock) {
            return action.run();
        }
    }

    /**
     * Waits with a timeout, so that a hanging process does not block all others.
     *
     * @throws IOException after the timeout, or if the lock file cannot be written
     */
    private static LockedFile acquire(Path shared) throws IOException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        Path file = shared.resolveSibling(shared.getFileName() + ".lock");
        ReentrantLock threads = LOCKS.computeIfAbsent(file, any -> new ReentrantLock(true));
        try {
            if (!threads.tryLock(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("another thread has locked the file");
            }
            return acquire(threads, file, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static LockedFile acquire(ReentrantLock threads, Path file, long deadline)
            throws IOException, InterruptedException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PrivateFiles.attributes(file, PrivateFiles.FILE));
            while (!tryLock(channel)) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("another process has locked the file");
                }
                Thread.sleep(1);
            }
            return new LockedFile(threads, channel);
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
            return false; // this process has locked it by another name of the same file
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
