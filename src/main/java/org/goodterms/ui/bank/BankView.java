package org.goodterms.ui.bank;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;
import org.goodterms.bank.LineStanding;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.SplitDetail;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;

/** Lines of the bank: the list on the left, what a line may be on the right; Enter accepts the best guess. */
public final class BankView implements Screen {
    private static final double SHARE = 0.56;
    private static final double NARROW = 760;
    private final Desk desk;
    private final Texts texts;
    private final BankViewModel model;
    private final ListTable<LineStanding> list;
    private final SplitDetail split;
    private final Action pick;
    private final Action learned;
    private final Page page;

    public BankView(Desk desk, BankViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.pick = Action.of("bank.pick", "fth-upload", this::pick).on(Shortcut.NEW)
                .disabledWhile(desk.tasks().busy("bank.look"));
        this.list = list();
        this.split = new SplitDetail(desk, "bank", list, SHARE).stackedBelow(NARROW);
        FilterChips<BankViewModel.Show> chips = new FilterChips<>(List.of(BankViewModel.Show.values()),
                show -> texts.get("bank.show." + show.name().toLowerCase(Locale.ROOT)));
        chips.chosen().bindBidirectional(model.show);
        model.lines.addListener((ListChangeListener<LineStanding>) change -> count(chips));
        list.leading(chips).only(model.shown);
        list.whenEmpty(new EmptyState(texts, "fth-inbox", "bank.empty", pick));
        list.rows(model.lines);
        list.selected().addListener((o, was, is) -> {
            if (is != null) {
                model.selected.set(is);
            }
        });
        model.selected.addListener((o, was, is) -> detail(is));
        list.table().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        learned = Action.of("bank.learned", "fth-list", () -> new LearnedDialog(desk, model).show());
        Button rules = Buttons.of(texts, learned);
        rules.setId("bank-learned");
        page = new Page(texts.get(titleKey())).actions(rules, Buttons.primary(texts, pick)).content(split);
        model.looked.addListener((o, was, is) -> looked(is));
        looked(model.looked.get());
    }

    private ListTable<LineStanding> list() {
        ListTable<LineStanding> table = new ListTable<LineStanding>(desk, "bank").keyedBy(s -> s.line().id());
        table.date("date", "bank.date", s -> s.line().booked()).width(108);
        table.text("payer", "bank.payer", s -> s.line().payer().isEmpty() ? s.line().text() : s.line().payer()).wide();
        table.text("text", "bank.text", s -> s.line().text()).width(150).hidden();
        table.value("state", "bank.state", LineStanding::state, state -> texts.get("bank.state." + state.word())).width(118)
                .drawn(s -> new StatusPill(texts.get("bank.state." + s.state().word()), tone(s.state())));
        table.money("amount", "bank.amount", s -> s.line().amount()).width(108);
        return table;
    }

    static Tone tone(LineStanding.State state) {
        return switch (state) {
            case MATCHED -> Tone.GOOD;
            case UNAPPLIED -> Tone.WATCH;
            case SUSPENSE -> Tone.BAD;
        };
    }

    private void count(FilterChips<BankViewModel.Show> chips) {
        for (BankViewModel.Show show : BankViewModel.Show.values()) {
            chips.count(show, model.count(show), desk.formats());
        }
    }

    private void key(KeyEvent event) {
        LineStanding chosen = model.selected.get();
        if (event.getCode() == KeyCode.ENTER && chosen != null && !chosen.proposals().isEmpty()) {
            model.accept(chosen, chosen.proposals().getFirst());
            event.consume();
        }
    }

    private void detail(@Nullable LineStanding standing) {
        split.show(standing == null ? null : new LineCard(desk, model, standing).node());
        if (standing != null && !Objects.equals(list.selected().getValue(), standing)) {
            list.select(standing);
        }
    }

    private void looked(BankViewModel.@Nullable Looked file) {
        page.content(file == null ? split : new FileCard(desk, model, file).node());
    }

    private void pick() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("bank.pick"));
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(texts.get("bank.files"), "*.xml", "*.sta",
                "*.mt940", "*.940", "*.ofx", "*.qfx", "*.qif", "*.csv", "*.txt"),
                new FileChooser.ExtensionFilter(texts.get("bank.any_file"), "*"));
        File chosen = chooser.showOpenDialog(page.getScene().getWindow());
        if (chosen != null) {
            model.choose(chosen.toPath());
        }
    }

    @Override
    public String titleKey() {
        return "screen.bank";
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
        return List.of(pick, learned);
    }

    @Override
    public Node firstFocus() {
        return list.table();
    }
}
