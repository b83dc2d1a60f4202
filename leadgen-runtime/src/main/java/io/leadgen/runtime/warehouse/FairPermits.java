package io.leadgen.runtime.warehouse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** A fair semaphore. A waiting caller can leave the queue: complete its future exceptionally, then release it. */
final class FairPermits {
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    FairPermits(int count) {
        this.free = count;
    }

    /** A permit: the future completes when it is granted. Every permit must be {@link #release released}. */
    synchronized CompletableFuture<Void> acquire() {
        CompletableFuture<Void> permit = new CompletableFuture<>();
        if (free > 0) {
            free--;
            permit.complete(null);
        } else {
            waiting.add(permit);
        }
        return permit;
    }

    /** Returns a permit, or leaves the queue. */
    synchronized void release(CompletableFuture<Void> permit) {
        if (waiting.removeIf(other -> other == permit)) {
            return;
        }
        CompletableFuture<Void> next = waiting.poll();
        // A caller that leaves while it is granted a permit releases it later.
        if (next == null) {
            free++;
        } else {
            next.complete(null);
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
