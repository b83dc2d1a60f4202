/** The tools that agents call, as data and functions; nothing here knows the protocol that carries them. */
@NullMarked
package io.leadgen.mcp.tools;

import org.jspecify.annotations.NullMarked;
