/** The MCP server of leadgen: the program, and who asks. */
@NullMarked
package io.leadgen.mcp;

import org.jspecify.annotations.NullMarked;
