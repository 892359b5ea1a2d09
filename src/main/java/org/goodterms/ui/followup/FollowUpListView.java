package org.goodterms.ui.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.followup.FollowUpListViewModel.Show;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is to be done, most urgent first. */
public final class FollowUpListView implements Screen {
    private static final double WIDTH = 480;
    private final Desk desk;
    private final Texts texts;
    private final FollowUpListViewModel model;
    private final ListTable<FollowUp> list;
    private final List<Action> actions;
    private final Page page;

    public FollowUpListView(Desk desk, FollowUpListViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.list = list();
        Action make = Action.of("followup.new", "fth-plus", () -> desk.navigator().go(Place.of("followup.new"))).on(Shortcut.NEW);
        Action done = Action.of("followup.done", "fth-check", () -> selected(this::askResult)).on(Shortcut.COMMIT)
                .disabledWhile(not(FollowUp::isOpen));
        Action reopen = Action.of("followup.reopen", "fth-rotate-ccw", () -> selected(model::reopen))
                .disabledWhile(not(task -> !task.isOpen()));
        Action customer = Action.of("followup.customer", "fth-user", () -> selected(this::toCustomer))
                .disabledWhile(not(task -> task.whom() != null));
        actions = List.of(make, done, reopen, customer);
        FilterChips<Show> chips = new FilterChips<>(List.of(Show.values()),
                show -> texts.get("followup.show." + show.name().toLowerCase(Locale.ROOT)));
        chips.chosen().bindBidirectional(model.show);
        model.rows.addListener((ListChangeListener<FollowUp>) change -> count(chips));
        list.leading(chips).only(model.shown);
        list.whenEmpty(new EmptyState(texts, "fth-check-square", "followup.none", make));
        list.rows(model.rows);
        model.rows.addListener((ListChangeListener<FollowUp>) change -> selectFirst());
        page = new Page(texts.get(titleKey())).actions(Buttons.quiet(texts, customer), Buttons.quiet(texts, reopen), postpone(),
                Buttons.of(texts, done), Buttons.primary(texts, make)).content(list);
    }

    private BooleanBinding not(Predicate<FollowUp> condition) {
        return Bindings.createBooleanBinding(() -> {
            FollowUp task = list.selected().getValue();
            return task == null || !condition.test(task);
        }, list.selected());
    }

    private void selectFirst() {
        if (list.selection().isEmpty() && !list.shown().isEmpty()) {
            list.table().getSelectionModel().selectFirst();
        }
    }

    private void selected(Consumer<FollowUp> act) {
        FollowUp task = list.selected().getValue();
        if (task != null) {
            act.accept(task);
        }
    }

    private ListTable<FollowUp> list() {
        LocalDate today = model.today();
        ListTable<FollowUp> table = new ListTable<FollowUp>(desk, "followups").keyedBy(FollowUp::id).onOpen(this::askResult);
        table.value("due", "followup.due", FollowUp::due, desk.formats()::near).width(120)
                .toned(task -> task.isOverdue(today) ? "tone-bad" : task.isOpen() ? null : "tone-quiet");
        table.text("title", "followup.title", this::title).wide();
        table.text("customer", "followup.whom", task -> task.whom() == null ? "" : task.whom().name()).width(220);
        table.text("items", "followup.items", task -> String.join(", ", task.items())).width(140);
        table.text("note", "followup.note", FollowUp::note).width(200).hidden();
        table.date("done", "followup.done_on", FollowUp::doneOn).width(120).hidden();
        table.text("result", "followup.result", FollowUp::result).width(180);
        table.sortBy("due", true);
        return table;
    }

    private String title(FollowUp task) {
        return task.title().isEmpty() ? texts.get("followup.kind." + task.kind().word()) : task.title();
    }

    private MenuButton postpone() {
        MenuButton menu = new MenuButton(texts.get("followup.postpone"), new FontIcon("fth-clock"));
        menu.setId("followup-postpone");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.disableProperty().bind(not(FollowUp::isOpen));
        for (int days : new int[] {1, 3, 7, 14}) {
            MenuItem item = new MenuItem(desk.formats().near(model.today().plusDays(days)));
            item.setOnAction(e -> selected(task -> model.postpone(task, model.today().plusDays(days))));
            menu.getItems().add(item);
        }
        MenuItem other = new MenuItem(texts.get("followup.other_day"));
        other.setOnAction(e -> selected(this::askDay));
        menu.getItems().add(other);
        return menu;
    }

    private void askResult(FollowUp task) {
        if (!task.isOpen()) {
            toCustomer(task);
            return;
        }
        Form form = new Form(texts);
        TextArea result = new TextArea();
        result.setPrefRowCount(4);
        result.setWrapText(true);
        Label what = new Label(title(task));
        what.setWrapText(true);
        ask("followup.done", Form.column(what, form.banner(), form.add("result", "followup.result", result)
                .hint(texts.get(task.whom() == null ? "followup.result.kept" : "followup.result.hint"))),
                Action.of("followup.done", "fth-check",
                        () -> model.done(task, result.getText(), desk.overlay()::close, form::show)), result);
    }

    private void askDay(FollowUp task) {
        Form form = new Form(texts);
        DateField day = new DateField(desk.formats());
        day.setValue(task.due().isBefore(model.today()) ? model.today() : task.due());
        ask("followup.postpone", Form.column(form.banner(), form.add("due", "followup.due", day)),
                Action.of("followup.postpone", "fth-clock", () -> {
                    if (form.readable() && day.getValue() != null) {
                        desk.overlay().close();
                        model.postpone(task, day.getValue());
                    }
                }), day);
    }

    private void ask(String headingKey, Node content, Action act, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, act)).focusing(focus));
    }

    private void toCustomer(FollowUp task) {
        if (task.whom() != null) {
            desk.navigator().go(Place.of("customer", task.whom().id()));
        }
    }

    private void count(FilterChips<Show> chips) {
        for (Show show : Show.values()) {
            chips.count(show, model.count(show), desk.formats());
        }
    }

    @Override
    public String titleKey() {
        return "screen.followups";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.start();
    }

    @Override
    public void onHide() {
        model.stop();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Node firstFocus() {
        return list.table();
    }
}
