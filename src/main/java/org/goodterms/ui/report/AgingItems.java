package org.goodterms.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.AgingRow;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Place;
import org.jspecify.annotations.Nullable;

/** The items behind a customer's line of the aging, as they were open on its day. */
final class AgingItems {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 300;
    private final Desk desk;
    private final Texts texts;
    private final AgingViewModel model;

    AgingItems(Desk desk, AgingViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        model.opened.addListener((o, was, is) -> {
            if (is != null) {
                show(is);
            }
        });
    }

    private void show(AgingRow row) {
        ListTable<OpenItem> table = table();
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        List<Button> ways = new ArrayList<>();
        ways.add(Buttons.of(texts, Action.of("window.close", "fth-x", desk.overlay()::close)));
        way(ways, "statement", "statement", "fth-file-text", row);
        way(ways, "reminder.new", "reminder.new", "fth-bell", row);
        way(ways, "followup.customer", "customer", "fth-user", row);
        String balance = texts.get("aging.items", row.name(), desk.formats().money(row.balance()));
        desk.overlay().show(new Dialog(balance, new VBox(table), WIDTH).buttons(ways.toArray(Button[]::new)).focusing(table.table()));
        model.opened.set(null);
    }

    private void way(List<Button> ways, String key, String kind, String icon, AgingRow row) {
        if (desk.navigator().knows(kind)) {
            Action go = Action.of(key, icon, () -> {
                desk.overlay().close();
                desk.navigator().go(Place.of(kind, row.customer()));
            });
            ways.add(kind.equals("customer") ? Buttons.primary(texts, go) : Buttons.of(texts, go));
        }
    }

    private ListTable<OpenItem> table() {
        ListTable<OpenItem> table = new ListTable<OpenItem>(desk, "aging-items").keyedBy(OpenItem::id).onOpen(this::open);
        table.text("number", "item.number", item -> item.part() > 1 ? item.number() + "/" + item.part() : item.number()).wide();
        table.date("due", "item.due", OpenItem::due).width(112).toned(item -> late(item) ? "tone-bad" : null);
        table.count("late", "item.late", item -> late(item) ? (int) item.daysPastDue(Objects.requireNonNull(model.asOf.get())) : null)
                .width(80).toned(item -> "tone-bad");
        table.money("open", "item.open", OpenItem::open).width(116);
        table.plain();
        table.rows(model.items);
        return table;
    }

    private boolean late(OpenItem item) {
        return model.asOf.get() != null && item.isOverdue(model.asOf.get());
    }

    private void open(OpenItem item) {
        String kind = item.kind().debit() || item.kind().word().equals("credit-note") ? "invoice" : "payment";
        java.util.@Nullable UUID source = item.sourceId();
        if (source != null && desk.navigator().knows(kind)) {
            desk.overlay().close();
            desk.navigator().go(Place.of(kind, Id.of(source)));
        }
    }
}
