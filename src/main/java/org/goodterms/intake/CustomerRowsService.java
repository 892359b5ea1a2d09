package org.goodterms.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.csv.CsvRow;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.CustomerService;
import org.goodterms.customer.Person;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Folding;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * Customers from rows; the name serves as code and the code as name where one is missing. A customer of another program
 * who is there already (by code, by name or by mailbox) is not made twice: what was empty is filled in.
 */
final class CustomerRowsService implements RowsService {
    private final CustomerService customers;
    private final Known known;
    private final Map<String, Customer> byCode = new HashMap<>();
    private final Map<String, Customer> byName = new HashMap<>();
    private final Map<String, Customer> byMailbox = new HashMap<>();
    private final CustomerForm blank;

    CustomerRowsService(Tx tx, CustomerService customers, Known known) {
        this.customers = customers;
        this.known = known;
        customers.all(tx).forEach(this::remember);
        this.blank = customers.blank(tx);
    }

    private void remember(Customer customer) {
        byCode.put(customer.code(), customer);
        byName.put(Folding.fold(customer.name()), customer);
        if (!customer.reach().email().isEmpty()) {
            byMailbox.put(Folding.fold(customer.reach().email()), customer);
        }
    }

    @Override
    public Outcome<Taken> take(Tx tx, CsvRow row) {
        CustomerForm form = blank;
        for (CustomerField field : CustomerField.values()) {
            String text = row.text(field.label());
            form = text.isEmpty() ? form : form.with(field, text);
        }
        if (form.get(CustomerField.CODE).isEmpty()) {
            form = form.with(CustomerField.CODE, form.get(CustomerField.NAME));
        }
        if (form.get(CustomerField.NAME).isEmpty()) {
            form = form.with(CustomerField.NAME, form.get(CustomerField.CODE));
        }
        String contact = row.text("contact");
        if (!contact.isEmpty()) {
            form = form.withPersons(List.of(new Person(contact, "", "", "", false, false)));
        }
        return take(tx, row, form);
    }

    private Outcome<Taken> take(Tx tx, CsvRow row, CustomerForm form) {
        Optional<Customer> there = there(form);
        if (there.isPresent()) {
            return known.merging() ? merge(tx, there.get(), row, form) : Outcome.ok(Taken.repeated());
        }
        CustomerForm free = known.merging() && byCode.containsKey(form.get(CustomerField.CODE))
                ? form.with(CustomerField.CODE, PlainWords.code(form.get(CustomerField.NAME))) : form;
        return customers.add(tx, free).map(customer -> {
            remember(customer);
            name(form, customer);
            return new Taken(false, Optional.empty(), List.of());
        });
    }

    private Optional<Customer> there(CustomerForm form) {
        Customer same = byCode.get(form.get(CustomerField.CODE));
        if (!known.merging()) {
            return Optional.ofNullable(same);
        }
        Customer named = byName.get(Folding.fold(form.get(CustomerField.NAME)));
        Customer mailed = byMailbox.get(Folding.fold(form.get(CustomerField.EMAIL)));
        boolean sameOne = same != null && (form.get(CustomerField.EMAIL).isEmpty() || same.reach().email().isEmpty()
                || same.equals(mailed) || same.equals(named));
        return Optional.ofNullable(sameOne ? same : named != null ? named : mailed);
    }

    /** Two programs may number their customers alike: a code alone does not tell. */
    private void name(CustomerForm form, Customer customer) {
        if (known.merging()) {
            known.codes().put(form.get(CustomerField.NAME), customer.code());
        }
    }

    /** The first stays; what it leaves open is taken from the row. */
    private Outcome<Taken> merge(Tx tx, Customer there, CsvRow row, CustomerForm form) {
        name(form, there);
        CustomerForm before = CustomerForm.of(there);
        CustomerForm merged = before;
        for (CustomerField field : CustomerField.values()) {
            String text = row.text(field.label());
            merged = before.get(field).isEmpty() && !text.isEmpty() ? merged.with(field, text) : merged;
        }
        if (before.persons().isEmpty() && !form.persons().isEmpty()) {
            merged = merged.withPersons(form.persons());
        }
        List<Problem> said = there.code().equals(form.get(CustomerField.CODE)) ? List.of()
                : List.of(Problem.at("name", "intake.merged", form.get(CustomerField.NAME), there.code(), there.name()));
        if (merged.equals(before)) {
            return Outcome.ok(new Taken(true, Optional.empty(), said));
        }
        return customers.change(tx, there, merged).map(changed -> {
            remember(changed);
            return new Taken(true, Optional.empty(), said);
        });
    }

    @Override
    public void finish(Tx tx) {
        tx.touched(Customer.class);
    }
}
