package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.testkit.GoldenQuestions;
import io.leadgen.warehouse.AggregateQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The statements for Databricks have, on Spark, the cells that DuckDB, H2 and the reference have. */
class SparkAnswersTest {
    @TempDir
    static Path directory;

    @Test
    void goldenQuestionsHaveTheSameCells(TestReporter reporter) throws Exception {
        Map<String, AggregateQuery> questions = GoldenQuestions.all();
        List<String> differences = new ArrayList<>();
        try (Engines engines = new Engines(directory, GoldenQuestions.tables())) {
            questions.forEach((title, question) ->
                    engines.difference(question).ifPresent(difference -> differences.add(title + ": " + difference)));
        }
        reporter.publishEntry("golden", questions.size() + " questions");
        assertThat(questions).hasSizeGreaterThan(150);
        assertThat(differences).isEmpty();
    }
}
