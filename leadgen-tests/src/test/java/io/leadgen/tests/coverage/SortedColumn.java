package io.leadgen.tests.coverage;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table of one numeric column, one row for each person, that answers at once however many rows it has: the values are sorted
 * and their sums are known. What it answers is what {@link io.leadgen.fixture.MemoryWarehouse} does; the test shows that.
 */
final class SortedColumn implements Warehouse {
    static final TableName TABLE = TableName.parse("main.leads.people");
    static final String VALUE = "v";

    private final double[] values;
    /** The sum of the first values. */
    private final double[] sums;

    private final TableSchema schema;

    SortedColumn(double[] values, ColumnType type) {
        this.values = values.clone();
        Arrays.sort(this.values);
        this.sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + this.values[i];
        }
        this.schema = new TableSchema(TABLE, List.of(Column.of("id", ColumnType.BIGINT), Column.of(VALUE, type)), "");
    }

    int size() {
        return values.length;
    }

    /** How many values are below a number. */
    int below(double number) {
        int from = 0;
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    int through(double number) {
        return below(Math.nextUp(number));
    }

    /** The sum of the values, each moved to the nearer bound where it lies outside. */
    double clampedSum(Bounds bounds) {
        int from = below(bounds.lower());
        int to = through(bounds.upper());
        return sums[to] - sums[from] + from * bounds.lower() + (values.length - to) * bounds.upper();
    }

    double sum() {
        return sums[values.length];
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        return Aggregate.seal(cells(query));
    }

    BigInteger[][] cells(AggregateQuery query) {
        if (query.cells() instanceof Cells.Bins bins) {
            Grid grid = bins.grid();
            BigInteger[][] cells = new BigInteger[grid.size()][];
            int before = 0;
            for (int bin = 0; bin < cells.length; bin++) {
                int end = bin == cells.length - 1 ? values.length : end(grid, bin);
                cells[bin] = new BigInteger[] {BigInteger.valueOf(Math.max(0, end - before))};
                before = Math.max(before, end);
            }
            return cells;
        }
        return new BigInteger[][] {query.measures().stream().map(this::measured).toArray(BigInteger[]::new)};
    }

    /** How many values lie below the upper edge of a bin; on a grid from zero on, the edge nearer to zero belongs to its bin. */
    private int end(Grid grid, int bin) {
        boolean towardsZero = grid instanceof Grid.Logarithmic && bin <= Grid.Logarithmic.ZERO;
        return towardsZero ? through(grid.upperEdge(bin)) : below(grid.upperEdge(bin));
    }

    private BigInteger measured(Measure measure) {
        if (measure instanceof Measure.CentredSum sum) {
            Bounds bounds = sum.bounds();
            double distances = clampedSum(bounds) - values.length * bounds.midpoint();
            return BigInteger.valueOf(Math.round(distances / bounds.halfWidth() * Measure.CentredSum.STEPS));
        }
        return BigInteger.valueOf(values.length);
    }

    @Override
    public List<String> catalogs() {
        return List.of(TABLE.catalog());
    }

    @Override
    public List<String> schemas(String catalog) {
        return List.of(TABLE.schema());
    }

    @Override
    public List<TableName> tables(String catalog, String schemaName) {
        return List.of(TABLE);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return Optional.of(schema);
    }

    @Override
    public String explain(AggregateQuery query) {
        return "";
    }

    @Override
    public void close() {}
}
