/** What exists and what may be seen: names, types, schemas and scopes. */
@NullMarked
package io.leadgen.catalog;

import org.jspecify.annotations.NullMarked;
