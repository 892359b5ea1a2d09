package org.goodterms.ui.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** A task that is being written. */
public final class NewFollowUpViewModel {
    private static final int SUGGESTED = 20;
    private final Desk desk;
    private final FollowUpService followUps;
    private final CustomerService customers;
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");
    final StringProperty items = new SimpleStringProperty("");
    final ObjectProperty<@Nullable LocalDate> due = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable CustomerRow> whom = new SimpleObjectProperty<>();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

    /** @param about the customer it concerns, where that is known already */
    public NewFollowUpViewModel(Desk desk, FollowUpService followUps, CustomerService customers,
                                @Nullable Id<Customer> about) {
        this.desk = desk;
        this.followUps = followUps;
        this.customers = customers;
        due.set(desk.formats().today());
        if (about != null) {
            desk.tasks().load(whom, progress -> customers.list().stream().filter(row -> row.id().equals(about)).findFirst(),
                    found -> found.ifPresent(whom::set));
        }
    }

    List<CustomerRow> suggest(String typed) {
        return customers.search(typed, SUGGESTED);
    }

    void save() {
        CustomerRow about = whom.get();
        List<String> numbers = Arrays.stream(items.get().split("[,;\\s]+")).filter(number -> !number.isEmpty()).toList();
        FollowUp.Plan plan = new FollowUp.Plan(about == null ? null : about.id(), FollowUp.Kind.FOLLOW_UP,
                title.get().strip(), note.get(), numbers, due.get());
        desk.tasks().run("followup.save", progress -> followUps.add(plan), made -> {
            problems.set(List.of());
            desk.navigator().back();
            desk.overlay().toast(desk.texts().get("followup.saved", desk.formats().near(made.due())));
        }, problems::set);
    }
}
