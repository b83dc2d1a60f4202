package io.leadgen.e2e.spark;

import io.leadgen.catalog.TableName;
import io.leadgen.fixture.TableData;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Apache Spark inside this JVM, as a stand-in for a Databricks SQL warehouse: ANSI mode, the session's time zone UTC, Unity's
 * three-part names.
 *
 * <pre>{@code
 * LocalSpark spark = LocalSpark.with(List.of(table));
 * List<Row> rows = spark.sql("SELECT COUNT(*) FROM `main`.`lab`.`t` AS t0 WHERE t0.`age` > ?", List.of(18)).collectAsList();
 * }</pre>
 *
 * <p>There is one Spark for the JVM; it takes some seconds to start, and starts with the first use. Every instance is a session
 * of its own with tables of its own, and costs nothing; instances can be used side by side, and one by several threads.
 * Tables are read by a scan that is handed no filter, so that whatever a statement says is computed by Spark's own functions.
 */
public final class LocalSpark {
    private final SparkSession session;

    private LocalSpark(SparkSession session) {
        this.session = session;
    }

    /** A session with these tables, each under its three-part name. */
    public static LocalSpark with(Collection<TableData> tables) {
        Map<String, Map<TableName, TableData>> catalogs = new HashMap<>();
        tables.forEach(table -> catalogs.computeIfAbsent(table.schema().name().catalog(), any -> new HashMap<>())
                .put(table.schema().name(), table));
        SparkSession session = Engine.ROOT.newSession();
        catalogs.forEach((name, contents) -> {
            String catalog = "spark.sql.catalog." + name;
            session.conf().set(catalog, RowsCatalog.class.getName());
            session.conf().set(catalog + "." + RowsCatalog.CONTENTS, RowsCatalog.keep(contents));
        });
        return new LocalSpark(session);
    }

    /** The session, for what {@link #sql} does not do. */
    public SparkSession session() {
        return session;
    }

    /**
     * A statement with a value for each of its {@code ?}, in Spark's own way to bind values, which gives a marker the type of
     * its Java value: BOOLEAN, INT for Integer, BIGINT for Long, DECIMAL with the value's own digits for BigDecimal, DOUBLE,
     * STRING, DATE for LocalDate, TIMESTAMP_NTZ for LocalDateTime.
     *
     * <p>The markers are given names first, as drivers do it who speak to Databricks: of five {@code ?} or more, Spark 4.1.3
     * mixes up the values (SPARK-58341).
     */
    public Dataset<Row> sql(String text, List<?> values) {
        NamedMarkers markers = NamedMarkers.of(text);
        if (markers.count() != values.size()) {
            throw new IllegalArgumentException(markers.count() + " markers, " + values.size() + " values");
        }
        Map<String, Object> byName = new HashMap<>();
        for (Object value : values) {
            byName.put(NamedMarkers.name(byName.size()), value);
        }
        return session.sql(markers.text(), byName);
    }

    /**
     * Runs some work that the {@link #stop} of the same name ends.
     *
     * @param tag one that nothing else has, as {@link #tag} makes it
     */
    public <T> T stoppable(String tag, java.util.function.Supplier<T> work) {
        // A session's own tags are known to its thread only, and whoever stops the work is another one.
        SparkContext context = session.sparkContext();
        context.setInterruptOnCancel(true);
        context.addJobTag(tag);
        try {
            return work.get();
        } finally {
            context.removeJobTag(tag);
        }
    }

    /** Ends what runs under this tag, if anything does. */
    public void stop(String tag) {
        session.sparkContext().cancelJobsWithTag(tag);
    }

    /** A new tag. */
    public static String tag() {
        return UUID.randomUUID().toString();
    }

    private static final class Engine {
        private static final String COMPILED = System.getProperty("leadgen.spark.compiled", "false");

        static final SparkSession ROOT = SparkSession.builder()
                .appName("leadgen")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.local.dir", "target/spark")
                .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.default.parallelism", "2")
                // It plans a statement again between its stages, which costs more here than the statement does.
                .config("spark.sql.adaptive.enabled", "false")
                // Spark describes each plan for its user interface, even where there is none.
                .config("spark.sql.maxPlanStringLength", "0")
                // To compile a statement to bytecode takes longer than to interpret it over a few hundred rows; the
                // long form of
                // the proof compiles.
                .config("spark.sql.codegen.wholeStage", COMPILED)
                .config("spark.sql.codegen.factoryMode", Boolean.parseBoolean(COMPILED) ? "FALLBACK" : "NO_CODEGEN")
                .getOrCreate();
    }
}
