/** The MCP server of leadgen: the program. */
@NullMarked
package io.leadgen.mcp;

import org.jspecify.annotations.NullMarked;
