package io.leadgen.cli.command;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that asks one question. */
public interface ServiceCommand {

    Answer ask(AudienceService audience, RequestContext context);

    /** The table that is asked about although no word names it, or null if there is none. */
    default @Nullable TableName table() {
        return null;
    }

    /** The condition on all that is looked at, or null if there is none. */
    default @Nullable String predicate() {
        return null;
    }

    /**
     * The text that diagnostics of an error point into, or null if the question has none.
     *
     * @param part which text, as {@link io.leadgen.error.LeadgenException#part()} names it; null for the {@link #predicate()}
     */
    default @Nullable String text(@Nullable String part) {
        return part == null ? predicate() : null;
    }

    /** The text of a part that is named by its place: {@code step 2} is the second of the steps. */
    static @Nullable String numbered(String name, List<String> texts, @Nullable String part) {
        for (int i = 0; i < texts.size(); i++) {
            if ((name + " " + (i + 1)).equals(part)) {
                return texts.get(i);
            }
        }
        return null;
    }
}
