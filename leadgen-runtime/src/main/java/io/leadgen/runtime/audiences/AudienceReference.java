package io.leadgen.runtime.audiences;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which saved audience is meant: {@code name} for its newest version, {@code name@2} for the second.
 *
 * @param name 1 to 64 of lower-case letters, digits, {@code -} and {@code _}, the first of them a letter or digit: a name that
 *     every file system can hold and that is no path
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

    /** The reference that a word is, if it is one. */
    public static Optional<AudienceReference> find(String word) {
        Matcher matcher = REFERENCE.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(2);
        return Optional.of(new AudienceReference(matcher.group(1), version == null ? null : Integer.valueOf(version)));
    }

    /**
     * The reference that a word is.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it is none
     */
    public static AudienceReference parse(String word) {
        return find(word)
                .orElseThrow(() -> LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "A saved audience has a name of 1 to 64 lower-case letters, digits, - and _",
                        "for example " + suggestion(word) + ", or " + suggestion(word) + "@2 for its second version"));
    }

    private static String suggestion(String word) {
        String name =
                word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|-+$", "");
        return NAMES.matcher(name).matches() ? name : "high-value";
    }

    /** As it is written. */
    @Override
    public String toString() {
        return version == null ? name : name + "@" + version;
    }
}
