package org.goodterms.ui.today;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.report.TodayGlance;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;

/** What the day begins with. */
public final class TodayView implements Screen {
    private static final int OLD_BACKUP = 7;
    private static final double LATE_WIDTH = 380;
    private static final double NARROWEST = 290;
    private static final double SHARE = 0.35;
    private final Desk desk;
    private final Texts texts;
    private final TodayViewModel model;
    private final TodayTasks tasks;
    private final KeyFigure open;
    private final KeyFigure overdue;
    private final KeyFigure expected;
    private final KeyFigure backup;
    private final List<Action> actions = new ArrayList<>();
    private final Page page;
    private boolean begun;

    public TodayView(Desk desk, TodayViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.tasks = new TodayTasks(desk, model);
        open = new KeyFigure(texts.get("today.open")).onOpen(() -> desk.navigator().home(Place.of("aging")));
        overdue = new KeyFigure(texts.get("today.overdue")).onOpen(() -> desk.navigator().home(Place.of("aging")));
        expected = new KeyFigure(texts.get("today.expected"));
        backup = new KeyFigure(texts.get("today.backup")).onOpen(() -> desk.navigator().home(Place.of("settings")));
        page = new Page(texts.get(titleKey()));
        page.sub().setText(day(desk.formats().today()));
        page.actions(buttons());
        VBox left = new VBox(20, run(), tasks.card());
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(new LateList(desk, model).card());
        HBox both = new HBox(20, left, right);
        right.prefWidthProperty().bind(both.widthProperty().map(width -> Math.clamp(width.doubleValue() * SHARE, NARROWEST, LATE_WIDTH)));
        right.minWidthProperty().bind(right.prefWidthProperty());
        page.scrolling(KeyFigure.row(open, overdue, expected, backup), both);
        begun = true;
        model.glance.addListener((o, was, is) -> show(is));
        model.backup.addListener((o, was, is) -> show(is));
    }

    /** When reminders last ran; where that is too long ago, in a tone that is seen, with the way to the plan. */
    private Node run() {
        Label said = new Label();
        said.setId("today-run");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(12, said);
        line.setAlignment(Pos.CENTER_LEFT);
        line.managedProperty().bind(line.visibleProperty());
        line.setVisible(false);
        Button plan = Buttons.of(texts, Action.of("today.run.plan", "fth-list", () -> desk.navigator().home(Place.of("reminders"))));
        model.run.addListener((o, was, is) -> {
            if (is != null) {
                LocalDate on = is.on();
                said.setText(on == null ? texts.get("today.run.never") : is.isLate() ? texts.get("today.run.late", desk.formats().near(on), is.missed())
                        : texts.get("today.run", desk.formats().near(on), is.sent()));
                said.getStyleClass().setAll("label", is.isLate() ? "tone-watch" : "muted");
                line.getChildren().setAll(is.isLate() && desk.navigator().knows("reminders") ? List.of(said, plan) : List.of(said));
                line.setVisible(is.planned());
            }
        });
        return line;
    }

    private String day(LocalDate today) {
        String weekday = today.getDayOfWeek().getDisplayName(TextStyle.FULL, texts.locale());
        return texts.get("today.day", weekday.substring(0, 1).toUpperCase(texts.locale()) + weekday.substring(1), desk.formats().date(today));
    }

    private Node[] buttons() {
        List<Button> buttons = new ArrayList<>();
        add(buttons, "outbox", "fth-send", null, false);
        add(buttons, "followup.new", "fth-check-square", null, false);
        add(buttons, "payment.new", "fth-credit-card", Shortcut.PAY, false);
        add(buttons, "invoice.new", "fth-file-plus", Shortcut.NEW, true);
        return buttons.toArray(Node[]::new);
    }

    private void add(List<Button> buttons, String kind, String icon, @Nullable Shortcut keys, boolean main) {
        if (desk.navigator().knows(kind)) {
            Action action = new Action(kind.equals("outbox") ? "screen.outbox" : kind, icon, keys, null,
                    () -> desk.navigator().go(Place.of(kind)));
            actions.add(action);
            buttons.add(main ? Buttons.primary(texts, action) : Buttons.of(texts, action));
        }
    }

    private void show(@Nullable TodayGlance glance) {
        if (glance == null) {
            return;
        }
        if (glance.customers() == 0) {
            welcome();
            return;
        }
        open.show(desk.formats(), glance.open(), glance.unapplied().isZero() ? texts.get("today.open.more")
                : texts.get("today.open.unapplied", desk.formats().amount(glance.unapplied())));
        overdue.show(desk.formats(), glance.overdue(), texts.get("today.overdue.more", glance.lateCount()))
                .tone(glance.overdue().isPositive() ? Tone.BAD : Tone.QUIET);
        expected.show(desk.formats(), glance.expected(), texts.get("today.expected.more", desk.formats().day(glance.until())));
    }

    /** A book without anybody in it: what to do first. */
    private void welcome() {
        if (begun) {
            begun = false;
            EmptyState first = new EmptyState(texts, "fth-sun", "today.welcome", Action.of("customer.new", "fth-user-plus",
                    () -> desk.navigator().go(Place.of("customer.new"))));
            if (desk.navigator().knows("import")) {
                first.getChildren().add(Buttons.of(texts, Action.of("import", "fth-upload",
                        () -> desk.navigator().go(Place.of("import")))));
            }
            VBox.setVgrow(first, Priority.ALWAYS);
            page.content(first);
        }
    }

    private void show(@Nullable Optional<Instant> last) {
        if (last == null) {
            return;
        }
        if (last.isEmpty()) {
            backup.show(texts.get("today.backup.never"), "", texts.get("today.backup.never.more")).tone(Tone.WATCH);
            return;
        }
        LocalDate day = desk.formats().dayOf(last.get());
        boolean old = day.isBefore(desk.formats().today().minusDays(OLD_BACKUP));
        backup.show(desk.formats().near(day), "", texts.get(old ? "today.backup.old" : "today.backup.more"))
                .tone(old ? Tone.WATCH : Tone.QUIET);
    }

    @Override
    public String titleKey() {
        return "screen.today";
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
        return List.copyOf(actions);
    }

    @Override
    public Node firstFocus() {
        return tasks.focus();
    }
}
