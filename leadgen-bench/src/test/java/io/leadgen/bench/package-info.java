/** What leadgen costs: parsing, releasing, counting, starting. Each figure of docs/reference/performance.md is made here. */
@NullMarked
package io.leadgen.bench;

import org.jspecify.annotations.NullMarked;
