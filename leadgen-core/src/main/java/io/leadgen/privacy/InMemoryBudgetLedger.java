package io.leadgen.privacy;

import io.leadgen.catalog.TableName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that lives as long as the process.
 *
 * <p>Non-guarantee: a restart forgets what was spent. It is for tests, and for a process that is the only way to the data and
 * lives as long as the budget's window.
 */
public final class InMemoryBudgetLedger implements BudgetLedger {
    private record Entry(
            @Nullable Principal principal, String callerClass, TableName table, Instant at, Rho rho, boolean byTable) {}

    private record Answered(QuestionKey key, Instant epochEnds) {}

    private record Paid(
            @Nullable Principal principal, String callerClass, QuestionKey key, Instant epochEnds, int step, Rho rho) {}

    private final InstantSource clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Paid> paid = new HashSet<>();
    private final Map<Answered, Release> answers = new HashMap<>();

    public InMemoryBudgetLedger(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Outcome charge(Charge charge) {
        Instant now = clock.instant();
        String className = charge.callerClass().name();
        Paid byPrincipal = paid(charge, charge.principal());
        Paid byTable = paid(charge, null);
        boolean newForPrincipal = charge.principal() != null && !paid.contains(byPrincipal);
        boolean newForTable = !paid.contains(byTable);
        if (newForPrincipal
                && !fits(charge.rho(), spentBy(charge), charge.callerClass().principalBudget())) {
            return Outcome.REFUSED;
        }
        if (newForTable) {
            Predicate<Entry> ofTable = onTable(charge.table(), className);
            Instant since = now.minus(charge.callerClass().window());
            if (!fits(
                            charge.rho(),
                            spent(ofTable.and(after(since))),
                            charge.callerClass().tableBudget())
                    || !fits(charge.rho(), spent(ofTable), charge.callerClass().lifetimeBudget())) {
                return Outcome.REFUSED;
            }
            paid.add(byTable);
            entries.add(new Entry(null, className, charge.table(), now, charge.rho(), true));
        }
        if (newForPrincipal) {
            paid.add(byPrincipal);
            entries.add(new Entry(charge.principal(), className, charge.table(), now, charge.rho(), false));
        }
        return newForPrincipal || (charge.principal() == null && newForTable) ? Outcome.CHARGED : Outcome.REPEATED;
    }

    private static boolean fits(Rho rho, Rho spent, Rho cap) {
        return spent.plus(rho).compareTo(cap) <= 0;
    }

    private static Paid paid(Charge charge, @Nullable Principal principal) {
        return new Paid(
                principal, charge.callerClass().name(), charge.key(), charge.epochEnds(), charge.step(), charge.rho());
    }

    private Rho spentBy(Charge charge) {
        Instant since = clock.instant().minus(charge.callerClass().window());
        return spent(ofPrincipal(charge.principal()).and(after(since)));
    }

    private Rho spent(Predicate<Entry> which) {
        return entries.stream().filter(which).map(Entry::rho).reduce(Rho.ZERO, Rho::plus);
    }

    private static Predicate<Entry> after(Instant since) {
        return entry -> entry.at().isAfter(since);
    }

    private static Predicate<Entry> ofPrincipal(@Nullable Principal principal) {
        return entry -> !entry.byTable() && Objects.equals(entry.principal(), principal);
    }

    private static Predicate<Entry> onTable(TableName table, String callerClass) {
        return entry -> entry.byTable()
                && entry.table().equals(table)
                && entry.callerClass().equals(callerClass);
    }

    @Override
    public synchronized Optional<Release> find(QuestionKey key, Instant epochEnds) {
        return Optional.ofNullable(answers.get(new Answered(key, epochEnds)));
    }

    @Override
    public synchronized Release store(QuestionKey key, Instant epochEnds, Release release) {
        Release standing = answers.putIfAbsent(new Answered(key, epochEnds), release);
        return standing == null ? release : standing;
    }

    @Override
    public synchronized Balance balance(Principal principal, CallerClass callerClass, TableName table) {
        Predicate<Entry> recent = after(clock.instant().minus(callerClass.window()));
        Predicate<Entry> ofTable = onTable(table, callerClass.name());
        Rho byPrincipal =
                callerClass.principalBudget().minus(spent(ofPrincipal(principal).and(recent)));
        Rho inWindow = callerClass.tableBudget().minus(spent(ofTable.and(recent)));
        Rho inLifetime = callerClass.lifetimeBudget().minus(spent(ofTable));
        return new Balance(byPrincipal, inWindow.compareTo(inLifetime) < 0 ? inWindow : inLifetime);
    }
}
