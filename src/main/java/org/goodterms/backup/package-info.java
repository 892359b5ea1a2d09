/**
 * Whole books: backups, and the open format in which a book goes out and comes in again. Owns no table.
 *
 * <h2>The format {@code goodterms-book}, version 1</h2>
 * A text file in UTF-8, one JSON object a line, lines ended by a line feed. The same book gives the same bytes.
 * <ol>
 * <li>First line: {@code {"format":"goodterms-book","version":1,"schema":15,"about":"…"}}. {@code schema} is the number of
 * the newest migration of the program that wrote it; a program that knows no such schema refuses the file.
 * <li>Documents, sorted by hash: {@code {"document":"SHA-256 in hex","base64":"…"}}: invoices, credit notes and messages, byte
 * for byte as they went out.
 * <li>Rows, table by table, each table after those it refers to, sorted by key:
 * {@code {"table":"customer","row":{"id":"…","code":"C-1001",…}}}. All columns of a table are there. Ids are UUIDs, days
 * {@code yyyy-mm-dd}, instants ISO 8601 in UTC, amounts whole numbers of the currency's minor unit, rates and quantities
 * decimal numbers in a string, what is missing {@code null}. What each table holds is said in the migrations.
 * <li>Last line: {@code {"end":true,"lines":N,"sha256":"…"}}: the number of lines before it, and the SHA-256 of all their
 * bytes with their line feeds.
 * </ol>
 * Left out is the identity of the database file. Invariants: a file that is cut off, changed or of another form is refused,
 * and nothing of it stays; what comes in gives equal reports for all dates (the domain rules, section 11, 32).
 *
 * <h2>Backups</h2>
 * A zip with {@code about.json} (whose book, when, totals) and {@code book.jsonl} (the format above). A backup is made while
 * the book is in use, from one consistent state; before it gets its name it was brought into an empty book, checked, and
 * its totals compared.
 */
@NullMarked
package org.goodterms.backup;

import org.jspecify.annotations.NullMarked;
