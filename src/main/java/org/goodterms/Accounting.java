package org.goodterms;

import org.goodterms.closing.AllowanceService;
import org.goodterms.closing.RevaluationService;
import org.goodterms.closing.YearService;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.intake.OpeningService;
import org.goodterms.kernel.Ids;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.report.BooksService;
import org.goodterms.report.JournalFileService;

/**
 * What an accountant works with beside the journal, wired.
 *
 * @param years        closed and opened again
 * @param allowances   for doubtful debts
 * @param revaluations of receivables in foreign currency
 * @param openings     unpaid documents from before this book
 * @param reports      of the general ledger
 * @param files        the journal for other programs
 */
public record Accounting(YearService years, AllowanceService allowances, RevaluationService revaluations,
        OpeningService openings, BooksService reports, JournalFileService files) {

    static Accounting of(Database db, Ids ids, CompanyService company, LedgerService ledger, ReceivableService receivables,
            OpeningService openings) {
        return new Accounting(new YearService(db, ids, company, ledger), new AllowanceService(db, company, ledger, receivables),
                new RevaluationService(db, ids, company, ledger, receivables), openings,
                new BooksService(db, company, ledger, receivables), new JournalFileService(company, ledger));
    }
}
