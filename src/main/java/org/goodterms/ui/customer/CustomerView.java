package org.goodterms.ui.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Texts;
import org.goodterms.report.CustomerGlance;
import org.goodterms.reminder.Policies;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One customer: what they owe, what happened, and what can be done about it. */
public final class CustomerView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final CustomerViewModel model;
    private final AgreedViewModel agreed;
    private final Talks talks;
    private final List<Action> actions = new ArrayList<>();
    private final KeyFigure balance;
    private final KeyFigure overdue;
    private final KeyFigure unapplied;
    private final KeyFigure late;
    private final Page page;
    private final MenuButton more = new MenuButton();

    public CustomerView(Desk desk, CustomerViewModel model, AgreedViewModel agreed, FilePart files) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.agreed = agreed;
        this.talks = new Talks(desk, model);
        balance = new KeyFigure(texts.get("customer.balance"));
        overdue = new KeyFigure(texts.get("customer.overdue"));
        unapplied = new KeyFigure(texts.get("customer.unapplied"));
        late = new KeyFigure(texts.get("customer.days_late"));
        page = new Page("");
        CustomerItems items = new CustomerItems(desk, model);
        CustomerTimeline timeline = new CustomerTimeline(desk, model, files);
        CustomerFacts facts = new CustomerFacts(desk, model);
        VBox left = new VBox(20, items.card(), timeline.card());
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = facts.column();
        right.getChildren().add(1, new AgreedCard(desk, model, agreed).card());
        right.setMinWidth(280);
        right.setPrefWidth(320);
        right.setMaxWidth(320);
        files.dropOn(page);
        page.actions(buttons(files)).scrolling(KeyFigure.row(balance, overdue, unapplied, late), new HBox(20, left, right));
        model.customer.addListener((o, was, is) -> show(is));
        model.glance.addListener((o, was, is) -> show(is));
    }

    private Node[] buttons(FilePart files) {
        Action invoice = to("invoice.new", "fth-file-plus").on(Shortcut.NEW);
        Action payment = to("payment.new", "fth-credit-card").on(Shortcut.PAY);
        Action log = Action.of("contact.log", "fth-phone", talks::ask);
        Action edit = to("customer.edit", "fth-edit-2");
        Stream.of(invoice, payment, to("call", "fth-phone-outgoing"), to("reminder.new", "fth-bell"), to("statement", "fth-file-text"),
                to("agreement", "fth-calendar"), to("agreement.new", "fth-calendar"),
                to("followup.new", "fth-check-square"), edit).filter(action -> leads(action)).forEach(actions::add);
        actions.add(log);
        List<Node> buttons = new ArrayList<>(List.of(Buttons.of(texts, log), Buttons.of(texts, edit)));
        more.setText(texts.get("customer.more"));
        actions.stream().filter(a -> !List.of(log, edit, invoice, payment).contains(a)).forEach(a -> more.getItems().add(item(a)));
        more.getItems().add(item(files.choosing()));
        more.getItems().add(item(Action.of("customer.hold.change", "fth-pause-circle", talks::hold)));
        if (desk.navigator().knows("policy")) {
            more.getItems().add(item(Action.of("policy.customer", "fth-sliders", this::toPolicy)));
        }
        buttons.add(more);
        if (leads(payment)) {
            buttons.add(Buttons.of(texts, payment));
        }
        if (leads(invoice)) {
            Button main = Buttons.primary(texts, invoice);
            buttons.add(main);
        }
        return buttons.toArray(Node[]::new);
    }

    /** Adds papers that can be written about it. */
    public CustomerView offering(List<Action> papers) {
        papers.forEach(paper -> more.getItems().add(item(paper)));
        return this;
    }

    private void toPolicy() {
        Customer is = model.customer.get();
        if (is != null) {
            desk.navigator().go(Place.of("policy", new Policies.Subject(Policies.Scope.CUSTOMER, is.code())));
        }
    }

    private boolean leads(Action action) {
        return desk.navigator().knows(action.textKey());
    }

    private Action to(String kind, String icon) {
        return Action.of(kind, icon, () -> desk.navigator().go(Place.of(kind, model.id())));
    }

    private MenuItem item(Action action) {
        MenuItem item = new MenuItem(texts.get(action.textKey()), new FontIcon(action.icon()));
        item.setId(action.textKey().replace('.', '-'));
        item.setOnAction(e -> action.run());
        return item;
    }

    private void show(@Nullable Customer customer) {
        if (customer == null) {
            return;
        }
        page.heading().setText(customer.name());
        Label code = new Label(customer.code());
        code.getStyleClass().add("subtle");
        List<Node> beside = new ArrayList<>(List.of(code));
        if (customer.hold() != null) {
            beside.add(new StatusPill(texts.get("customer.on_hold"), Tone.WATCH));
        }
        page.beside(beside.toArray(Node[]::new));
        page.sub().setText(Stream.of(customer.address().city(), customer.trade().terms(), customer.reach().email(),
                customer.reach().phone()).filter(text -> !text.isBlank()).collect(Collectors.joining("  \u00B7  ")));
    }

    private void show(@Nullable CustomerGlance glance) {
        if (glance == null) {
            return;
        }
        balance.show(desk.formats(), glance.balance(), glance.lastPayment() == null ? texts.get("customer.no_payment")
                : texts.get("customer.last_payment", desk.formats().near(glance.lastPayment())));
        overdue.show(desk.formats(), glance.overdue(), glance.openDisputes() == 0 ? texts.get("customer.no_dispute")
                : texts.get("customer.disputed", glance.disputed())).tone(glance.overdue().isPositive() ? Tone.BAD : Tone.QUIET);
        unapplied.show(desk.formats(), glance.unapplied(), texts.get("customer.unapplied.more"))
                .tone(glance.unapplied().isPositive() ? Tone.WATCH : Tone.QUIET);
        late.show(glance.averageDaysLate() == null ? "\u2013"
                : desk.formats().number(glance.averageDaysLate().setScale(0, java.math.RoundingMode.HALF_UP)),
                glance.averageDaysLate() == null ? "" : texts.get("customer.days"),
                texts.get("customer.settled", glance.settled()));
    }

    @Override
    public String titleKey() {
        return "screen.customer";
    }

    @Override
    public String title(Texts words) {
        return model.customer.get() == null ? words.get(titleKey()) : model.customer.get().name();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.start();
        agreed.start();
    }

    @Override
    public void onHide() {
        model.stop();
        agreed.stop();
    }

    @Override
    public List<Action> actions() {
        return List.copyOf(actions);
    }
}
