package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.invoice.MailText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Statements on their way by mail. */
class StatementMailingServiceTest {
    private final TestBook book = new TestBook(Engine.H2);

    @BeforeEach
    void firm() {
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Lark & Reed", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456788", "", new Company.Reach("office@lark-reed.example", "", "", "Mira Okafor")))).orThrow();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private Customer customer(String language, String email) {
        Customer customer = book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, "BRIGHT")
                .with(CustomerField.NAME, "Brightwater Hotels").with(CustomerField.LANGUAGE, language).with(CustomerField.EMAIL, email)).orThrow();
        book.invoice(customer.id(), "1", LocalDate.of(2025, 11, 3), "100.00", "19.00", "19");
        book.invoice(customer.id(), "2", LocalDate.of(2026, 2, 20), "1000.00", "190.00", "19");
        return customer;
    }

    private Statement statement(Customer customer) {
        return book.app.reports().statement(customer, Statement.Form.OPEN_ITEM, null, TestBook.DAY, null);
    }

    @Test
    void what_is_sent_carries_the_statement_and_the_words_that_were_read() {
        Customer customer = customer("en", "accounts@brightwater.example");
        Statement statement = statement(customer);
        MailText text = book.app.reporting().mailing().text(customer, statement);
        assertThat(text.text()).contains("1,309.00", "119.00\u00A0EUR is past", "Mira Okafor").doesNotContain("{{");
        List<Message> sent = book.app.reporting().mailing().send(customer, statement, text.subject(), "Changed by hand.").orThrow();
        Reading reading = book.app.mail().read(sent.getFirst()).orThrow();
        assertThat(reading.text().strip()).isEqualTo("Changed by hand.");
        assertThat(reading.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("statement-bright-2026-03-02.pdf");
            assertThat(file.bytes()).isEqualTo(book.app.reporting().statements().pdf(customer, statement));
        });
        assertThat(sent.getFirst().state()).isEqualTo(Message.State.QUEUED);
        assertThat(book.app.history().timeline(customer.id(), java.util.Set.of(TimelineEvent.Kind.MESSAGE), 0, 9)).hasSize(1);
        assertThat(codes(book.app.reporting().mailing().send(customer, statement, "Again", "Again")))
                .as("once a day").containsExactly("outbox.already_there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "en", "sv"})
    void every_language_has_whole_words_and_others_read_english(String language) {
        Customer customer = customer(language, "accounts@brightwater.example");
        MailText text = book.app.reporting().mailing().text(customer, statement(customer));
        assertThat(text.subject()).contains("Lark & Reed");
        assertThat(text.text()).contains("Mira Okafor").doesNotContain("{{", "null", "\n\n\n");
        if (language.equals("sv")) {
            assertThat(text.text()).startsWith("Hello,");
        }
    }

    @Test
    void without_a_mailbox_nothing_is_written() {
        Customer customer = customer("en", "");
        assertThat(codes(book.app.reporting().mailing().send(customer, statement(customer), "S", "T"))).containsExactly("invoice.no_mailbox");
        assertThat(book.app.outbox().list(null)).isEmpty();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }
}
