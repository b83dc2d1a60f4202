package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.parse.Syntax;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces the placeholders of a row filter with attributes of the principal, as values of the type they are compared with. */
final class AttributeReader {
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private final Pattern placeholder;
    private final Map<String, String> attributes;
    private final Set<SourceRange> read = new HashSet<>();

    AttributeReader(Pattern placeholder, Map<String, String> attributes) {
        this.placeholder = placeholder;
        this.attributes = attributes;
    }

    /** For a predicate of a caller, which has no placeholders. */
    static AttributeReader none() {
        return new AttributeReader(NOTHING, Map.of());
    }

    /** How many placeholders were replaced. */
    int read() {
        return read.size();
    }

    /** The value of the attribute as a literal, or the node itself if it is not a placeholder. */
    Syntax value(Syntax node, @Nullable TypeFamily family) {
        if (!(node instanceof Syntax.Text text)) {
            return node;
        }
        Matcher name = placeholder.matcher(text.value());
        String value = name.matches() ? attributes.get(name.group(1)) : null;
        if (value == null) {
            return node;
        }
        read.add(text.range());
        try {
            if (family != null && family.isNumber()) {
                return new Syntax.Numeral(text.range(), new BigDecimal(value));
            }
        } catch (NumberFormatException e) {
            return new Syntax.Text(text.range(), value); // the binder rejects it for a number
        }
        return family == TypeFamily.BOOLEAN && (value.equals("true") || value.equals("false"))
                ? new Syntax.Bool(text.range(), value.equals("true"))
                : new Syntax.Text(text.range(), value);
    }
}
