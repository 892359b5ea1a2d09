package org.goodterms.ui.outbox;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Message;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Formats;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.goodterms.ui.outbox.OutboxViewModel.Show;

/** Messages to customers: what waits, what needs a decision, what went out. */
public final class OutboxView implements Screen {
    private final OutboxViewModel model;
    private final Texts texts;
    private final ListTable<Message> list;
    private final Action send;
    private final Page page;

    public OutboxView(Desk desk, OutboxViewModel model) {
        this.model = model;
        this.texts = desk.texts();
        this.send = Action.of("outbox.send", "fth-send", model::send).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("outbox.send"));
        this.list = list(desk);
        FilterChips<Show> chips = new FilterChips<>(List.of(Show.values()), show -> texts.get("outbox.show." + show.word()));
        chips.chosen().bindBidirectional(model.show);
        model.rows.addListener((ListChangeListener<Message>) change -> count(chips, desk.formats()));
        list.leading(chips).only(model.shown);
        list.whenEmpty(new EmptyState(texts, "fth-send", "outbox.none", null));
        list.rows(model.rows);
        page = new Page(texts.get(titleKey())).actions(Buttons.primary(texts, send)).content(list);
    }

    private ListTable<Message> list(Desk desk) {
        ListTable<Message> table = new ListTable<Message>(desk, "messages").keyedBy(Message::id).onOpen(model::open);
        table.date("date", "message.date", message -> message.about().date()).width(120);
        table.text("customer", "message.customer", message -> message.about().customerCode()).width(110);
        table.text("to", "message.to", message -> message.parcel().recipient()).width(220);
        table.text("subject", "message.subject", message -> message.parcel().subject()).wide();
        table.text("channel", "message.channel", message -> texts.get("message.channel." + message.parcel().channel().word())).width(90);
        table.value("state", "message.state", Message::state, state -> word(texts, state)).width(130)
                .drawn(message -> new StatusPill(word(texts, message.state()), tone(message.state())));
        table.text("reply", "message.reply", message -> message.course().replyText()).width(200).hidden();
        table.sortBy("date", false);
        return table;
    }

    private void count(FilterChips<Show> chips, Formats formats) {
        for (Show show : Show.values()) {
            long number = model.count(show);
            chips.count(show, number > 0 ? number : -1, formats);
        }
    }

    static String word(Texts texts, Message.State state) {
        return texts.get("message.state." + state.word());
    }

    static Tone tone(Message.State state) {
        return switch (state) {
            case DRAFT, CANCELLED -> Tone.QUIET;
            case APPROVED, QUEUED, SENDING -> Tone.CALM;
            case SENT -> Tone.GOOD;
            case DEFERRED -> Tone.WATCH;
            case FAILED, UNKNOWN -> Tone.BAD;
        };
    }

    @Override
    public String titleKey() {
        return "screen.outbox";
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
        return List.of(send);
    }

    @Override
    public Node firstFocus() {
        return list.filter();
    }
}
