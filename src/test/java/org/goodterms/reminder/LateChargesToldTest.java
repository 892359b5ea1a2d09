package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.goodterms.claim.LateCharges;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The third reminder tells what could be charged, with the numbers of the domain rules, section 7.2, and asks for none of it. */
class LateChargesToldTest {

    /** A debt on the day of the mail. @param principal of each invoice */
    private record Case(String country, String currency, String due, String day, List<String> principal) {
    }

    private static final Case GERMANY = new Case("DE", "EUR", "2026-05-15", "2026-08-20", List.of("1190.00"));

    private static String mail(Case one, String language, Step step, Consumer<TestBook> before) {
        CurrencyUnit currency = CurrencyUnit.of(one.currency());
        LocalDate due = LocalDate.parse(one.due());
        try (TestBook book = new TestBook(Engine.H2, one.country(), one.currency(), LocalDate.parse(one.day()))) {
            Company company = book.app.company().company();
            Company.Firm firm = company.firm();
            book.app.company().change(company.withFirm(new Company.Firm(firm.name(), firm.address(), "", "",
                    new Company.Reach("me@example.org", "", "", "Anna")))).orThrow();
            book.app.company().setPayTo(one.currency(), "IBAN DE89 3704 0044 0532 0130 00").orThrow();
            Customer seven = book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, "C7")
                    .with(CustomerField.NAME, "Seven Ltd").with(CustomerField.EMAIL, "seven@example.org")
                    .with(CustomerField.LANGUAGE, language)).orThrow();
            List<DunningPlan.Line> lines = new java.util.ArrayList<>();
            for (String amount : one.principal()) {
                Money principal = Money.of(currency, new BigDecimal(amount));
                String number = "2026-010" + (lines.size() + 1);
                Id<OpenItem> item = book.invoice(seven.id(), number, due.minusDays(30), List.of(new NewItem.Tax(BigDecimal.ZERO,
                        principal, Money.zero(currency))), BigDecimal.ONE);
                lines.add(new DunningPlan.Line(item, number, step, 1, due, principal));
            }
            before.accept(book);
            return book.app.reminders().writing().write(new DunningPlan.Notice(seven.id(), "C7", step, currency, lines, List.of()), null)
                    .orThrow().wording().text().replace('\u00a0', ' ').replace('\u202f', ' ');
        }
    }

    private static String mail(Case one, String language) {
        return mail(one, language, Step.R3, book -> { });
    }

    @Test
    void between_businesses_interest_to_the_day_and_the_flat_sum_are_told_in_each_language() {
        assertThat(mail(GERMANY, "en")).containsPattern("As of today that would be \\S*32\\.89.* of interest and a flat compensation of \\S*40\\.00")
                .contains("not part of what we ask for");
        assertThat(mail(GERMANY, "de")).containsPattern("Bis heute wären das 32,89 .*Zinsen und eine Pauschale von 40,00");
        assertThat(mail(GERMANY, "fr")).containsPattern("À ce jour, ce serait 32,89 .*intérêts et une indemnité forfaitaire de 40,00");
        assertThat(mail(GERMANY, "es")).containsPattern("A día de hoy serían 32,89 .*intereses y una indemnización fija de 40,00");
    }

    @Test
    void the_british_rate_of_the_first_day_holds_in_the_mail_too() {
        assertThat(mail(new Case("GB", "GBP", "2026-03-31", "2026-06-15", List.of("2400.00")), "en"))
                .containsPattern("58\\.72.* of interest and a flat compensation of \\S*70\\.00");
    }

    @Test
    void a_consumer_is_told_of_interest_and_of_no_flat_sum() {
        assertThat(mail(GERMANY, "en", Step.R3, book -> book.app.claims().interest().setTerms(null, "DE-CONSUMER", null, null).orThrow()))
                .containsPattern("that would be \\S*20\\.24.* of interest; it is not part").doesNotContain("compensation");
    }

    @Test
    void there_is_one_total_and_what_could_be_charged_is_not_in_it() {
        String text = mail(new Case("DE", "EUR", "2026-05-15", "2026-08-20", List.of("1190.00", "1190.00")), "en");
        assertThat(text).containsPattern("Together: .*2,380\\.00").containsPattern("65\\.78.* of interest and .*80\\.00")
                .doesNotContain("2,525.78", "1,262.89").containsOnlyOnce("2,380.00");
    }

    @Test
    void nothing_is_told_where_it_cannot_be_worked_out_or_nobody_is_to_pay_it() {
        Consumer<TestBook> contract = book -> book.app.claims().interest().setTerms(null, "CONTRACT", null, null).orThrow();
        assertThat(mail(GERMANY, "en", Step.R3, contract)).contains("we may charge interest").doesNotContain("As of today", "0.00 of interest");
        assertThat(mail(GERMANY, "en", Step.R2, book -> { })).doesNotContain("of interest");
        assertThat(mail(new Case("PL", "PLN", "2026-05-15", "2026-08-20", List.of("1000.00")), "en")).as("no rate entered").doesNotContain("As of today");
        assertThat(mail(GERMANY, "en", Step.R3, book -> {
            Customer seven = book.app.customers().byCode("C7").orThrow();
            book.app.customers().change(seven, CustomerForm.of(seven).with(CustomerField.SEGMENT, "hardship")).orThrow();
        })).doesNotContain("As of today");
    }

    @Test
    void a_contested_part_bears_no_interest_that_is_told() {
        try (TestBook book = new TestBook(Engine.H2, "DE", "EUR", LocalDate.of(2026, 8, 20))) {
            Id<Customer> who = book.customer("K1");
            Id<OpenItem> item = book.invoice(who, "I1", LocalDate.of(2026, 4, 15), "1000.00", "190.00", "19");
            Optional<LateCharges> whole = book.app.db().read(tx -> book.app.claims().interest().late(tx, Map.of(item, TestBook.eur("1190.00"))));
            assertThat(whole).contains(new LateCharges(TestBook.eur("32.89"), TestBook.eur("40.00")));
            Optional<LateCharges> rest = book.app.db().read(tx -> book.app.claims().interest().late(tx, Map.of(item, TestBook.eur("890.00"))));
            assertThat(rest).isEmpty();
        }
    }
}
