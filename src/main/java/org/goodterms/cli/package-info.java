/**
 * The command line: thin commands over the same services as the window. Names, options and JSON keys are a contract that
 * scripts rely on; exit codes are 0 done, 1 refused, 2 usage, 3 environment.
 *
 * <p>A command is a class with picocli's annotations that implements {@link org.goodterms.cli.Act}; {@link
 * org.goodterms.cli.Console} parses, opens the book, runs it and prints. A command neither prints nor exits.
 */
@NullMarked
package org.goodterms.cli;

import org.jspecify.annotations.NullMarked;
