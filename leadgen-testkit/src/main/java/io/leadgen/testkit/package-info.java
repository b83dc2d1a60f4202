/** For those who extend leadgen: generators, an oracle, fakes and contract tests. */
@NullMarked
package io.leadgen.testkit;

import org.jspecify.annotations.NullMarked;
