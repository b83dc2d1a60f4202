package io.leadgen.runtime.ledger;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.BudgetLedger.ChargeResult;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Charge;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import io.leadgen.runtime.config.LedgerUrl;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Another process that uses a ledger. */
final class LedgerProcess {
    private static final Population PEOPLE = Population.of(TableName.parse("main.leads.people"));
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    static final Principal ANN = Principal.of("ann");
    static final Instant EPOCH_ENDS = Instant.parse("2100-01-01T00:00:00Z");

    private LedgerProcess() {}

    /** A class whose table has this budget, and whose principals have all. */
    static CallerClass callerClass(long pico) {
        PrivacyLoss all = new PrivacyLoss(new Rho(Long.MAX_VALUE / 2), Delta.ZERO);
        PrivacyLoss some = PrivacyLoss.of(new Rho(pico));
        return new CallerClass(
                "test",
                40,
                all,
                some,
                some,
                Duration.ofDays(30),
                Duration.ofDays(7),
                100,
                Duration.ZERO,
                64,
                200,
                false,
                Precision.MAX);
    }

    /** {@code charge url mark name count budget} or {@code ask url mark step}. */
    public static void main(String[] args) {
        LedgerDatabase database = LedgerDatabase.of(new LedgerUrl(args[1]));
        Path mark = Path.of(args[2]);
        if (args[0].equals("charge")) {
            try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(database, mark, Clock.systemUTC())) {
                charge(ledger, args[3], Integer.parseInt(args[4]), callerClass(Long.parseLong(args[5])));
            }
        } else {
            Step victim = Step.valueOf(args[3]);
            ask(database, mark, step -> {
                if (step == victim) {
                    OUT.println("at " + step);
                    read(); // for ever: nobody writes
                }
            });
        }
    }

    private static void read() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void charge(BudgetLedger ledger, String name, int count, CallerClass callerClass) {
        for (int i = 0; i < count; i++) {
            ChargeRequest order = new ChargeRequest(
                    QuestionKey.of(List.of(name, Integer.toString(i))), EPOCH_ENDS, PEOPLE, callerClass, ANN);
            ChargeResult outcome = ledger.open(order, PrivacyLoss.of(new Rho(1)));
            OUT.println(outcome instanceof ChargeResult.Opened opened ? Long.toString(opened.draw()) : "refused");
        }
    }

    /** Asks one question, always the same, and tells of each step. Prints the number, and what it has cost. */
    static String ask(LedgerDatabase database, Path mark, Consumer<Step> steps) {
        Watcher watcher = new Watcher(steps);
        try (JdbcBudgetLedger ledger =
                new JdbcBudgetLedger(new WatchedDatabase(database, watcher), mark, Clock.systemUTC())) {
            ReleaseMechanism mechanism = new ReleaseMechanism(ledger, new SecureRandom(), Clock.systemUTC());
            steps.accept(Step.BEFORE_OPEN);
            Ask ask = new Ask(
                    ANN,
                    callerClass(Long.MAX_VALUE / 2),
                    PEOPLE,
                    QuestionKey.of(List.of("q")),
                    Mechanism.count(),
                    Precision.MAX);
            Released released;
            try (Charge charge = mechanism.charge(List.of(ask), 1, loss -> {})) {
                released = charge.release(() -> {
                            steps.accept(Step.OPENED);
                            watcher.settling = true;
                            return Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(100_000)}});
                        })
                        .get(0);
            }
            steps.accept(Step.SETTLED);
            String answer = "answer " + released.release();
            OUT.println(answer);
            steps.accept(Step.ANSWERED);
            return answer;
        }
    }

    /** Tells the steps of opening from those of settling. */
    private static final class Watcher implements WatchedDatabase.Watcher {
        private final Consumer<Step> steps;
        private boolean settling;

        Watcher(Consumer<Step> steps) {
            this.steps = steps;
        }

        @Override
        public void begun() {
            steps.accept(settling ? Step.SETTLE_BEGUN : Step.OPEN_BEGUN);
        }

        @Override
        public void written() {
            steps.accept(settling ? Step.SETTLE_WRITTEN : Step.OPEN_WRITTEN);
        }

        @Override
        public void committed() {
            steps.accept(settling ? Step.SETTLE_COMMITTED : Step.OPEN_COMMITTED);
        }
    }

    /** Starts a process with the class path of this one. */
    static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
