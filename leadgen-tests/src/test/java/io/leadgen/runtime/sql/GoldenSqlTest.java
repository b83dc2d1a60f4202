package io.leadgen.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.runtime.warehouse.databricks.DatabricksDialect;
import io.leadgen.runtime.warehouse.duckdb.DuckDbDialect;
import io.leadgen.tests.generate.GoldenQuestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The statements of each dialect, for people to review. After a change on purpose, write them anew with
 * {@code -Dleadgen.golden.update=true} and read the difference.
 */
class GoldenSqlTest {
    @ParameterizedTest
    @ValueSource(strings = {"databricks", "duckdb", "h2"})
    void rendersAsReviewed(String name) throws IOException {
        SqlDialect dialect = switch (name) {
            case "databricks" -> new DatabricksDialect();
            case "duckdb" -> new DuckDbDialect();
            default -> new H2Dialect();
        };
        SqlRenderer renderer = new SqlRenderer(dialect);
        StringBuilder rendered = new StringBuilder();
        GoldenQuestions.all().forEach((title, query) -> {
            ParameterizedSql sql = renderer.render(query);
            assertThat(sql.text().chars().filter(c -> c == '?').count())
                    .isEqualTo(sql.binds().size());
            rendered.append("-- ").append(title).append('\n').append(sql.text()).append('\n');
            sql.binds()
                    .forEach(bind -> rendered.append("--   ")
                            .append(bind.type())
                            .append(' ')
                            .append(bind.value())
                            .append('\n'));
            rendered.append('\n');
        });
        String file = name + ".golden.sql";
        if (Boolean.getBoolean("leadgen.golden.update")) {
            Path path = Path.of("src/test/resources/io/leadgen/runtime/sql", file);
            Files.writeString(path, rendered.toString());
            return;
        }
        try (InputStream golden = GoldenSqlTest.class.getResourceAsStream(file)) {
            assertThat(golden).as(file).isNotNull();
            assertThat(rendered.toString()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
