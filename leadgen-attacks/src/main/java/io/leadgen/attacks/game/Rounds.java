package io.leadgen.attacks.game;

import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.opponent.Opponent;
import io.leadgen.error.Cancellation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Plays the games of one attack, on all processors. The outcome depends on the seed only, not on who plays when.
 *
 * @param seed of all chance
 * @param games how many to play, or null for as many as the attack takes for a short run
 * @param threads that play
 * @param done receives the share of games played, 0 to 1
 */
public record Rounds(
        long seed, @Nullable Integer games, ExecutorService threads, Cancellation cancellation, DoubleConsumer done) {
    /** What games have come to. */
    public record Score(int right, int games, double ceilings) {
        /** The chance that a guess is right is at most the mean of what each game allows. */
        public Accuracy withCeiling() {
            return new Accuracy(right, games, ceilings / games);
        }

        public Accuracy withoutCeiling() {
            return new Accuracy(right, games, null);
        }
    }

    private record Played(boolean right, double ceiling) {}

    /** The same, but short runs only: for games that take time, whatever the computer. */
    public Rounds few() {
        return new Rounds(seed, null, threads, cancellation, done);
    }

    /** Chance of its own for each game. */
    public SplittableRandom random(String name, int game) {
        CRC32 digest = new CRC32();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + (digest.getValue() << 32) + game).split();
    }

    /**
     * Plays.
     *
     * @param attack its name
     * @param unasked how many games a short run has
     * @param game plays once and returns whether the guess was right
     */
    public Score play(String attack, int unasked, Opponent opponent, Predicate<Arena> game) {
        List<Future<Played>> playing = new ArrayList<>();
        for (int i = 0; i < (games == null ? unasked : games); i++) {
            SplittableRandom random = random(attack + " " + opponent.label(), i);
            playing.add(threads.submit(() -> {
                cancellation.check();
                Arena arena = new Arena(opponent, random);
                boolean right = game.test(arena);
                return new Played(right, arena.spent().ceiling());
            }));
        }
        int right = 0;
        double ceilings = 0;
        for (int i = 0; i < playing.size(); i++) {
            Played one = resultOf(playing.get(i));
            right += one.right ? 1 : 0;
            ceilings += one.ceiling;
            done.accept((i + 1.0) / playing.size());
        }
        return new Score(right, playing.size(), ceilings);
    }

    private static Played resultOf(Future<Played> played) {
        try {
            return played.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
