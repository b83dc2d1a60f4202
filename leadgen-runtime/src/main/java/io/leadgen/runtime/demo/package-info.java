/** The demo: invented customers, made once on this machine, and real people of a public census. */
@NullMarked
package io.leadgen.runtime.demo;

import org.jspecify.annotations.NullMarked;
