/**
 * Business days and public holidays by country and region. Wraps jollyday, whose holiday tables are data of its jar;
 * knows no room.
 */
@NullMarked
package org.goodterms.calendar;

import org.jspecify.annotations.NullMarked;
