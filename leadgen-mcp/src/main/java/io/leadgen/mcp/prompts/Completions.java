package io.leadgen.mcp.prompts;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.export.ExportFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes names in scope. Costs no budget. */
public final class Completions {
    private final Supplier<AudienceService> audience;

    /** Calls the supplier for each completion. */
    public Completions(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    /**
     * The values of an argument.
     *
     * @param argument catalog, schema, table or format; empty for others
     * @param typed the prefix, in any case
     * @param known the other arguments
     */
    public List<String> of(String argument, String typed, Map<String, String> known, RequestContext context) {
        String prefix = typed.toLowerCase(Locale.ROOT);
        return candidates(argument, known, context).stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
    }

    private List<String> candidates(String argument, Map<String, String> known, RequestContext context) {
        @Nullable String catalog = known.get("catalog");
        @Nullable String schema = known.get("schema");
        try {
            return switch (argument) {
                case "catalog" -> audience.get().catalogs(context);
                case "schema" -> catalog == null ? List.of() : audience.get().schemas(catalog, context);
                case "table" ->
                    catalog == null || schema == null
                            ? List.of()
                            : audience.get().tables(catalog, schema, context).stream()
                                    .map(TableName::table)
                                    .toList();
                case "format" ->
                    Stream.of(ExportFormat.values()).map(ExportFormat::toString).toList();
                default -> List.of();
            };
        } catch (LeadgenException e) {
            if (e.code() == ErrorCode.OUT_OF_SCOPE) {
                return List.of();
            }
            throw e;
        }
    }
}
