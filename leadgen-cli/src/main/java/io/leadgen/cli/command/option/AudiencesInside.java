package io.leadgen.cli.command.option;

import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Saved audiences as conditions of a predicate: {@code @young AND NOT @customers@2}. Each stands for its own condition in brackets. */
final class AudiencesInside {
    /** What is in quotes is no name. A doubled quote inside is the end of one string and the start of the next. */
    private static final Pattern NAME_OR_QUOTED =
            Pattern.compile("'[^']*+'|`[^`]*+`|@([a-z0-9][a-z0-9_-]{0,63}(?:@[1-9][0-9]{0,5})?)(?![A-Za-z0-9_.@/-])");

    private AudiencesInside() {}

    /** The predicate without names of audiences; empty if there are none in it. */
    static Optional<PredicateArgument> replaced(String text, SavedAudiences audiences) {
        Map<AudienceReference, SavedAudience> found = new LinkedHashMap<>();
        StringBuilder whole = new StringBuilder();
        Matcher matcher = NAME_OR_QUOTED.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            String replacement = matcher.group();
            if (name != null) {
                AudienceReference reference = AudienceReference.parse(name);
                SavedAudience audience = found.computeIfAbsent(reference, audiences::get);
                replacement = "(" + audience.predicate().strip() + ")";
            }
            matcher.appendReplacement(whole, Matcher.quoteReplacement(replacement));
        }
        matcher.appendTail(whole);
        return found.values().stream()
                .reduce(AudiencesInside::ofOneTable)
                .map(any -> new PredicateArgument(
                        whole.toString().strip(), any.table(), "The saved audience " + any.reference() + " is"));
    }

    private static SavedAudience ofOneTable(SavedAudience one, SavedAudience other) {
        if (!one.table().equals(other.table())) {
            throw LeadgenException.invalid(
                    "The saved audiences " + one.reference() + " and " + other.reference()
                            + " are of different tables, " + one.table() + " and " + other.table(),
                    "a condition has audiences of one table");
        }
        return one;
    }
}
