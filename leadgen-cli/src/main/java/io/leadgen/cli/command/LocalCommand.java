package io.leadgen.cli.command;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.process.UserPrompt;

/** A command that needs neither a configuration nor a warehouse. */
public interface LocalCommand {

    Answer run(UserPrompt prompt);
}
