package io.leadgen.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time work on a question; others that ask the same wait, and find its answer. Two draws for one question
 * would be one too many: their noise could be averaged, and only one of them is paid for.
 */
final class KeyedLock {
    private static final class Place {
        final ReentrantLock lock = new ReentrantLock(true);
        int users;
    }

    private final ConcurrentMap<QuestionKey, Place> places = new ConcurrentHashMap<>();

    /** The same for several questions. Everybody takes their places in one order, so that nobody waits in a circle. */
    <T> T onAll(List<QuestionKey> keys, Supplier<T> work) {
        Supplier<T> inside = work;
        List<QuestionKey> order = keys.stream()
                .distinct()
                .sorted(Comparator.comparing(QuestionKey::hex).reversed())
                .toList();
        for (QuestionKey key : order) {
            Supplier<T> within = inside;
            inside = () -> on(key, within);
        }
        return inside.get();
    }

    <T> T on(QuestionKey key, Supplier<T> work) {
        Place place = places.compute(key, (same, known) -> {
            Place entered = known == null ? new Place() : known;
            entered.users++;
            return entered;
        });
        place.lock.lock();
        try {
            return work.get();
        } finally {
            place.lock.unlock();
            places.compute(key, (same, left) -> left == null || --left.users == 0 ? null : left);
        }
    }
}
