/** The commands of the command line. Each says in one line what is wrong and gives 0, 1 or 2 back. */
@NullMarked
package io.storeops.examples.cli;

import org.jspecify.annotations.NullMarked;
