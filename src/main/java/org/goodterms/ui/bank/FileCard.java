package org.goodterms.ui.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.bank.BankReport;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** What a file holds, before anything of it is taken. */
final class FileCard {
    private static final double GAP = 12;
    private static final double WIDTH = 760;
    private final Desk desk;
    private final Texts texts;
    private final BankViewModel model;
    private final BankViewModel.Looked file;

    FileCard(Desk desk, BankViewModel model, BankViewModel.Looked file) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.file = file;
    }

    Node node() {
        BankReport report = file.report();
        List<Node> parts = new ArrayList<>();
        Label sums = new Label(texts.get("bank.file.sums", report.lines(), report.fresh(), report.duplicates(),
                report.matched()));
        sums.setWrapText(true);
        parts.add(sums);
        report.statements().forEach(s -> parts.add(statement(s)));
        for (Problem warning : report.warnings()) {
            Label said = new Label(texts.of(warning));
            said.setWrapText(true);
            said.setMinHeight(Region.USE_PREF_SIZE);
            said.getStyleClass().add("tone-watch");
            parts.add(said);
        }
        boolean foreign = report.statements().stream().anyMatch(s -> !s.currency().equals(book()));
        var take = Buttons.primary(texts, Action.of("bank.take", "fth-check", model::take)
                .disabledWhile(desk.tasks().busy("bank.import")));
        take.setId("bank-take");
        take.setVisible(!foreign && report.fresh() > 0);
        take.setManaged(take.isVisible());
        HBox buttons = new HBox(GAP, take, Buttons.of(texts, Action.of(report.fresh() > 0 ? "bank.leave" : "bank.back", "fth-x",
                model::leave)));
        parts.add(buttons);
        VBox content = new VBox(GAP, parts.toArray(Node[]::new));
        SectionCard card = new SectionCard(texts.get("bank.file", file.name(), report.format()), content);
        card.setMaxWidth(WIDTH);
        VBox column = new VBox(card);
        column.getStyleClass().add("page-foot");
        VBox.setVgrow(column, Priority.ALWAYS);
        return column;
    }

    private String book() {
        return model.currency().getCode();
    }

    private Node statement(BankReport.Statement s) {
        GridPane grid = new GridPane(GAP * 2, 4);
        ColumnConstraints value = new ColumnConstraints();
        value.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), value);
        int row = 0;
        row = row(grid, row, "bank.file.account", s.account() == null ? texts.get("bank.file.unsaid") : s.account());
        row = row(grid, row, "bank.file.days", desk.formats().date(s.first()) + " – " + desk.formats().date(s.last()));
        row = row(grid, row, "bank.file.opening", amount(s.opening(), s.currency()));
        row = row(grid, row, "bank.file.credits", amount(s.credits(), s.currency()));
        row = row(grid, row, "bank.file.debits", amount(s.debits(), s.currency()));
        row(grid, row, "bank.file.closing", amount(s.closing(), s.currency()));
        return grid;
    }

    private int row(GridPane grid, int at, String key, String value) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        grid.addRow(at, name, new Label(value));
        return at + 1;
    }

    private String amount(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? texts.get("bank.file.unsaid")
                : desk.formats().number(amount) + (currency == null ? "" : " " + currency);
    }
}
