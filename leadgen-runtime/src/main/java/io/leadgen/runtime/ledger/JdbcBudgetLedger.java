package io.leadgen.runtime.ledger;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.LedgerUrl;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.ledger.LedgerRow.Answer;
import io.leadgen.runtime.ledger.LedgerRow.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a database: a SQLite file for the processes of one machine, or PostgreSQL for many machines. Any number of
 * threads, ledgers and processes may share one.
 *
 * <p>Guaranteed, beyond what {@link BudgetLedger} says:
 *
 * <ul>
 *   <li>Transactions are serialisable and on the disk when a call returns. A process that is killed loses nothing, and leaves
 *       no charge without its entry. A call that fails has charged nothing, or all; it never charges a part.
 *   <li>Rows are never changed or removed. Each seals the one before (SHA-256), so {@link #verify} finds the first that was
 *       changed, removed or put in. At each call the newest row is checked.
 *   <li>A mark outside of the ledger holds the newest state that this machine has seen. A ledger that is gone, is another one
 *       or is behind its mark is refused.
 *   <li>Time does not run backwards: an entry is never older than the one before, and a clock that is more than five minutes
 *       behind the newest entry is refused.
 *   <li>A call takes as long in a long ledger as in a short one. A repeated question writes nothing.
 *   <li>Whatever is amiss is LEDGER_UNAVAILABLE, in bounded time, with a message for the operator.
 * </ul>
 *
 * <p>Not guaranteed: seals have no key, so whoever can write both the ledger and the mark can forge both; keep them where
 * callers cannot write. A clock that is set forward makes windows pass. Instants count to the microsecond. A SQLite file must
 * be on a disk of this machine, not on a network drive.
 */
public final class JdbcBudgetLedger implements BudgetLedger, AutoCloseable {
    private final LedgerSession session;

    /**
     * A ledger that need not exist yet: the first call makes it. Nothing is opened before.
     *
     * @param mark the file of the mark, which need not exist, nor its folder; one for each ledger, on this machine
     * @throws LeadgenException CONFIG_INVALID if a ledger cannot be kept at such a URL
     */
    public JdbcBudgetLedger(LedgerUrl url, Path mark, InstantSource clock) {
        this(LedgerDatabase.of(url), mark, clock);
    }

    JdbcBudgetLedger(LedgerDatabase database, Path mark, InstantSource clock) {
        this.session = new LedgerSession(database, new HighWaterMarkFile(mark), requireNonNull(clock, "clock"));
    }

    @Override
    public ChargeResult open(ChargeRequest order, PrivacyLoss price) {
        Optional<ChargeResult> paidBefore = session.reading(page -> paidBefore(page, order));
        return paidBefore.isPresent() ? paidBefore.get() : session.writing(page -> open(page, order, price));
    }

    private static ChargeResult open(LedgerTransaction page, ChargeRequest order, PrivacyLoss price)
            throws SQLException, IOException {
        Answer standing = page.answer(question(order));
        if (standing != null) {
            return buy(page, order, standing);
        }
        if (!canPay(page, order, price)) {
            return new ChargeResult.Refused();
        }
        long draw = page.next();
        charge(page, order, draw, price);
        return new ChargeResult.Opened(draw);
    }

    @Override
    public ChargeResult settle(ChargeRequest order, long draw, PrivacyLoss further, Release release) {
        return session.writing(page -> {
            Answer standing = page.answer(question(order));
            if (standing != null) {
                return buy(page, order, standing);
            }
            if (!canPay(page, order, further)) {
                return new ChargeResult.Refused();
            }
            if (!further.equals(PrivacyLoss.NONE)) {
                charge(page, order, draw, further);
            }
            page.keep(question(order), draw, ReleaseText.of(release));
            return new ChargeResult.Answered(release, further);
        });
    }

    /** The answer that stands, if whoever asks has paid for it. */
    private static Optional<ChargeResult> paidBefore(LedgerTransaction page, ChargeRequest order)
            throws SQLException, IOException {
        Answer standing = page.answer(question(order));
        return standing != null && hasPaid(page, order.principal(), standing)
                ? Optional.of(new ChargeResult.Answered(ReleaseText.read(standing.text()), PrivacyLoss.NONE))
                : Optional.empty();
    }

    /** The table has paid for an answer that stands; a principal pays for it once. */
    private static ChargeResult buy(LedgerTransaction page, ChargeRequest order, Answer standing)
            throws SQLException, IOException {
        Release release = ReleaseText.read(standing.text());
        Principal principal = order.principal();
        if (principal == null || hasPaid(page, principal, standing)) {
            return new ChargeResult.Answered(release, PrivacyLoss.NONE);
        }
        if (!release.cost().fitsIn(left(page, principal, order.callerClass()))) {
            return new ChargeResult.Refused();
        }
        page.charge(account(principal), question(order), standing.draw(), release.cost());
        return new ChargeResult.Answered(release, release.cost());
    }

    private static boolean hasPaid(LedgerTransaction page, @Nullable Principal principal, Answer answer)
            throws SQLException {
        return principal == null || page.hasPaid(account(principal), answer.draw());
    }

    private static boolean canPay(LedgerTransaction page, ChargeRequest order, PrivacyLoss loss) throws SQLException {
        Principal principal = order.principal();
        return loss.fitsIn(left(page, order.table(), order.callerClass()))
                && (principal == null || loss.fitsIn(left(page, principal, order.callerClass())));
    }

    private static void charge(LedgerTransaction page, ChargeRequest order, long draw, PrivacyLoss loss)
            throws SQLException {
        Principal principal = order.principal();
        if (principal != null) {
            page.charge(account(principal), question(order), draw, loss);
        }
        page.charge(account(order.table(), order.callerClass()), question(order), draw, loss);
    }

    @Override
    public PrivacyLoss left(Principal principal, CallerClass callerClass) {
        return session.reading(page -> left(page, principal, callerClass));
    }

    @Override
    public PrivacyLoss left(TableName table, CallerClass callerClass) {
        return session.reading(page -> left(page, table, callerClass));
    }

    @Override
    public PrivacyLoss left(Principal principal, TableName table, CallerClass callerClass) {
        return session.reading(page -> left(page, principal, callerClass).least(left(page, table, callerClass)));
    }

    private static PrivacyLoss left(LedgerTransaction page, Principal principal, CallerClass callerClass)
            throws SQLException {
        String account = account(principal);
        return callerClass
                .principalBudget()
                .minus(page.spent(account).minus(page.spentBefore(callerClass.window(), account)));
    }

    private static PrivacyLoss left(LedgerTransaction page, TableName table, CallerClass callerClass)
            throws SQLException {
        String account = account(table, callerClass);
        PrivacyLoss spent = page.spent(account);
        return callerClass
                .tableBudget()
                .minus(spent.minus(page.spentBefore(callerClass.window(), account)))
                .least(callerClass.lifetimeBudget().minus(spent));
    }

    private static Question question(ChargeRequest order) {
        return new Question(order.key().hex(), LedgerTransaction.micros(order.epochEnds()));
    }

    /** A principal has one account over all tables. */
    private static String account(Principal principal) {
        return JsonText.ascii(List.of("principal", principal.name()));
    }

    /** A table has an account for each class. */
    private static String account(TableName table, CallerClass callerClass) {
        return JsonText.ascii(List.of("table", callerClass.name(), table.catalog(), table.schema(), table.table()));
    }

    /**
     * Reads the whole ledger and checks every row, every total and the mark. Others may go on writing; what they add meanwhile
     * is not looked at.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE if it cannot be read
     */
    public LedgerVerification verify() {
        return session.inspecting(LedgerVerification::of);
    }

    /** Every later call throws LEDGER_UNAVAILABLE. */
    @Override
    public void close() {
        session.close();
    }
}
