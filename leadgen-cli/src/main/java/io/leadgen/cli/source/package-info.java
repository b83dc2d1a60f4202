/** Where the service that answers comes from: a configuration, the demo, a file, or a session that keeps them open. */
@NullMarked
package io.leadgen.cli.source;

import org.jspecify.annotations.NullMarked;
