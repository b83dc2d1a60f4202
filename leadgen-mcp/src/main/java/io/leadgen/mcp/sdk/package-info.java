/** The server on the MCP SDK. Only this package uses the SDK. */
@NullMarked
package io.leadgen.mcp.sdk;

import org.jspecify.annotations.NullMarked;
