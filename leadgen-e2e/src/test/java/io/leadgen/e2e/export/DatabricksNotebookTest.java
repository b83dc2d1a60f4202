package io.leadgen.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of a Databricks notebook can be run without Databricks: it is Python, in cells, that hands one statement to Spark, and
 * Spark can read it. What Databricks makes of widgets is not tested here.
 */
class DatabricksNotebookTest {
    private static final TableName TABLE = TableName.parse("main.leads.people");
    private static final String CONDITION =
            "seen >= TIMESTAMP '2026-01-01 00:00:00' AND city IN ('it''s', '# COMMAND ----------', '\"\"\"\"')";

    @TempDir
    private static Path folder;

    private static String exported(ExportFormat format) throws Exception {
        Files.writeString(folder.resolve("people.csv"), "uid,city,seen\nu1,Paris,2026-01-01 10:00:00+00\n");
        Path config = Files.writeString(folder.resolve("config.yml"), """
                warehouse: {embedded: {tables: {main.leads.people: people.csv}}}
                privacy: {tables: {main.leads.people: {unit: uid}}}
                """);
        try (Leadgen leadgen = Leadgen.open(LeadgenConfig.load(config, Map.of("LEADGEN_HOME", folder.toString())))) {
            return new AudienceExport(leadgen.audience())
                    .text(TABLE, CONDITION, format, RequestContext.of(Principal.of("analyst")));
        }
    }

    @Test
    void isPythonThatHandsOneStatementToSpark() throws Exception {
        String text = exported(ExportFormat.DATABRICKS);
        assertThat(text).startsWith("# Databricks notebook source\n").isEqualTo(exported(ExportFormat.DATABRICKS));
        List<String> cells = List.of(text.split("(?m)^# COMMAND ----------$"));
        assertThat(cells).hasSize(7);
        assertThat(cells.get(5).strip())
                .isEqualTo("# MAGIC %sql\n# MAGIC SELECT COUNT(DISTINCT `uid`) AS people FROM audience");
        Path file = Files.writeString(folder.resolve("notebook.py"), text);
        DebianPython.Run run = DebianPython.in(folder).python("""
                import sys
                class Widgets:
                    def __init__(self): self.values = {}
                    def text(self, name, default, label): self.values[name] = default
                    def get(self, name): return self.values[name]
                class Databricks: widgets = Widgets()
                class Frame:
                    def createOrReplaceTempView(self, name): assert name == "audience"
                    def limit(self, rows): return rows
                class Conf:
                    def set(self, key, value): print(key, value)
                class Spark:
                    conf = Conf()
                    def sql(self, sql, args):
                        print(args["table"]); print(sql.strip()); return Frame()
                shown = []
                exec(compile(open(sys.argv[1], encoding="utf-8").read(), "notebook", "exec"),
                     {"dbutils": Databricks(), "spark": Spark(), "display": shown.append})
                assert shown == [100]
                """, file.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).startsWith("spark.sql.session.timeZone UTC\n`main`.`leads`.`people`\nSELECT t0.*\n");
        String statement = run.output().substring(run.output().indexOf("SELECT"));
        assertThat(plan(statement)).contains("it's", "# COMMAND ----------", "\"\"\"\"");
    }

    @Test
    void sqlIsStatementsThatSparkReads() throws Exception {
        String text = exported(ExportFormat.SQL);
        List<String> statements =
                Stream.of(text.split(";\n")).filter(part -> !part.isBlank()).toList();
        assertThat(statements).hasSize(3);
        assertThat(statements.get(0)).endsWith("SET TIME ZONE 'UTC'");
        for (String statement : statements.subList(1, 3)) {
            assertThat(plan(statement)).contains("it's");
        }
    }

    /** In full: other tests of this process have Spark write no plans. */
    private static String plan(String statement) {
        return SQLConf.withExistingConf(
                new SQLConf(),
                () -> new CatalystSqlParser().parsePlan(statement).toString());
    }
}
