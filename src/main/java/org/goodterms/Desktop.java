package org.goodterms;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.goodterms.Bookcase.Opened;
import org.goodterms.customer.CustomerRow;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.bank.BankScreens;
import org.goodterms.ui.agreement.AgreementScreens;
import org.goodterms.ui.call.CallScreens;
import org.goodterms.ui.claim.ClaimScreens;
import org.goodterms.ui.books.BooksScreens;
import org.goodterms.ui.customer.CustomerScreens;
import org.goodterms.ui.dispute.DisputeScreens;
import org.goodterms.ui.followup.FollowUpScreens;
import org.goodterms.ui.intake.ImportScreens;
import org.goodterms.ui.invoice.InvoiceScreens;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Formats;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Overlay;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.ScreenLanguage;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.payment.PaymentScreens;
import org.goodterms.ui.outbox.MailState;
import org.goodterms.ui.outbox.OutboxScreens;
import org.goodterms.ui.plan.PlanScreens;
import org.goodterms.ui.policy.PolicyScreens;
import org.goodterms.ui.reminder.ReminderScreens;
import org.goodterms.ui.einvoice.EInvoiceScreens;
import org.goodterms.ui.recurring.RecurringScreens;
import org.goodterms.ui.report.ReportScreens;
import org.goodterms.ui.settings.SettingsScreens;
import org.goodterms.ui.settings.SettingsView;
import org.goodterms.ui.shell.AppMark;
import org.goodterms.ui.shell.Appearance;
import org.goodterms.ui.shell.Hit;
import org.goodterms.ui.shell.MainWindow;
import org.goodterms.ui.shell.Section;
import org.goodterms.ui.shell.WindowSize;
import org.goodterms.ui.start.StartView;
import org.goodterms.ui.start.StartViewModel;
import org.goodterms.ui.today.SideCounts;
import org.goodterms.ui.today.TodayScreens;
import org.jspecify.annotations.Nullable;

/**
 * The program with a window: chooses a book, opens it, and hands its rooms to the screens. Each package of screens says
 * itself where it is found, in a class {@code *Screens} that is called here.
 */
public final class Desktop {
    private static final Locale SYSTEM = Locale.getDefault();
    private static final int HITS = 6;
    private static final int DOCUMENT_HITS = 4;
    private final Stage stage;
    private final Bookcase books;
    private final Clock clock;
    private final ScreenLanguage language;
    private Texts texts;
    private final Preferences preferences;
    private final Appearance appearance;
    private final Function<Overlay, Tasks> tasks;
    private final Executor closing;
    private @Nullable App app;
    private @Nullable Navigator navigator;
    private @Nullable SideCounts counts;
    private @Nullable MailState mail;

    /** Closes books at once. */
    public Desktop(Stage stage, Bookcase books, Clock clock, Preferences preferences, Function<Overlay, Tasks> tasks) {
        this(stage, books, clock, preferences, tasks, Runnable::run);
    }

    /**
     * @param tasks   makes what runs the work of a window, and shows faults over it
     * @param closing runs what closes a book: the backup of the day may take a while
     */
    public Desktop(Stage stage, Bookcase books, Clock clock, Preferences preferences, Function<Overlay, Tasks> tasks, Executor closing) {
        this.stage = stage;
        this.books = books;
        this.clock = clock;
        this.preferences = preferences;
        this.appearance = new Appearance(preferences);
        this.language = new ScreenLanguage(preferences, SYSTEM);
        this.texts = Texts.of(language.locale());
        this.tasks = tasks;
        this.closing = closing;
    }

    /** Starts the toolkit and shows the window; returns at once, the program ends with the window. */
    public static void run(Clock clock, @Nullable Path book) {
        Bookcase books = new Bookcase(Path.of(System.getProperty("user.home")), clock, Bookcase.SAMPLE);
        Preferences preferences = Preferences.in(books.settings().resolve("window.properties"));
        Locale.setDefault(new ScreenLanguage(preferences, SYSTEM).locale());
        Platform.startup(() -> {
            Function<Overlay, Tasks> tasks = overlay -> Tasks.threaded(fault -> {
                FaultLog log = new FaultLog(Path.of(books.note(fault)), clock);
                overlay.fault(fault, log::show);
            });
            new Desktop(new Stage(), books, clock, preferences, tasks, work -> Thread.ofPlatform().name("closing").start(work)).show(book);
        });
    }

    /** Shows the window: with that book, else with the last one, else with the choice. */
    public void show(@Nullable Path book) {
        stage.setTitle(texts.get("app.name"));
        new WindowSize(preferences).follow(stage);
        stage.addEventHandler(javafx.stage.WindowEvent.WINDOW_HIDDEN, e -> close());
        StartViewModel model = choose();
        stage.show();
        if (book != null) {
            model.open(book.toString());
        } else if (!books.recent().isEmpty()) {
            model.open(books.recent().getFirst().location());
        }
    }

    /** Closes the open book and shows the choice. */
    public StartViewModel choose() {
        closeBook();
        Desk desk = desk(clock, new App[0]);
        StartViewModel model = new StartViewModel(desk.tasks(), books, this::begin);
        put(new StartView(desk, model, new AppMark(44)));
        return model;
    }

    private Desk desk(Clock at, App[] open) {
        Overlay overlay = new Overlay(texts);
        var changes = open.length == 0 ? new org.goodterms.kernel.Changes() : open[0].changes();
        return new Desk(tasks.apply(overlay), new Navigator(), overlay, new Formats(texts, at), preferences, changes);
    }

    /** Shows an open book; where it was made to bring something in, at the place for that. */
    private void begin(Opened opened, boolean toImport) {
        Navigator go = work(opened);
        if (toImport) {
            go.go(Place.of("import"));
        }
    }

    /** Shows an open book. */
    public Navigator work(Opened opened) {
        closeBook();
        return show(opened);
    }

    /** The same book in another language, at the place where that was chosen; what was being looked at begins anew. */
    private void speak(Opened opened, String chosen) {
        language.choose(chosen);
        texts = Texts.of(language.locale());
        quiet();
        show(new Opened(opened.app(), opened.location(), List.of())).go(Place.of("settings", SettingsView.Subject.WINDOW.name()));
    }

    private Navigator show(Opened opened) {
        App open = opened.app();
        app = open;
        Desk desk = desk(clock.withZone(open.company().company().zone()), new App[] {open});
        CallScreens.register(desk, open);
        CustomerScreens.register(desk, open);
        FollowUpScreens.register(desk, open);
        ImportScreens.register(desk, open);
        InvoiceScreens.register(desk, open, PagePictures::of);
        DisputeScreens.register(desk, open);
        ClaimScreens.register(desk, open);
        AgreementScreens.register(desk, open, PagePictures::of);
        PaymentScreens.register(desk, open);
        BankScreens.register(desk, open);
        OutboxScreens.register(desk, open, PagePictures::of);
        PlanScreens.register(desk, open);
        PolicyScreens.register(desk, open);
        ReminderScreens.register(desk, open, PagePictures::of);
        RecurringScreens.register(desk, open);
        EInvoiceScreens.register(desk, open);
        ReportScreens.register(desk, open);
        BooksScreens.register(desk, open);
        SettingsScreens.register(desk, open, new SettingsView.Look(look(), speech(opened), opened.location(), books::beside, PagePictures::of));
        TodayScreens.register(desk, open);
        List<Section> sections = sections(desk.navigator());
        counts = new SideCounts(desk, open.reporting().today(), waiting(sections, "today"), waiting(sections, "followups"));
        MainWindow window = new MainWindow(desk, sections, text -> hits(desk, open, text), commands(desk),
                appearance);
        mail = new MailState(desk, open.outbox(), window.status().mail(), window.status().mailTone());
        window.status().onMail(() -> desk.navigator().go(Place.of("outbox")));
        window.bookName().set(open.company().company().name());
        window.status().day().set(texts.get("shell.as_of", desk.formats().date(desk.formats().today())));
        put(window.root());
        stage.setTitle(texts.get("app.title", open.company().company().name()));
        desk.navigator().home(Place.of(desk.navigator().knows("today") ? "today" : "customers"));
        if (!opened.notices().isEmpty()) {
            desk.overlay().problems(opened.notices());
        }
        daily(desk, open);
        navigator = desk.navigator();
        return desk.navigator();
    }

    /** The backup of the day, while its book is being looked at. */
    private static void daily(Desk desk, App open) {
        desk.tasks().run("backup.daily", progress -> open.backups().isDue() ? open.backups().automatic(progress)
                : Outcome.ok(Optional.empty()), made -> { }, desk.overlay()::problems);
    }

    private static IntegerProperty waiting(List<Section> sections, String name) {
        return sections.stream().filter(section -> section.name().equals(name)).findFirst().orElseThrow().waiting();
    }

    private StringProperty look() {
        StringProperty look = new SimpleStringProperty(appearance.choice().get().name());
        look.addListener((o, was, is) -> appearance.choice().set(Appearance.Choice.valueOf(is)));
        return look;
    }

    private StringProperty speech(Opened opened) {
        StringProperty speech = new SimpleStringProperty(language.choice().orElse(""));
        speech.addListener((o, was, is) -> Platform.runLater(() -> speak(opened, is)));
        return speech;
    }

    private static List<Section> sections(Navigator go) {
        return List.of(Section.of("today", "screen.today", "fth-sun"),
                Section.of("reminders", "screen.reminders", "fth-bell"),
                Section.of("customers", "screen.customers", "fth-users"),
                Section.of("invoices", "screen.invoices", "fth-file-text"),
                Section.of("payments", "screen.payments", "fth-credit-card"),
                Section.of("bank", "screen.bank", "fth-briefcase"),
                Section.of("disputes", "screen.disputes", "fth-alert-circle"),
                Section.of("plans", "screen.plans", "fth-calendar"),
                Section.of("recurring", "screen.recurring", "fth-repeat"),
                Section.of("einvoices", "screen.einvoices", "fth-inbox"),
                Section.of("aging", "screen.aging", "fth-bar-chart-2"),
                Section.of("reports", "screen.reports", "fth-book-open"),
                Section.of("followups", "screen.followups", "fth-check-square").asUrgent(),
                Section.of("settings", "screen.settings", "fth-settings")).stream()
                .filter(section -> go.knows(section.place().kind())).toList();
    }

    private List<Action> commands(Desk desk) {
        List<Action> all = new ArrayList<>();
        command(desk, all, Action.of("invoice.new", "fth-file-plus", () -> { }), "invoice.new");
        command(desk, all, Action.of("payment.new", "fth-credit-card", () -> { }).on(Shortcut.PAY), "payment.new");
        command(desk, all, Action.of("customer.new", "fth-user-plus", () -> { }), "customer.new");
        command(desk, all, Action.of("screen.calls", "fth-phone", () -> { }), "calls");
        command(desk, all, Action.of("followup.new", "fth-check-square", () -> { }), "followup.new");
        command(desk, all, Action.of("import", "fth-upload", () -> { }), "import");
        command(desk, all, Action.of("screen.accounts", "fth-list", () -> { }), "accounts");
        command(desk, all, Action.of("screen.outbox", "fth-send", () -> { }), "outbox");
        all.add(Action.of("start.other", "fth-book", this::choose));
        return all;
    }

    private static void command(Desk desk, List<Action> all, Action action, String kind) {
        if (desk.navigator().knows(kind)) {
            all.add(new Action(action.textKey(), action.icon(), action.shortcut(), null,
                    () -> desk.navigator().go(Place.of(kind))));
        }
    }

    /** What is called exactly so; then customers, documents, payments, a few of each. */
    private static List<Hit> hits(Desk desk, App open, String text) {
        List<Hit> hits = new ArrayList<>(open.customers().search(text, HITS).stream().map(Desktop::hit).toList());
        open.invoices().list(new InvoiceFilter(InvoiceFilter.Which.ALL, text, null, DOCUMENT_HITS)).stream()
                .filter(row -> row.id() != null).map(row -> hit(desk, row)).forEach(hits::add);
        open.payments().search(text, desk.formats().parseNumber(text).orElse(null), DOCUMENT_HITS).stream()
                .map(row -> new Hit("fth-credit-card", row.number(), String.join(" \u00B7 ", row.customerName(),
                        desk.formats().date(row.date()), desk.formats().money(row.amount())), Place.of("payment", row.id())))
                .forEach(hits::add);
        hits.sort(java.util.Comparator.comparing(hit -> !hit.title().equalsIgnoreCase(text.strip())));
        return hits;
    }

    private static Hit hit(Desk desk, InvoiceRow row) {
        boolean draft = row.state() == InvoiceRow.State.DRAFT;
        return new Hit("fth-file-text", draft ? desk.texts().get("invoice.draft") : row.number(), String.join(" \u00B7 ",
                row.buyer().name(), desk.formats().date(row.date()), desk.formats().money(row.total())),
                Place.of(draft ? "invoice.edit" : "invoice", java.util.Objects.requireNonNull(row.id())));
    }

    private static Hit hit(CustomerRow row) {
        return new Hit("fth-user", row.name(), row.city().isEmpty() ? row.code() : row.code() + " \u00B7 " + row.city(),
                Place.of("customer", row.id()));
    }

    private void put(Parent root) {
        if (stage.getScene() == null) {
            Scene scene = new Scene(root);
            appearance.follow(scene);
            stage.setScene(scene);
        } else {
            stage.getScene().setRoot(root);
        }
    }

    private void quiet() {
        if (mail != null) {
            mail.stop();
            mail = null;
        }
        if (counts != null) {
            counts.stop();
            counts = null;
        }
    }

    private void closeBook() {
        quiet();
        App open = app;
        app = null;
        if (open != null) {
            closing.execute(() -> closeForTheDay(open));
        }
    }

    /** A backup where something changed, and a smaller file where it has grown; what goes wrong with it keeps nobody from closing. */
    private void closeForTheDay(App open) {
        try {
            open.backups().automatic(Progress.NONE);
        } catch (RuntimeException e) {
            books.note(e);
        } finally {
            open.db().closeTidily();
        }
    }

    private void close() {
        closeBook();
        preferences.save();
    }

    /** Where the window is, for tests that go somewhere. */
    Navigator navigator() {
        return java.util.Objects.requireNonNull(navigator);
    }

    /** The open book, for tests that look into it. */
    App open() {
        return java.util.Objects.requireNonNull(app);
    }

    /** The window, for tests that click in it. */
    public Stage stage() {
        return stage;
    }
}
