package io.leadgen.runtime.sql;

import io.leadgen.error.Cancellation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A read-only statement and the values of its markers.
 *
 * @param text SQL with a {@code ?} for each bind
 */
public record BoundStatement(String text, List<Bind> binds) {

    public interface ResultReader<T> {
        /** Reads the rows; the result set is closed afterwards. */
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * Runs the statement. After a cancellation it is cancelled repeatedly until it has stopped.
     *
     * @throws SQLException from the driver, also after a cancellation
     */
    public <T> T run(Connection connection, ResultReader<T> reader, Cancellation cancellation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement);
            Cancellation.Registration registration = StatementCanceller.register(statement, cancellation);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            } finally {
                registration.close();
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
                case OTHER -> throw new IllegalArgumentException("a bind without a type");
            }
        }
    }
}
