package io.leadgen.privacy.policy;

/** The name under which budgets are kept. */
public record Principal(String name) {
    private static final int MAX_LENGTH = 255;

    public Principal {
        if (name.isBlank() || name.length() > MAX_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a principal has a printable name of 1 to 255 characters");
        }
    }

    public static Principal of(String name) {
        return new Principal(name);
    }
}
