package io.leadgen.privacy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time work on a question; others that ask the same wait, and find its answer. Two draws for one question
 * would be one too many: their noise could be averaged, and only one of them is paid for.
 */
final class KeyedLock {
    private static final class Place {
        final ReentrantLock lock = new ReentrantLock(true);
        int users;
    }

    /** Locks that this thread holds until it closes them. */
    final class Held implements AutoCloseable {
        private final Deque<QuestionKey> keys = new ArrayDeque<>();

        private void add(QuestionKey key) {
            Place place = places.compute(key, (same, known) -> {
                Place entered = known == null ? new Place() : known;
                entered.users++;
                return entered;
            });
            place.lock.lock();
            keys.push(key);
        }

        @Override
        public void close() {
            while (!keys.isEmpty()) {
                places.compute(keys.pop(), (same, place) -> {
                    if (place == null) {
                        throw new IllegalStateException("a lock that is not held");
                    }
                    place.lock.unlock();
                    return --place.users == 0 ? null : place;
                });
            }
        }
    }

    private final ConcurrentMap<QuestionKey, Place> places = new ConcurrentHashMap<>();

    /** Locks questions, in the order of their keys to prevent deadlock. */
    Held hold(Collection<QuestionKey> keys) {
        Held held = new Held();
        List<QuestionKey> order = keys.stream()
                .distinct()
                .sorted(Comparator.comparing(QuestionKey::hex))
                .toList();
        order.forEach(held::add);
        return held;
    }
}
