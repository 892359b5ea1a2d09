package org.goodterms.ui.shell;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.AgingBar;
import org.goodterms.ui.kit.BarRows;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.Formats;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Overlay;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.PageImage;
import org.goodterms.ui.kit.PdfPreview;
import org.goodterms.ui.kit.Picker;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.SplitDetail;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.goodterms.ui.kit.Tasks;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Screens that exercise every part of the kit with made-up figures. */
final class DemoScreens {
    static final CurrencyUnit EUR = CurrencyUnit.EUR;
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String[] NAMES = {"Alder & Sons Joinery", "Brightwater Hotels", "Café Größenwahn GmbH & Co. KG",
        "Dunmore Dental Practice", "Eastgate Physiotherapy and Sports Rehabilitation Centre of the Northern Districts Ltd",
        "Fjordlys Interiør AS", "Γαλανός Α.Ε.", "Halloran Print", "Ivy Lane Nursery", "Jansen Installatietechniek"};

    enum State {
        DRAFT(Tone.QUIET), OPEN(Tone.CALM), OVERDUE(Tone.BAD), PAID(Tone.GOOD), DISPUTED(Tone.WATCH);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        StatusPill pill() {
            return new StatusPill(name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT), tone);
        }
    }

    record Row(String number, String customer, LocalDate due, int days, Money total, Money open, State state) {
    }

    final Desk desk;

    DemoScreens() {
        Texts texts = Texts.of(Locale.UK);
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC);
        desk = new Desk(Tasks.inline(), new Navigator(), new Overlay(texts), new Formats(texts, clock),
                Preferences.forgetful(), new Changes());
    }

    static List<Row> rows(int count) {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Money total = Money.ofMinor(count > 1284 && random.nextInt(12) == 0 ? CurrencyUnit.USD : EUR, 4_000 + random.nextInt(2_000_000));
            State state = State.values()[random.nextInt(5)];
            LocalDate due = TODAY.minusDays(random.nextInt(140) - 40);
            rows.add(new Row("INV-2026-" + (1000 + i), NAMES[random.nextInt(NAMES.length)], due,
                    (int) Math.max(0, TODAY.toEpochDay() - due.toEpochDay()), total,
                    state == State.PAID ? Money.zero(total.getCurrencyUnit()) : total, state));
        }
        return rows;
    }

    Action act(String key, String icon) {
        return Action.of(key, icon, () -> desk.overlay().toast("Done"));
    }

    /** A screen around a node. */
    record Made(String titleKey, Node node, List<Action> actions) implements Screen {
    }

    Screen list(int count) {
        ObservableList<Row> rows = FXCollections.observableArrayList(rows(count));
        FilterChips<String> chips = new FilterChips<>(List.of("All", "Open", "Overdue", "Draft", "Disputed"), s -> s);
        chips.count("All", count, desk.formats());
        chips.count("Overdue", rows.stream().filter(r -> r.state() == State.OVERDUE).count(), desk.formats());
        ListTable<Row> table = table("demo", rows).leading(chips);
        table.only(chips.chosen().map(chosen -> (Predicate<Row>) row -> chosen.equals("All")
                || row.state().name().equalsIgnoreCase(chosen)));
        Action make = act("Write invoice", "fth-plus").on(Shortcut.NEW);
        table.whenEmpty(new EmptyState(desk.texts(), "fth-file-text", "No invoices yet", make));
        Page page = new Page("Invoices").actions(Buttons.of(desk.texts(), act("Print", "fth-printer").on(Shortcut.PRINT)),
                Buttons.primary(desk.texts(), make)).content(table);
        page.sub().setText("1,284 documents since 4 January 2024");
        return new Made("Invoices", page, List.of(make));
    }

    private ListTable<Row> table(String name, ObservableList<Row> rows) {
        ListTable<Row> table = new ListTable<Row>(desk, name).keyedBy(Row::number);
        table.text("number", "Number", Row::number).width(130);
        table.text("customer", "Customer", Row::customer).wide();
        table.value("state", "State", Row::state, State::name).drawn(row -> row.state().pill()).width(110);
        table.date("due", "Due", Row::due).width(120).toned(row -> row.state() == State.OVERDUE ? "tone-bad" : null);
        table.count("days", "Days late", Row::days).width(80).hidden();
        table.money("total", "Total", Row::total).width(150);
        table.money("open", "Open", Row::open).width(150);
        table.sortBy("due", true);
        return table.rows(rows);
    }

    Screen today() {
        KeyFigure late = new KeyFigure("Overdue").show(desk.formats(), Money.ofMinor(EUR, 4_831_250), "17 invoices of 9 customers")
                .tone(Tone.BAD).onOpen(() -> { });
        KeyFigure open = new KeyFigure("Open").show(desk.formats(), Money.ofMinor(EUR, 12_645_099), "61 invoices");
        KeyFigure due = new KeyFigure("Due this week").show(desk.formats(), Money.ofMinor(EUR, 812_000), "6 invoices").tone(Tone.WATCH);
        KeyFigure days = new KeyFigure("Paid on average").show("38", "days after issue", "4 days faster than last quarter").tone(Tone.GOOD);
        AgingBar bar = new AgingBar(desk.formats());
        bar.show(List.of(new AgingBar.Part("Not due", Money.ofMinor(EUR, 7_813_849), 0), new AgingBar.Part("1\u201330 days", Money.ofMinor(EUR, 2_400_000), 1),
                new AgingBar.Part("31\u201360", Money.ofMinor(EUR, 1_331_250), 2), new AgingBar.Part("61\u201390", Money.ofMinor(EUR, 700_000), 3),
                new AgingBar.Part("Over 90", Money.ofMinor(EUR, 400_000), 4), new AgingBar.Part("Not applied", Money.ofMinor(EUR, -120_000), 5)));
        BarRows bars = new BarRows(desk.formats());
        bars.show(List.of(new BarRows.Row(NAMES[4], Money.ofMinor(EUR, 1_900_000), 4), new BarRows.Row(NAMES[2], Money.ofMinor(EUR, 1_100_000), 3),
                new BarRows.Row(NAMES[0], Money.ofMinor(EUR, 640_000), 2), new BarRows.Row(NAMES[6], Money.ofMinor(EUR, 90_000), 1)));
        Node lower = SectionCard.row(new SectionCard("Owed most", bars), new SectionCard("To do", new EmptyState(desk.texts(),
                "fth-check", "All done for today", null)));
        Page page = new Page("Today").scrolling(KeyFigure.row(late, open, due, days), new SectionCard("Owed by age", bar)
                .actions(Buttons.quiet(desk.texts(), act("Open aging", "fth-bar-chart-2"))), lower);
        page.sub().setText("Wednesday, 25 November 2026");
        return new Made("Today", page, List.of());
    }

    Screen form() {
        Form form = new Form(desk.texts());
        TextField name = new TextField("Café Größenwahn GmbH & Co. KG");
        MoneyField limit = new MoneyField(desk.formats(), EUR);
        limit.setValue(Money.ofMinor(EUR, 2_500_000));
        DateField since = new DateField(desk.formats());
        since.setValue(TODAY);
        DecimalField rate = new DecimalField(desk.formats());
        rate.setText("12,5x");
        ComboBox<String> terms = new ComboBox<>(FXCollections.observableArrayList("30 days net", "14 days 2%, 30 net"));
        terms.setValue("30 days net");
        TextArea notes = new TextArea("Pays on the 15th and the last day of the month.");
        notes.setPrefRowCount(3);
        Picker<String> customer = new Picker<>(desk.tasks(), text -> List.of(NAMES), s -> s, s -> s);
        SectionCard who = new SectionCard("Customer", Form.column(form.banner(), form.add("name", "Name", name),
                Form.line(form.add("email", "E-mail", new TextField("rechnung@grossenwahn")), form.add("phone", "Phone", new TextField()).width(180)),
                form.add("customer", "Belongs to", customer).hint("Statements go to the parent.")));
        SectionCard pay = new SectionCard("Terms", Form.column(Form.line(form.add("limit", "Credit limit", limit), form.add("since", "Since", since)),
                Form.line(form.add("rate", "Discount", rate), form.add("terms", "Terms", terms)), form.add("notes", "Notes", notes),
                new CheckBox("Wants a purchase order number on every invoice")));
        Page page = new Page("Edit customer").beside(State.DISPUTED.pill()).actions(Buttons.of(desk.texts(), act("Cancel", "fth-x")),
                Buttons.danger(desk.texts(), act("Delete", "fth-trash-2")), Buttons.primary(desk.texts(), act("Save", "fth-check")))
                .scrolling(SectionCard.row(who, pay));
        form.readable();
        form.show(List.of(Problem.at("email", "window.not_a_date", "rechnung@grossenwahn", "name@example.com"),
                Problem.at("rate", "window.not_a_number", "12,5x", "1,190.00"), Problem.of("window.nobody", "Acme")));
        return new Made("Edit customer", page, List.of());
    }

    Screen split() {
        SplitDetail split = new SplitDetail(desk, "demo", new VBox(table("split", FXCollections.observableArrayList(rows(40)))), 0.5);
        PdfPreview preview = new PdfPreview(desk);
        preview.show(List.of(new Dimension2D(595, 842), new Dimension2D(595, 842), new Dimension2D(595, 842)), DemoScreens::drawn);
        split.show(preview);
        return new Made("Split", new Page("Reminder").content(split), List.of());
    }

    static PageImage drawn(int page, double scale) {
        int width = (int) (595 * scale);
        int height = (int) (842 * scale);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            boolean line = y > 90 * scale && y < 700 * scale && (int) (y / scale) % 14 < 3 && x > 60 * scale && x < (page * 60 + 340) * scale;
            argb[i] = line ? 0xFF9AA6A9 : 0xFFFFFFFF;
        }
        return new PageImage(width, height, argb);
    }

    MainWindow window() {
        Navigator go = desk.navigator();
        List<Section> sections = List.of(Section.of("today", "Today", "fth-sun"), Section.of("customers", "Customers", "fth-users"),
                Section.of("invoices", "Invoices", "fth-file-text").asUrgent(), Section.of("payments", "Payments", "fth-credit-card"),
                Section.of("aging", "Aging", "fth-bar-chart-2"), Section.of("followups", "Follow-ups", "fth-check-square"),
                Section.of("settings", "Settings", "fth-settings"));
        go.route("today", "today", p -> today());
        go.route("customers", "customers", p -> form());
        go.route("invoices", "invoices", p -> list(1284));
        go.route("payments", "payments", p -> list(0));
        go.route("aging", "aging", p -> list(10_000));
        go.route("followups", "followups", p -> split());
        go.route("settings", "settings", p -> form());
        MainWindow window = new MainWindow(desk, sections, text -> List.of(
                new Hit("fth-user", "Brightwater Hotels", "C-1007 · 4 open", Place.of("customers")),
                new Hit("fth-file-text", "INV-2026-1042", "Brightwater Hotels · 1,190.00 EUR", Place.of("invoices"))),
                List.of(act("Write invoice", "fth-file-plus").on(Shortcut.NEW), act("Record a payment", "fth-credit-card").on(Shortcut.PAY)),
                new Appearance(desk.preferences()));
        sections.get(0).waiting().set(12);
        sections.get(2).waiting().set(17);
        sections.get(5).waiting().set(3);
        window.bookName().set("Larkfield Studio");
        window.status().day().set("As of 25 Nov 2026");
        window.status().mail().set("2 waiting to be sent");
        return window;
    }

    static BigDecimal sum(List<Row> rows) {
        return rows.stream().map(r -> r.open().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
