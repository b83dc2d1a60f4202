/** Private, atomic and locked files, and SHA-256. */
@NullMarked
package io.leadgen.runtime.files;

import org.jspecify.annotations.NullMarked;
