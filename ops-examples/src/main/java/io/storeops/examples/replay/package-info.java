/**
 * The replay: a day given as files (catalogue, roster, readings, commands) is acted out on any storage, and what the library
 * makes of it is compared with what is expected, value by value.
 */
@NullMarked
package io.storeops.examples.replay;

import org.jspecify.annotations.NullMarked;
