package org.goodterms.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact.Saying;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.HashChain;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.jspecify.annotations.Nullable;

/** The log of what was said with customers and noted about them. */
public final class ContactService {
    private static final int LINE = 200;
    private static final int BLOCK = 4000;
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final ContactStore store = new ContactStore();

    public ContactService(Database db, Ids ids, CompanyService companies) {
        this.db = db;
        this.ids = ids;
        this.companies = companies;
    }

    /** Adds to the log. A day to come is refused: what has not happened is a task. */
    public Outcome<Contact> log(Id<Customer> customer, Saying saying) {
        return db.write(tx -> log(tx, customer, saying));
    }

    public Outcome<Contact> log(Tx tx, Id<Customer> customer, Saying saying) {
        return log(tx, customer, saying, null);
    }

    /** As {@link #log(Tx, Id, Saying)}, for a message that the program sent or received. */
    public Outcome<Contact> log(Tx tx, Id<Customer> customer, Saying saying, @Nullable UUID messageId) {
        LocalDate today = companies.today(tx);
        LocalDate date = saying.date() == null ? today : saying.date();
        List<Problem> problems = new ArrayList<>();
        Typed.line("person", saying.person(), LINE).ifPresent(problems::add);
        Typed.line("outcome", saying.outcome(), LINE).ifPresent(problems::add);
        Typed.lines("note", saying.note(), BLOCK).ifPresent(problems::add);
        Typed.line("reference", saying.reference(), LINE).ifPresent(problems::add);
        if (date.isAfter(today)) {
            problems.add(Problem.at("date", "customer.contact_to_come", date, today));
        }
        if (saying.outcome().isBlank() && saying.note().isBlank()) {
            problems.add(Problem.at("note", "customer.contact_empty"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Contact contact = new Contact(ids.nextId(), customer, date, saying.means(), saying.direction(), saying.person(),
                saying.outcome(), saying.note(), saying.reference(), messageId, tx.now());
        store.insert(tx, contact);
        tx.touched(Contact.class);
        return Outcome.ok(contact);
    }

    /** Everything logged with a customer, newest first. */
    public List<Contact> of(Tx tx, Id<Customer> customer) {
        return store.of(tx, customer);
    }

    /** Follows the chain over the whole log. */
    public HashChain.Proof proof(Tx tx) {
        return store.proof(tx);
    }
}
