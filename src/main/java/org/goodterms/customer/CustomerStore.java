package org.goodterms.customer;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.PERSON;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.company.Address;
import org.goodterms.company.PayWay;
import org.goodterms.customer.Customer.Channel;
import org.goodterms.customer.Customer.CreditHold;
import org.goodterms.customer.Customer.Exemption;
import org.goodterms.customer.Customer.Reach;
import org.goodterms.customer.Customer.Trade;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.CustomerRecord;
import org.goodterms.kernel.Folding;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Customers and their persons, to and from the tables. */
final class CustomerStore {

    /** @return false where the code is taken: nothing was stored */
    boolean insert(Tx tx, Customer customer, List<UUID> personIds) {
        CustomerRecord row = row(tx, customer);
        row.setId(customer.id().value());
        row.setCreatedAt(customer.createdAt());
        boolean stored = tx.sql().insertInto(CUSTOMER).set(row).onConflict(CUSTOMER.CODE).doNothing().execute() == 1;
        if (stored) {
            insertPersons(tx, customer, personIds);
        }
        return stored;
    }

    /** @return false where the version was no longer that of {@code customer}: nothing was stored */
    boolean update(Tx tx, Customer customer, List<UUID> personIds) {
        CustomerRecord row = row(tx, customer);
        row.setVersion(customer.version() + 1);
        boolean stored = tx.sql().update(CUSTOMER).set(row).where(CUSTOMER.ID.eq(customer.id().value()))
                .and(CUSTOMER.VERSION.eq(customer.version())).execute() == 1;
        if (stored) {
            tx.sql().deleteFrom(PERSON).where(PERSON.CUSTOMER_ID.eq(customer.id().value())).execute();
            insertPersons(tx, customer, personIds);
        }
        return stored;
    }

    private static void insertPersons(Tx tx, Customer customer, List<UUID> ids) {
        for (int line = 0; line < customer.persons().size(); line++) {
            Person person = customer.persons().get(line);
            tx.sql().insertInto(PERSON).set(PERSON.ID, ids.get(line)).set(PERSON.CUSTOMER_ID, customer.id().value())
                    .set(PERSON.LINE, line + 1).set(PERSON.NAME, person.name()).set(PERSON.ROLE, person.role())
                    .set(PERSON.EMAIL, person.email()).set(PERSON.PHONE, person.phone())
                    .set(PERSON.GETS_INVOICES, person.getsInvoices())
                    .set(PERSON.GETS_REMINDERS, person.getsReminders()).execute();
        }
    }

    Optional<Customer> load(Tx tx, Id<Customer> id, CurrencyUnit book) {
        return load(tx, book, CUSTOMER.ID.eq(id.value())).stream().findFirst();
    }

    Optional<Customer> byCode(Tx tx, String code, CurrencyUnit book) {
        return load(tx, book, CUSTOMER.CODE.eq(code)).stream().findFirst();
    }

    /** Those whose code differs in case only. */
    List<Customer> byCodeInAnyCase(Tx tx, String code, CurrencyUnit book) {
        return load(tx, book, DSL.lower(CUSTOMER.CODE).eq(DSL.lower(code)));
    }

    List<Customer> all(Tx tx, CurrencyUnit book) {
        return load(tx, book, DSL.noCondition());
    }

    boolean codeIsOthers(Tx tx, String code, Id<Customer> id) {
        return tx.sql().fetchExists(CUSTOMER, CUSTOMER.CODE.eq(code).and(CUSTOMER.ID.ne(id.value())));
    }

    private static List<Customer> load(Tx tx, CurrencyUnit book, Condition which) {
        Map<UUID, List<Person>> persons = tx.sql().select(PERSON.fields()).from(PERSON).join(CUSTOMER)
                .on(CUSTOMER.ID.eq(PERSON.CUSTOMER_ID)).where(which).orderBy(PERSON.LINE)
                .fetchGroups(PERSON.CUSTOMER_ID, r -> new Person(r.get(PERSON.NAME), r.get(PERSON.ROLE),
                        r.get(PERSON.EMAIL), r.get(PERSON.PHONE), r.get(PERSON.GETS_INVOICES),
                        r.get(PERSON.GETS_REMINDERS)));
        return tx.sql().selectFrom(CUSTOMER).where(which)
                .fetch(row -> customer(row, persons.getOrDefault(row.getId(), List.of()), book));
    }

    private static CustomerRecord row(Tx tx, Customer customer) {
        CustomerRecord row = tx.sql().newRecord(CUSTOMER);
        row.setCode(customer.code());
        row.setName(customer.name());
        row.setEmail(customer.reach().email());
        row.setPhone(customer.reach().phone());
        row.setStreet(customer.address().street());
        row.setPostcode(customer.address().postcode());
        row.setCity(customer.address().city());
        row.setRegion(customer.address().region());
        row.setCountry(customer.address().country());
        row.setNote(customer.note());
        row.setSearchText(searchText(customer));
        row.setVersion(customer.version());
        CreditHold hold = customer.hold();
        row.setCreditHoldSince(hold == null ? null : hold.since());
        row.setCreditHoldReason(hold == null ? "" : hold.reason());
        trade(row, customer.trade());
        payables(row, customer.payables());
        return row;
    }

    private static void trade(CustomerRecord row, Trade trade) {
        Money limit = trade.creditLimit();
        row.setLanguage(trade.language());
        row.setCurrency(trade.currency().getCode());
        row.setTerms(trade.terms());
        row.setCreditLimit(limit == null ? null : limit.getAmountMinorLong());
        row.setTaxId(trade.taxId());
        row.setExempt(trade.exemption().exempt());
        row.setExemptCertificate(trade.exemption().certificate());
        row.setExemptUntil(trade.exemption().until());
        row.setCourtesy(trade.courtesy());
        row.setChannel(trade.channel().name().toLowerCase(Locale.ROOT));
        row.setPaysBy(trade.paysBy().word());
        row.setIban(trade.iban());
        row.setSegment(trade.segment());
    }

    private static void payables(CustomerRecord row, PayablesProfile payables) {
        row.setPortal(payables.portal());
        row.setOrderNumberRule(payables.orderNumberRule());
        row.setOrderNumberRequired(payables.orderNumberRequired());
        row.setCutOffDay(payables.cutOffDay());
        row.setPaymentRun(payables.paymentRun());
        row.setApprover(payables.approver());
        row.setPayablesNote(payables.note());
        row.setPayWays(PayWay.words(payables.ways()));
    }

    /** What a search looks into: name, code, mailbox, city, and the persons. */
    private static String searchText(Customer customer) {
        Stream<String> own = Stream.of(customer.name(), customer.code(), customer.reach().email(),
                customer.address().city());
        Stream<String> persons = customer.persons().stream().flatMap(p -> Stream.of(p.name(), p.email()));
        return Stream.concat(own, persons).map(Folding::fold).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Customer customer(CustomerRecord row, List<Person> persons, CurrencyUnit book) {
        Address address = new Address(row.getStreet(), row.getPostcode(), row.getCity(), row.getRegion(),
                row.getCountry());
        CreditHold hold = row.getCreditHoldSince() == null ? null
                : new CreditHold(row.getCreditHoldSince(), row.getCreditHoldReason());
        return new Customer(Id.of(row.getId()), row.getCode(), row.getName(), new Reach(row.getEmail(), row.getPhone()),
                address, trade(row, book), payables(row), persons, row.getNote(), hold, row.getCreatedAt(),
                row.getVersion());
    }

    private static Trade trade(CustomerRecord row, CurrencyUnit book) {
        return new Trade(row.getLanguage(), CurrencyUnit.of(row.getCurrency()), row.getTerms(),
                limit(row.getCreditLimit(), book), row.getTaxId(),
                new Exemption(row.getExempt(), row.getExemptCertificate(), row.getExemptUntil()), row.getCourtesy(),
                Channel.valueOf(row.getChannel().toUpperCase(Locale.ROOT)),
                Customer.PaysBy.of(row.getPaysBy()).orElseThrow(), row.getIban(), row.getSegment());
    }

    private static @Nullable Money limit(@Nullable Long minor, CurrencyUnit book) {
        return minor == null ? null : Money.ofMinor(book, minor);
    }

    private static PayablesProfile payables(CustomerRecord row) {
        return new PayablesProfile(row.getPortal(), row.getOrderNumberRule(), row.getOrderNumberRequired(),
                row.getCutOffDay(), row.getPaymentRun(), row.getApprover(), row.getPayablesNote(),
                PayWay.read(row.getPayWays()).orElse(List.of()));
    }
}
