package org.goodterms.ui.call;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.call.CallCase;
import org.goodterms.call.CallResult;
import org.goodterms.call.Calling;
import org.goodterms.customer.Contact;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;

/** What lies beside the phone: what is owed, what was promised and said, and whether one may call now. */
final class CaseCards {
    private final Desk desk;
    private final Texts texts;
    private final VBox items = new VBox(8);
    private final VBox limits = new VBox(6);
    private final VBox promises = new VBox(8);
    private final VBox contacts = new VBox(8);
    private final SectionCard itemsCard;
    private final SectionCard promisesCard;

    CaseCards(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        itemsCard = new SectionCard(texts.get("call.items"), items);
        promisesCard = new SectionCard(texts.get("call.promises"), promises);
    }

    SectionCard items() {
        return itemsCard;
    }

    SectionCard limits() {
        return new SectionCard(texts.get("call.limits"), limits);
    }

    SectionCard promises() {
        return promisesCard;
    }

    SectionCard contacts() {
        return new SectionCard(texts.get("call.contacts"), contacts);
    }

    void show(CallCase is) {
        items.getChildren().setAll(is.overdue().stream().map(item -> line(item.number(), texts.get("call.item", desk.formats().date(item.due()),
                item.daysPastDue(desk.formats().today())), plain(desk.formats().money(item.open())))).toList());
        is.contested().disputes().forEach(dispute -> items.getChildren().add(line(texts.get("call.contested", dispute.number()), dispute.reason(),
                toned(desk.formats().money(dispute.amount()), "tone-watch"))));
        orNone(items, "call.nothing_overdue");
        itemsCard.count().setText(is.overdue().isEmpty() ? "" : String.valueOf(is.overdue().size()));
        limits(is.bounds());
        promises.getChildren().setAll(is.told().promises().reversed().stream().map(this::promise).toList());
        orNone(promises, "call.no_promise");
        promisesCard.count().setText(is.told().due() == 0 ? "" : texts.get("promise.kept", is.told().kept(), is.told().due()));
        contacts.getChildren().setAll(is.contacts().stream().map(this::contact).toList());
        orNone(contacts, "call.no_contact");
    }

    private void limits(CallCase.Bounds bounds) {
        Calling.Limits known = bounds.limits();
        boolean free = known.why() == Calling.Why.FREE;
        String tries = texts.get("call.attempts", known.attempts(), Calling.ATTEMPTS);
        limits.getChildren().setAll(toned(tries, free ? "muted" : "tone-watch"));
        if (!free) {
            limits.getChildren().add(toned(texts.get("call.why." + known.why().name().toLowerCase(Locale.ROOT),
                    desk.formats().date(known.again())), "tone-watch"));
        }
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
        Calling.Hours hours = bounds.hours();
        String there = hours.from().equals(hours.to()) ? texts.get("call.time", clock.format(hours.from()))
                : texts.get("call.times", clock.format(hours.from()), clock.format(hours.to()));
        limits.getChildren().add(toned(there + " " + texts.get(hours.open() ? "call.hours.open" : "call.hours.closed",
                clock.format(Calling.EARLIEST), clock.format(Calling.LATEST)), hours.open() ? "muted" : "tone-bad"));
    }

    private Node promise(PromiseStanding one) {
        return line(texts.get("promise.of", one.promise().amount(), desk.formats().date(one.promise().by())),
                one.promise().said().person(), state(texts, one));
    }

    /** Its state as a pill; used by every card that shows promises of this screen. */
    private static StatusPill state(Texts texts, PromiseStanding one) {
        return new StatusPill(texts.get("promise.state." + one.state().word()), switch (one.state()) {
            case PENDING -> Tone.CALM;
            case KEPT -> Tone.GOOD;
            case PARTLY_KEPT -> Tone.WATCH;
            case BROKEN -> Tone.BAD;
            case REPLACED -> Tone.QUIET;
        });
    }

    private Node contact(Contact contact) {
        String what = CallResult.of(contact.outcome()).map(result -> texts.get("call.result." + result.word())).orElse(contact.outcome());
        String first = texts.get("contact.means." + contact.means().word()) + (what.isBlank() ? "" : ": " + what);
        return line(first, contact.note().replaceAll("\\s+", " ").strip(), toned(desk.formats().near(contact.date()), "subtle"));
    }

    private Node line(String first, String second, Node right) {
        Label name = plain(first);
        VBox words = new VBox(1, name);
        if (!second.isBlank()) {
            words.getChildren().add(toned(second, "subtle"));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (right instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(12, words, right);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private void orNone(VBox box, String key) {
        if (box.getChildren().isEmpty()) {
            box.getChildren().add(toned(texts.get(key), "muted"));
        }
    }

    private static Label plain(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label toned(String text, String style) {
        Label label = plain(text);
        label.getStyleClass().add(style);
        return label;
    }
}
