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

/** The description of a table as a resource, which users can add to the context of an agent. Costs no budget. */
public final class TableResource {
    /** The URI template; each part of the name is percent-encoded. */
    public static final String TEMPLATE = "leadgen://tables/{catalog}/{schema}/{table}";

    private static final String PREFIX = "leadgen://tables/";
    private static final int PARTS = 3;

    /** More than the tool returns, because a resource cannot be searched. */
    private static final int MAX_COLUMNS = 500;

    private final Supplier<AudienceService> audience;

    /** Calls the supplier for each resource. */
    public TableResource(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    /** The JSON of {@code table_metadata}; the error is UNKNOWN_TABLE, also if the URI does not match the template. */
    public String read(String uri, RequestContext context) {
        return JsonText.compact(
                CatalogShapes.METADATA.tree(audience.get().tableMetadata(table(uri), null, MAX_COLUMNS, context)));
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
            // Not a table.
        }
        throw LeadgenException.of(
                ErrorCode.UNKNOWN_TABLE, "There is no such table, or it is out of your scope", "use " + TEMPLATE);
    }
}
