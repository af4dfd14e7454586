/**
 * When people were away, as the manager recorded it, and whom a KPI charges: what nobody did counts for whoever could have done it
 * (D65), and is excused while none of them was there (D66).
 */
@NullMarked
package io.storeops.absence;

import org.jspecify.annotations.NullMarked;
