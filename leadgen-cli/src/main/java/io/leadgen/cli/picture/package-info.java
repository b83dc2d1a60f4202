/** Pictures as data: what an answer looks like, before anybody has drawn it. */
@NullMarked
package io.leadgen.cli.picture;

import org.jspecify.annotations.NullMarked;
