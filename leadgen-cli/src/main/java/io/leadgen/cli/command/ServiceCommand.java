package io.leadgen.cli.command;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that asks the service one question. */
public interface ServiceCommand {

    Answer ask(AudienceService audience, RequestContext context);

    /** The table of a command that takes none from the command line, or null. */
    default @Nullable TableName table() {
        return null;
    }

    /** The predicate of a command that does not take it as {@code --where}, or null. */
    default @Nullable String predicate() {
        return null;
    }

    /** The text that the diagnostics of an error are about, by the name of its part; or null. */
    default @Nullable String text(String part) {
        return null;
    }

    /** The text of a part by its number: {@code step 2} is the second of the texts. */
    static @Nullable String numbered(String name, List<String> texts, String part) {
        for (int i = 0; i < texts.size(); i++) {
            if ((name + " " + (i + 1)).equals(part)) {
                return texts.get(i);
            }
        }
        return null;
    }
}
