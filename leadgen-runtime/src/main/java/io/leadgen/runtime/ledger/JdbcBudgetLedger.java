package io.leadgen.runtime.ledger;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import io.leadgen.runtime.config.LedgerUrl;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.ledger.LedgerRow.Answer;
import io.leadgen.runtime.ledger.LedgerRow.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a database: a SQLite file for the processes of one machine, or PostgreSQL for several machines. Threads, ledgers
 * and processes can share one.
 *
 * <p>Guarantees, in addition to those of {@link BudgetLedger}:
 *
 * <ul>
 *   <li>Transactions are serializable and on disk when a call returns. A killed process loses nothing, and leaves no charge
 *       without its entry. A call that fails has charged nothing or everything.
 *   <li>Rows are never changed or removed. Each contains the SHA-256 of the one before, so {@link #verify} finds the first row
 *       that was changed, removed or inserted. Each call checks the newest row.
 *   <li>A high-water mark outside the ledger holds the newest state that this machine has seen. A missing, different or older
 *       ledger is rejected.
 *   <li>Time never runs backwards: an entry is never older than the one before. A clock more than 5 minutes earlier than the newest
 *       entry is rejected.
 *   <li>The time of a call does not depend on the length of the ledger. A repeated question writes nothing.
 *   <li>Every failure is LEDGER_UNAVAILABLE within about 10 seconds, with a message for the operator.
 * </ul>
 *
 * <p>Not guaranteed: the hashes have no key, so anyone who can write both the ledger and the mark can forge both. Store them where
 * callers cannot write. Setting the clock forward expires charges early. Times have a resolution of one microsecond. A SQLite file
 * must be on a local disk, not on a network drive.
 *
 * <p>Safe for use by several threads.
 */
public final class JdbcBudgetLedger implements BudgetLedger, AutoCloseable {
    private final LedgerSession session;

    /**
     * A ledger, which is created by the first call if it does not exist. Opens no connection.
     *
     * @param mark the file of the high-water mark, one for each ledger; created with its folder if missing
     * @throws LeadgenException CONFIG_INVALID if the URL names no supported database
     */
    public JdbcBudgetLedger(LedgerUrl url, Path mark, InstantSource clock) {
        this(LedgerDatabase.of(url), mark, clock);
    }

    JdbcBudgetLedger(LedgerDatabase database, Path mark, InstantSource clock) {
        this.session = new LedgerSession(database, new HighWaterMarkFile(mark), requireNonNull(clock, "clock"));
    }

    @Override
    public ChargeResult open(ChargeRequest order, PrivacyLoss price) {
        Optional<ChargeResult> paid = session.read(transaction -> alreadyPaid(transaction, order));
        return paid.isPresent() ? paid.get() : session.write(transaction -> open(transaction, order, price));
    }

    private static ChargeResult open(LedgerTransaction transaction, ChargeRequest order, PrivacyLoss price)
            throws SQLException, IOException {
        Answer existing = transaction.tables().answer(question(order));
        if (existing != null) {
            return chargePrincipal(transaction, order, existing);
        }
        if (!canPay(transaction, order, price)) {
            return new ChargeResult.Refused();
        }
        long draw = transaction.next();
        charge(transaction, order, draw, price);
        return new ChargeResult.Opened(draw);
    }

    @Override
    public ChargeResult settle(ChargeRequest order, long draw, PrivacyLoss further, Release release) {
        return session.write(transaction -> {
            Answer existing = transaction.tables().answer(question(order));
            if (existing != null) {
                return chargePrincipal(transaction, order, existing);
            }
            if (!canPay(transaction, order, further)) {
                return new ChargeResult.Refused();
            }
            if (!further.equals(PrivacyLoss.NONE)) {
                charge(transaction, order, draw, further);
            }
            transaction.store(question(order), draw, ReleaseText.of(release));
            return new ChargeResult.Answered(release, further);
        });
    }

    /** The stored answer, if the principal has paid for it. */
    private static Optional<ChargeResult> alreadyPaid(LedgerTransaction transaction, ChargeRequest order)
            throws SQLException, IOException {
        Answer existing = transaction.tables().answer(question(order));
        return existing != null && hasPaid(transaction, order.principal(), existing)
                ? Optional.of(new ChargeResult.Answered(ReleaseText.read(existing.text()), PrivacyLoss.NONE))
                : Optional.empty();
    }

    /** A stored answer was charged to its people; each principal pays for it once. */
    private static ChargeResult chargePrincipal(LedgerTransaction transaction, ChargeRequest order, Answer existing)
            throws SQLException, IOException {
        Release release = ReleaseText.read(existing.text());
        Principal principal = order.principal();
        if (principal == null || hasPaid(transaction, principal, existing)) {
            return new ChargeResult.Answered(release, PrivacyLoss.NONE);
        }
        if (!release.cost().fitsIn(left(transaction, principal, order.callerClass()))) {
            return new ChargeResult.Refused();
        }
        transaction.charge(account(principal), question(order), existing.draw(), release.cost());
        return new ChargeResult.Answered(release, release.cost());
    }

    private static boolean hasPaid(LedgerTransaction transaction, @Nullable Principal principal, Answer answer)
            throws SQLException {
        return principal == null || transaction.tables().hasPaid(account(principal), answer.draw());
    }

    private static boolean canPay(LedgerTransaction transaction, ChargeRequest order, PrivacyLoss loss)
            throws SQLException {
        Principal principal = order.principal();
        return loss.fitsIn(left(transaction, order.people(), order.callerClass()))
                && (principal == null || loss.fitsIn(left(transaction, principal, order.callerClass())));
    }

    private static void charge(LedgerTransaction transaction, ChargeRequest order, long draw, PrivacyLoss loss)
            throws SQLException {
        Principal principal = order.principal();
        if (principal != null) {
            transaction.charge(account(principal), question(order), draw, loss);
        }
        for (Account account : Account.booked(order.people())) {
            transaction.charge(account(account, order.callerClass()), question(order), draw, loss);
        }
    }

    @Override
    public PrivacyLoss left(Principal principal, CallerClass callerClass) {
        return session.read(transaction -> left(transaction, principal, callerClass));
    }

    @Override
    public PrivacyLoss left(Population people, CallerClass callerClass) {
        return session.read(transaction -> left(transaction, people, callerClass));
    }

    @Override
    public Left left(Principal principal, Population people, CallerClass callerClass) {
        return session.read(transaction ->
                new Left(left(transaction, principal, callerClass), left(transaction, people, callerClass)));
    }

    private static PrivacyLoss left(LedgerTransaction transaction, Principal principal, CallerClass callerClass)
            throws SQLException {
        String account = account(principal);
        return callerClass
                .principalBudget()
                .minus(transaction
                        .tables()
                        .spent(account)
                        .minus(transaction.spentBefore(callerClass.window(), account)));
    }

    private static PrivacyLoss left(LedgerTransaction transaction, Population people, CallerClass callerClass)
            throws SQLException {
        Totals ever = transaction.tables()::spent;
        Totals before = account -> transaction.spentBefore(callerClass.window(), account);
        PrivacyLoss spent = spent(people, callerClass, ever);
        return callerClass
                .tableBudget()
                .minus(spent.minus(spent(people, callerClass, before)))
                .least(callerClass.lifetimeBudget().minus(spent));
    }

    private static PrivacyLoss spent(Population people, CallerClass callerClass, Totals totals) throws SQLException {
        return sum(Account.holding(people), callerClass, totals)
                .minus(sum(Account.heldTwice(people), callerClass, totals));
    }

    private static PrivacyLoss sum(List<Account> accounts, CallerClass callerClass, Totals totals) throws SQLException {
        PrivacyLoss sum = PrivacyLoss.NONE;
        for (Account account : accounts) {
            sum = sum.plus(totals.of(account(account, callerClass)));
        }
        return sum;
    }

    private interface Totals {
        PrivacyLoss of(String account) throws SQLException;
    }

    private static Question question(ChargeRequest order) {
        return new Question(order.key().hex(), LedgerTransaction.micros(order.epochEnds()));
    }

    /** A principal has one account over all tables. */
    private static String account(Principal principal) {
        return JsonText.ascii(List.of("principal", principal.name()));
    }

    /** People have accounts for each class. */
    private static String account(Account account, CallerClass callerClass) {
        List<String> parts = new ArrayList<>();
        if (account.population() != null) {
            parts.addAll(List.of("population", callerClass.name(), account.population()));
        } else {
            parts.addAll(List.of("table", callerClass.name()));
        }
        TableName table = account.table();
        if (table != null) {
            parts.addAll(List.of(table.catalog(), table.schema(), table.table()));
        }
        return JsonText.ascii(parts);
    }

    /**
     * Checks every row, every total and the mark. Others can go on writing; rows added meanwhile are not checked.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE if it cannot be read
     */
    public LedgerVerification verify() {
        return session.inspect(LedgerVerification::of);
    }

    /** Closes the connection. Later calls fail with LEDGER_UNAVAILABLE. */
    @Override
    public void close() {
        session.close();
    }
}
