/** For those who test against leadgen, or write a warehouse for it: a fake, and the contract that every warehouse keeps. */
@NullMarked
package io.leadgen.testkit;

import org.jspecify.annotations.NullMarked;
