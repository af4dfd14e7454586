/**
 * What the weekly report (每周执行表) is made of: a {@link io.storeops.report.ReportPart} is what a module knows for one of its sections,
 * a {@link io.storeops.report.ReportFigure} a value with its name and the words that people read.
 */
@NullMarked
package io.storeops.report;

import org.jspecify.annotations.NullMarked;
