package io.leadgen.cli;

import io.leadgen.cli.output.Answer;

/** A command for somebody who has no configuration yet. */
interface Setup {

    Answer setUp(Dialogue dialogue);
}
