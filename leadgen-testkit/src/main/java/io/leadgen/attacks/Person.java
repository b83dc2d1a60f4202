package io.leadgen.attacks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table that is attacked.
 *
 * @param zip a small number by which an attacker can tell people apart
 * @param secret what nobody should learn
 */
record Person(int age, int zip, int visits, boolean secret, String city, double income, String note) {
    /** The age that nobody but the target has. */
    static final int TARGET_AGE = 97;

    /** Someone of whom an attacker knows everything; others may as well be alike. */
    static final Person KNOWN = new Person(40, 0, 7, true, "Bern", 100, "");

    static Person target(boolean secret) {
        return KNOWN.aged(TARGET_AGE).with(secret);
    }

    Person aged(int other) {
        return new Person(other, zip, visits, secret, city, income, note);
    }

    Person at(int other) {
        return new Person(age, other, visits, secret, city, income, note);
    }

    Person visiting(int other) {
        return new Person(age, zip, other, secret, city, income, note);
    }

    Person with(boolean other) {
        return new Person(age, zip, visits, other, city, income, note);
    }

    Person livingIn(String other) {
        return new Person(age, zip, visits, secret, other, income, note);
    }

    Person earning(double other) {
        return new Person(age, zip, visits, secret, city, other, note);
    }

    Person noted(String other) {
        return new Person(age, zip, visits, secret, city, income, other);
    }

    List<@Nullable Object> row() {
        return List.of(age, zip, visits, secret, city, income, note);
    }
}
