package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.output.Answer;
import org.jspecify.annotations.Nullable;

/** A command that asks one question. */
interface Question {

    Answer ask(AudienceService audience, RequestContext context);

    /** The text that diagnostics of an error point into, or null if the question has none. */
    default @Nullable String predicate() {
        return null;
    }
}
