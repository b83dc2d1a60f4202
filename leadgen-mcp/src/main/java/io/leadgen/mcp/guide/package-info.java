/** What helps an agent to use the tools well: instructions, prompts, resources, completions. Nothing here knows the protocol. */
@NullMarked
package io.leadgen.mcp.guide;

import org.jspecify.annotations.NullMarked;
