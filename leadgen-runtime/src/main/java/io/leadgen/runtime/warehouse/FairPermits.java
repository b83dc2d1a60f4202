package io.leadgen.runtime.warehouse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** A fair semaphore whose waiters can be called away by completing their future. */
final class FairPermits {
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    FairPermits(int count) {
        this.free = count;
    }

    /** A future that completes when it is the caller's turn. Every future is {@link #giveBack given back} in the end. */
    synchronized CompletableFuture<Void> take() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        if (free > 0) {
            free--;
            turn.complete(null);
        } else {
            waiting.add(turn);
        }
        return turn;
    }

    /** Ends a turn, or the wait for it. */
    synchronized void giveBack(CompletableFuture<Void> turn) {
        if (waiting.removeIf(other -> other == turn)) {
            return;
        }
        CompletableFuture<Void> next = waiting.poll();
        // Whoever was called away while still in the queue gives the turn back later, when it finds that it had come.
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
