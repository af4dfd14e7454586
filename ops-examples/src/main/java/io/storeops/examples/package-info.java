/** Every situation as one runnable file. */
@NullMarked
package io.storeops.examples;

import org.jspecify.annotations.NullMarked;
