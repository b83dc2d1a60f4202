/** The pages of the manual, from the same model as the help texts. Not loaded by any command: the build writes them. */
@NullMarked
package io.leadgen.cli.man;

import org.jspecify.annotations.NullMarked;
