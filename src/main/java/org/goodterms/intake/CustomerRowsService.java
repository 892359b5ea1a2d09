package org.goodterms.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodterms.csv.CsvRow;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;

/** Customers from rows; the name serves as code and the code as name where one is missing. */
final class CustomerRowsService implements RowsService {
    private final CustomerService customers;
    private final Set<String> codes = new HashSet<>();
    private final CustomerForm blank;

    CustomerRowsService(Tx tx, CustomerService customers) {
        this.customers = customers;
        customers.all(tx).forEach(customer -> codes.add(customer.code()));
        this.blank = customers.blank(tx);
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
        if (codes.contains(form.get(CustomerField.CODE))) {
            return Outcome.ok(Taken.repeated());
        }
        return customers.add(tx, form).map(customer -> {
            codes.add(customer.code());
            return new Taken(false, Optional.empty(), List.of());
        });
    }

    @Override
    public void finish(Tx tx) {
        tx.touched(org.goodterms.customer.Customer.class);
    }
}
