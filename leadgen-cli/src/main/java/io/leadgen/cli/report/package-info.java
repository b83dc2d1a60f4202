/** The report on an audience: what it asks, what that would cost, and the page that it becomes. */
@NullMarked
package io.leadgen.cli.report;

import org.jspecify.annotations.NullMarked;
