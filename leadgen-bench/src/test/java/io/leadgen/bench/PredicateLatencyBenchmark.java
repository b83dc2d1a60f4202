package io.leadgen.bench;

import io.leadgen.catalog.TableSchema;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.ParsedPredicate;
import io.leadgen.predicate.language.parse.PredicateParser;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.sql.SqlRenderer;
import io.leadgen.runtime.warehouse.databricks.DatabricksDialect;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the text of a predicate to SQL: the whole way, each step by itself, and JSqlParser alone on the same text, without
 * the checks of the lexer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PredicateLatencyBenchmark {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    /** Conditions that are joined by AND, OR and NOT. */
    @Param({"1", "10", "64"})
    public int comparisons;

    @Param("64")
    public int columns;

    private final PredicateParser parser = new PredicateParser(PredicateLimits.UNTRUSTED);
    private final PredicateBinder binder = new PredicateBinder();
    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();
    private final SqlRenderer renderer = new SqlRenderer(new DatabricksDialect());

    private TableSchema schema = PredicateWorkload.schema(1);
    private String text = "";
    private ParsedPredicate parsed = parser.parse("TRUE");
    private Predicate bound = Predicate.Constant.TRUE;
    private Predicate canonical = Predicate.Constant.TRUE;

    @Setup
    public void prepare() {
        schema = PredicateWorkload.schema(columns);
        text = PredicateWorkload.predicate(comparisons);
        parsed = stage3GateJSqlParserAndConversion();
        bound = stage4Bind();
        canonical = stage5Canonicalize();
    }

    /** Gate, JSqlParser, conversion, binding, canonical form and SQL. */
    @Benchmark
    public ParameterizedSql textToSql() {
        Predicate predicate = binder.bind(parser.parse(text), schema, Set.of(), TODAY);
        return renderer.render(count(canonicalizer.canonicalize(predicate)));
    }

    /** The lexer and its checks: the line that JSqlParser would read. */
    @Benchmark
    public String stage1Gate() {
        Diagnostics diagnostics = new Diagnostics();
        Normalizer normalizer = Normalizer.of(text, PredicateLimits.UNTRUSTED, diagnostics);
        diagnostics.throwIfAny();
        return normalizer.normalized();
    }

    /** The same, and JSqlParser on what came out. */
    @Benchmark
    public Expression stage2GateAndJSqlParser() {
        try {
            CCJSqlParser lines = new CCJSqlParser(new StringProvider(stage1Gate()));
            lines.withAllowComplexParsing(false);
            return lines.Expression();
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a predicate", e);
        }
    }

    /** The same, and the conversion to a tree of ours, with its account of every token. */
    @Benchmark
    public ParsedPredicate stage3GateJSqlParserAndConversion() {
        return parser.parse(text);
    }

    /** Names and types. */
    @Benchmark
    public Predicate stage4Bind() {
        return binder.bind(parsed, schema, Set.of(), TODAY);
    }

    @Benchmark
    public Predicate stage5Canonicalize() {
        return canonicalizer.canonicalize(bound);
    }

    /** The canonical form as text, for the question's key. */
    @Benchmark
    public String stage6Print() {
        return PredicatePrinter.text(canonical);
    }

    /** The statement and its binds. */
    @Benchmark
    public ParameterizedSql stage7Render() {
        return renderer.render(count(canonical));
    }

    /** JSqlParser by its own front door, for comparison: without a gate, a meaning or SQL. */
    @Benchmark
    public Expression jSqlParserAlone() throws JSQLParserException {
        return CCJSqlParserUtil.parseCondExpression(text, false);
    }

    private static AggregateQuery count(Predicate filter) {
        return new AggregateQuery(
                CustomersFiles.TABLE,
                new PrivacyUnit.Row(null),
                filter,
                new Cells.Whole(),
                List.of(new Measure.Units()));
    }
}
