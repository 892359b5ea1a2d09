package org.goodterms.reminder;

import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.PromiseService;
import org.goodterms.archive.Archive;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.dispute.DisputeService;
import org.goodterms.followup.FollowUpService;
import org.goodterms.invoice.PaperService;
import org.goodterms.kernel.Ids;
import org.goodterms.ledger.LedgerService;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.OutboxService;
import org.goodterms.outbox.PostService;
import org.goodterms.receivable.ReceivableService;

/** The room's door: the services of reminders, wired. */
public final class ReminderService {
    private final HistoryService history;
    private final PolicyService policies;
    private final WorklistService worklists;
    private final WritingService writing;
    private final TextService texts;
    private final SendingService sending;
    private final ErrandService errands;
    private final RunService runs;
    private final FirstListService firstList;
    private final ManualReminderService manual;

    /** What lies below, of people and money. */
    public record Books(Database db, Ids ids, CompanyService companies, CustomerService customers, ReceivableService receivables,
            FollowUpService tasks, LedgerService ledger) {
    }

    /** What lies below, of paper and post. */
    public record Post(Archive archive, PaperService papers, MailService mail, OutboxService outbox, PostService post,
            DispatchService dispatch, ContactService contacts) {
    }

    public ReminderService(Books books, Post post, StepFeeService.Late late, DisputeService disputes, PromiseService promises,
            PlanService plans) {
        Database db = books.db();
        this.history = new HistoryService(books.ids(), books.companies());
        this.worklists = new WorklistService(new WorklistService.Rooms(db, books.companies(), books.receivables(),
                late.handOvers(), disputes));
        StepFeeService fees = new StepFeeService(new StepFeeService.Rooms(db, books.companies(), books.customers(), books.ledger()), late, worklists);
        this.policies = new PolicyService(new PolicyService.Rooms(db, books.ids(), books.companies(), books.customers()), worklists, fees);
        WritingService.Rooms papers = new WritingService.Rooms(db, books.ids(), books.companies(), books.customers(), post.papers(), post.mail(),
                post.archive());
        this.writing = new WritingService(papers, late.interest());
        this.texts = new TextService(papers, worklists, writing);
        this.sending = new SendingService(new SendingService.Rooms(db, books.ids(), books.companies(), post.outbox(), books.tasks()), worklists, fees);
        this.errands = new ErrandService(new ErrandService.Rooms(books.ids(), books.companies(), books.customers(), books.tasks(),
                promises, plans));
        this.runs = new RunService(new RunService.Rooms(db, books.companies(), post.outbox(), post.mail(), post.dispatch()),
                new RunService.Desk(worklists, writing, sending, errands));
        this.firstList = new FirstListService(new FirstListService.Rooms(db, books.ids(), books.companies()), worklists);
        this.manual = new ManualReminderService(new ManualReminderService.Rooms(db, books.companies(), post.contacts(), post.post()), worklists, writing,
                sending);
    }

    /** Steps carried out before the book began. */
    public HistoryService history() {
        return history;
    }

    /** How the firm reminds. */
    public PolicyService policies() {
        return policies;
    }

    /** Who is written to or called on a day, and why the others are not. */
    public WorklistService worklists() {
        return worklists;
    }

    /** Messages made ready to be read. */
    public WritingService writing() {
        return writing;
    }

    /** What they say, and how the firm says it otherwise. */
    public TextService texts() {
        return texts;
    }

    /** What becomes of reminders on their way. */
    public SendingService sending() {
        return sending;
    }

    /** Makes the tasks of a plan. */
    public ErrandService errands() {
        return errands;
    }

    /** Carries the plan of the day out. */
    public RunService runs() {
        return runs;
    }

    /** What is asked before the first list leaves. */
    public FirstListService firstList() {
        return firstList;
    }

    /** Reminders that a person picks, reads and sends. */
    public ManualReminderService manual() {
        return manual;
    }
}
