package io.leadgen.cli.command.option;

import io.leadgen.error.LeadgenException;

/** {@code name=predicate} or {@code name=@file}. */
public record NamedPredicate(String name, PredicateArgument predicate) {

    static NamedPredicate parse(String value, Workspace workspace) {
        int equals = value.indexOf('=');
        if (value.substring(0, Math.max(equals, 0)).isBlank()) {
            throw LeadgenException.invalid(
                    "An audience is written NAME=PREDICATE", "for example -a \"young=age < 30\"");
        }
        return new NamedPredicate(
                value.substring(0, equals).strip(),
                PredicateArgument.parse(value.substring(equals + 1).strip(), workspace));
    }
}
