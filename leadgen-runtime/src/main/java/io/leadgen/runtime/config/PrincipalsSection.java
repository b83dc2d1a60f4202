package io.leadgen.runtime.config;

import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.yaml.YamlEntry;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code principals}: what is said about each of them. */
final class PrincipalsSection {
    enum Key implements YamlKey {
        CLASS,
        ATTRIBUTES
    }

    /** What can stand in {@code ${user.name}}. */
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private PrincipalsSection() {}

    static Map<Principal, Caller> read(YamlValue section, Map<String, CallerClass> known, CallerClass defaultClass) {
        Map<Principal, Caller> callers = new LinkedHashMap<>();
        for (YamlEntry entry : section.entries()) {
            YamlMapping<Key> principal = entry.value().mapping(Key.class);
            CallerClass callerClass = principal.get(Key.CLASS).oneOf(known).orElse(defaultClass);
            Map<String, String> given = attributes(principal.get(Key.ATTRIBUTES));
            entry.key()
                    .name(Principal::of, "a printable name of 1 to 255 characters")
                    .ifPresent(name -> callers.put(name, new Caller(callerClass, given)));
        }
        return callers;
    }

    private static Map<String, String> attributes(YamlValue value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (YamlEntry entry : value.entries()) {
            entry.key()
                    .name(PrincipalsSection::attribute, "a name of letters, digits and '_'")
                    .ifPresent(name -> entry.value().text().ifPresent(text -> attributes.put(name, text)));
        }
        return Map.copyOf(attributes);
    }

    static String attribute(String text) {
        if (!ATTRIBUTE.matcher(text).matches()) {
            throw new IllegalArgumentException("name");
        }
        return text;
    }
}
