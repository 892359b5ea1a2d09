package org.goodterms.ui.dispute;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.EndingDialog;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FileDrop;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;

/** What is contested, by whom, since when, and by when it shall be settled. */
public final class DisputeListView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final DisputeListViewModel model;
    private final ListTable<DisputeRow> list;
    private final Action close;
    private final Action evidence;
    private final Page page;

    public DisputeListView(Desk desk, DisputeListViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.list = list();
        this.close = Action.of("dispute.close", "fth-check", this::ask).on(Shortcut.COMMIT).disabledWhile(Bindings.isEmpty(list.selection()));
        this.evidence = Action.of("dispute.evidence", "fth-paperclip", this::addEvidence).disabledWhile(Bindings.isEmpty(list.selection()));
        list.whenEmpty(new EmptyState(texts, "fth-check-circle", "dispute.none", null));
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, evidence), Buttons.primary(texts, close)).content(list);
        FileDrop.on(page, dropped -> {
            DisputeRow row = list.selected().getValue();
            if (row != null) {
                model.files(row).add(dropped);
            }
        });
        model.rows.addListener((ListChangeListener<DisputeRow>) change -> count());
    }

    private void count() {
        long late = model.rows.stream().filter(row -> row.isLate(desk.formats().today())).count();
        page.sub().setText(texts.get("dispute.sub", model.rows.size(), late));
    }

    private ListTable<DisputeRow> list() {
        LocalDate today = desk.formats().today();
        ListTable<DisputeRow> table = new ListTable<DisputeRow>(desk, "disputes").keyedBy(row -> row.dispute().id()).onOpen(model::open);
        table.text("customer", "dispute.customer", DisputeRow::name).width(160);
        table.text("number", "dispute.number", row -> row.dispute().number()).width(100);
        table.text("reason", "dispute.reason", row -> row.dispute().reason()).wide();
        table.money("amount", "dispute.amount", row -> row.dispute().amount()).width(104);
        table.money("open", "dispute.open", DisputeRow::open).width(104);
        table.date("opened", "dispute.opened", row -> row.dispute().opened()).width(112);
        table.date("target", "dispute.target", row -> row.dispute().target()).width(112).toned(row -> row.isLate(today) ? "tone-bad" : null);
        table.text("owner", "dispute.owner", row -> row.dispute().owner()).width(104);
        table.text("evidence", "dispute.files", row -> String.join(", ", row.files())).width(92);
        table.sortBy("opened", true);
        table.rows(model.rows);
        return table;
    }

    private void ask() {
        DisputeRow row = list.selected().getValue();
        if (row == null) {
            return;
        }
        new EndingDialog(desk).ask(row.contested(), "dispute.close", (ending, problems) ->
                model.close(row, ending, desk.overlay()::close, problems));
    }

    private void addEvidence() {
        DisputeRow row = list.selected().getValue();
        if (row != null) {
            model.files(row).choosing().run();
        }
    }

    @Override
    public String titleKey() {
        return "screen.disputes";
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
        return List.of(close, evidence);
    }

    @Override
    public Node firstFocus() {
        return list.table();
    }
}
