package io.leadgen.attacks.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table that is attacked.
 *
 * @param zip a small number that distinguishes people
 * @param secret what nobody should learn
 */
public record Person(int age, int zip, int visits, boolean secret, String city, double income, String note) {
    /** The age that nobody but the target has. */
    public static final int TARGET_AGE = 97;

    /** Someone of whom an attacker knows everything; others may as well be alike. */
    public static final Person KNOWN = new Person(40, 0, 7, true, "Bern", 100, "");

    public static Person target(boolean secret) {
        return new Person(TARGET_AGE, 0, 7, secret, "Bern", 100, "");
    }

    public Person at(int other) {
        return new Person(age, other, visits, secret, city, income, note);
    }

    public Person with(boolean other) {
        return new Person(age, zip, visits, other, city, income, note);
    }

    public Person livingIn(String other) {
        return new Person(age, zip, visits, secret, other, income, note);
    }

    public Person earning(double other) {
        return new Person(age, zip, visits, secret, city, other, note);
    }

    public Person noted(String other) {
        return new Person(age, zip, visits, secret, city, income, other);
    }

    public List<@Nullable Object> row() {
        return List.of(age, zip, visits, secret, city, income, note);
    }
}
