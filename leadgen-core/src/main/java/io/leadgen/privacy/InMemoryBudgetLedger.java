package io.leadgen.privacy;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that lives as long as the process.
 *
 * <p>Non-guarantee: a restart forgets what was spent. It is for tests and simulations, and for a process that is the only way to
 * the data and lives as long as the budget's window.
 */
public final class InMemoryBudgetLedger implements BudgetLedger {

    /** What a budget is kept on: a principal, or people for the callers of one class. */
    private sealed interface Holder {
        record OfPrincipal(Principal principal) implements Holder {}

        record OfPeople(Account account, String callerClass) implements Holder {}
    }

    /** The running totals of a holder, so that what was spent in a window is a difference of two. */
    private static final class Totals {
        private final TreeMap<Instant, PrivacyLoss> totals = new TreeMap<>();

        void book(Instant at, PrivacyLoss loss) {
            totals.put(at, spent().plus(loss));
        }

        PrivacyLoss spent() {
            return totals.isEmpty() ? PrivacyLoss.NONE : totals.lastEntry().getValue();
        }

        PrivacyLoss spentAfter(Instant start) {
            Map.Entry<Instant, PrivacyLoss> before = totals.floorEntry(start);
            return before == null ? spent() : spent().minus(before.getValue());
        }
    }

    private record Asked(QuestionKey key, Instant epochEnds) {}

    private record Cached(Release release, long draw) {}

    private record Paid(Principal principal, long draw) {}

    private final InstantSource clock;
    private final Map<Holder, Totals> accounts = new HashMap<>();
    private final Map<Asked, Cached> answers = new HashMap<>();
    private final Set<Paid> paid = new HashSet<>();
    private Instant latest = Instant.MIN;
    private long draws;

    public InMemoryBudgetLedger(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized ChargeResult open(ChargeRequest request, PrivacyLoss price) {
        Cached cached = answers.get(new Asked(request.key(), request.epochEnds()));
        if (cached != null) {
            return buy(request, cached);
        }
        if (!canPay(request, price)) {
            return new ChargeResult.Refused();
        }
        long draw = ++draws;
        book(request, draw, price);
        return new ChargeResult.Opened(draw);
    }

    @Override
    public synchronized ChargeResult settle(ChargeRequest request, long draw, PrivacyLoss further, Release release) {
        Asked asked = new Asked(request.key(), request.epochEnds());
        Cached cached = answers.get(asked);
        if (cached != null) {
            return buy(request, cached);
        }
        if (!canPay(request, further)) {
            return new ChargeResult.Refused();
        }
        book(request, draw, further);
        answers.put(asked, new Cached(release, draw));
        return new ChargeResult.Answered(release, further);
    }

    /** The people have paid for a cached answer; a principal pays for it once. */
    private ChargeResult buy(ChargeRequest request, Cached cached) {
        Principal principal = request.principal();
        if (principal == null || paid.contains(new Paid(principal, cached.draw()))) {
            return new ChargeResult.Answered(cached.release(), PrivacyLoss.NONE);
        }
        PrivacyLoss cost = cached.release().cost();
        if (!cost.fitsIn(left(principal, request.callerClass()))) {
            return new ChargeResult.Refused();
        }
        bookPrincipal(principal, cached.draw(), cost);
        return new ChargeResult.Answered(cached.release(), cost);
    }

    private boolean canPay(ChargeRequest request, PrivacyLoss loss) {
        return loss.fitsIn(left(request.people(), request.callerClass()))
                && (request.principal() == null || loss.fitsIn(left(request.principal(), request.callerClass())));
    }

    private void book(ChargeRequest request, long draw, PrivacyLoss loss) {
        Account.booked(request.people())
                .forEach(account -> account(account, request.callerClass()).book(now(), loss));
        bookPrincipal(request.principal(), draw, loss);
    }

    private void bookPrincipal(@Nullable Principal principal, long draw, PrivacyLoss loss) {
        if (principal != null) {
            account(new Holder.OfPrincipal(principal)).book(now(), loss);
            paid.add(new Paid(principal, draw));
        }
    }

    private Totals account(Account account, CallerClass callerClass) {
        return account(new Holder.OfPeople(account, callerClass.name()));
    }

    private Totals account(Holder holder) {
        return accounts.computeIfAbsent(holder, unknown -> new Totals());
    }

    @Override
    public synchronized PrivacyLoss left(Principal principal, CallerClass callerClass) {
        Totals account = account(new Holder.OfPrincipal(principal));
        return callerClass.principalBudget().minus(account.spentAfter(windowStart(callerClass)));
    }

    @Override
    public synchronized PrivacyLoss left(Population people, CallerClass callerClass) {
        Instant start = windowStart(callerClass);
        PrivacyLoss inWindow = spent(people, callerClass, totals -> totals.spentAfter(start));
        return callerClass
                .tableBudget()
                .minus(inWindow)
                .least(callerClass.lifetimeBudget().minus(spent(people, callerClass, Totals::spent)));
    }

    private PrivacyLoss spent(Population people, CallerClass callerClass, Function<Totals, PrivacyLoss> spent) {
        PrivacyLoss held = PrivacyLoss.NONE;
        for (Account account : Account.holding(people)) {
            held = held.plus(spent.apply(account(account, callerClass)));
        }
        PrivacyLoss twice = PrivacyLoss.NONE;
        for (Account account : Account.heldTwice(people)) {
            twice = twice.plus(spent.apply(account(account, callerClass)));
        }
        return held.minus(twice);
    }

    @Override
    public synchronized Left left(Principal principal, Population people, CallerClass callerClass) {
        return new Left(left(principal, callerClass), left(people, callerClass));
    }

    private Instant windowStart(CallerClass callerClass) {
        return now().minus(callerClass.window());
    }

    /** Never goes back, so that totals are in the order of time. */
    private Instant now() {
        Instant now = clock.instant();
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }
}
