package org.goodterms.bankfile;

import java.util.List;

/**
 * What a file holds.
 *
 * @param statements  one for each account and statement, in the order of the file
 * @param investments accounts of securities whose statements were left out: they hold no bank transactions
 */
public record BankFile(Format format, List<BankStatement> statements, List<String> investments) {
    public BankFile {
        statements = List.copyOf(statements);
        investments = List.copyOf(investments);
    }
}
