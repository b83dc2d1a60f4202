/** Prompts, instructions, resources and completions of the server. */
@NullMarked
package io.leadgen.mcp.prompts;

import org.jspecify.annotations.NullMarked;
