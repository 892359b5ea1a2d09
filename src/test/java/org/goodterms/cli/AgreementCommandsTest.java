package org.goodterms.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises, plans, extensions, contacts and tasks as a script sees them. */
class AgreementCommandsTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void a_book_with_two_invoices_due_on_the_twelfth_of_june() {
        shell = new Shell(folder);
        shell.result("init --name Firm --country DE --currency EUR --email a@firm.example", "customer add A --name Alpha --language en",
                "customer add B --name Beta",
                "--on 2026-05-13 invoice issue --customer A --line 'Work | 1 | 700.00 | 0' --due 2026-06-12",
                "--on 2026-05-14 invoice issue --customer A --line 'Work | 1 | 300.00 | 0' --due 2026-06-13",
                "--on 2026-05-14 invoice issue --customer B --line 'Work | 1 | 50.00 | 0' --due 2026-06-13");
    }

    private JsonNode item(String on, String number) {
        JsonNode items = shell.result("open-items --as-of " + on).get("items");
        for (JsonNode item : items) {
            if (item.get("number").asText().equals(number)) {
                return item;
            }
        }
        throw new AssertionError(number + " in " + items);
    }

    @Test
    void a_promise_marks_its_items_until_its_test_and_comes_with_its_confirmation() {
        JsonNode promise = shell.result("--on 2026-06-15 promise add --customer A --items 2026-0001,2026-0002 --amount 900.00"
                + " --by 2026-06-17 --person 'Eva Klein' --channel phone --note 'after their own customer paid'");
        assertThat(promise.get("confirmation").get("text").asText()).contains("Dear Eva Klein", "Thank you for the call",
                "900.00", "17 June 2026", "2026-0001, 2026-0002");
        assertThat(item("2026-06-15", "2026-0001").get("flags").toString()).isEqualTo("[\"promise\"]");
        assertThat(item("2026-06-17", "2026-0002").get("flags").toString()).isEqualTo("[\"promise\"]");
        assertThat(item("2026-06-18", "2026-0001").get("flags").toString()).isEqualTo("[]");
        assertThat(item("2026-06-14", "2026-0001").get("flags").toString()).isEqualTo("[]");
        assertThat(shell.result("customer show A").get("timeline").toString()).contains("Promises to pay");
    }

    @Test
    void after_two_broken_promises_the_third_takes_the_owners_word() {
        String third = "--on 2026-06-26 promise add --customer A --items 2026-0001 --amount 100.00 --by 2026-06-30";
        assertThat(shell.refusal("--on 2026-06-15 promise add --customer A --items 2026-0001 --amount 100.00 --by 2026-06-16",
                "--on 2026-06-18 promise add --customer A --items 2026-0001 --amount 100.00 --by 2026-06-22", third))
                .contains("has broken 2 promises", "--override");
        shell.result(third + " --override 'she is honest'");
    }

    @Test
    void wrong_promises_are_refused_with_a_sentence() {
        String add = "--on 2026-06-15 promise add --customer A ";
        assertThat(shell.refusal(add + "--items 2026-0003 --amount 10.00 --by 2026-06-17")).contains("2026-0003");
        assertThat(shell.refusal(add + "--items '' --amount 10.00 --by 2026-06-17")).contains("at least one item");
        assertThat(shell.refusal(add + "--items 2026-0001 --amount 700.01 --by 2026-06-17")).contains("700.01", "700.00");
        assertThat(shell.refusal(add + "--items 2026-0001 --amount 0 --by 2026-06-17")).contains("above zero");
        assertThat(shell.refusal(add + "--items 2026-0001 --amount 10 --by 2026-06-14")).contains("2026");
        assertThat(shell.refusal(add + "--items 2026-0001 --amount 10 --by 2026-06-17 --channel fax")).contains("fax", "phone");
        shell.result("invoice issue --customer A --line 'Work | 1 | 1 | 0' --currency USD --rate 1.1");
        assertThat(shell.refusal(add + "--items 2026-0001,2026-0004 --amount 10 --by 2026-06-17")).contains("USD", "EUR");
    }

    @Test
    void a_plan_follows_its_receipts_to_the_end() {
        JsonNode plan = shell.result("--on 2026-06-15 plan create --customer A --items 2026-0001,2026-0002 --monthly 3 --first 2026-06-19");
        assertThat(plan.get("amount").asText()).isEqualTo("1000.00");
        assertThat(plan.get("next").get("amount").asText()).isEqualTo("333.33");
        assertThat(plan.get("instalments").get(2).get("amount").asText()).isEqualTo("333.34");
        assertThat(plan.get("instalments").get(2).get("date").asText()).isEqualTo("2026-08-19");
        assertThat(item("2026-06-15", "2026-0001").get("flags").toString()).isEqualTo("[\"plan\"]");
        JsonNode aging = shell.result("--on 2026-06-16 aging").get("total");
        assertThat(aging.get("onPlan").asText()).isEqualTo("1000.00");
        assertThat(aging.get("1-30").asText()).as("the plan leaves the items where they are").isEqualTo("1050.00");
        JsonNode paid = shell.result("--on 2026-06-19 payment record --customer A --amount 333.33 --auto",
                "--on 2026-06-24 plan list --customer A").get("plans").get(0);
        assertThat(paid.get("state").asText()).isEqualTo("on-track");
        assertThat(paid.get("paid").asText()).isEqualTo("333.33");
        assertThat(paid.get("next").get("date").asText()).isEqualTo("2026-07-19");
        JsonNode broken = shell.result("--on 2026-07-23 plan list").get("plans").get(0);
        assertThat(broken.get("state").asText()).isEqualTo("broken");
        JsonNode done = shell.result("--on 2026-07-24 payment record --customer A --amount 666.67 --auto",
                "--on 2026-07-24 plan list").get("plans").get(0);
        assertThat(done.get("state").asText()).isEqualTo("completed");
        assertThat(done.get("next").isNull()).isTrue();
        assertThat(shell.result("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    void the_agreement_can_be_printed_and_signed() throws java.io.IOException {
        Path file = folder.resolve("plan.pdf");
        assertThat(shell.refusal("plan pdf --customer A --out '" + file + "'")).contains("no plan");
        shell.result("pay-to set EUR 'IBAN DE89 3704 0044 0532 0130 00'",
                "--on 2026-06-15 plan create --customer A --items 2026-0001,2026-0002 --monthly 3 --first 2026-06-19",
                "plan pdf --customer A --out '" + file + "'");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(file.toFile())) {
            var first = new org.apache.pdfbox.text.PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(pdf)).as("the signatures stand with what they sign").contains("acknowledges", "signature: Alpha", "signature: Firm");
            String text = new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
            assertThat(text).contains("Payment agreement", "acknowledges", "1,000.00", "333.34", "19 August 2026", "3 days", "DE89",
                    "signature: Alpha");
        }
    }

    @Test
    void a_missed_instalment_breaks_the_plan_after_three_days_and_a_new_one_may_follow() {
        shell.result("--on 2026-06-15 plan create --customer A --items 2026-0001 --instalments '2026-06-19=200.00,2026-07-19=500.00'");
        assertThat(shell.result("--on 2026-06-22 plan list").get("plans").get(0).get("state").asText()).isEqualTo("on-track");
        assertThat(shell.result("--on 2026-06-23 plan list").get("plans").get(0).get("state").asText()).isEqualTo("broken");
        assertThat(item("2026-06-23", "2026-0001").get("flags").toString()).isEqualTo("[]");
        JsonNode plans = shell.result("--on 2026-06-24 plan create --customer A --items 2026-0001 --monthly 2 --first 2026-07-01 --spread",
                "--on 2026-06-24 plan list").get("plans");
        assertThat(plans.get(0).get("state").asText()).isEqualTo("ended");
        assertThat(plans.get(1).get("state").asText()).isEqualTo("on-track");
        assertThat(shell.result("--on 2026-06-25 plan end --customer A --reason paid").get("plans").get(0).get("state").asText())
                .isEqualTo("ended");
        assertThat(shell.refusal("--on 2026-06-25 plan end --customer A")).contains("no plan");
    }

    @Test
    void wrong_plans_are_refused_with_a_sentence() {
        String create = "--on 2026-06-15 plan create --customer A --items 2026-0001 ";
        assertThat(shell.refusal(create)).contains("--monthly", "--instalments");
        assertThat(shell.refusal(create + "--monthly 0 --first 2026-06-19")).contains("0 instalments");
        assertThat(shell.refusal(create + "--monthly 3 --first 2026-06-14")).contains("too early");
        assertThat(shell.refusal(create + "--instalments '2026-06-19=200.00,2026-07-19=499.99'")).contains("699.99", "700.00");
        assertThat(shell.refusal(create + "--instalments '2026-06-19=0.00,2026-07-19=700.00'")).contains("above zero");
        assertThat(shell.refusal(create + "--instalments '2026-07-19=200.00,2026-06-19=500.00'")).contains("follow one another");
        assertThat(shell.refusal(create + "--monthly 2 --first 2026-06-19 --grace 99")).contains("99");
        assertThat(shell.refusal(create + "--monthly 2 --first 2026-06-19 --default-after 0")).contains("1 to 12");
        assertThat(shell.refusal(create + "--monthly 2 --first 2026-06-19", create + "--monthly 2 --first 2026-06-19"))
                .contains("on track", "2026-0001");
    }

    @Test
    void an_extension_moves_the_due_date_from_that_day_on_and_never_back() {
        JsonNode extension = shell.result("--on 2026-06-20 extend --item 2026-0001 --to 2026-07-10 --by 'the owner'");
        assertThat(extension.get("oldDue").asText()).isEqualTo("2026-06-12");
        assertThat(item("2026-06-19", "2026-0001").get("dpd").asInt()).isEqualTo(7);
        assertThat(item("2026-06-20", "2026-0001").get("dpd").asInt()).isEqualTo(-20);
        assertThat(item("2026-07-12", "2026-0001").get("due").asText()).isEqualTo("2026-07-10");
        assertThat(shell.result("--on 2026-06-21 aging").get("total").get("current").asText()).isEqualTo("700.00");
        assertThat(shell.result("--on 2026-06-21 aging --as-of 2026-06-19").get("total").get("current").asText()).isEqualTo("0.00");
        assertThat(shell.result("--on 2026-06-21 aging --known-on 2026-06-19").get("total").get("current").asText())
                .as("as it was known before").isEqualTo("0.00");
        assertThat(shell.refusal("--on 2026-06-21 extend --item 2026-0001 --to 2026-07-10")).contains("not later");
        assertThat(shell.refusal("--on 2026-06-21 extend --item X1 --to 2026-07-10")).contains("X1");
    }

    @Test
    void contacts_are_logged_and_tasks_listed_and_done() {
        JsonNode contact = shell.result("--on 2026-06-20 contact log --customer A --channel phone --outcome no-answer --note 'rang twice'");
        assertThat(contact.get("date").asText()).isEqualTo("2026-06-20");
        assertThat(shell.refusal("contact log --customer A --channel fax --outcome x")).contains("fax", "meeting");
        assertThat(shell.result("customer show A").get("timeline").toString()).contains("rang twice");
        assertThat(shell.result("task list").get("tasks")).isEmpty();
        assertThat(shell.refusal("task done A/call")).contains("A/call");
    }
}
