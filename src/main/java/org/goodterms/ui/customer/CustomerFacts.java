package org.goodterms.ui.customer;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.customer.Customer;
import org.goodterms.customer.PayablesProfile;
import org.goodterms.customer.Person;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Texts;
import org.goodterms.report.SegmentProposal;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** What is known of a customer, to look up at the side of the page: whom to ask, what is agreed, how they pay. */
final class CustomerFacts {
    private final Desk desk;
    private final Texts texts;
    private final CustomerViewModel model;
    private final VBox tasks = new VBox(8);
    private final VBox persons = new VBox(12);
    private final VBox agreed = new VBox(8);
    private final VBox payables = new VBox(8);
    private final VBox note = new VBox();
    private final VBox segment = new VBox(8);
    private final SectionCard segmentCard;
    private final SectionCard noteCard;
    private final SectionCard payablesCard;

    CustomerFacts(Desk desk, CustomerViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.noteCard = new SectionCard(texts.get("customer.note"), note);
        this.payablesCard = new SectionCard(texts.get("customer.payables"), payables);
        this.segmentCard = new SectionCard(texts.get("customer.segment.proposed"), segment);
        segmentCard.setVisible(false);
        for (SectionCard card : new SectionCard[] {noteCard, payablesCard, segmentCard}) {
            card.managedProperty().bind(card.visibleProperty());
        }
        model.customer.addListener((o, was, is) -> show(is));
        model.proposal.addListener((o, was, is) -> show(is));
        model.tasks.addListener((ListChangeListener<FollowUp>) change -> showTasks());
        showTasks();
    }

    VBox column() {
        SectionCard todo = new SectionCard(texts.get("screen.followups"), tasks);
        if (desk.navigator().knows("followup.new")) {
            todo.actions(Buttons.icon(texts, Action.of("followup.new", "fth-plus",
                    () -> desk.navigator().go(Place.of("followup.new", model.id())))));
        }
        return new VBox(20, todo, segmentCard, new SectionCard(texts.get("person.heading"), persons),
                new SectionCard(texts.get("customer.agreed"), agreed), payablesCard, noteCard);
    }

    /** What kind of payer the history suggests; the owner decides. */
    private void show(@Nullable SegmentProposal proposed) {
        segmentCard.setVisible(proposed != null);
        if (proposed != null) {
            Label name = new Label(texts.get("segment." + proposed.segment().word()));
            name.getStyleClass().add("strong");
            segment.getChildren().setAll(name, wrapped(proposed.reason(texts)), quiet(texts.get("segment.more." + proposed.segment().word())),
                    replaces(), Buttons.of(texts, Action.of("customer.segment.take", "fth-check", () -> model.decide(proposed))));
        }
    }

    private Label replaces() {
        String now = model.customer.get() == null ? "" : model.customer.get().trade().segment();
        Label label = quiet(now.isBlank() ? "" : texts.get("customer.segment.replaces", now));
        label.setVisible(!now.isBlank());
        label.setManaged(!now.isBlank());
        return label;
    }

    private void showTasks() {
        tasks.getChildren().clear();
        for (FollowUp task : model.tasks) {
            CheckBox box = new CheckBox(task.title().isEmpty() ? texts.get("followup.kind." + task.kind().word()) : task.title());
            box.setWrapText(true);
            box.setOnAction(e -> model.done(task, ""));
            Label due = quiet(desk.formats().near(task.due()));
            if (task.isOverdue(desk.formats().today())) {
                due.getStyleClass().setAll("label", "tone-bad");
            }
            due.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
            tasks.getChildren().add(new HBox(8, box, space, due));
        }
        if (model.tasks.isEmpty()) {
            tasks.getChildren().add(quiet(texts.get("customer.nothing_to_do")));
        }
    }

    private void show(@Nullable Customer customer) {
        if (customer == null) {
            return;
        }
        persons.getChildren().setAll(customer.persons().stream().map(this::person).toList());
        if (customer.persons().isEmpty()) {
            persons.getChildren().add(quiet(texts.get("person.none")));
        }
        agreed.getChildren().clear();
        fact(agreed, "customer.terms", customer.trade().terms());
        fact(agreed, "customer.creditLimit", desk.formats().money(customer.trade().creditLimit()));
        fact(agreed, "customer.currency", customer.trade().currency().getCode());
        fact(agreed, "customer.language", customer.locale().getDisplayLanguage(texts.locale()));
        fact(agreed, "customer.segment", texts.has("segment." + customer.trade().segment()) ? texts.get("segment." + customer.trade().segment())
                : customer.trade().segment());
        fact(agreed, "customer.taxId", customer.trade().taxId());
        fact(agreed, "customer.paysBy", texts.get("customer.paysBy." + customer.trade().paysBy().word()));
        fact(agreed, "customer.channel", texts.get("customer.channel." + customer.trade().channel().name().toLowerCase(java.util.Locale.ROOT)));
        fact(agreed, "customer.address", Stream.of(customer.address().street(),
                (customer.address().postcode() + " " + customer.address().city()).strip(),
                java.util.Locale.of("", customer.address().country()).getDisplayCountry(texts.locale()))
                .filter(line -> !line.isBlank()).collect(Collectors.joining("\n")));
        show(customer.payables());
        note.getChildren().setAll(wrapped(customer.note()));
        noteCard.setVisible(!customer.note().isBlank());
    }

    private void show(PayablesProfile known) {
        payables.getChildren().clear();
        fact(payables, "customer.portal", known.portal());
        fact(payables, "customer.orderNumberRule", known.orderNumberRule());
        fact(payables, "customer.cutOffDay", known.cutOffDay() == null ? "" : known.cutOffDay().toString());
        fact(payables, "customer.paymentRun", known.paymentRun());
        fact(payables, "customer.approver", known.approver());
        fact(payables, "customer.payWays", known.ways().stream()
                .map(way -> texts.get("customer.payWay." + way.word())).collect(Collectors.joining(", ")));
        fact(payables, "customer.payablesNote", known.note());
        if (known.orderNumberRequired()) {
            payables.getChildren().add(wrapped(texts.get("customer.orderNumberRequired")));
        }
        payablesCard.setVisible(!payables.getChildren().isEmpty());
    }

    private Node person(Person person) {
        Label name = new Label(person.name());
        name.getStyleClass().add("strong");
        VBox box = new VBox(1, new HBox(8, name, quiet(person.role())));
        Stream.of(person.email(), person.phone()).filter(text -> !text.isBlank()).forEach(text -> box.getChildren().add(wrapped(text)));
        String gets = Stream.of(person.getsInvoices() ? texts.get("person.gets_invoices") : "",
                person.getsReminders() ? texts.get("person.gets_reminders") : "").filter(t -> !t.isEmpty())
                .collect(Collectors.joining(", "));
        if (!gets.isEmpty()) {
            box.getChildren().add(quiet(gets));
        }
        return box;
    }

    private void fact(VBox box, String key, String value) {
        if (!value.isBlank()) {
            Label name = new Label(texts.get(key));
            name.getStyleClass().add("caption");
            box.getChildren().add(new VBox(1, name, wrapped(value)));
        }
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("subtle");
        label.setWrapText(true);
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
