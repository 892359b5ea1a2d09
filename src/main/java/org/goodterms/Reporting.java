package org.goodterms;

import org.goodterms.archive.Archive;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.ContactService;
import org.goodterms.db.Database;
import org.goodterms.followup.FollowUpService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.OutboxService;
import org.goodterms.report.ReportPaperService;
import org.goodterms.report.ReportService;
import org.goodterms.report.StatementMailingService;
import org.goodterms.report.StatementPaperService;
import org.goodterms.report.TodayService;

/**
 * What the books say, handed on: on paper, by mail, and as the list of the day; wired.
 *
 * @param statements statements of account on paper
 * @param mailing    statements by mail
 * @param papers     reports on paper and for spreadsheets
 * @param today      what the day begins with
 */
public record Reporting(StatementPaperService statements, StatementMailingService mailing, ReportPaperService papers, TodayService today) {

    /** How messages leave the house. */
    record Post(MailService mail, OutboxService outbox, ContactService contacts) {
    }

    static Reporting of(Database db, CompanyService company, ReportService reports, FollowUpService followUps, Archive archive, Post post) {
        StatementPaperService statements = new StatementPaperService(db, company, reports, archive);
        return new Reporting(statements, new StatementMailingService(new StatementMailingService.Rooms(db, company, post.contacts(), statements,
                post.mail(), post.outbox())), new ReportPaperService(company, archive), new TodayService(db, company, followUps, post.outbox()));
    }
}
