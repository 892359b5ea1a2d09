package org.goodterms.ui.customer;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.agreement.Extension;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.kernel.Texts;
import org.goodterms.reminder.Hold;
import org.goodterms.ui.customer.AgreedViewModel.Agreed;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Promises with how they were kept, later due days, holds, and no contact at all; each added and lifted here. */
final class AgreedCard {
    private static final int PROMISES = 4;
    private final Desk desk;
    private final Texts texts;
    private final CustomerViewModel customer;
    private final AgreedViewModel model;
    private final VBox lines = new VBox(10);
    private final MenuItem contact = new MenuItem("", new FontIcon("fth-slash"));
    private final SectionCard card;

    AgreedCard(Desk desk, CustomerViewModel customer, AgreedViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.customer = customer;
        this.model = model;
        AgreedDialogs dialogs = new AgreedDialogs(desk, customer, model);
        MenuButton add = new MenuButton(null, new FontIcon("fth-plus"));
        add.setId("agreed-add");
        add.getStyleClass().addAll("flat", "icon-button");
        add.setAccessibleText(texts.get("agreed.add"));
        contact.setId("agreed-contact");
        contact.setOnAction(e -> toggle());
        add.getItems().addAll(item("agreed.promise", "fth-thumbs-up", dialogs::promise), item("agreed.extend", "fth-calendar", dialogs::extend),
                item("agreed.hold", "fth-pause", dialogs::hold), contact);
        card = new SectionCard(texts.get("agreed.heading"), lines).actions(add);
        model.agreed.addListener((o, was, is) -> show(is));
    }

    SectionCard card() {
        return card;
    }

    private MenuItem item(String key, String icon, Runnable act) {
        MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> act.run());
        return item;
    }

    private void toggle() {
        Agreed is = model.agreed.get();
        if (is != null && customer.customer.get() != null) {
            model.contact(customer.customer.get().code(), is.forbidden());
        }
    }

    private void show(@Nullable Agreed is) {
        if (is == null) {
            return;
        }
        contact.setText(texts.get(is.forbidden() ? "agreed.allow" : "agreed.forbid"));
        lines.getChildren().clear();
        if (is.forbidden()) {
            lines.getChildren().add(line(texts.get("agreed.no_contact"), texts.get("agreed.no_contact.more"),
                    lift("agreed.allow", this::toggle)));
        }
        is.holds().forEach(hold -> lines.getChildren().add(hold(hold)));
        is.promises().reversed().stream().limit(PROMISES).map(this::promise).forEach(lines.getChildren()::add);
        is.extended().stream().map(this::extension).forEach(lines.getChildren()::add);
        card.count().setText(is.kept().due() == 0 ? "" : texts.get("promise.kept", is.kept().kept(), is.kept().due()));
        if (lines.getChildren().isEmpty()) {
            Label none = new Label(texts.get("agreed.none"));
            none.getStyleClass().add("subtle");
            none.setWrapText(true);
            lines.getChildren().add(none);
        }
    }

    private Node hold(Hold hold) {
        String until = hold.until() == null ? texts.get("agreed.open_end") : texts.get("agreed.until", desk.formats().date(hold.until()));
        String reason = hold.reason().equals(Hold.REVIEW) ? texts.get("agreed.review") : hold.reason();
        return line(texts.get(hold.item() == null ? "agreed.hold_all" : "agreed.hold_item", hold.number()), reason + "  \u00B7  " + until,
                lift("agreed.lift", () -> model.lift(hold)));
    }

    private Node promise(PromiseStanding one) {
        StatusPill state = new StatusPill(texts.get("promise.state." + one.state().word()), switch (one.state()) {
            case PENDING -> Tone.CALM;
            case KEPT -> Tone.GOOD;
            case PARTLY_KEPT -> Tone.WATCH;
            case BROKEN -> Tone.BAD;
            case REPLACED -> Tone.QUIET;
        });
        return line(texts.get("promise.of", one.promise().amount(), desk.formats().date(one.promise().by())),
                String.join(", ", one.promise().numbers()), state);
    }

    private Node extension(Extension one) {
        return line(texts.get("agreed.extension", one.number(), desk.formats().date(one.newDue())),
                texts.get("agreed.extension.was", desk.formats().date(one.oldDue())), new Region());
    }

    private Button lift(String key, Runnable act) {
        return Buttons.icon(texts, Action.of(key, "fth-x", act));
    }

    private static Node line(String first, String second, Region right) {
        Label name = new Label(first);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        Label more = new Label(second);
        more.getStyleClass().add("subtle");
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(1, name, more);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, words, right);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
