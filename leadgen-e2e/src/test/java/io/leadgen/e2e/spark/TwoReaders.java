package io.leadgen.e2e.spark;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.e2e.spark.SparkTrees.OtherMeaning;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.internal.SQLConf;

/** The product's parser and Spark's own, over one table. For one thread. */
final class TwoReaders {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final PredicateParser parser = new PredicateParser(PredicateLimits.UNTRUSTED);
    private final PredicateBinder binder = new PredicateBinder();
    private final CatalystSqlParser spark = new CatalystSqlParser();
    private final TableSchema schema;
    private final SparkTrees sparkTrees;

    TwoReaders(TableSchema schema) {
        this.schema = schema;
        this.sparkTrees = new SparkTrees(schema, TODAY);
        SQLConf.get().setConfString("spark.sql.session.timeZone", "UTC");
    }

    /** What a text is to both. */
    record Reading(String text, Tree product, Tree spark) {
        boolean agree() {
            return product.equals(spark);
        }

        @Override
        public String toString() {
            return text + "\n  product: " + product + "\n  Spark:   " + spark;
        }
    }

    /** The two trees, or empty if the product refuses the text. */
    Optional<Reading> read(String text) {
        return product(text).map(tree -> new Reading(text, tree, spark(text)));
    }

    Optional<Tree> product(String text) {
        try {
            return Optional.of(productOrThrow(text));
        } catch (LeadgenException e) {
            return Optional.empty();
        }
    }

    Tree productOrThrow(String text) {
        return ProductTrees.of(binder.bind(parser.parse(text), schema, Set.<ColumnName>of(), TODAY));
    }

    /** Spark's tree; where it has none, or one beyond the predicate language, a leaf that no product tree equals. */
    Tree spark(String text) {
        try {
            return sparkTrees.condition(spark.parseExpression(text));
        } catch (OtherMeaning e) {
            return Tree.leaf("other meaning: " + e.getMessage());
        } catch (Exception e) {
            // Scala declares no exceptions, so that Java cannot catch those of Spark by their names.
            if (e instanceof SparkThrowable) {
                return Tree.leaf(
                        "refused: " + String.valueOf(e.getMessage()).strip().split("\n", 2)[0]);
            }
            // Days beyond the calendar, parts of days.
            if (e instanceof DateTimeException || e instanceof ArithmeticException) {
                return Tree.leaf("other meaning: " + e.getMessage());
            }
            throw e;
        }
    }
}
