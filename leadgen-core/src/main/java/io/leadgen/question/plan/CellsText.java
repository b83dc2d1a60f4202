package io.leadgen.question.plan;

import io.leadgen.catalog.ColumnName;
import io.leadgen.people.UnitLimit;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.CanonicalPredicate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Cells as the parts of a question's key. The first part says the kind, and with it how many parts follow, so that no two
 * questions have the same ones.
 */
final class CellsText implements Cells.Visitor<List<String>>, GroupKey.Visitor<String> {
    private final List<CanonicalPredicate> known;
    private final SortedSet<ColumnName> columns = new TreeSet<>();

    /** @param known the canonical predicates that cells are made of */
    CellsText(List<CanonicalPredicate> known) {
        this.known = known;
    }

    /** The columns of the keys that were written. */
    SortedSet<ColumnName> columns() {
        return columns;
    }

    @Override
    public List<String> whole(Cells.Whole cells) {
        return List.of("whole");
    }

    @Override
    public List<String> bins(Cells.Bins cells) {
        return List.of("bins " + QuestionKeys.value(cells.value()) + " " + grid(cells.grid()));
    }

    private static String grid(Grid grid) {
        if (grid instanceof Grid.Linear linear) {
            return "linear " + linear.size() + " " + QuestionKeys.bounds(linear.bounds());
        }
        return grid instanceof Grid.Stretched stretched
                ? "stretched " + QuestionKeys.bounds(stretched.bounds())
                : "logarithmic";
    }

    @Override
    public List<String> groups(Cells.Groups cells) {
        return keys("groups", cells.keys(), limit(cells.limit()));
    }

    @Override
    public List<String> foundGroups(Cells.FoundGroups cells) {
        return keys("found groups", cells.keys(), limit(cells.limit()) + " at least " + cells.atLeast());
    }

    private List<String> keys(String kind, List<? extends GroupKey> keys, String limit) {
        List<String> parts = new ArrayList<>(List.of(kind + " " + keys.size() + " " + limit));
        keys.forEach(key -> parts.add(key.accept(this)));
        return parts;
    }

    private static String limit(UnitLimit limit) {
        return limit.cells() + " by " + limit.salt();
    }

    @Override
    public List<String> funnel(Cells.Funnel cells) {
        return predicates("funnel", cells.steps());
    }

    @Override
    public List<String> atoms(Cells.Atoms cells) {
        return predicates("atoms", cells.audiences());
    }

    @Override
    public List<String> each(Cells.Each cells) {
        return predicates("each", cells.conditions());
    }

    private List<String> predicates(String kind, List<Predicate> predicates) {
        List<String> parts = new ArrayList<>(List.of(kind + " " + predicates.size()));
        predicates.forEach(predicate -> parts.add(rows(predicate)));
        return parts;
    }

    /** Predicates of one form have one key. */
    private String rows(Predicate predicate) {
        return known.stream()
                .filter(canonical -> canonical.predicate().equals(predicate))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a cell of an unknown predicate"))
                .key();
    }

    @Override
    public String listed(GroupKey.Listed key) {
        return "listed " + literals(key.column(), key.values());
    }

    @Override
    public String bands(GroupKey.Bands key) {
        return "bands " + literals(key.column(), key.edges());
    }

    private String literals(ColumnRef column, List<Literal> literals) {
        columns.add(column.name());
        return PredicatePrinter.text(new Predicate.In(column, literals));
    }

    @Override
    public String windows(GroupKey.Windows key) {
        return "windows " + key.format() + " " + key.every() + " " + key.first() + " " + key.count() + " "
                + column(key.column());
    }

    @Override
    public String values(GroupKey.Values key) {
        return "values " + column(key.column());
    }

    @Override
    public String calendar(GroupKey.Calendar key) {
        return "calendar " + key.unit() + " " + column(key.column());
    }

    private String column(ColumnRef column) {
        columns.add(column.name());
        return QuestionKeys.quoted(column.name());
    }
}
