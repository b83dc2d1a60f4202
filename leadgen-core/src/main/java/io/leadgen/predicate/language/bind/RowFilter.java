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
 * A condition on what a caller may see, in which {@code ${user.name}} stands for an attribute of the caller: a value and never
 * text of a predicate, whatever is in it. It may use every column.
 *
 * @param text as the operator wrote it
 */
public record RowFilter(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{user\\.([A-Za-z_][A-Za-z0-9_]*)}");

    public RowFilter {
        requireNonNull(text, "text");
    }

    /**
     * The condition for one caller.
     *
     * @throws LeadgenException OUT_OF_SCOPE if the caller lacks an attribute; CONFIG_INVALID if the filter is no predicate of
     *     this table, or an attribute does not fit the column that it is compared with
     */
    public Predicate bind(Map<String, String> attributes, TableSchema schema, LocalDate today) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        StringBuilder quoted = new StringBuilder();
        int wanted = 0;
        while (placeholders.find()) {
            if (!attributes.containsKey(placeholders.group(1))) {
                throw LeadgenException.of(
                        ErrorCode.OUT_OF_SCOPE,
                        "This table is open only to callers with the attribute " + placeholders.group(1)
                                + ", and you have none",
                        "ask the operator to give you one under principals.<you>.attributes");
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
                            reader);
        } catch (LeadgenException e) {
            throw unusable(e);
        }
        // One that was not read as a value by itself is a part of a text or of a pattern, and would filter by its own
        // name.
        if (reader.read() != wanted) {
            throw unusable(null);
        }
        return bound;
    }

    private static LeadgenException unusable(@Nullable LeadgenException cause) {
        String message =
                "The row filter that the configuration has for this table is not valid, so no question about it is"
                        + " answered; the operator must fix row_filters.<table>: each ${user.name} stands for a whole value";
        return cause == null
                ? LeadgenException.of(ErrorCode.CONFIG_INVALID, message)
                : LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, message, cause);
    }
}
