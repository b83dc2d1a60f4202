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

/** Names that go on from what somebody has typed. Only names in scope, and free of charge. */
public final class Completions {
    private final Supplier<AudienceService> audience;

    /**
     * The names of a service.
     *
     * @param audience answers; asked for at each call
     */
    public Completions(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    /**
     * What an argument can be.
     *
     * @param argument catalog, schema, table or format; nothing is known of others
     * @param typed the beginning, in any case
     * @param known the arguments that are filled in already
     */
    public List<String> of(String argument, String typed, Map<String, String> known, RequestContext context) {
        String beginning = typed.toLowerCase(Locale.ROOT);
        return candidates(argument, known, context).stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning))
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
