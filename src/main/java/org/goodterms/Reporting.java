package org.goodterms;

import org.goodterms.agreement.PromiseService;
import org.goodterms.archive.Archive;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.followup.FollowUpService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.OutboxService;
import org.goodterms.ledger.LedgerService;
import org.goodterms.report.BundleService;
import org.goodterms.recurring.RecurringService;
import org.goodterms.reminder.WorklistService;
import org.goodterms.report.MonthlyStatementService;
import org.goodterms.report.ReportPaperService;
import org.goodterms.report.ReportService;
import org.goodterms.report.SegmentService;
import org.goodterms.report.StatementMailingService;
import org.goodterms.report.StatementPaperService;
import org.goodterms.report.TodayService;

/**
 * What the books say, handed on: on paper, by mail, and as the list of the day; wired.
 *
 * @param statements statements of account on paper
 * @param mailing    statements by mail
 * @param monthly    statements of the month
 * @param papers     reports on paper and for spreadsheets
 * @param today      what the day begins with
 * @param bundles    all of it for an accountant or auditor
 * @param segments   what kind of payer a customer is
 */
public record Reporting(StatementPaperService statements, StatementMailingService mailing, MonthlyStatementService monthly,
        ReportPaperService papers, TodayService today,
        BundleService bundles, SegmentService segments) {

    /** How messages leave the house, and which are due. */
    record Post(MailService mail, OutboxService outbox, ContactService contacts, WorklistService worklists,
            RecurringService recurring) {
    }

    /** Where the figures come from. */
    record Books(ReportService reports, Accounting accounting, LedgerService ledger, CustomerService customers, PromiseService promises) {
    }

    static Reporting of(Database db, CompanyService company, Books books, FollowUpService followUps, Archive archive, Post post) {
        StatementPaperService statements = new StatementPaperService(db, company, books.reports(), archive);
        ReportPaperService papers = new ReportPaperService(company, archive);
        BundleService bundles = new BundleService(db, new BundleService.Reports(books.reports(), books.accounting().reports(),
                books.accounting().files(), papers), books.ledger(), archive);
        StatementMailingService mailing = new StatementMailingService(new StatementMailingService.Rooms(db, company, post.contacts(), statements,
                post.mail(), post.outbox()));
        MonthlyStatementService monthly = new MonthlyStatementService(new MonthlyStatementService.Rooms(db, company, books.customers(),
                books.reports(), mailing, post.worklists()));
        return new Reporting(statements, mailing, monthly, papers, new TodayService(db, company, followUps, post.outbox(), post.worklists(), monthly, post.recurring()), bundles,
                new SegmentService(db, company, books.customers(), books.promises()));
    }
}
