package io.leadgen.cli;

import io.leadgen.cli.answer.Answer;

/** A command that needs neither a configuration nor a warehouse, so that it works before there are any. */
interface Setup {

    Answer setUp(Dialogue dialogue);
}
