package io.leadgen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.PredicateEvaluator;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.CanonicalPredicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.tests.generate.Dice;
import io.leadgen.tests.generate.PredicateGenerator;
import io.leadgen.tests.generate.SampleValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the ledger's keys rest on: one form for one meaning where promised, never one form for two. */
@Tag("slow")
class CanonicalFormTest {
    /** Six times as many predicates and rewrites. A long run finds what one in 100,000 predicates shows. */
    private static final int TABLES = Integer.getInteger("leadgen.canonical.tables", 3500);

    private static final int PREDICATES_PER_TABLE = 6;
    private static final int REWRITES_PER_TABLE = 6;
    private static final int ALTERATIONS_PER_TABLE = 15;
    private static final int VALUES_OF_TWO = 6;
    private static final int VALUES_OF_THREE = 3;

    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();

    /** A small table: one to three columns of all types, and every combination of a few of their values and NULL. */
    private record Table(TableSchema schema, List<Map<ColumnName, Object>> rows) {
        static Table of(long seed) {
            Dice dice = new Dice(seed);
            List<Column> all = dice.shuffled(PredicateGenerator.everyType().columns());
            List<Column> columns = all.subList(0, dice.of(1, 2, 2, 3));
            List<Map<ColumnName, Object>> rows = List.of(Map.of());
            for (Column column : columns) {
                List<Object> values = dice.shuffled(SampleValues.values(column.type()));
                int most = columns.size() == 1 ? values.size() : columns.size() == 2 ? VALUES_OF_TWO : VALUES_OF_THREE;
                List<Map<ColumnName, Object>> longer = new ArrayList<>(rows);
                for (Object value : values.subList(0, Math.min(most, values.size()))) {
                    for (Map<ColumnName, Object> row : rows) {
                        Map<ColumnName, Object> copy = new HashMap<>(row);
                        copy.put(column.name(), value);
                        longer.add(copy);
                    }
                }
                rows = longer;
            }
            return new Table(new TableSchema(PredicateGenerator.everyType().name(), columns, null), rows);
        }

        String selected(Predicate predicate) {
            StringBuilder bits = new StringBuilder();
            rows.forEach(row -> bits.append(PredicateEvaluator.selects(predicate, row) ? '1' : '0'));
            return bits.toString();
        }
    }

    @Test
    void theFormSelectsTheSameRowsAndIsItsOwnForm() {
        LongStream.range(0, TABLES).parallel().forEach(seed -> {
            Table table = Table.of(seed);
            PredicateGenerator generator = new PredicateGenerator(table.schema(), seed);
            for (int i = 0; i < PREDICATES_PER_TABLE; i++) {
                Predicate predicate = generator.predicate();
                CanonicalPredicate keyed = canonicalizer.keyed(predicate);
                Predicate form = keyed.predicate();
                assertThat(table.selected(form))
                        .as(() -> PredicatePrinter.text(predicate) + "\n" + PredicatePrinter.text(form))
                        .isEqualTo(table.selected(predicate));
                assertThat(canonicalizer.keyed(form))
                        .as(() -> PredicatePrinter.text(predicate) + "\n" + PredicatePrinter.text(form))
                        .isEqualTo(keyed);
                assertThat(canonicalizer.canonicalize(predicate)).isEqualTo(form);
            }
        });
    }

    @Test
    void noRowMeetsMorePredicatesThanIsSaid() {
        int[] exact = new int[2];
        LongStream.range(0, TABLES).forEach(seed -> {
            Table table = Table.of(seed);
            PredicateGenerator generator = new PredicateGenerator(table.schema(), seed);
            for (int i = 0; i < PREDICATES_PER_TABLE / 4; i++) {
                List<Predicate> predicates = Stream.generate(generator::predicate)
                        .limit(2 + i % 5)
                        .map(canonicalizer::canonicalize)
                        .toList();
                int said = canonicalizer.mostTogether(predicates);
                long met = table.rows().stream()
                        .mapToLong(row -> predicates.stream()
                                .filter(predicate -> PredicateEvaluator.selects(predicate, row))
                                .count())
                        .max()
                        .orElse(0);
                assertThat(met)
                        .as(() ->
                                predicates.stream().map(PredicatePrinter::text).collect(Collectors.joining("; ")))
                        .isLessThanOrEqualTo(said);
                assertThat(said).isLessThanOrEqualTo(predicates.size());
                exact[met == said ? 0 : 1]++;
            }
        });
        // The rows of a table are a sample of those that there can be.
        assertThat(exact[0]).isGreaterThan(exact[1]);
    }

    @Test
    void equivalentRewritesHaveOneForm() {
        List<String> missed = LongStream.range(0, TABLES)
                .parallel()
                .boxed()
                .flatMap(seed -> rewritesWithAnotherForm(seed).stream())
                .toList();
        assertThat(missed).isEmpty();
    }

    private List<String> rewritesWithAnotherForm(long seed) {
        Table table = Table.of(seed);
        PredicateGenerator generator = new PredicateGenerator(table.schema(), -seed);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < REWRITES_PER_TABLE; i++) {
            Predicate predicate = generator.predicate();
            Predicate rewritten = generator.rewrite(predicate);
            Predicate one = canonicalizer.canonicalize(predicate);
            Predicate other = canonicalizer.canonicalize(rewritten);
            if (!one.equals(other)) {
                missed.add(Stream.of(predicate, rewritten, one, other)
                        .map(PredicatePrinter::text)
                        .collect(Collectors.joining("\n", "\n", "\n")));
            }
            assertThat(table.selected(rewritten)).isEqualTo(table.selected(predicate));
        }
        return missed;
    }

    @Test
    void equivalentStructuresHaveOneKey() {
        long newForms = LongStream.range(0, TABLES)
                .parallel()
                .map(this::restructuredWithAnotherForm)
                .sum();
        assertThat(newForms).as("pairs that the form alone tells apart").isGreaterThan(TABLES);
    }

    private long restructuredWithAnotherForm(long seed) {
        Table table = Table.of(seed);
        PredicateGenerator generator = new PredicateGenerator(table.schema(), seed + 2L * TABLES);
        long newForms = 0;
        for (int i = 0; i < REWRITES_PER_TABLE; i++) {
            Predicate predicate = generator.predicate(1 + i);
            Predicate rewritten = generator.restructure(predicate);
            String texts = PredicatePrinter.text(predicate) + "\n" + PredicatePrinter.text(rewritten);
            assertThat(table.selected(rewritten)).as(texts).isEqualTo(table.selected(predicate));
            CanonicalPredicate one = canonicalizer.keyed(predicate);
            CanonicalPredicate other = canonicalizer.keyed(rewritten);
            assertThat(other.key()).as(texts).isEqualTo(one.key());
            newForms += one.predicate().equals(other.predicate()) ? 0 : 1;
        }
        return newForms;
    }

    @Test
    void predicatesThatDifferByLittleNeverShareAKey() {
        long pairs = LongStream.range(0, TABLES)
                .parallel()
                .map(this::alteredPredicatesThatDiffer)
                .sum();
        assertThat(pairs).isGreaterThan(6L * TABLES);
    }

    private long alteredPredicatesThatDiffer(long seed) {
        Table table = Table.of(seed);
        PredicateGenerator generator = new PredicateGenerator(table.schema(), seed + 3L * TABLES);
        long different = 0;
        for (int i = 0; i < ALTERATIONS_PER_TABLE; i++) {
            Predicate predicate = generator.predicate(1 + i % 6);
            Predicate altered = generator.alter(predicate);
            if (!table.selected(altered).equals(table.selected(predicate))) {
                different++;
                assertThat(canonicalizer.keyed(altered).key())
                        .as(() -> PredicatePrinter.text(predicate) + "\n" + PredicatePrinter.text(altered))
                        .isNotEqualTo(canonicalizer.keyed(predicate).key());
            }
        }
        return different;
    }

    @Test
    void predicatesThatDifferOnSomeRowShareNeitherFormNorKey() {
        long pairs = LongStream.range(0, TABLES)
                .parallel()
                .map(seed -> {
                    Table table = Table.of(seed);
                    PredicateGenerator generator = new PredicateGenerator(table.schema(), seed + TABLES);
                    List<Predicate> few = IntStream.range(0, 8)
                            .mapToObj(i -> generator.predicate(1 + i % 3))
                            .toList();
                    List<String> selected = few.stream().map(table::selected).toList();
                    List<CanonicalPredicate> forms =
                            few.stream().map(canonicalizer::keyed).toList();
                    long different = 0;
                    for (int i = 0; i < few.size(); i++) {
                        for (int j = 0; j < i; j++) {
                            if (!selected.get(i).equals(selected.get(j))) {
                                different++;
                                assertThat(forms.get(i).predicate())
                                        .isNotEqualTo(forms.get(j).predicate());
                                assertThat(forms.get(i).key())
                                        .isNotEqualTo(forms.get(j).key());
                            }
                        }
                    }
                    return different;
                })
                .sum();
        assertThat(pairs).isGreaterThan(6L * TABLES);
    }
}
