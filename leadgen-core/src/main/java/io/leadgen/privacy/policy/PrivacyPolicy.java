package io.leadgen.privacy.policy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The data owner's decisions: how far callers are trusted, and what is declared about tables.
 *
 * @param defaultClass the class of every principal that is not listed
 * @param principals what is said about listed principals
 * @param tables declarations by table
 */
public record PrivacyPolicy(
        CallerClass defaultClass, Map<Principal, Caller> principals, Map<TableName, TablePolicy> tables) {
    /** Nothing declared: every caller is untrusted, every row a person. */
    public static final PrivacyPolicy DEFAULT = new PrivacyPolicy(CallerClass.UNTRUSTED, Map.of(), Map.of());

    public PrivacyPolicy {
        requireNonNull(defaultClass, "defaultClass");
        principals = Map.copyOf(principals);
        tables = Map.copyOf(tables);
    }

    /** What is known about a principal: an unlisted one is of the default class and has no attributes. */
    public Caller caller(Principal principal) {
        return principals.getOrDefault(principal, new Caller(defaultClass, Map.of()));
    }

    public TablePolicy table(TableName name) {
        return tables.getOrDefault(name, TablePolicy.NONE);
    }

    /** The people of a table, and in which other tables they are. */
    public TablePolicy.Population population(TableName table) {
        String people = table(table).people();
        Set<TableName> together = new HashSet<>(Set.of(table));
        tables.forEach((name, policy) -> {
            if (people != null && people.equals(policy.people())) {
                together.add(name);
            }
        });
        return new TablePolicy.Population(table, people, together);
    }
}
