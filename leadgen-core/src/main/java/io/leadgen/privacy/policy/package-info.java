/** What the data owner declares: classes of callers, tables, columns, privacy units. */
@NullMarked
package io.leadgen.privacy.policy;

import org.jspecify.annotations.NullMarked;
