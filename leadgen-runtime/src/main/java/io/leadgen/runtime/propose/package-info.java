/** What an owner may want to declare, found without disclosing a person. */
@org.jspecify.annotations.NullMarked
package io.leadgen.runtime.propose;
