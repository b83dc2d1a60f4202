/**
 * What a command line can go on with: one engine for the shell of leadgen and for bash, zsh and fish. Commands and options come from
 * picocli's model, continuations of a predicate from the core, names from the catalog and the configuration.
 */
@NullMarked
package io.leadgen.cli.completion;

import org.jspecify.annotations.NullMarked;
