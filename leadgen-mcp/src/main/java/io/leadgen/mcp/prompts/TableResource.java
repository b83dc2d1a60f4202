package io.leadgen.mcp.prompts;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.answer.CatalogShapes;
import io.leadgen.runtime.json.JsonText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The description of a table as a resource, so that a person can put it into an agent's context. Free of charge. */
public final class TableResource {
    /** Its URI, with the parts of the name left open; each is percent-encoded. */
    public static final String TEMPLATE = "leadgen://tables/{catalog}/{schema}/{table}";

    private static final String PREFIX = "leadgen://tables/";
    private static final int PARTS = 3;

    /** More than a person reads; a resource cannot be searched, so it tells more columns than the tool. */
    private static final int MOST_COLUMNS = 500;

    private final Supplier<AudienceService> audience;

    /**
     * The tables of a service.
     *
     * @param audience answers; asked for at each call
     */
    public TableResource(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    /**
     * The JSON that {@code table_metadata} answers.
     *
     * @throws LeadgenException UNKNOWN_TABLE, also for a URI that names no table
     */
    public String read(String uri, RequestContext context) {
        return JsonText.compact(
                CatalogShapes.METADATA.tree(audience.get().tableMetadata(table(uri), null, MOST_COLUMNS, context)));
    }

    private static TableName table(String uri) {
        try {
            List<String> parts = Stream.of(uri.substring(PREFIX.length()).split("/", -1))
                    // A plus is a plus in a path.
                    .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
            if (uri.startsWith(PREFIX) && parts.size() == PARTS) {
                return new TableName(parts.get(0), parts.get(1), parts.get(2));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Then it names no table.
        }
        throw LeadgenException.of(
                ErrorCode.UNKNOWN_TABLE, "There is no such table, or it is out of your scope", "use " + TEMPLATE);
    }
}
