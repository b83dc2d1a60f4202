package io.leadgen.cli.command;

import io.leadgen.cli.answer.Answer;
import io.leadgen.runtime.config.LeadgenConfig;

/** A command for the operator: it looks at what the product keeps, needs no warehouse, and leaves no audit event. */
public interface OperatorCommand {

    Answer inspect(LeadgenConfig config);
}
