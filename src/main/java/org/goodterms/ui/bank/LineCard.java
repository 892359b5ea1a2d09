package org.goodterms.ui.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.bank.BankLine;
import org.goodterms.bank.LineStanding;
import org.goodterms.bank.MatchKind;
import org.goodterms.bank.Proposal;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.StatusPill;

/** One line with all the bank says, what became of it, and what it may be. */
final class LineCard {
    private static final double GAP = 10;
    private final Desk desk;
    private final Texts texts;
    private final BankViewModel model;
    private final LineStanding standing;

    LineCard(Desk desk, BankViewModel model, LineStanding standing) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.standing = standing;
    }

    Node node() {
        List<Node> cards = new ArrayList<>();
        cards.add(line());
        if (!standing.proposals().isEmpty()) {
            cards.add(proposals());
        }
        VBox column = new VBox(GAP, cards.toArray(Node[]::new));
        column.getStyleClass().add("page-foot");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        StackPane room = new StackPane(scroll);
        room.setPadding(new Insets(0, 0, 0, GAP));
        return room;
    }

    private Node line() {
        BankLine line = standing.line();
        Label amount = new Label(desk.formats().money(line.amount()));
        amount.getStyleClass().add("title-3");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(GAP, amount, space, new StatusPill(texts.get("bank.state." + standing.state().word()),
                BankView.tone(standing.state())));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox facts = new VBox(6, head, text(line.text(), null));
        if (!line.iban().isEmpty()) {
            facts.getChildren().add(text(line.iban(), "muted"));
        }
        String what = what();
        if (!what.isEmpty()) {
            facts.getChildren().add(text(what, "tone-good"));
        }
        FlowPane buttons = new FlowPane(GAP, GAP);
        if (line.amount().isPositive()) {
            Button split = Buttons.of(texts, Action.of("bank.split", "fth-users",
                    () -> new SplitDialog(desk, model, standing).show()));
            split.setId("bank-split");
            buttons.getChildren().add(split);
        }
        Button book = Buttons.of(texts, Action.of("bank.book", "fth-book", () -> new BookDialog(desk, model, standing).show()));
        book.setId("bank-book");
        buttons.getChildren().add(book);
        if (standing.kind() != MatchKind.SUSPENSE) {
            Button undo = Buttons.of(texts, Action.of("bank.undo", "fth-rotate-ccw", () -> model.undo(standing)));
            undo.setId("bank-undo");
            buttons.getChildren().add(undo);
        }
        facts.getChildren().add(buttons);
        return new SectionCard(line.payer().isEmpty() ? desk.formats().date(line.booked())
                : line.payer() + ", " + desk.formats().date(line.booked()), facts);
    }

    /** What it was matched with, in words. */
    private String what() {
        String documents = standing.allocated().stream().map(a -> a.number() + " " + desk.formats().amount(a.amount()))
                .collect(Collectors.joining(", "));
        String booked = standing.bookings().entrySet().stream().map(e -> e.getKey() + " " + desk.formats().amount(e.getValue()))
                .collect(Collectors.joining(", "));
        String by = standing.rule() == null ? texts.get("bank.by_hand") : texts.get("bank.by_rule." + standing.rule());
        return switch (standing.kind()) {
            case SUSPENSE -> "";
            case BOOKED -> texts.get("bank.what.booked", booked);
            case RECORDED -> texts.get("bank.what.recorded", Objects.requireNonNullElse(standing.customerCode(), ""),
                    documents.isEmpty() ? texts.get("bank.nothing_yet") : documents);
            case RECEIPT, REFUND, RETURN, RECOVERY -> texts.get("bank.what." + standing.kind().name().toLowerCase(
                    java.util.Locale.ROOT), Objects.requireNonNullElse(standing.customerCode(), ""),
                    documents.isEmpty() ? texts.get("bank.nothing_yet") : documents, by);
        };
    }

    private static Label text(String text, @org.jspecify.annotations.Nullable String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (style != null) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private Node proposals() {
        VBox rows = new VBox(GAP);
        for (int i = 0; i < standing.proposals().size(); i++) {
            rows.getChildren().add(proposal(standing.proposals().get(i), i));
        }
        return new SectionCard(texts.get("bank.may_be"), rows);
    }

    private Node proposal(Proposal proposal, int at) {
        Label what = text(name(proposal), null);
        what.getStyleClass().add("text-bold");
        Label why = text(texts.get("bank.reason." + proposal.reason()) + " · " + texts.get("bank.score", proposal.score()),
                "muted");
        VBox said = new VBox(2, what, why);
        HBox.setHgrow(said, Priority.ALWAYS);
        Action accept = Action.of(at == 0 ? "bank.accept_first" : "bank.accept", "fth-check",
                () -> model.accept(standing, proposal)).disabledWhile(desk.tasks().busy("bank.match"));
        Button button = at == 0 ? Buttons.primary(texts, accept) : Buttons.of(texts, accept);
        button.setId("bank-accept-" + at);
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(GAP, said, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String name(Proposal proposal) {
        String customer = Objects.requireNonNullElse(proposal.customerCode(), "");
        String items = proposal.shares().stream().map(s -> s.amount().isZero() ? s.number()
                : s.number() + " " + desk.formats().amount(s.amount())).collect(Collectors.joining(", "));
        return switch (proposal.kind()) {
            case RECEIPT -> items.isEmpty() ? texts.get("bank.is.credit", customer) : texts.get("bank.is.receipt", customer, items);
            case RETURN -> texts.get("bank.is.return", customer, items.isEmpty() ? texts.get("bank.nothing_yet") : items);
            case REFUND -> texts.get("bank.is.refund", customer);
            case RECORDED -> texts.get("bank.is.recorded", desk.formats().date(Objects.requireNonNull(proposal.recorded()).on()),
                    proposal.recorded().text());
            case EXPENSE -> texts.get("bank.is.expense", model.accountName(Objects.requireNonNull(proposal.account())));
        };
    }
}
