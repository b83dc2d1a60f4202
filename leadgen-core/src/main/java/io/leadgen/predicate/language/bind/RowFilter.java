package io.leadgen.predicate.language.bind;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A predicate on the rows that a principal may see. {@code ${user.name}} is replaced by an attribute of the principal: always a
 * value, never a part of the predicate's text. It may use every column.
 *
 * @param text the predicate from the configuration
 */
public record RowFilter(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{user\\.([A-Za-z_][A-Za-z0-9_]*)}");

    public RowFilter {
        requireNonNull(text, "text");
    }

    /**
     * The predicate for one principal.
     *
     * @throws LeadgenException OUT_OF_SCOPE if the principal lacks an attribute; CONFIG_INVALID if the filter is not a predicate
     *     for this table, or an attribute does not fit the column it is compared with
     */
    public Predicate bind(Map<String, String> attributes, TableSchema schema, LocalDate today) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        StringBuilder quoted = new StringBuilder();
        int wanted = 0;
        while (placeholders.find()) {
            if (!attributes.containsKey(placeholders.group(1))) {
                throw LeadgenException.of(
                        ErrorCode.OUT_OF_SCOPE,
                        "This table requires the attribute " + placeholders.group(1) + ", which you do not have",
                        "ask the operator to add it to principals.<you>.attributes");
            }
            boolean hasQuotes = placeholders.start() > 0 && text.charAt(placeholders.start() - 1) == '\'';
            String name = Matcher.quoteReplacement(placeholders.group());
            placeholders.appendReplacement(quoted, hasQuotes ? name : "'" + name + "'");
            wanted++;
        }
        placeholders.appendTail(quoted);
        AttributeReader reader = new AttributeReader(PLACEHOLDER, attributes);
        Predicate bound;
        try {
            bound = new PredicateBinder()
                    .bind(
                            new PredicateParser(PredicateLimits.UNTRUSTED).parse(quoted.toString()),
                            schema,
                            Set.of(),
                            today,
                            RelatedTables.NONE,
                            reader);
        } catch (LeadgenException e) {
            throw unusable(e);
        }
        // A placeholder that is only a part of a string or a pattern is not replaced, and would compare with its own
        // name.
        if (reader.read() != wanted) {
            throw unusable(null);
        }
        return bound;
    }

    private static LeadgenException unusable(@Nullable LeadgenException cause) {
        String message =
                "The row filter of this table is invalid, so questions about it are not answered. The operator must fix"
                        + " row_filters.<table>: each ${user.name} must be a complete value";
        return cause == null
                ? LeadgenException.of(ErrorCode.CONFIG_INVALID, message)
                : LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, message, cause);
    }
}
