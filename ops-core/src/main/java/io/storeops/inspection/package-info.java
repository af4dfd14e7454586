/**
 * The rules of the daily inspection (日常检查): one pure function a category and metric, from what was read to a
 * {@link io.storeops.inspection.Judgement} that a person confirms (R36, R38). Nothing here reads, writes or decides for anybody.
 *
 * <table>
 * <caption>All rules, by category and metric</caption>
 * <tr><th>category</th><th>metric</th><th>rule</th></tr>
 * <tr><td>STOCK</td><td></td><td>{@link io.storeops.inspection.StockRule}</td></tr>
 * <tr><td>PRICE</td><td></td><td>{@link io.storeops.inspection.PriceRule}</td></tr>
 * <tr><td>PAGE</td><td>PC, WIRELESS, IMAGE, TITLE, ATTRIBUTES</td><td>{@link io.storeops.inspection.PageRule}</td></tr>
 * <tr><td>ACTIVITY_EXPIRY</td><td></td><td>{@link io.storeops.inspection.ActivityExpiryRule}</td></tr>
 * <tr><td>DSR</td><td>DESCRIPTION, SERVICE, LOGISTICS</td><td>{@link io.storeops.inspection.ScoreRule}</td></tr>
 * <tr><td>REVIEWS, REFUND_RATE</td><td></td><td>{@link io.storeops.inspection.RateRule}</td></tr>
 * <tr><td>ZHITONGCHE, ZUANZHAN</td><td></td><td>{@link io.storeops.inspection.SpendRule}</td></tr>
 * <tr><td>INFORMATION</td><td></td><td>{@link io.storeops.inspection.InformationRule},
 *     {@link io.storeops.inspection.SourceBreaker}</td></tr>
 * <tr><td>PENALTY</td><td></td><td>{@link io.storeops.inspection.PenaltyRule}</td></tr>
 * <tr><td>COMPETITOR</td><td>PRICE</td><td>{@link io.storeops.inspection.CompetitorPriceRule}</td></tr>
 * <tr><td>COMPETITOR</td><td>TITLE</td><td>{@link io.storeops.inspection.CompetitorTitleRule}</td></tr>
 * <tr><td>COMPETITOR</td><td>SALES</td><td>{@link io.storeops.inspection.CompetitorSalesRule}</td></tr>
 * </table>
 *
 * <p>STOCK:QUOTA is no rule of an inspection: units sold beyond what an activity offers are found as they are told.
 *
 * <p>Scores, rates and tools are the roster's ({@link io.storeops.position.HealthRules}): another one is a line there and none here.
 * {@link io.storeops.inspection.InspectionRules} is the table of a roster.
 */
@NullMarked
package io.storeops.inspection;

import org.jspecify.annotations.NullMarked;
