package org.goodterms.ui.customer;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.CustomerService;
import org.goodterms.customer.Person;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Tasks;
import org.jspecify.annotations.Nullable;

/** What is typed about a customer, new or known. Nothing is stored before it is saved. */
public final class CustomerEditViewModel {
    private static final int PROPOSED = 6;

    /** One person at the customer's, as typed. */
    static final class PersonFields {
        final StringProperty name = new SimpleStringProperty("");
        final StringProperty role = new SimpleStringProperty("");
        final StringProperty email = new SimpleStringProperty("");
        final StringProperty phone = new SimpleStringProperty("");
        final BooleanProperty invoices = new SimpleBooleanProperty();
        final BooleanProperty reminders = new SimpleBooleanProperty();

        PersonFields(Person person) {
            name.set(person.name());
            role.set(person.role());
            email.set(person.email());
            phone.set(person.phone());
            invoices.set(person.getsInvoices());
            reminders.set(person.getsReminders());
        }

        Person person() {
            return new Person(name.get().strip(), role.get().strip(), email.get().strip(), phone.get().strip(),
                    invoices.get(), reminders.get());
        }

        boolean isBlank() {
            return (name.get() + role.get() + email.get() + phone.get()).isBlank();
        }
    }

    private final Tasks tasks;
    private final CustomerService customers;
    private final @Nullable Id<Customer> id;
    private final Consumer<Customer> saved;
    private final Map<CustomerField, StringProperty> fields = new EnumMap<>(CustomerField.class);
    final ObservableList<PersonFields> persons = FXCollections.observableArrayList();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    final BooleanProperty loaded = new SimpleBooleanProperty();
    private @Nullable Customer before;
    private String proposedCode = "";

    /**
     * @param id    of the customer to be changed; null for a new one
     * @param saved called with what was stored
     */
    public CustomerEditViewModel(Tasks tasks, CustomerService customers, @Nullable Id<Customer> id,
                                 Consumer<Customer> saved) {
        this.tasks = tasks;
        this.customers = customers;
        this.id = id;
        this.saved = saved;
        for (CustomerField field : CustomerField.values()) {
            fields.put(field, new SimpleStringProperty(""));
        }
        field(CustomerField.NAME).addListener((o, was, is) -> proposeCode(is));
    }

    boolean isNew() {
        return id == null;
    }

    StringProperty field(CustomerField field) {
        return fields.get(field);
    }

    /** Fetches what is known; asked again only if nothing came yet, so that what was typed stays. */
    void load() {
        if (!loaded.get()) {
            tasks.load(fields, progress -> {
                Customer known = id == null ? null : customers.customer(id);
                return new Known(known, known == null ? customers.blank() : CustomerForm.of(known));
            }, this::show);
        }
    }

    private record Known(@Nullable Customer customer, CustomerForm form) {
    }

    private void show(Known known) {
        before = known.customer();
        proposedCode = "";
        fields.forEach((field, property) -> property.set(known.form().get(field)));
        persons.setAll(known.form().persons().stream().map(PersonFields::new).toList());
        loaded.set(true);
    }

    /** The first word of the name in capitals, until somebody types another code. */
    private void proposeCode(String name) {
        StringProperty code = field(CustomerField.CODE);
        if (id != null || !code.get().equals(proposedCode)) {
            return;
        }
        String word = name.strip().split("\\s+")[0].replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        proposedCode = word.substring(0, Math.min(PROPOSED, word.length()));
        code.set(proposedCode);
    }

    void addPerson() {
        persons.add(new PersonFields(new Person("", "", "", "", persons.isEmpty(), persons.isEmpty())));
    }

    void removePerson(PersonFields person) {
        persons.remove(person);
    }

    void save() {
        CustomerForm form = form();
        Customer known = before;
        tasks.run("customer.save", progress -> store(known, form), customer -> {
            problems.set(List.of());
            saved.accept(customer);
        }, problems::set);
    }

    private Outcome<Customer> store(@Nullable Customer known, CustomerForm form) {
        return known == null ? customers.add(form) : customers.change(known, form);
    }

    private CustomerForm form() {
        Map<CustomerField, String> typed = new EnumMap<>(CustomerField.class);
        fields.forEach((field, property) -> typed.put(field, property.get() == null ? "" : property.get().strip()));
        return new CustomerForm(typed, persons.stream().filter(p -> !p.isBlank()).map(PersonFields::person).toList());
    }
}
