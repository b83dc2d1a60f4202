package io.leadgen.cli.command;

import io.leadgen.cli.answer.Answer;
import io.leadgen.runtime.config.LeadgenConfig;

/** A command for the operator: it reads what leadgen stores, needs no warehouse, and writes no audit event. */
public interface OperatorCommand {

    Answer run(LeadgenConfig config);
}
