package org.goodterms.ui.customer;

import java.time.LocalDate;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Expected;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.SectionCard;

/** What is open with a customer, oldest due first. */
final class CustomerItems {
    private static final double ROW = 40;
    private static final double HEAD = 44;
    private static final int MOST_ROWS = 9;
    private final Desk desk;
    private final Texts texts;
    private final CustomerViewModel model;

    CustomerItems(Desk desk, CustomerViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    SectionCard card() {
        ListTable<OpenItem> table = table();
        var size = Bindings.size(model.items);
        table.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> HEAD + ROW * Math.min(MOST_ROWS, model.items.size()), model.items));
        table.minHeightProperty().bind(table.prefHeightProperty());
        table.visibleProperty().bind(size.greaterThan(0));
        table.managedProperty().bind(table.visibleProperty());
        Label none = new Label(texts.get("customer.nothing_open"));
        none.getStyleClass().add("muted");
        none.visibleProperty().bind(size.isEqualTo(0));
        none.managedProperty().bind(none.visibleProperty());
        SectionCard card = new SectionCard(texts.get("customer.open_items"), new StackPane(new VBox(none, table)));
        card.count().textProperty().bind(size.asString());
        return card;
    }

    private ListTable<OpenItem> table() {
        LocalDate today = desk.formats().today();
        ListTable<OpenItem> table = new ListTable<OpenItem>(desk, "customer-items").keyedBy(OpenItem::id).onOpen(this::open);
        table.text("number", "item.number", item -> number(item)).wide().width(110);
        table.text("kind", "item.kind", item -> texts.get("item.kind." + item.kind().word())).width(96);
        table.date("date", "item.date", OpenItem::date).width(112).hidden();
        table.date("due", "item.due", OpenItem::due).width(116)
                .toned(item -> item.isOverdue(today) ? "tone-bad" : null);
        table.text("late", "item.late", item -> item.isOverdue(today) ? String.valueOf(item.daysPastDue(today)) : "").width(84)
                .toned(item -> "tone-bad");
        table.money("open", "item.open", OpenItem::open).width(130);
        table.plain();
        table.rows(model.items);
        return table;
    }

    private static String number(OpenItem item) {
        return item.part() > 1 ? item.number() + "/" + item.part() : item.number();
    }

    private void open(OpenItem item) {
        String kind = switch (item.kind()) {
            case INVOICE, CREDIT_NOTE -> "invoice";
            case RECEIPT, REFUND -> "payment";
            default -> "claim";
        };
        if (item.kind().debit() && (kind.equals("claim") || item.sourceId() == null)) {
            if (desk.navigator().knows("claim")) {
                desk.navigator().go(Place.of("claim", Expected.of(item.customer(), item.number())));
            }
        } else if (item.sourceId() != null && desk.navigator().knows(kind)) {
            desk.navigator().go(Place.of(kind, org.goodterms.kernel.Id.of(Objects.requireNonNull(item.sourceId()))));
        }
    }
}
