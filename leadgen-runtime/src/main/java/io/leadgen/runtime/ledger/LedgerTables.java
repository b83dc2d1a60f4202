package io.leadgen.runtime.ledger;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.ledger.LedgerRow.Answer;
import io.leadgen.runtime.ledger.LedgerRow.Entry;
import io.leadgen.runtime.ledger.LedgerRow.Question;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables over one connection, for one thread at a time. Statements are prepared once for each connection, because preparing
 * them takes longer than running them. Every query except {@link #size} uses an index. A row with an impossible value is an
 * {@link SQLDataException}.
 */
final class LedgerTables {
    private static final String TOTAL = "SELECT rho_total, delta_total FROM ledger_entry WHERE account = ?";

    private final Connection connection;
    /** Closed with the connection. */
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    LedgerTables(Connection connection) {
        this.connection = connection;
    }

    /** A table of rows; it has the columns of {@link LedgerRow#values()} and the hash. */
    private enum Table {
        ENTRY("ledger_entry", "seq, at, question, epoch_ends, draw, account, rho, delta, rho_total, delta_total"),
        ANSWER("ledger_answer", "seq, at, question, epoch_ends, draw, answer");

        private final String insertion;
        private final String selection;

        Table(String name, String columns) {
            String markers = columns.replaceAll("\\w+", "?");
            this.insertion = "INSERT INTO " + name + " (" + columns + ", hash) VALUES (" + markers + ", ?)";
            this.selection = "SELECT hash, " + columns + " FROM " + name;
        }

        LedgerRow row(ResultSet row) throws SQLException {
            Question question = new Question(text(row, 4), row.getLong(5));
            return this == ANSWER
                    ? new Answer(row.getLong(2), row.getLong(3), question, row.getLong(6), text(row, 7))
                    : new Entry(
                            row.getLong(2),
                            row.getLong(3),
                            question,
                            row.getLong(6),
                            text(row, 7),
                            loss(row, 8),
                            loss(row, 10));
        }
    }

    /** A row with the stored hash, which may be wrong. */
    record StoredRow(LedgerRow row, String hash) {}

    /** The newest state according to the ledger, or null if there is none. */
    @Nullable
    HighWaterMark head() throws SQLException {
        try (ResultSet row =
                prepare("SELECT ledger, seq, hash FROM ledger_head").executeQuery()) {
            return row.next() ? new HighWaterMark(text(row, 1), row.getLong(2), text(row, 3)) : null;
        }
    }

    void head(HighWaterMark head) throws SQLException {
        prepare("UPDATE ledger_head SET seq = ?, hash = ?", head.seq(), head.hash())
                .executeUpdate();
    }

    @Nullable
    StoredRow newest() throws SQLException {
        StoredRow entry = first(rows(Table.ENTRY, " ORDER BY seq DESC LIMIT 1"));
        StoredRow answer = first(rows(Table.ANSWER, " ORDER BY seq DESC LIMIT 1"));
        if (entry == null || answer == null) {
            return entry == null ? answer : entry;
        }
        return entry.row().seq() > answer.row().seq() ? entry : answer;
    }

    @Nullable
    StoredRow row(long seq) throws SQLException {
        StoredRow entry = first(rows(Table.ENTRY, " WHERE seq = ?", seq));
        return entry != null ? entry : first(rows(Table.ANSWER, " WHERE seq = ?", seq));
    }

    /** The rows with numbers from {@code from} to before {@code to}, in order. */
    List<StoredRow> rows(long from, long to) throws SQLException {
        List<StoredRow> rows = rows(Table.ENTRY, " WHERE seq >= ? AND seq < ?", from, to);
        rows.addAll(rows(Table.ANSWER, " WHERE seq >= ? AND seq < ?", from, to));
        rows.sort(Comparator.comparingLong(stored -> stored.row().seq()));
        return rows;
    }

    long size() throws SQLException {
        try (ResultSet row = prepare(
                        "SELECT (SELECT count(*) FROM ledger_entry) + (SELECT count(*) FROM ledger_answer)")
                .executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Nullable
    Answer answer(Question question) throws SQLException {
        StoredRow answer = first(
                rows(Table.ANSWER, " WHERE question = ? AND epoch_ends = ?", question.key(), question.epochEnds()));
        return answer == null ? null : (Answer) answer.row();
    }

    /** True if an account was charged for a release. */
    boolean hasPaid(String account, long draw) throws SQLException {
        return !rows(Table.ENTRY, " WHERE draw = ? AND account = ? LIMIT 1", draw, account)
                .isEmpty();
    }

    /** The total ever charged to an account. */
    PrivacyLoss spent(String account) throws SQLException {
        return total(TOTAL + " ORDER BY at DESC, seq DESC LIMIT 1", account);
    }

    /** The total charged to an account up to an instant, in microseconds. */
    PrivacyLoss spentUntil(String account, long at) throws SQLException {
        return total(TOTAL + " AND at <= ? ORDER BY at DESC, seq DESC LIMIT 1", account, at);
    }

    void add(LedgerRow row, String hash) throws SQLException {
        List<Object> values = new ArrayList<>(row.values());
        values.add(hash);
        Table table = row instanceof Entry ? Table.ENTRY : Table.ANSWER;
        prepare(table.insertion, values.toArray()).executeUpdate();
    }

    private PrivacyLoss total(String sql, Object... values) throws SQLException {
        try (ResultSet row = prepare(sql, values).executeQuery()) {
            return row.next() ? loss(row, 1) : PrivacyLoss.NONE;
        }
    }

    private List<StoredRow> rows(Table table, String clauses, Object... values) throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        try (ResultSet row = prepare(table.selection + clauses, values).executeQuery()) {
            while (row.next()) {
                rows.add(new StoredRow(table.row(row), text(row, 1)));
            }
        }
        return rows;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new SQLDataException("NULL in a text column");
        }
        return text;
    }

    private static PrivacyLoss loss(ResultSet row, int column) throws SQLException {
        try {
            return LedgerRow.loss(row.getLong(column), row.getLong(column + 1));
        } catch (IllegalArgumentException e) {
            throw new SQLDataException("a negative loss", e);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static @Nullable StoredRow first(List<StoredRow> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }
}
