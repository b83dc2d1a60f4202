package io.leadgen.runtime.audiences;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.LeadgenException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a saved audience: {@code name} for its newest version, {@code name@2} for version 2.
 *
 * @param name 1 to 64 lower-case letters, digits, {@code -} and {@code _}, starting with a letter or digit; a valid file name on
 *     every system
 * @param version from 1, or null for the newest
 */
public record AudienceReference(String name, @Nullable Integer version) {
    private static final String NAME = "[a-z0-9][a-z0-9_-]{0,63}";
    private static final Pattern NAMES = Pattern.compile(NAME);
    private static final Pattern REFERENCE = Pattern.compile("(" + NAME + ")(?:@([1-9][0-9]{0,5}))?");

    public AudienceReference {
        requireNonNull(name, "name");
        if (!NAMES.matcher(name).matches() || (version != null && version < 1)) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    public static Optional<AudienceReference> find(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(2);
        return Optional.of(new AudienceReference(matcher.group(1), version == null ? null : Integer.valueOf(version)));
    }

    /** Parses a reference; INVALID_ARGUMENT if the text is not one. */
    public static AudienceReference parse(String text) {
        return find(text)
                .orElseThrow(() -> LeadgenException.invalid(
                        "The name of a saved audience must have 1 to 64 lower-case letters, digits, - and _",
                        "for example " + suggestion(text) + ", or " + suggestion(text) + "@2 for version 2"));
    }

    private static String suggestion(String text) {
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|-+$", "");
        return NAMES.matcher(name).matches() ? name : "high-value";
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return version == null ? name : name + "@" + version;
    }
}
