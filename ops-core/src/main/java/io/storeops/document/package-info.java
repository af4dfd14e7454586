/**
 * What is written for people, as a structure and not as a text: a {@link io.storeops.document.Document} of
 * {@link io.storeops.document.Block}s, whose values keep their types. Messages, reports and checklists are documents;
 * {@link io.storeops.document.Markdown} and {@link io.storeops.document.PlainText} are two of their renderings, and
 * {@link io.storeops.document.DocumentRenderer} is the port to those that make files.
 */
@NullMarked
package io.storeops.document;

import org.jspecify.annotations.NullMarked;
