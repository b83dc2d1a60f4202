package io.leadgen.catalog;

import io.leadgen.error.LeadgenException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A three-level name, {@code catalog.schema.table}. Names are not case-sensitive, as in Unity Catalog, and are kept in
 * lower case.
 */
public record TableName(String catalog, String schema, String table) {
    private static final String PART = "(?:`([^`\\p{Cntrl}]{1,255})`|([\\p{L}_0-9][\\p{L}\\p{N}_$-]{0,254}))";
    private static final Pattern NAME = Pattern.compile(PART + "\\." + PART + "\\." + PART);

    public TableName {
        catalog = Names.fold(catalog);
        schema = Names.fold(schema);
        table = Names.fold(table);
    }

    /**
     * Reads {@code catalog.schema.table}; parts with other characters must be in backticks.
     *
     * @throws LeadgenException INVALID_ARGUMENT if the text is not such a name
     */
    public static TableName parse(String text) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            throw LeadgenException.invalid(
                    "A table name must have three parts: catalog.schema.table",
                    "write for example main.leads.customer_360; put parts with unusual characters in backticks");
        }
        return new TableName(part(matcher, 1), part(matcher, 3), part(matcher, 5));
    }

    private static String part(Matcher matcher, int group) {
        String quoted = matcher.group(group);
        return quoted != null ? quoted : matcher.group(group + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return catalog + "." + schema + "." + table;
    }
}
