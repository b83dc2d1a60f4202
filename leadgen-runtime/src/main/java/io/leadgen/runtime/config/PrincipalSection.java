package io.leadgen.runtime.config;

import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.MapOf;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import java.util.Map;

/** One of {@code principals}. */
final class PrincipalSection extends Section<Caller> {
    private final CallerClass defaultClass;
    private final Key<CallerClass> callerClass;
    private final Key<Map<String, String>> attributes;

    private PrincipalSection(Map<String, CallerClass> classes, CallerClass defaultClass) {
        this.defaultClass = defaultClass;
        callerClass = optional(
                "class",
                SingleValue.oneOf(classes),
                CallerClass.UNTRUSTED.name(),
                "The class of the principal. Without it, the principal has the default class.");
        attributes = optional(
                "attributes",
                ConfigTypes.byAttribute(SingleValue.text(), "NYC"),
                "The value of ${user.NAME} in row filters, for each NAME.");
    }

    /** All of them. */
    static MapOf<Principal, Caller> all(Map<String, CallerClass> classes, CallerClass defaultClass) {
        return MapOf.of(
                SingleValue.parsed(Principal::of, "a printable name of 1 to 255 characters")
                        .schemaPattern("^.{1,255}$"),
                "PRINCIPAL",
                new PrincipalSection(classes, defaultClass),
                "",
                "agent-7");
    }

    @Override
    protected Caller build(Values values) {
        return new Caller(
                values.find(callerClass).orElse(defaultClass),
                values.find(attributes).orElse(Map.of()));
    }
}
