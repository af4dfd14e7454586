/**
 * The weekly report (每周执行表, domain 4.9, R77-R80, D60-D64): {@link io.storeops.weeklyreport.WeeklyReports} in the hands of one person.
 * Each person who holds EXECUTE:X5 at the end of a week owes one. Its figures come from the parts that modules fill
 * ({@link io.storeops.report.ReportPart}); what is submitted is frozen, and each later change is a further version.
 */
@NullMarked
package io.storeops.weeklyreport;

import org.jspecify.annotations.NullMarked;
