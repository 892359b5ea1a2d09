/**
 * The database: opening, migrating, transactions. Knows no room. Tables are classes of {@code org.goodterms.db.gen},
 * generated from the migrations; the same SQL runs on embedded H2 (a book in a folder) and on PostgreSQL (a shared book).
 */
@NullMarked
package org.goodterms.db;

import org.jspecify.annotations.NullMarked;
