package io.leadgen.bench;

import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Charge;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Everything between a bound predicate and a noisy number but the scan: canonical form, key, charges, noise, and the answer
 * kept in a ledger. The noise comes from a {@code SecureRandom}, as in production.
 */
final class ReleaseWorkload {
    private static final Principal PRINCIPAL = Principal.of("bench");
    private static final PrivacyLoss PLENTY = PrivacyLoss.of(new Rho(Long.MAX_VALUE / 4));
    /** The noise of an untrusted caller, and a budget that no number of questions exhausts. */
    private static final CallerClass CALLER = new CallerClass(
            "bench",
            CallerClass.UNTRUSTED.sigma(),
            PLENTY,
            PLENTY,
            PLENTY,
            Duration.ofDays(30),
            Duration.ofDays(7),
            100,
            Duration.ZERO,
            64,
            200,
            false,
            Precision.MAX);

    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();
    private final Aggregate cells = Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(1_234_567)}});
    private final Predicate bound = new PredicateBinder()
            .bind(
                    new PredicateParser(PredicateLimits.UNTRUSTED).parse(PredicateWorkload.predicate(10)),
                    PredicateWorkload.schema(64),
                    Set.of(),
                    LocalDate.of(2026, 10, 31));
    private final BudgetLedger ledger;
    private final ReleaseMechanism mechanism;

    ReleaseWorkload(BudgetLedger ledger) {
        this.ledger = ledger;
        this.mechanism = new ReleaseMechanism(ledger, new SecureRandom(), Clock.systemUTC());
    }

    /** Asks a question; another number is another question. */
    Released question(long number) {
        TableName table = CustomersFiles.TABLE;
        String form = PredicatePrinter.text(canonicalizer.canonicalize(bound));
        QuestionKey key = QuestionKey.of(List.of(Long.toString(number), table.toString(), form));
        Ask ask = new Ask(PRINCIPAL, CALLER, Population.of(table), key, Mechanism.count(), Precision.DEFAULT);
        try (Charge charge = mechanism.charge(List.of(ask), 1, loss -> {})) {
            return charge.release(() -> cells).get(0);
        }
    }

    /** What an answer says about the budget. */
    PrivacyLoss left() {
        return ledger.left(PRINCIPAL, Population.of(CustomersFiles.TABLE), CALLER)
                .both();
    }

    /** Makes the ledger longer by two charges, of a question that is never repeated. */
    void record(int number) {
        ledger.open(
                new BudgetLedger.ChargeRequest(
                        new QuestionKey("earlier " + number),
                        Clock.systemUTC().instant().plus(Duration.ofDays(1)),
                        Population.of(CustomersFiles.TABLE),
                        CALLER,
                        PRINCIPAL),
                PrivacyLoss.of(new Rho(1)));
    }
}
