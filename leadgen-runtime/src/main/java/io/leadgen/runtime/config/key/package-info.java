/**
 * Configuration keys as data. A section declares each key once: name, type, default or example, and documentation. The reader
 * with its messages, the JSON Schema, the commented file and the reference page all come from that declaration.
 *
 * <p>Internal to this module.
 */
@NullMarked
package io.leadgen.runtime.config.key;

import org.jspecify.annotations.NullMarked;
