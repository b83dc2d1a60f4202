package io.leadgen.tests.databricks;

import io.leadgen.tests.databricks.StatementRun.Progress;
import io.leadgen.tests.databricks.StatementRun.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a statement does, and its result in parts, as the service writes that. */
final class StatementDocument {
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\(([0-9]+),([0-9]+)\\)");

    private final String id;
    private final int rowsPerChunk;

    /** @param rowsPerChunk how many rows are in one part, 1 or more */
    StatementDocument(String id, int rowsPerChunk) {
        this.id = id;
        this.rowsPerChunk = rowsPerChunk;
    }

    Map<String, Object> of(Progress progress) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("statement_id", id);
        document.put("status", status(progress));
        SqlResult result = progress.result();
        if (progress.state() == State.SUCCEEDED && result != null) {
            document.put("manifest", manifest(result));
            document.put("result", chunk(result, 0));
        }
        return document;
    }

    private static Map<String, Object> status(Progress progress) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("state", progress.state().name());
        SqlFailure failure = progress.failure();
        if (failure != null) {
            status.put("error", Map.of("error_code", "BAD_REQUEST", "message", failure.text()));
            failure.field().ifPresent(state -> status.put("sql_state", state));
        }
        return status;
    }

    private Map<String, Object> manifest(SqlResult result) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (SqlResult.Column column : result.columns()) {
            columns.add(column(column, columns.size()));
        }
        List<Map<String, Object>> chunks = new ArrayList<>();
        for (int chunk = 0; chunk < chunks(result); chunk++) {
            chunks.add(place(result, chunk));
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "JSON_ARRAY");
        manifest.put("schema", Map.of("column_count", columns.size(), "columns", columns));
        manifest.put("total_chunk_count", chunks.size());
        manifest.put("total_row_count", result.rows().size());
        manifest.put("truncated", false);
        manifest.put("chunks", chunks);
        return manifest;
    }

    private static Map<String, Object> column(SqlResult.Column column, int position) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", column.name());
        document.put("type_text", column.type());
        document.put("position", position);
        Matcher decimal = DECIMAL.matcher(column.type());
        if (decimal.matches()) {
            document.put("type_name", "DECIMAL");
            document.put("type_precision", Integer.parseInt(decimal.group(1)));
            document.put("type_scale", Integer.parseInt(decimal.group(2)));
        } else {
            document.put("type_name", typeName(column.type()));
        }
        return document;
    }

    private static String typeName(String type) {
        return switch (type) {
            case "TINYINT" -> "BYTE";
            case "SMALLINT" -> "SHORT";
            case "BIGINT" -> "LONG";
            case "VOID" -> "NULL";
            default -> type.replaceFirst("[(<].*", "");
        };
    }

    private int chunks(SqlResult result) {
        return Math.max(1, (int) Math.ceil((double) result.rows().size() / rowsPerChunk));
    }

    /** A part of the result; {@code null} if it has no such part. */
    @Nullable
    Map<String, Object> chunk(SqlResult result, int chunk) {
        if (chunk >= chunks(result)) {
            return null;
        }
        Map<String, Object> document = place(result, chunk);
        if (chunk + 1 < chunks(result)) {
            document.put("next_chunk_index", chunk + 1);
            document.put(
                    "next_chunk_internal_link",
                    "/api/2.0/sql/statements/" + id + "/result/chunks/" + (chunk + 1) + "?row_offset="
                            + (chunk + 1) * rowsPerChunk);
        }
        int first = chunk * rowsPerChunk;
        document.put(
                "data_array",
                result.rows()
                        .subList(
                                first,
                                first + Math.min(rowsPerChunk, result.rows().size() - first)));
        return document;
    }

    private Map<String, Object> place(SqlResult result, int chunk) {
        int first = chunk * rowsPerChunk;
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("chunk_index", chunk);
        place.put("row_offset", first);
        place.put("row_count", Math.min(rowsPerChunk, result.rows().size() - first));
        return place;
    }
}
