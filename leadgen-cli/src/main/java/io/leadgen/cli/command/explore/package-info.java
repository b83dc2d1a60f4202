/** Commands that list what there is: free of charge. */
@NullMarked
package io.leadgen.cli.command.explore;

import org.jspecify.annotations.NullMarked;
