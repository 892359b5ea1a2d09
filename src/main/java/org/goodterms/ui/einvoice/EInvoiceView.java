package org.goodterms.ui.einvoice;

import java.io.File;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.goodterms.invoice.ReceivedInvoice;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;

/** A supplier's e-invoice opened and read, above those that became an expense. */
public final class EInvoiceView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final EInvoiceViewModel model;
    private final ListTable<ReceivedInvoice> list;
    private final VBox opened = new VBox();
    private final Action book;
    private final List<Action> actions;
    private final Page page;

    public EInvoiceView(Desk desk, EInvoiceViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        Action open = Action.of("einvoice.open", "fth-folder", this::choose).on(Shortcut.NEW);
        book = Action.of("einvoice.book", "fth-check", model::book).on(Shortcut.COMMIT).disabledWhile(Bindings.isNull(model.looked));
        actions = List.of(open, book);
        list = list();
        list.whenEmpty(new EmptyState(texts, "fth-inbox", "einvoice.none", open));
        list.rows(model.rows);
        model.looked.addListener((o, was, is) -> show(is));
        page = new Page(texts.get(titleKey())).actions(Buttons.primary(texts, open)).content(opened,
                new SectionCard(texts.get("einvoice.booked_before"), list).growing());
    }

    private ListTable<ReceivedInvoice> list() {
        ListTable<ReceivedInvoice> table = new ListTable<ReceivedInvoice>(desk, "received").keyedBy(ReceivedInvoice::hash).plain();
        table.date("date", "einvoice.fact.issueDate", ReceivedInvoice::bookedOn).width(120);
        table.text("seller", "einvoice.fact.seller", ReceivedInvoice::seller).wide();
        table.text("number", "einvoice.fact.id", ReceivedInvoice::number).width(160);
        table.text("account", "einvoice.account", ReceivedInvoice::account).width(100);
        table.money("payable", "einvoice.total", ReceivedInvoice::payable).width(140);
        return table;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("einvoice.open"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("einvoice.files"), "*.xml", "*.pdf"));
        File chosen = chooser.showOpenDialog(page.getScene().getWindow());
        if (chosen != null) {
            model.look(chosen.toPath());
        }
    }

    private void show(EInvoiceViewModel.@org.jspecify.annotations.Nullable Looked looked) {
        if (looked == null) {
            opened.getChildren().clear();
            return;
        }
        boolean valid = looked.read().valid();
        StatusPill state = new StatusPill(texts.get(valid ? "einvoice.valid" : "einvoice.not_valid"),
                valid ? StatusPill.Tone.GOOD : StatusPill.Tone.BAD);
        GridPane facts = new GridPane(18, 5);
        facts.setPadding(new Insets(2, 0, 4, 0));
        int row = 0;
        for (Map.Entry<String, String> fact : looked.facts()) {
            Label name = new Label(texts.get("einvoice.fact." + fact.getKey()));
            name.getStyleClass().add("caption");
            Label value = new Label(fact.getValue());
            value.setWrapText(true);
            facts.add(name, row / 6 * 2, row % 6);
            facts.add(value, row / 6 * 2 + 1, row % 6);
            row++;
        }
        VBox content = new VBox(8, state, facts);
        looked.read().problems().forEach(problem -> {
            Label sentence = new Label(texts.of(problem));
            sentence.setWrapText(true);
            sentence.getStyleClass().add("tone-bad");
            content.getChildren().add(sentence);
        });
        opened.getChildren().setAll(new SectionCard(looked.name(), content).actions(Buttons.of(texts, book)));
    }

    @Override
    public String titleKey() {
        return "screen.einvoices";
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
