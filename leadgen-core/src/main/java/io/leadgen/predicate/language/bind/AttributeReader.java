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

/** Reads the attributes of a caller where a condition names them, as values of the type that they are compared with. */
final class AttributeReader {
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private final Pattern placeholder;
    private final Map<String, String> attributes;
    private final Set<SourceRange> read = new HashSet<>();

    AttributeReader(Pattern placeholder, Map<String, String> attributes) {
        this.placeholder = placeholder;
        this.attributes = attributes;
    }

    /** For a condition that a caller wrote: everything in it is what it looks like. */
    static AttributeReader none() {
        return new AttributeReader(NOTHING, Map.of());
    }

    /** How many places have been read. */
    int read() {
        return read.size();
    }

    /** The value of an attribute as it would be written, or the node itself if it names none. */
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
            return new Syntax.Text(text.range(), value); // which the binder refuses for a number
        }
        return family == TypeFamily.BOOLEAN && (value.equals("true") || value.equals("false"))
                ? new Syntax.Bool(text.range(), value.equals("true"))
                : new Syntax.Text(text.range(), value);
    }
}
