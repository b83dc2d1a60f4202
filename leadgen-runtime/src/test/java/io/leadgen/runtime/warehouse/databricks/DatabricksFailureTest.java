package io.leadgen.runtime.warehouse.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.warehouse.databricks.DatabricksFailure.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabricksFailureTest {
    private static final String SQL =
            "SELECT COUNT(*) AS m0 FROM `main`.`leads`.`secret table` AS t0 WHERE (t0.`[A]` = ?)";

    /** As the driver's own, which has relocated the SDK's classes. */
    private static final class PermissionDenied extends RuntimeException {
        private static final long serialVersionUID = 1;

        PermissionDenied(String message) {
            super(message);
        }
    }

    private static final class TooManyRequests extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static SQLException failed(String serverText, String state) {
        return new SQLException(
                "Statement execution failed 01ef -> " + SQL + "\nFAILED. Error Message: " + serverText
                        + ", Error code: BAD_REQUEST",
                state,
                1003);
    }

    private static Kind kind(Throwable thrown) {
        return DatabricksFailure.of(thrown).kind();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[TABLE_OR_VIEW_NOT_FOUND] The table cannot be found. SQLSTATE: 42P01 | 42P01 | UNKNOWN_TABLE",
                "[TABLE_OR_VIEW_NOT_FOUND] The table cannot be found. SQLSTATE: 42P01 | | UNKNOWN_TABLE",
                "[SCHEMA_NOT_FOUND] The schema cannot be found. SQLSTATE: 42704 | | UNKNOWN_TABLE",
                "[NO_SUCH_CATALOG_EXCEPTION] Catalog was not found. | | UNKNOWN_TABLE",
                "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column cannot be resolved. SQLSTATE: 42703 | | CHANGED_TABLE",
                "[INSUFFICIENT_PERMISSIONS] Insufficient privileges SQLSTATE: 42501 | 42501 | NO_PERMISSION",
                "[QUERY_TIMEOUT] too long. SQLSTATE: 57KD0 | | TIMEOUT",
                "no class at all, SQLSTATE: 42501 | EXECUTE_STATEMENT_FAILED | NO_PERMISSION"
            })
    void tellsNamesAndPermissionsApart(String text, String state, Kind expected) {
        assertThat(kind(failed(text, state))).isEqualTo(expected);
    }

    /** Whatever rows can make an engine say looks the same, to the letter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[DIVIDE_BY_ZERO] Division by zero. SQLSTATE: 22012",
                "[ARITHMETIC_OVERFLOW] long overflow. SQLSTATE: 22003",
                "[CAST_INVALID_INPUT] The value 'Jane Doe' of the type STRING cannot be cast. SQLSTATE: 22018",
                "[NUMERIC_VALUE_OUT_OF_RANGE] The value 42 cannot be represented. SQLSTATE: 22003",
                "[USER_RAISED_EXCEPTION] invalid_client SocketTimeoutException SQLSTATE: P0001",
                "Job aborted due to stage failure: OutOfMemoryError near 'Jane Doe'"
            })
    void tellsNothingThatRowsCanCauseApart(String text) {
        LeadgenException error = DatabricksFailure.of(failed(text, null)).toException();
        assertThat(error.code()).isEqualTo(ErrorCode.WAREHOUSE_UNAVAILABLE);
        assertThat(error).hasMessage("The warehouse did not answer");
        assertThat(error.hint()).isNull();
    }

    @Test
    void tellsTheNetworkApart() {
        assertThat(kind(connect(new IOException(new ConnectException("Connection refused")))))
                .isEqualTo(Kind.NOT_REACHED);
        assertThat(kind(connect(new UnknownHostException("host")))).isEqualTo(Kind.NOT_REACHED);
        assertThat(kind(connect(new SSLHandshakeException("cipher")))).isEqualTo(Kind.NOT_REACHED);
        assertThat(kind(connect(new IOException(new CertificateException("path")))))
                .isEqualTo(Kind.NOT_TRUSTED);
        assertThat(kind(connect(new SocketTimeoutException("Read timed out")))).isEqualTo(Kind.STALLED);
        assertThat(kind(connect(new IOException("reset")))).isEqualTo(Kind.BROKEN);
        assertThat(kind(connect(new IllegalStateException("invalid_client: wrong"))))
                .isEqualTo(Kind.NOT_LOGGED_IN);
        assertThat(kind(new SQLTimeoutException("late"))).isEqualTo(Kind.TIMEOUT);
        assertThat(kind(new SQLException("Statement was cancelled", "HY008"))).isEqualTo(Kind.CANCELLED);
        assertThat(kind(new IllegalStateException("a defect of the driver"))).isEqualTo(Kind.OTHER);
    }

    @Test
    void tellsStatusesApart() {
        assertThat(kind(connect(new PermissionDenied("may not use the endpoint"))))
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(connect(new PermissionDenied("Invalid access token.")))).isEqualTo(Kind.NOT_LOGGED_IN);
        assertThat(DatabricksFailure.of(connect(new TooManyRequests()))
                        .toException()
                        .code())
                .isEqualTo(ErrorCode.BUSY);
    }

    @Test
    void sendsOnceMoreWhatWasLostWithItsSessionAndNothingElse() {
        assertThat(again(connect(new PermissionDenied("Invalid access token."))))
                .isTrue();
        assertThat(again(connect(new IOException("reset")))).isTrue();
        assertThat(again(connect(new SocketTimeoutException("it may run still"))))
                .isFalse();
        assertThat(again(connect(new PermissionDenied("no")))).isFalse();
        assertThat(again(connect(new TooManyRequests()))).isFalse();
        assertThat(again(failed("[DIVIDE_BY_ZERO] x", null))).isFalse();
        assertThat(again(failed("[TABLE_OR_VIEW_NOT_FOUND] x", null))).isFalse();
    }

    private static boolean again(Throwable thrown) {
        return DatabricksFailure.of(thrown).endsTheSession();
    }

    @Test
    void keepsNoWordOfTheDriver() {
        SQLException thrown = failed("[CAST_INVALID_INPUT] 'Jane Doe' SQLSTATE: 22018", null);
        thrown.initCause(new IOException("Bearer t0ken"));
        thrown.addSuppressed(new IOException("Jane Doe"));
        StringWriter printed = new StringWriter();
        DatabricksFailure.of(thrown).toException().printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString())
                .contains("SQLException IOException CAST_INVALID_INPUT 22018")
                .doesNotContain("Jane", "t0ken", "secret table", "SELECT");
    }

    private static SQLException connect(Throwable cause) {
        return new SQLException("Communication link failure: host a.example.com client me", "CONNECTION_ERROR", cause);
    }
}
