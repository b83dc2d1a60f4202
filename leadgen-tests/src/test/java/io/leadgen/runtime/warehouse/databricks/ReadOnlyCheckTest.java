package io.leadgen.runtime.warehouse.databricks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyCheckTest {
    private static final String EVIL = "x`; DROP TABLE t; --'/*";

    static Stream<String> rendered() throws Exception {
        Path golden = Path.of(ReadOnlyCheckTest.class
                .getResource("/io/leadgen/runtime/sql/databricks.golden.sql")
                .toURI());
        return Files.readAllLines(golden).stream().filter(line -> !line.isEmpty() && !line.startsWith("--"));
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void passesWhatTheRendererMakes(String statement) {
        assertThatCode(() -> ReadOnlyCheck.check(statement)).doesNotThrowAnyException();
    }

    @Test
    void passesMetadataStatementsWhateverTheNames() {
        TableName table = new TableName(EVIL, EVIL, EVIL);
        for (DatabricksCatalogSql sql : List.of(
                DatabricksCatalogSql.catalogs(),
                DatabricksCatalogSql.schemas(EVIL),
                DatabricksCatalogSql.tables(EVIL, EVIL),
                DatabricksCatalogSql.table(table),
                DatabricksCatalogSql.columns(table),
                DatabricksCatalogSql.detail(table),
                DatabricksCatalogSql.showSchemas(EVIL),
                DatabricksCatalogSql.showTables(EVIL, EVIL),
                DatabricksCatalogSql.describe(table))) {
            assertThatCode(() -> ReadOnlyCheck.check(sql.text())).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "select 1",
                " SELECT 1",
                "SELECTED 1",
                "SELECT 1; DROP TABLE t",
                "SELECT 1;",
                "SELECT 1 -- two",
                "SELECT 1 /* two */",
                "SELECT `a",
                "SELECT `a``",
                "SELECT 'a",
                "SELECT 'a\\'",
                "SELECT \"a\"",
                "SELECT 'a'' ; DROP TABLE t",
                "SELECT `a`; DROP TABLE `t`",
                "SHOW TABLES; DROP TABLE t",
                "EXPLAIN SELECT 1",
                "WITH a AS (SELECT 1) SELECT 1"
            })
    void refusesAllElse(String statement) {
        assertThatThrownBy(() -> ReadOnlyCheck.check(statement)).isInstanceOf(IllegalStateException.class);
    }
}
