/** The tools on the protocol. The only package that knows the MCP SDK, so that another one is a change of this package. */
@NullMarked
package io.leadgen.mcp.sdk;

import org.jspecify.annotations.NullMarked;
