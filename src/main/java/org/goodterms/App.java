package org.goodterms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.goodterms.agreement.PromiseService;
import org.goodterms.archive.Archive;
import org.goodterms.backup.BackupService;
import org.goodterms.bank.BankService;
import org.goodterms.call.CallDeskService;
import org.goodterms.check.CheckService;
import org.goodterms.closing.AllowanceService;
import org.goodterms.closing.RevaluationService;
import org.goodterms.closing.YearService;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Founding;
import org.goodterms.company.LogoService;
import org.goodterms.company.NumberService;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.BookFailure;
import org.goodterms.db.Database;
import org.goodterms.dispute.DisputeService;
import org.goodterms.dossier.DossierService;
import org.goodterms.followup.FollowUpService;
import org.goodterms.intake.AttachmentService;
import org.goodterms.intake.ImportService;
import org.goodterms.intake.OpeningService;
import org.goodterms.invoice.CreditNoteService;
import org.goodterms.invoice.EInvoiceService;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.MailingService;
import org.goodterms.invoice.PaperService;
import org.goodterms.invoice.PrintingService;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.LedgerService;
import org.goodterms.mail.ConnectionTest;
import org.goodterms.mail.Smtp;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.OutboxService;
import org.goodterms.outbox.OwnProgramService;
import org.goodterms.outbox.PostService;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.ReturnService;
import org.goodterms.payment.SuspenseService;
import org.goodterms.payment.WithdrawalService;
import org.goodterms.pdf.Printing;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.recurring.RecurringService;
import org.goodterms.reminder.HistoryService;
import org.goodterms.reminder.HoldService;
import org.goodterms.reminder.ReminderService;
import org.goodterms.report.CustomerHistoryService;
import org.goodterms.report.FlagService;
import org.goodterms.report.ReportService;
import org.goodterms.sample.SampleChasingService;
import org.goodterms.sample.SampleService;
import org.goodterms.sample.SampleTradeService;
import org.goodterms.secret.Secrets;

/**
 * The composition root: wires an open database and the rooms by hand, in the order of their dependencies. The window,
 * the command line and the tests all use it. Closing it closes the book.
 */
public final class App implements AutoCloseable {
    private final Database db;
    private final Clock clock;
    private final Changes changes;
    private final Archive archive;
    private final NumberService numbers;
    private final CompanyService company;
    private final ContactService contacts;
    private final CustomerService customers;
    private final FollowUpService followUps;
    private final LedgerService ledger;
    private final ReceivableService receivables;
    private final DisputeService disputes;
    private final MailService mail;
    private final LogoService logo;
    private final OutboxService outbox;
    private final PostService post;
    private final PaperService papers;
    private final EInvoiceService eInvoices;
    private final InvoiceService invoices;
    private final CreditNoteService creditNotes;
    private final RecurringService recurring;
    private final MailingService mailing;
    private final PrintingService printing;
    private final OwnProgramService handover;
    private final PaymentService payments;
    private final ReturnService returns;
    private final SuspenseService suspense;
    private final Accounting accounting;
    private final Agreements agreements;
    private final Claims claims;
    private final Letters letters;
    private final DossierService dossiers;
    private final Banking bank;
    private final ImportService imports;
    private final AttachmentService attachments;
    private final ReportService reports;
    private final Reporting reporting;
    private final FlagService flags;
    private final CheckService checks;
    private final CustomerHistoryService history;
    private final HoldService holds;
    private final BackupService backups;
    private final SampleService sample;
    private final ReminderService reminders;
    private final Calls calls;

    /** @param clock the one clock, in the zone of the book or, before there is one, of this machine */
    public App(Database db, Clock clock, Ids ids, Changes changes) {
        this(db, clock, ids, changes, Storage.ofThisUser());
    }

    /** @param secrets where passwords are kept, instead of this user's keychain */
    public App(Database db, Clock clock, Ids ids, Changes changes, Secrets secrets) {
        this.db = db;
        this.clock = clock;
        this.changes = changes;
        this.archive = Storage.archive(db);
        this.numbers = new NumberService(db);
        this.company = new CompanyService(db, ids, clock.getZone(), numbers);
        this.contacts = new ContactService(db, ids, company);
        this.customers = new CustomerService(db, ids, company, contacts);
        this.followUps = new FollowUpService(db, ids, company, customers, contacts);
        this.ledger = new LedgerService(db, ids);
        this.receivables = new ReceivableService(ids, ledger);
        this.disputes = new DisputeService(db, ids, receivables);
        this.mail = new MailService(new MailService.Rooms(db, ids, clock, company), archive, secrets, new Smtp(), new ConnectionTest());
        this.logo = new LogoService(company, archive);
        InvoiceService.Rooms invoicing = new InvoiceService.Rooms(db, ids, company, numbers, customers, ledger, receivables);
        this.outbox = new OutboxService(db, ids);
        DispatchService dispatch = new DispatchService(db, ids, clock, archive);
        this.post = new PostService(mail, dispatch);
        this.papers = new PaperService(invoicing, archive);
        this.eInvoices = new EInvoiceService(invoicing, papers, archive);
        this.invoices = new InvoiceService(invoicing, papers, disputes);
        this.creditNotes = new CreditNoteService(invoicing, papers);
        this.recurring = new RecurringService(db, ids, company, invoices, ledger);
        this.mailing = new MailingService(invoicing, papers, archive, outbox, contacts);
        this.printing = new PrintingService(papers, new Printing());
        this.handover = new OwnProgramService(outbox, mail, file -> java.awt.Desktop.getDesktop().open(file.toFile()));
        PaymentService.Rooms below = new PaymentService.Rooms(db, ids, company, numbers, ledger, receivables);
        this.payments = new PaymentService(below);
        this.returns = new ReturnService(below, disputes);
        this.suspense = new SuspenseService(below, payments);
        this.holds = new HoldService(new HoldService.Rooms(db, ids, company, customers, contacts, receivables));
        PromiseService.Rooms people = new PromiseService.Rooms(db, ids, company, customers, contacts, receivables);
        this.agreements = Agreements.of(people, archive);
        this.claims = Claims.of(invoicing, agreements.extensions(), payments);
        this.letters = Letters.of(invoicing, archive, payments, claims.interest());
        this.reminders = new ReminderService(new ReminderService.Books(db, ids, company, customers, receivables, followUps, ledger),
                new ReminderService.Post(archive, papers, mail, outbox, post, dispatch, contacts), claims.late(invoicing), disputes, agreements.promises(), agreements.plans());
        this.calls = Calls.of(people, clock, followUps, new CallDeskService.Known(agreements.promises(), disputes, holds, outbox,
                reminders.worklists()), reminders.errands(), mail);
        this.bank = Banking.of(Banking.rooms(below, new BankService.Paying(payments, returns,
                new WithdrawalService(below), claims.recoveries()), agreements.plans()));
        this.attachments = new AttachmentService(db, ids, archive, file -> java.awt.Desktop.getDesktop().open(file.toFile()));
        this.imports = new ImportService(new ImportService.Rooms(db, company, customers, ledger, receivables, payments));
        this.accounting = Accounting.of(db, ids, company, ledger, receivables, new OpeningService(new OpeningService.Rooms(db, company, customers, ledger, receivables, holds, new HistoryService(ids, company))));
        this.checks = new CheckService(db, ledger, archive, contacts, outbox);
        this.reports = new ReportService(db, company, ledger, receivables, disputes, agreements.plans());
        this.flags = new FlagService(new FlagService.Rooms(db, disputes, agreements.promises(), agreements.plans(), holds, claims.handOvers()));
        this.history = new CustomerHistoryService(db, company, disputes);
        this.reporting = Reporting.of(db, company, new Reporting.Books(reports, accounting, ledger, customers, agreements.promises()), followUps, archive, new Reporting.Post(mail, outbox, contacts, reminders.worklists(), recurring));
        this.backups = new BackupService(db, archive, clock, checks);
        this.dossiers = new DossierService(invoicing, new DossierService.Sources(archive, papers, outbox, reporting.statements(), history, claims.interest(), claims.handOvers()));
        this.sample = new SampleService(new SampleService.Rooms(db, company, ledger, customers, contacts, followUps,
                new SampleTradeService.Desk(invoices, creditNotes, mailing, outbox, payments, returns, suspense, disputes, receivables, agreements.promises()),
                new SampleChasingService(new SampleChasingService.Desk(receivables, new HistoryService(ids, company), holds, agreements.promises(), agreements.plans()))));
        dispatch.recover(); // what a program had in hand when it died is unknown from now on
    }

    /**
     * Begins an empty book: the chart of accounts, the company with its country's rates and its series.
     * Refused with a problem for each field of the founding that is wrong.
     */
    public Outcome<Company> begin(Founding founding) {
        return db.write(tx -> {
            ledger.start(tx, Chart.accounts(founding.firm().address().country()));
            return company.found(tx, founding);
        });
    }

    /** Runs an act; what the outside world refuses (disk full, server away) becomes a refusal like any other. */
    public static <T> Outcome<T> attempt(Supplier<Outcome<T>> act) {
        try {
            return act.get();
        } catch (BookFailure e) {
            return Outcome.refused(e.problem());
        }
    }

    /** The business date: the day it is in the book's zone. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Database db() {
        return db;
    }

    /** Documents and messages as they went out. */
    public Archive archive() {
        return archive;
    }

    public Changes changes() {
        return changes;
    }

    public NumberService numbers() {
        return numbers;
    }

    public CompanyService company() {
        return company;
    }

    public ContactService contacts() {
        return contacts;
    }

    public CustomerService customers() {
        return customers;
    }

    public FollowUpService followUps() {
        return followUps;
    }

    public LedgerService ledger() {
        return ledger;
    }

    public ReceivableService receivables() {
        return receivables;
    }

    public DisputeService disputes() {
        return disputes;
    }

    public MailService mail() {
        return mail;
    }

    public LogoService logo() {
        return logo;
    }

    public PostService post() {
        return post;
    }

    public OutboxService outbox() {
        return outbox;
    }

    public PaperService papers() {
        return papers;
    }

    public MailingService mailing() {
        return mailing;
    }

    /** Documents on paper. */
    public PrintingService printing() {
        return printing;
    }

    /** Messages sent with another program. */
    public OwnProgramService handover() {
        return handover;
    }

    public EInvoiceService eInvoices() {
        return eInvoices;
    }

    public InvoiceService invoices() {
        return invoices;
    }

    public CreditNoteService creditNotes() {
        return creditNotes;
    }

    public RecurringService recurring() {
        return recurring;
    }

    public PaymentService payments() {
        return payments;
    }

    public ReturnService returns() {
        return returns;
    }

    /** Statements of the bank and what their lines are. */
    public Banking bank() {
        return bank;
    }

    public SuspenseService suspense() {
        return suspense;
    }

    /** Pauses of reminders, and who must not be contacted. */
    public HoldService holds() {
        return holds;
    }

    /** Reminders: who gets one, and how it goes out. */
    public ReminderService reminders() {
        return reminders;
    }

    public Calls calls() {
        return calls;
    }

    /** Opening balances, closing and the reports of the general ledger. */
    public Accounting accounting() {
        return accounting;
    }

    /** What late payment costs, and the end of the road. */
    public Claims claims() {
        return claims;
    }

    /** Quotes, delivery notes, receipts, welcome letters. */
    public Letters letters() {
        return letters;
    }

    public DossierService dossiers() {
        return dossiers;
    }

    /** Promises, payment plans, later due days. */
    public Agreements agreements() {
        return agreements;
    }

    public AttachmentService attachments() {
        return attachments;
    }

    public ImportService imports() {
        return imports;
    }

    public CheckService checks() {
        return checks;
    }

    /** Why items are not simply asked for. */
    public FlagService flags() {
        return flags;
    }

    public ReportService reports() {
        return reports;
    }

    /** What the books say, on paper, by mail, and as the list of the day. */
    public Reporting reporting() {
        return reporting;
    }

    public CustomerHistoryService history() {
        return history;
    }

    /** Copies of the whole book. */
    public BackupService backups() {
        return backups;
    }

    /** The sample firm. */
    public SampleService sample() {
        return sample;
    }

    @Override
    public void close() {
        db.close();
    }
}
