package org.goodterms.ui.report;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.goodterms.kernel.Texts;
import org.goodterms.report.MonthlyStatement;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;

/** Above the day of the month on which statements go out, below to whom they go this month. */
public final class MonthlyView implements Screen {
    private static final double DAY_WIDTH = 64;
    private final Desk desk;
    private final MonthlyViewModel model;
    private final ListTable<MonthlyStatement> table;
    private final List<Action> actions;
    private final Page page;

    public MonthlyView(Desk desk, MonthlyViewModel model) {
        this.desk = desk;
        this.model = model;
        Texts texts = desk.texts();
        table = new ListTable<MonthlyStatement>(desk, "statements")
                .keyedBy(one -> one.customer().code() + "/" + one.statement().closing().getCurrencyUnit()).plain()
                .onOpen(one -> desk.navigator().go(Place.of("statement", one.customer().id())));
        table.text("code", "statements.code", one -> one.customer().code()).width(110);
        table.text("customer", "statements.customer", one -> one.customer().name()).wide();
        table.text("to", "statements.to", one -> one.reachable() ? String.join(", ", one.customer().invoiceMailboxes())
                : texts.get("statements.no_mailbox")).width(260);
        table.money("overdue", "statement.overdue", one -> one.statement().overdue()).width(130);
        table.money("closing", "statement.closing", one -> one.statement().closing()).width(130);
        table.rows(model.due);
        table.whenEmpty(new EmptyState(texts, "fth-check-circle", "statements.none", null));
        Action send = Action.of("statements.send", "fth-send", model::send).on(Shortcut.COMMIT)
                .disabledWhile(Bindings.createBooleanBinding(() -> model.due.stream().noneMatch(MonthlyStatement::reachable), model.due)
                        .or(desk.tasks().busy("statements.send")));
        Action save = Action.of("statements.save", "fth-check", model::saveDay);
        actions = List.of(send, save);
        TextField day = new TextField();
        day.setId("statements-day");
        day.setPrefWidth(DAY_WIDTH);
        day.textProperty().bindBidirectional(model.day);
        HBox when = new HBox(10, new Label(texts.get("statements.day")), day, Buttons.of(texts, save));
        when.setAlignment(Pos.CENTER_LEFT);
        SectionCard below = new SectionCard(texts.get("statements.due"), table).growing();
        model.due.addListener((ListChangeListener<MonthlyStatement>) change -> below.count().setText(Integer.toString(model.due.size())));
        Label hint = new Label(texts.get("statements.hint"));
        hint.getStyleClass().add("subtle");
        hint.setWrapText(true);
        page = new Page(texts.get(titleKey())).actions(Buttons.primary(texts, send))
                .content(new SectionCard(texts.get("statements.when"), new javafx.scene.layout.VBox(8, when, hint)), below);
    }

    @Override
    public String titleKey() {
        return "screen.statements";
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
        return table.table();
    }
}
