package io.leadgen.runtime.warehouse;

import io.leadgen.runtime.sql.Bind;
import io.leadgen.warehouse.Cancellation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement that reads, with the values of its markers.
 *
 * @param text with a {@code ?} for each bind
 */
public record BoundStatement(String text, List<Bind> binds) {

    /** What rows say. */
    public interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Runs it to its end, or until the cancellation says so: then it is told to stop again and again until it has. */
    public <T> T run(Connection connection, Reader<T> reader, Cancellation cancellation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement);
            Cancellation.Registration watch = StatementCanceller.watch(statement, cancellation);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            } finally {
                watch.close();
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < binds.size(); i++) {
            Bind bind = binds.get(i);
            switch (bind.type().kind()) {
                case BOOLEAN -> statement.setBoolean(i + 1, (Boolean) bind.value());
                case TINYINT, SMALLINT, INT -> statement.setInt(i + 1, Math.toIntExact((Long) bind.value()));
                case BIGINT -> statement.setLong(i + 1, (Long) bind.value());
                case DECIMAL -> statement.setBigDecimal(i + 1, (BigDecimal) bind.value());
                case FLOAT, DOUBLE -> statement.setDouble(i + 1, (Double) bind.value());
                case STRING -> statement.setString(i + 1, (String) bind.value());
                case DATE, TIMESTAMP, TIMESTAMP_NTZ -> statement.setObject(i + 1, bind.value());
                case OTHER -> throw new IllegalArgumentException("a bind of no type");
            }
        }
    }
}
