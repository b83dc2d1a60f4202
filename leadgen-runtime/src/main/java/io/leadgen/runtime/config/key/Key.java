package io.leadgen.runtime.config.key;

/**
 * The declaration of one key.
 *
 * @param name as in the file
 * @param type what its value is
 * @param presence whether the file must have it
 * @param text its default, or else an example, as written in the file; empty for a section or a mapping, which has keys of its
 *     own
 * @param documentation one or two sentences
 */
public record Key<T>(String name, KeyType<T> type, Presence presence, String text, String documentation) {
    /** Whether a file must have a key. */
    public enum Presence {
        REQUIRED,
        /** The section itself decides; the commented file shows it in use. */
        CONDITIONAL,
        DEFAULT,
        /** It can be left out; the commented file shows an example. */
        OPTIONAL
    }

    /** Whether a file without the key is read like a file with an empty section. */
    public boolean isTransparent() {
        return type instanceof Section<?> section && section.canBeEmpty();
    }
}
