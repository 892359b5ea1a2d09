package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.CustomerGlance;
import org.goodterms.report.TimelineEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about customers. */
final class CustomerCommands {

    private CustomerCommands() {
    }

    @Command(name = "customer", description = "customers",
            subcommands = {Add.class, Set.class, ListAll.class, Show.class, LetterCommands.Welcome.class, LetterCommands.CreditForm.class})
    static final class Group {
    }

    /** The options of {@code customer add} and {@code customer set}. */
    static final class Master {
        @Option(names = "--name")
        @Nullable String name;
        @Option(names = "--email")
        @Nullable String email;
        @Option(names = "--phone")
        @Nullable String phone;
        @Option(names = "--street")
        @Nullable String street;
        @Option(names = "--postcode")
        @Nullable String postcode;
        @Option(names = "--city")
        @Nullable String city;
        @Option(names = "--country")
        @Nullable String country;
        @Option(names = "--language")
        @Nullable String language;
        @Option(names = "--currency")
        @Nullable String currency;
        @Option(names = "--terms")
        @Nullable String terms;
        @Option(names = "--credit-limit")
        @Nullable String creditLimit;
        @Option(names = "--courtesy", negatable = true, description = "also reminded before the due date; --no-courtesy ends it")
        @Nullable Boolean courtesy;
        @Option(names = "--channel")
        @Nullable String channel;
        @Option(names = "--pays-by", paramLabel = "WAY", description = "transfer, direct-debit or standing-order: who pays by itself is not asked before the debt is late")
        @Nullable String paysBy;
        @Option(names = "--iban")
        @Nullable String iban;
        @Option(names = "--exempt", negatable = true, description = "pays no sales tax; --no-exempt ends it")
        @Nullable Boolean exempt;
        @Option(names = "--tax-id")
        @Nullable String taxId;
        @Option(names = "--pay-ways", paramLabel = "WAYS", description = "how the customer pays, the most liked first, such as \"link, bank\"")
        @Nullable String payWays;

        CustomerForm onto(CustomerForm form) {
            CustomerForm changed = put(form, CustomerField.NAME, name);
            changed = put(changed, CustomerField.EMAIL, email);
            changed = put(changed, CustomerField.PHONE, phone);
            changed = put(changed, CustomerField.STREET, street);
            changed = put(changed, CustomerField.POSTCODE, postcode);
            changed = put(changed, CustomerField.CITY, city);
            changed = put(changed, CustomerField.COUNTRY, country);
            changed = put(changed, CustomerField.LANGUAGE, language);
            changed = put(changed, CustomerField.CURRENCY, currency);
            changed = put(changed, CustomerField.TERMS, terms);
            changed = put(changed, CustomerField.CREDIT_LIMIT, creditLimit);
            changed = put(changed, CustomerField.CHANNEL, channel);
            changed = put(changed, CustomerField.PAY_WAYS, payWays);
            changed = put(changed, CustomerField.PAYS_BY, paysBy);
            changed = put(changed, CustomerField.IBAN, iban);
            changed = put(changed, CustomerField.TAX_ID, taxId);
            changed = put(changed, CustomerField.COURTESY, courtesy == null ? null : courtesy.toString());
            return put(changed, CustomerField.EXEMPT, exempt == null ? null : exempt.toString());
        }

        private static CustomerForm put(CustomerForm form, CustomerField field, @Nullable String value) {
            return value == null ? form : form.with(field, value);
        }
    }

    @Command(name = "add", description = "adds a customer")
    static final class Add implements Act {
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";
        @Mixin
        Master master = new Master();

        @Override
        public Outcome<Answer> run(App app) {
            CustomerForm form = master.onto(app.customers().blank().with(CustomerField.CODE, code));
            return app.customers().add(form)
                    .map(customer -> Answer.of(json(customer), "Added customer " + customer.code() + "."));
        }
    }

    @Command(name = "set", description = "changes a customer")
    static final class Set implements Act {
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";
        @Mixin
        Master master = new Master();

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(code)
                    .then(before -> app.customers().change(before, master.onto(CustomerForm.of(before))))
                    .map(customer -> Answer.of(json(customer), "Changed customer " + customer.code() + "."));
        }
    }

    @Command(name = "list", description = "lists the customers")
    static final class ListAll implements Act {

        @Override
        public Outcome<Answer> run(App app) {
            ObjectNode json = Json.object();
            Table table = new Table("Code", "Name", "E-mail", ">Balance", ">Overdue");
            Json.array(json, "customers", app.customers().list(), row -> {
                table.row(row.code(), row.name(), row.email(), row.balance().getAmount(), row.overdue().getAmount());
                ObjectNode node = Json.object().put("code", row.code()).put("name", row.name());
                node.put("email", row.email().isEmpty() ? null : row.email());
                Json.put(node, "balance", row.balance());
                return Json.put(node, "overdue", row.overdue());
            });
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    @Command(name = "show", description = "shows a customer: master data, balance, open items, and what happened, newest first")
    static final class Show implements Act {
        private static final int AT_MOST = 1_000;
        @Parameters(index = "0", paramLabel = "CODE")
        String code = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(code).map(customer -> {
                List<OpenItem> items = app.reports().openItems(app.today(), null, customer.id());
                List<TimelineEvent> events = app.history().timeline(customer.id(), java.util.Set.of(), 0, AT_MOST);
                CustomerGlance glance = app.history().glance(customer.id());
                ObjectNode json = json(customer);
                Json.put(json, "balance", glance.balance());
                Json.put(json, "overdue", glance.overdue());
                Json.put(json, "unapplied", glance.unapplied());
                json.put("averageDaysLate", glance.averageDaysLate() == null ? null : glance.averageDaysLate().toPlainString());
                var flags = app.flags().of(items, app.today());
                Json.array(json, "openItems", items, item -> ReportCommands.json(item, customer.code(), app.today(),
                        ReportCommands.words(flags, item)));
                Texts texts = Texts.of(Locale.ENGLISH);
                Json.array(json, "timeline", events, event -> event(event, texts));
                return Answer.of(json, text(customer, glance, items, events, app));
            });
        }

        private static ObjectNode event(TimelineEvent event, Texts texts) {
            ObjectNode node = Json.put(Json.object(), "date", event.date()).put("kind", event.kind().word())
                    .put("what", event.what()).put("text", event.sentence(texts).strip());
            node.put("reference", event.reference().isEmpty() ? null : event.reference());
            return Json.put(node, "amount", event.amount());
        }

        private static String text(Customer customer, CustomerGlance glance, List<OpenItem> items, List<TimelineEvent> events,
                App app) {
            Texts texts = Texts.of(Locale.ENGLISH);
            Table happened = new Table("Date", "What happened");
            events.forEach(event -> happened.row(event.date(), event.sentence(texts).strip()));
            return customer.code() + "  " + customer.name() + "\nBalance " + glance.balance().getAmount() + " "
                    + glance.balance().getCurrencyUnit().getCode() + ", overdue " + glance.overdue().getAmount()
                    + (items.isEmpty() ? "" : "\n" + ReportCommands.table(items, app))
                    + (events.isEmpty() ? "" : "\n" + happened.text());
        }
    }

    static ObjectNode json(Customer customer) {
        ObjectNode node = Json.object().put("code", customer.code()).put("name", customer.name());
        node.put("email", customer.reach().email().isEmpty() ? null : customer.reach().email());
        node.put("phone", customer.reach().phone()).put("street", customer.address().street())
                .put("postcode", customer.address().postcode()).put("city", customer.address().city())
                .put("country", customer.address().country()).put("language", customer.trade().language())
                .put("currency", customer.trade().currency().getCode()).put("terms", customer.trade().terms())
                .put("taxId", customer.trade().taxId()).put("iban", customer.trade().iban())
                .put("channel", customer.trade().channel().name().toLowerCase(Locale.ROOT))
                .put("paysBy", customer.trade().paysBy().word()).put("courtesy", customer.trade().courtesy()).put("exempt", customer.trade().exemption().exempt())
                .put("creditHold", customer.hold() != null);
        return Json.put(node, "creditLimit", customer.trade().creditLimit());
    }

    /** The customer of that code. */
    static Outcome<Id<Customer>> id(App app, String code) {
        return app.customers().byCode(code).map(Customer::id);
    }

    @Command(name = "credit-hold", description = "no new invoice until cleared",
            subcommands = {HoldSet.class, HoldClear.class})
    static final class CreditHold {
    }

    @Command(name = "set", description = "stops new invoices for a customer")
    static final class HoldSet implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--reason")
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            return id(app, customer).then(id -> app.customers().setHold(id, reason)).map(CustomerCommands::held);
        }
    }

    @Command(name = "clear", description = "allows new invoices again")
    static final class HoldClear implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--reason")
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            return id(app, customer).then(id -> app.customers().clearHold(id, reason)).map(CustomerCommands::held);
        }
    }

    private static Answer held(Customer customer) {
        return Answer.of(Json.object().put("customer", customer.code()).put("creditHold", customer.hold() != null),
                customer.code() + (customer.hold() != null ? " is on credit hold." : " is not on credit hold."));
    }
}
