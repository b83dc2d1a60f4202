package io.leadgen.e2e.spark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;

/** As much of JDBC over Spark as {@link io.leadgen.runtime.sql.JdbcWarehouse} uses. */
final class SparkStatement implements InvocationHandler {
    /** Databricks refuses statements with more. */
    static final int MOST_MARKERS = 256;

    private final LocalSpark spark;
    private final String text;
    private final String tag = LocalSpark.tag();
    private final TreeMap<Integer, Object> values = new TreeMap<>();

    private SparkStatement(LocalSpark spark, String text) {
        this.spark = spark;
        this.text = text;
    }

    static Connection connection(LocalSpark spark) {
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> proxy(PreparedStatement.class, new SparkStatement(spark, (String) arguments[0]));
            case "close" -> null;
            default -> throw new SQLFeatureNotSupportedException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().startsWith("set")) {
            values.put((Integer) arguments[0], arguments[1]);
            return null;
        }
        return switch (method.getName()) {
            case "executeQuery" -> run();
            case "cancel" -> {
                spark.stop(tag);
                yield null;
            }
            case "close" -> null;
            default -> throw new SQLFeatureNotSupportedException(method.getName());
        };
    }

    private ResultSet run() {
        if (values.size() > MOST_MARKERS) {
            throw new IllegalStateException(values.size() + " markers");
        }
        return spark.stoppable(tag, () -> {
            var answer = spark.sql(text, List.copyOf(values.values()));
            SimpleResultSet result = new SimpleResultSet();
            for (String column : answer.columns()) {
                result.addColumn(column, Types.JAVA_OBJECT, 0, 0);
            }
            for (Row row : answer.collectAsList()) {
                @Nullable Object[] cells = new @Nullable Object[row.length()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = row.get(i);
                }
                result.addRow(cells);
            }
            return result;
        });
    }
}
