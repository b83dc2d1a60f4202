package io.leadgen.cli.completion;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences;
import io.leadgen.runtime.config.LeadgenHome;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be named, as the service returns it: free of charge, each an event of the audit log the first time, and cached from
 * then on. Nothing here depends on the rows of a table: names, types and what is declared about them. Without an answer there are
 * none.
 */
public final class CatalogNames {
    public record Named(String name, String meaning) {}

    private final Function<@Nullable TableName, AudienceService> audience;
    private final Supplier<RequestContext> context;
    private final Supplier<List<Named>> audiences;
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Map<String, List<TableName>> tables = new HashMap<>();
    private final Map<Described, List<ColumnInfo>> columns = new HashMap<>();

    /** A table as one service knows it: a file that was opened again can have other columns. */
    private record Described(AudienceService service, TableName table) {}

    /**
     * Names.
     *
     * @param audience the service for a table; for null, the service for lists of tables
     * @param context of each question, with an id of its own
     * @param audiences the saved audiences
     */
    public CatalogNames(
            Function<@Nullable TableName, AudienceService> audience,
            Supplier<RequestContext> context,
            Supplier<List<Named>> audiences) {
        this.audience = audience;
        this.context = context;
        this.audiences = audiences;
    }

    /** The saved audiences, newest versions; none if the folder cannot be read. */
    public static Supplier<List<Named>> saved(Map<String, String> environment) {
        return () -> {
            try {
                return new SavedAudiences(LeadgenHome.of(environment).audiences(), Clock.systemUTC())
                        .list().stream()
                                .filter(entry -> entry.audience() != null)
                                .map(CatalogNames::named)
                                .toList();
            } catch (LeadgenException e) {
                return List.of();
            }
        };
    }

    private static Named named(SavedAudiences.SavedName entry) {
        SavedAudience audience = entry.audience();
        return new Named(entry.reference().name(), audience == null ? "" : audience.predicate());
    }

    private <K, V> List<V> asked(
            Map<K, List<V>> known, K key, BiFunction<AudienceService, RequestContext, List<V>> question) {
        List<V> answer = known.get(key);
        if (answer == null) {
            try {
                answer = question.apply(audience.apply(null), context.get());
            } catch (LeadgenException e) {
                return List.of();
            }
            known.put(key, answer);
        }
        return answer;
    }

    public List<String> catalogs() {
        return asked(parts, "", AudienceService::catalogs);
    }

    public List<String> schemas(String catalog) {
        return asked(parts, catalog, (service, asking) -> service.schemas(catalog, asking));
    }

    public List<TableName> tables(String catalog, String schema) {
        return asked(tables, catalog + "." + schema, (service, asking) -> service.tables(catalog, schema, asking));
    }

    /** The columns that may be asked about. */
    public List<ColumnInfo> columns(TableName table) {
        try {
            return columns.computeIfAbsent(
                    new Described(audience.apply(table), table),
                    asked -> asked.service()
                            .tableMetadata(table, null, Integer.MAX_VALUE, context.get())
                            .columns());
        } catch (LeadgenException e) {
            return List.of();
        }
    }

    /** The audiences that a predicate names with an {@code @}. */
    public List<Named> audiences() {
        return audiences.get();
    }
}
