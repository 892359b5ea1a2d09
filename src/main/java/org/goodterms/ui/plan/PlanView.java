package org.goodterms.ui.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Reading;
import org.goodterms.reminder.DunningPlan;
import org.goodterms.reminder.DunningPlan.Errand;
import org.goodterms.reminder.DunningPlan.Line;
import org.goodterms.reminder.DunningPlan.Notice;
import org.goodterms.reminder.DunningPlan.Stopped;
import org.goodterms.reminder.Outlook;
import org.goodterms.reminder.Step;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.MailSheet;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;

/** Who is written to, who is called, who is left alone and why; of today, or of any day before or after. */
public final class PlanView implements Screen {

    /** Which part of the plan is shown. */
    enum Part {
        WRITE, DO, LEAVE, ALL
    }

    private static final double BACK = 30;
    private static final double AHEAD = 60;
    private static final double WIDTH = 640;
    private static final double HEIGHT = 560;
    private final Desk desk;
    private final Texts texts;
    private final PlanViewModel model;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.WRITE);
    private final FilterChips<Part> chips;
    private final ListTable<Notice> messages;
    private final ListTable<Errand> errands;
    private final ListTable<Stopped> stopped;
    private final ListTable<Outlook.Next> all;
    private final List<Action> actions;
    private final Consumer<Runnable> first;
    private final Page page;

    public PlanView(Desk desk, PlanViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        chips = new FilterChips<>(List.of(Part.values()), is -> texts.get("plan.part." + is.name().toLowerCase(Locale.ROOT)));
        chips.chosen().bindBidirectional(part);
        messages = messages();
        errands = errands();
        stopped = stopped();
        all = all();
        first = new ElsewhereQuestion(desk, model)::before;
        Action send = Action.of("plan.send", "fth-send", () -> first.accept(this::send)).on(Shortcut.COMMIT).disabledWhile(Bindings.createBooleanBinding(
                () -> model.messages.isEmpty() || !model.isToday() || desk.tasks().busy("plan.send").get(), model.messages, model.day,
                desk.tasks().busy("plan.send")));
        Action today = Action.of("plan.today", "fth-calendar", () -> model.day.set(desk.formats().today())).disabledWhile(
                Bindings.createBooleanBinding(model::isToday, model.day));
        Action policy = Action.of("plan.policy", "fth-sliders", () -> desk.navigator().go(Place.of("policy")));
        actions = List.of(send, today, policy);
        StackPane lists = new StackPane(messages, errands, stopped, all);
        VBox.setVgrow(lists, Priority.ALWAYS);
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, policy), Buttons.of(texts, today), Buttons.primary(texts, send)).content(choices(), lists);
        model.plan.addListener((o, was, is) -> show(is));
        part.addListener((o, was, is) -> turn());
        turn();
    }

    private Node choices() {
        Slider slider = new Slider(-BACK, AHEAD, 0);
        slider.setId("plan-slider");
        slider.setMajorTickUnit(BACK);
        slider.setBlockIncrement(1);
        slider.setPrefWidth(220);
        slider.setMinWidth(90);
        slider.setAccessibleText(texts.get("plan.as_of"));
        slider.valueProperty().addListener((o, was, is) -> {
            LocalDate wanted = desk.formats().today().plusDays(Math.round(is.doubleValue()));
            if (!wanted.equals(model.day.get())) {
                model.day.set(wanted);
            }
        });
        model.day.addListener((o, was, is) -> {
            if (is != null) {
                long days = ChronoUnit.DAYS.between(desk.formats().today(), is);
                if (Math.round(slider.getValue()) != days) {
                    slider.setValue(days);
                }
            }
        });
        DateField day = new DateField(desk.formats());
        day.setPrefWidth(140);
        day.setMinWidth(140);
        day.valueProperty().bindBidirectional(model.day);
        day.setAccessibleText(texts.get("plan.as_of"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label asOf = new Label(texts.get("plan.as_of"));
        asOf.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(12, chips, space, asOf, slider, day);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private ListTable<Notice> messages() {
        ListTable<Notice> table = new ListTable<Notice>(desk, "plan-messages").keyedBy(n -> n.customer() + "/" + n.currency()).onOpen(this::read);
        table.text("code", "customer.code", Notice::code).width(100);
        table.text("name", "customer.name", n -> model.name(n.customer())).wide();
        table.value("step", "plan.step", Notice::step, this::step).width(150).drawn(n -> new StatusPill(step(n.step()), tone(n.step())));
        table.text("items", "plan.items", n -> n.lines().stream().map(Line::number).distinct().collect(Collectors.joining(", "))).width(200);
        table.money("asked", "plan.asked", Notice::asked).width(130);
        table.whenEmpty(new EmptyState(texts, "fth-smile", "plan.nobody", null));
        table.rows(model.messages);
        return table;
    }

    private ListTable<Errand> errands() {
        ListTable<Errand> table = new ListTable<Errand>(desk, "plan-tasks")
                .onOpen(model::toErrand);
        table.text("code", "customer.code", Errand::code).width(100);
        table.text("name", "customer.name", errand -> model.name(errand.customer())).wide();
        table.text("kind", "plan.task", errand -> texts.get("followup.kind." + errand.kind().word())).width(240);
        table.text("items", "plan.items", errand -> String.join(", ", errand.numbers())).width(220);
        table.whenEmpty(new EmptyState(texts, "fth-check-square", "plan.no_task", null));
        table.rows(model.errands);
        return table;
    }

    private ListTable<Stopped> stopped() {
        ListTable<Stopped> table = new ListTable<Stopped>(desk, "plan-stopped").keyedBy(Stopped::item).onOpen(model::remedy);
        table.text("code", "customer.code", Stopped::code).width(100);
        table.text("name", "customer.name", one -> model.name(one.customer())).wide();
        table.text("number", "item.number", Stopped::number).width(130);
        table.value("step", "plan.next_step", Stopped::step, this::step).width(150);
        table.text("reason", "plan.reason", model::why).width(300).toned(one -> "tone-watch");
        table.text("remedy", "plan.remedy", one -> texts.get(PlanViewModel.remedyKey(one.reason()))).width(240)
                .drawn(one -> remedy(PlanViewModel.remedyKey(one.reason()), () -> model.remedy(one)));
        table.whenEmpty(new EmptyState(texts, "fth-check", "plan.none_left_alone", null));
        table.rows(model.stopped);
        return table;
    }

    private ListTable<Outlook.Next> all() {
        ListTable<Outlook.Next> table = new ListTable<Outlook.Next>(desk, "plan-all").keyedBy(Outlook.Next::item).onOpen(model::remedy);
        table.text("code", "customer.code", Outlook.Next::code).width(90);
        table.text("name", "customer.name", one -> model.name(one.customer())).wide();
        table.text("number", "item.number", Outlook.Next::number).width(120);
        table.date("due", "plan.due", Outlook.Next::due).width(110);
        table.money("open", "plan.open", Outlook.Next::open).width(110);
        table.text("next", "plan.next", model::next).width(290);
        table.text("remedy", "plan.remedy", one -> model.remedyKey(one) == null ? "" : texts.get(Objects.requireNonNull(model.remedyKey(one))))
                .width(240).drawn(one -> remedy(model.remedyKey(one), () -> model.remedy(one)));
        table.whenEmpty(new EmptyState(texts, "fth-smile", "plan.none_overdue", null));
        table.rows(model.all);
        return table;
    }

    private Node remedy(@Nullable String key, Runnable act) {
        return key == null ? new Label() : Buttons.quiet(texts, Action.of(key, "fth-arrow-right", act));
    }

    private String step(Step step) {
        return texts.get("reminder.step." + step.name());
    }

    private static Tone tone(Step step) {
        return switch (step) {
            case C, D -> Tone.QUIET;
            case R1, R2 -> Tone.CALM;
            case R3, K -> Tone.WATCH;
            case F, H -> Tone.BAD;
        };
    }

    private void show(@Nullable DunningPlan plan) {
        if (plan != null) {
            page.sub().setText(texts.get(model.isToday() ? "plan.sub.today" : "plan.sub", desk.formats().date(plan.on()), plan.messages().size(),
                    plan.tasks().size(), plan.stopped().size()));
            chips.count(Part.WRITE, plan.messages().size(), desk.formats());
            chips.count(Part.DO, plan.tasks().size(), desk.formats());
            if (part.get() == Part.ALL) {
                model.loadAll();
            }
            chips.count(Part.LEAVE, plan.stopped().size(), desk.formats());
        }
    }

    private void turn() {
        messages.setVisible(part.get() == Part.WRITE);
        errands.setVisible(part.get() == Part.DO);
        stopped.setVisible(part.get() == Part.LEAVE);
        all.setVisible(part.get() == Part.ALL);
        if (part.get() == Part.ALL) {
            model.loadAll();
        }
    }

    /** What is selected, or everything where nothing or one is. */
    private List<Notice> meant() {
        List<Notice> selected = List.copyOf(messages.selection());
        return selected.size() > 1 ? selected : List.copyOf(model.messages);
    }

    /** The last word before many messages leave: how many, to whom. */
    private void send() {
        List<Notice> approved = meant();
        desk.overlay().confirm(texts.get("plan.confirm"), texts.get("plan.confirm.more", approved.size(), approved.stream()
                .map(n -> model.name(n.customer())).distinct().limit(6).collect(Collectors.joining(", "))),
                Action.of("plan.approve", "fth-send", () -> model.send(approved)));
    }

    private void read(Notice notice) {
        model.read(notice, reading -> show(notice, reading));
    }

    private void show(Notice notice, Reading reading) {
        MailSheet sheet = new MailSheet(texts);
        sheet.show(reading.from(), reading.to(), reading.subject(), reading.text(), reading.files().stream().map(Reading.File::name).toList());
        Action words = Action.of("plan.words", "fth-edit-2", () -> {
            desk.overlay().close();
            desk.navigator().go(Place.of("reminder.new", notice.customer()));
        });
        Action send = Action.of("plan.send_one", "fth-send", () -> {
            desk.overlay().close();
            first.accept(() -> model.send(List.of(notice)));
        }).disabledWhile(Bindings.createBooleanBinding(() -> !model.isToday(), model.day));
        Button main = Buttons.primary(texts, send);
        desk.overlay().show(new Dialog(model.name(notice.customer()) + " \u00B7 " + step(notice.step()), sheet, WIDTH).tall(HEIGHT).buttons(
                Buttons.of(texts, Action.of("window.close", "fth-x", desk.overlay()::close)), Buttons.of(texts, words), main).focusing(main));
    }

    @Override
    public String titleKey() {
        return "screen.reminders";
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
        return messages.table();
    }
}
