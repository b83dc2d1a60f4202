package io.leadgen.attacks.guess;

import static io.leadgen.attacks.guess.GuessingGame.ATTACKER;
import static io.leadgen.attacks.opponent.WeakBaseline.FRESH_NOISE;
import static io.leadgen.attacks.opponent.WeakBaseline.K_50;
import static io.leadgen.attacks.opponent.WeakBaseline.RAW;
import static io.leadgen.attacks.opponent.WeakBaseline.ROUND_10;
import static io.leadgen.attacks.opponent.WeakBaseline.STICKY_NOISE;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.opponent.Opponent;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.MetricType;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** The guessing games: each is people who differ by the secret bit, and what an attacker makes of answers about them. */
public final class GuessingGames {
    private static final String TARGET = "age = " + Person.TARGET_AGE;
    private static final String SECRET = "secret = TRUE";
    private static final String SECRET_OF_OTHERS = SECRET + " AND NOT (" + TARGET + ")";
    private static final String EVERYONE = "visits > 0";
    private static final double MIDDLE_INCOME = World.HIGHEST_INCOME / 2;
    private static final String RARE_CITY = "Skopje";
    private static final String OTHER_RARE_CITY = "Vaduz";
    /** Longer than an answer stays. */
    private static final Duration A_LONG_TIME = Duration.ofDays(400);
    /** After so many equal answers, there is only one answer. */
    private static final int CONVINCING = 24;

    private static final List<Principal> ASKERS =
            IntStream.range(0, 5).mapToObj(i -> Principal.of("attacker " + i)).toList();
    private static final List<String> SPELLINGS = List.of(
            "visits > 0 AND secret = TRUE",
            "secret AND visits >= 1",
            "NOT ( visits < 1 OR secret <> TRUE )",
            "NOT NOT ( 0 < visits ) AND secret IN ( TRUE )",
            "( secret AND visits > 0 ) OR ( visits >= 1 AND secret )");

    /** The condition holds for the target alone. */
    public static final Attack ISOLATING_PREDICATE = new GuessingGame(
            "isolating-predicate",
            500,
            Set.of(RAW),
            aboutSecret((opponent, oracle) -> count(oracle, TARGET + " AND " + SECRET) - 0.5));

    /** Two audiences that differ in the target: what is between the two numbers is the target. */
    public static final Attack DIFFERENCING_PAIR = new GuessingGame(
            "differencing-pair",
            1000,
            Set.of(RAW, K_50),
            aboutSecret((opponent, oracle) -> count(oracle, SECRET) - count(oracle, SECRET_OF_OTHERS) - 0.5));

    /** The same question again and again, under other names and other request ids: fresh noise averages out. */
    public static final Attack REPEAT_AVERAGING = new GuessingGame(
            "repeat-averaging",
            400,
            Set.of(RAW, K_50, FRESH_NOISE),
            aboutSecret((opponent, oracle) -> excessOfMean(opponent, oracle, i -> SECRET)));

    /** The same question in other words each time: noise that sticks to a text averages out. */
    public static final Attack REWRITE_AVERAGING = new GuessingGame(
            "rewrite-averaging",
            400,
            Set.of(RAW, K_50, FRESH_NOISE, STICKY_NOISE),
            aboutSecret((opponent, oracle) -> excessOfMean(opponent, oracle, GuessingGames::spelling)));

    /** Differencing pairs without end, each in other words that mean something else and hold for the same people. */
    public static final Attack MANY_PAIRS = new GuessingGame(
            "many-pairs",
            100,
            Set.of(RAW, K_50, FRESH_NOISE, STICKY_NOISE),
            aboutPresence((opponent, oracle) -> new Variations(opponent, oracle).excessOfPairs(ATTACKER, TARGET, 0.5)));

    /** Spends the whole budget on the most informative question. The sum of the answers holds all their information, so no attack on a count does better. */
    public static final Attack FULL_BUDGET = new GuessingGame(
            "full-budget",
            100,
            Set.of(RAW, K_50, FRESH_NOISE, STICKY_NOISE),
            aboutPresence(
                    (opponent, oracle) -> new Variations(opponent, oracle).excess(ATTACKER, opponent.crowd() + 0.5)));

    /**
     * The target is there for certain; the secret decides in which of two cells. It moves both numbers of every breakdown, in opposite
     * directions, so that their difference says more than presence would.
     */
    public static final Attack SUBSTITUTION = new GuessingGame(
            "substitution",
            100,
            Set.of(RAW, K_50, FRESH_NOISE, STICKY_NOISE),
            about(
                    (opponent, secret) -> World.of(
                            opponent.crowd(),
                            among(opponent.crowd() + 1, Person.KNOWN.with(false), Person.target(secret))),
                    (opponent, oracle) -> new Variations(opponent, oracle).excessOfSecrets(ATTACKER)));

    /** The same with lists of counts instead of breakdowns, which cost what one person can change. */
    public static final Attack SUBSTITUTION_LIST = new GuessingGame(
            "substitution-list",
            100,
            Set.of(RAW, K_50, FRESH_NOISE, STICKY_NOISE),
            about(
                    (opponent, secret) -> World.of(
                            opponent.crowd(),
                            among(opponent.crowd() + 1, Person.KNOWN.with(false), Person.target(secret))),
                    (opponent, oracle) -> new Variations(opponent, oracle).excessOfLists(ATTACKER)));

    /** The target is there for certain and earns the least or the most that counts, which moves a sum by the whole width of its bounds. */
    public static final Attack SUBSTITUTION_SUM = new GuessingGame(
            "substitution-sum",
            100,
            Set.of(RAW, K_50, FRESH_NOISE, STICKY_NOISE),
            about(
                    GuessingGames::richOrPoor,
                    (opponent, oracle) ->
                            new Variations(opponent, oracle).excessOfMeans(ATTACKER, "income", MIDDLE_INCOME)));

    /** Principals join, each with a budget of their own, until the table's budget refuses them all. */
    public static final Attack COLLUSION =
            new GuessingGame("collusion", 30, Set.of(STICKY_NOISE), aboutPresence(GuessingGames::excessOfMany));

    /** As many others as are just suppressed, and the target: the target decides whether there is a number. */
    public static final Attack THRESHOLD_BOUNDARY = new GuessingGame(
            "threshold-boundary",
            1000,
            Set.of(RAW, K_50, ROUND_10),
            about(
                    (opponent, secret) -> World.of(
                            opponent.crowd(),
                            among(
                                    opponent.facts().edge(),
                                    Person.KNOWN.at(1),
                                    Person.target(secret).at(1))),
                    (opponent, oracle) -> count(oracle, "zip = 1 AND " + SECRET)
                            - opponent.facts().edge()
                            + 0.5));

    /** The same question before and after the target may have come: an answer that stays must not move, and a new one has new noise. */
    public static final Attack INSERT_DELETE =
            new GuessingGame("insert-delete", 500, Set.of(RAW, K_50, STICKY_NOISE), GuessingGames::insertDelete);

    /** Two conditions that hold for the same people if the target has no secret. Where the noise follows the result, equal answers would say so. */
    public static final Attack EQUALITY_ORACLE = new GuessingGame(
            "equality-oracle",
            1000,
            Set.of(RAW, K_50),
            aboutSecret((opponent, oracle) ->
                    oracle.count(ATTACKER, SECRET).equals(oracle.count(ATTACKER, SECRET_OF_OTHERS)) ? -1 : 1));

    /** Sizes of random sets of people, and least squares over all of them. */
    public static final Attack LINEAR_RECONSTRUCTION =
            new GuessingGame("linear-reconstruction", 20, Set.of(RAW, K_50, ROUND_10), LinearReconstruction::play);

    /** The target earns the most of all or the least of all, and nobody else comes near: a true extreme is the target's own value. */
    public static final Attack POINT_LEAK = new GuessingGame(
            "point-leak",
            500,
            Set.of(WeakBaseline.values()),
            about(
                    GuessingGames::richOrPoor,
                    (opponent, oracle) -> extreme(oracle, MetricType.MAX) + extreme(oracle, MetricType.MIN)));

    /** A breakdown with a cell that holds the target and nobody else. */
    public static final Attack SMALL_CELLS = new GuessingGame(
            "small-cells",
            500,
            Set.of(RAW),
            about(
                    (opponent, first) -> World.of(
                            opponent.crowd(), Person.target(true).livingIn(first ? RARE_CITY : OTHER_RARE_CITY)),
                    (opponent, oracle) -> {
                        Map<String, OracleAnswer> cells = oracle.segments(ATTACKER, "city", EVERYONE);
                        return size(cells, RARE_CITY) - size(cells, OTHER_RARE_CITY);
                    }));

    private GuessingGames() {}

    /** The people of a game. */
    private interface People {
        World of(Opponent opponent, boolean bit);
    }

    /** @param evidence above 0 if it speaks for the bit, and below if against it */
    private static Predicate<Arena> about(People people, ToDoubleBiFunction<Opponent, Oracle> evidence) {
        return arena -> {
            boolean bit = arena.random().nextBoolean();
            Oracle oracle = arena.over(people.of(arena.opponent(), bit));
            return arena.guess(evidence.applyAsDouble(arena.opponent(), oracle)) == bit;
        };
    }

    private static Predicate<Arena> aboutSecret(ToDoubleBiFunction<Opponent, Oracle> evidence) {
        return about((opponent, secret) -> World.of(opponent.crowd(), Person.target(secret)), evidence);
    }

    private static Predicate<Arena> aboutPresence(ToDoubleBiFunction<Opponent, Oracle> evidence) {
        return about((opponent, present) -> World.ofTargetOrNot(opponent.crowd(), present), evidence);
    }

    private static World richOrPoor(Opponent opponent, boolean rich) {
        Person target = Person.target(true).earning(rich ? World.HIGHEST_INCOME : 0);
        return World.of(0, among(opponent.crowd(), Person.KNOWN.earning(MIDDLE_INCOME), target));
    }

    /** So many people who are alike, but for the first one. */
    private static Person[] among(int size, Person others, Person target) {
        Person[] people = new Person[size];
        Arrays.fill(people, others);
        people[0] = target;
        return people;
    }

    private static double count(Oracle oracle, String predicate) {
        return oracle.count(ATTACKER, predicate).orElse(0);
    }

    private static double extreme(Oracle oracle, MetricType metric) {
        return oracle.metric(ATTACKER, metric, "income", EVERYONE).orElse(MIDDLE_INCOME) - MIDDLE_INCOME;
    }

    private static double size(Map<String, OracleAnswer> cells, String city) {
        return cells.containsKey(city) ? cells.get(city).orElse(0) : 0;
    }

    /** One question, asked until its answers have been averaged, or until it is clear that they are one answer. */
    private static double excessOfMean(Opponent opponent, Oracle oracle, IntFunction<String> spelling) {
        double sum = 0;
        int answers = 0;
        Set<Double> different = new HashSet<>();
        for (int i = 0; i < opponent.facts().questions() && (i < CONVINCING || different.size() > 1); i++) {
            OracleAnswer reply = oracle.count(ASKERS.get(i % ASKERS.size()), spelling.apply(i));
            if (reply instanceof OracleAnswer.Value number) {
                sum += number.value();
                answers++;
                different.add(number.value());
            }
        }
        return sum / Math.max(1, answers) - opponent.crowd() - 0.5;
    }

    /** One of the spellings, with another number of spaces between its words each time. */
    private static String spelling(int i) {
        StringBuilder text = new StringBuilder();
        int rest = i / SPELLINGS.size();
        for (String word : SPELLINGS.get(i % SPELLINGS.size()).split(" ", -1)) {
            text.append(word).append(" ".repeat(1 + rest % 4));
            rest /= 4;
        }
        return text.toString();
    }

    private static double excessOfMany(Opponent opponent, Oracle oracle) {
        Variations variations = new Variations(opponent, oracle);
        double excess = 0;
        int before;
        int principals = 0;
        do {
            before = variations.asked();
            excess += variations.excess(Principal.of("attacker " + ++principals), opponent.crowd() + 0.5);
            // Until a new principal gets one refusal and nothing else.
        } while (variations.asked() > before + 1);
        return excess;
    }

    private static boolean insertDelete(Arena arena) {
        boolean came = arena.random().nextBoolean();
        int crowd = arena.opponent().crowd();
        World world = World.of(crowd);
        Oracle oracle = arena.over(world);
        double before = count(oracle, SECRET);
        world.becomes(crowd, came ? new Person[] {Person.target(true)} : new Person[0]);
        double after = count(oracle, SECRET);
        world.pass(A_LONG_TIME);
        double later = count(oracle, SECRET);
        double change = after != before ? after - before : later - before;
        return arena.guess(change - 0.5) == came;
    }
}
