/** Prompts, instructions, resources and completions. */
@NullMarked
package io.leadgen.mcp.prompts;

import org.jspecify.annotations.NullMarked;
