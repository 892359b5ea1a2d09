package org.goodterms.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Credit note, reminder, statements and aging, as rooms describe them. */
final class SampleLetters {
    private static final List<String> CUSTOMERS = List.of("Harbour Light Hotels Ltd", "Pike & Sons", "Café Zoë",
            "Stadtbäckerei Müller GmbH & Co. KG", "Łódź Meble Sp. z o.o.", "Αθηναϊκά Έπιπλα ΑΕ", "Мебельный дом «Север»",
            "Bright Minds Nursery", "Old Mill Theatre Trust", "Dr Eleanor Whitcombe");

    private SampleLetters() {
    }

    static PageDescription mixed(Letterhead letterhead) {
        Table table = new Table(SamplePages.lines(1).columns(), List.of(
                Table.Row.group("Kitchen, first floor"),
                row("1", "Worktop, oak, 40 mm", "Cut to the plan of 3 November, with two openings", "4.2 m", "186.50",
                        "20 %", "783.30"),
                row("2", "Cook book of the house", "", "12 pcs", "14.90", "0 %", "178.80"),
                Table.Row.group("Nursery"),
                row("3", "Child safety gates, fitted", "Less 10 % as agreed by telephone with Ms Petrescu", "2 pcs",
                        "118.00", "5 %", "212.40"),
                row("4", "Insulation, wood fibre", "", "36 m²", "21.4375", "5 %", "771.75")));
        Block.Totals totals = new Block.Totals(List.of(Block.Total.of("Sum of lines", "1,946.25"),
                Block.Total.of("Discount for regular customers 3 %", "-58.39"),
                Block.Total.tax("VAT 20 %", "of 759.80", "151.96"), Block.Total.tax("VAT 5 %", "of 954.63", "47.73"),
                Block.Total.tax("VAT 0 %, books", "of 173.43", "0.00"), Block.Total.strong("Total GBP", "2,087.55"),
                Block.Total.of("Paid on 20 Nov 2026, thank you", "-500.00"),
                Block.Total.due("Still to pay", "1,587.55")));
        Block.Pay pay = new Block.Pay(Labelled.of("To pay", "1,587.55 GBP"),
                List.of(Labelled.of("First half, 793.78", "8 December 2026"),
                        Labelled.of("Second half, 793.77", "8 January 2027")), "",
                List.of(SamplePages.pay().ways().getFirst(), new Block.Way("By card", List.of(
                        Labelled.of("Online", "wrenvale.example/pay/2026-0105")))),
                SamplePages.pay().ask());
        return new PageDescription(SamplePages.identity("invoice/2026-0105", "Invoice 2026-0105"), Paper.A4, letterhead,
                new Head(SamplePages.address(), SamplePages.info(), "Invoice 2026-0105", ""),
                List.of(table, totals, pay, new Block.Note("Zero rate", "Books are zero-rated under VATA 1994, Schedule "
                        + "8, Group 3. The place of supply is the site at 88 Marine Parade.")), SamplePages.WORDS);
    }

    private static Table.Row row(String no, String text, String detail, String... rest) {
        List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.of(no), new Table.Cell(text, detail)));
        for (String cell : rest) {
            cells.add(Table.Cell.of(cell));
        }
        return Table.Row.of(cells.toArray(Table.Cell[]::new));
    }

    static PageDescription creditNote(Letterhead letterhead) {
        return new PageDescription(SamplePages.identity("credit/2026-0007", "Credit note 2026-0007"), Paper.A4,
                letterhead, new Head(SamplePages.address(), List.of(Labelled.strong("Credit note no.", "2026-0007"),
                        Labelled.of("Date", "24 Nov 2026"), Labelled.of("Customer no.", "10042"),
                        Labelled.of("Contact", "Agnes Wren")), "Credit note 2026-0007",
                        "Corrects invoice 2026-0098 of 2 Nov 2026"),
                List.of(new Block.Paragraphs("Two of the trestles came back unused. We credit them in full."),
                        new Table(SamplePages.lines(1).columns(), List.of(
                                row("1", "Steel trestle, black", "Returned on 19 November", "2 pcs", "54.67", "20 %",
                                        "109.34"))),
                        new Block.Totals(List.of(Block.Total.tax("VAT 20 %", "of 109.34", "21.87"),
                                Block.Total.due("Credited GBP", "131.21"))),
                        new Block.Note("", "The credit is set against invoice 2026-0098. Nothing needs to be paid.")),
                SamplePages.WORDS);
    }

    static PageDescription reminder(Letterhead letterhead, Paper paper) {
        Table items = new Table(List.of(Table.Column.left("Invoice", 20), Table.Column.left("Date", 16),
                Table.Column.left("Due", 16), Table.Column.right("Days late", 8), Table.Column.right("Amount", 14),
                Table.Column.right("Paid", 14), Table.Column.right("Open GBP", 14)),
                List.of(Table.Row.of(List.of("2026-0081", "1 Oct 2026", "31 Oct 2026", "24", "1,190.00", "400.00",
                        "790.00")), Table.Row.of(List.of("2026-0088", "12 Oct 2026", "11 Nov 2026", "13", "2,310.40",
                        "0.00", "2,310.40")), Table.Row.sum(List.of("Together", "", "", "", "", "", "3,100.40"))));
        return new PageDescription(SamplePages.identity("reminder/17", "Reminder"), paper, letterhead,
                new Head(SamplePages.address(), List.of(Labelled.of("Date", "24 Nov 2026"),
                        Labelled.of("Customer no.", "10042"), Labelled.of("Contact", "Agnes Wren"),
                        Labelled.of("", "+44 117 496 0124")), "A friendly reminder", "Two invoices are past their due date"),
                List.of(new Block.Paragraphs("""
                        Dear Ms Petrescu,

                        perhaps these two invoices slipped past you in a busy month: their due dates have gone by, and \
                        we have not yet found a payment for them. Could you look into it and settle them by 4 December?

                        If you have paid in the last days, please take this letter as done. If something about the \
                        goods or the invoices is not right, tell us, and we shall sort it out."""), items,
                        new Block.Pay(Labelled.of("Open", "3,100.40 GBP"),
                                List.of(Labelled.of("Please pay by", "Friday, 4 December 2026")), "",
                                List.of(SamplePages.pay().ways().getFirst()), SamplePages.pay().ask()),
                        new Block.Closing("Kind regards", "Agnes Wren", "Accounts, Wren & Vale Joinery Ltd")),
                SamplePages.WORDS);
    }

    static PageDescription statement(Letterhead letterhead, boolean balanceForward) {
        List<Table.Row> rows = new ArrayList<>();
        if (balanceForward) {
            rows.add(Table.Row.sum(List.of("1 Oct 2026", "Opening balance", "", "1,840.00")));
        }
        String[][] lines = {{"1 Oct 2026", "Invoice 2026-0081", "1,190.00", "3,030.00"},
                {"9 Oct 2026", "Payment, thank you", "-1,840.00", "1,190.00"},
                {"12 Oct 2026", "Invoice 2026-0088", "2,310.40", "3,500.40"},
                {"3 Nov 2026", "Credit note 2026-0006", "-131.21", "3,369.19"},
                {"5 Nov 2026", "Payment, thank you", "-400.00", "2,969.19"}};
        for (String[] line : lines) {
            rows.add(Table.Row.of(List.of(line)));
        }
        rows.add(Table.Row.sum(List.of("24 Nov 2026", "Balance", "", "2,969.19")));
        return new PageDescription(SamplePages.identity("statement/10042", "Statement of account"), Paper.A4, letterhead,
                new Head(SamplePages.address(), List.of(Labelled.of("Date", "24 Nov 2026"),
                        Labelled.of("Customer no.", "10042"), Labelled.of("Period", "1 Oct to 24 Nov 2026")),
                        "Statement of account", balanceForward ? "All movements" : "Open items on 24 November 2026"),
                List.of(new Block.Figures(List.of(Labelled.strong("Balance", "2,969.19 GBP"),
                                Labelled.of("Overdue", "2,969.19 GBP"), Labelled.of("Oldest", "24 days late"))),
                        new Table(List.of(Table.Column.left("Date", 14), Table.Column.left("What", 40),
                                Table.Column.right("Amount GBP", 14), Table.Column.right("Balance GBP", 14)), rows),
                        new Block.Heading("How old it is"),
                        new Block.Figures(List.of(Labelled.of("Not due", "0.00"), Labelled.of("1 to 30 days", "2,969.19"),
                                Labelled.of("31 to 60", "0.00"), Labelled.of("61 to 90", "0.00"),
                                Labelled.of("Over 90", "0.00"))), SamplePages.pay()), SamplePages.WORDS);
    }

    static PageDescription aging(Letterhead letterhead, Paper paper, int count) {
        List<Table.Row> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            BigDecimal total = BigDecimal.valueOf(12_345L + 98_765L * (i % 13), 2);
            sum = sum.add(total);
            List<String> carried = List.of("", "", "", "", "", "", "", SamplePages.money(sum));
            rows.add(Table.Row.of(List.of(CUSTOMERS.get(i % CUSTOMERS.size()), SamplePages.money(total), i % 3 == 0
                    ? "1,204.00" : "0.00", "0.00", i % 5 == 0 ? "310.55" : "0.00", "0.00", i % 4 == 0 ? "-20.00" : "0.00",
                    SamplePages.money(total))).carrying(carried));
        }
        String all = SamplePages.money(sum);
        rows.add(Table.Row.sum(List.of("All customers", all, "0.00", "0.00", "0.00", "0.00", "0.00", all)));
        return new PageDescription(SamplePages.identity("aging/2026-11-24", "Aging"), paper, letterhead,
                Head.report("Aging of receivables", "As of 24 November 2026, by due date, amounts in GBP",
                        List.of(Labelled.strong("Open", all), Labelled.of("Overdue", "14,310.55"),
                                Labelled.of("Customers", Integer.toString(count)))),
                List.of(new Table(List.of(Table.Column.left("Customer", 30), Table.Column.right("Not due", 10),
                        Table.Column.right("1 to 30", 10), Table.Column.right("31 to 60", 10),
                        Table.Column.right("61 to 90", 10), Table.Column.right("Over 90", 10),
                        Table.Column.right("Unapplied", 10), Table.Column.right("Total", 10)), rows)),
                SamplePages.WORDS);
    }

    static PageDescription crowded(Paper paper) {
        String name = "Gesellschaft für außergewöhnlich lange Firmennamen und Donaudampfschifffahrtselektrizitäten"
                + "hauptbetriebswerkbauunterbeamtenangelegenheiten mit beschränkter Haftung & Compagnie "
                + "Kommanditgesellschaft auf Aktien, Zweigniederlassung Süd-Süd-West";
        String word = "Unbreakable".repeat(27);
        List<Labelled> info = List.of(Labelled.strong("Invoice number of ours", "2026-0104-" + word.substring(0, 60)),
                Labelled.of(word.substring(0, 50), "24 Nov 2026"), Labelled.of("Contact", name));
        Table table = new Table(SamplePages.lines(1).columns(), List.of(
                row("1", name, word, "123456789.123 pcs", "12,345,678,901.123456", "20 %", "999,999,999,999.99"),
                row("2", word, name + "\n" + name, "1", "1.00", "20 %", "1.00")));
        return new PageDescription(SamplePages.identity("crowded", name), paper,
                new Letterhead(null, name, List.of(name, word, "BS1"), Accent.USUAL,
                        List.of(List.of(name, word), List.of(word), List.of(name), List.of(word, name))),
                new Head(List.of(name, word, "Attn. " + name, "88 Marine Parade", "BN2 1TL Brighton"), info,
                        "Invoice 2026-0104 " + name, word), List.of(table,
                new Block.Totals(List.of(Block.Total.of(name, "1.00"), Block.Total.tax(word, name, "999,999,999,999.99"),
                        Block.Total.strong("Total GBP", "999,999,999,999.99"))),
                new Block.Pay(Labelled.of(name, "999,999,999,999.99 GBP"), List.of(Labelled.of("Due", word)), name,
                        List.of(new Block.Way(name, List.of(Labelled.of(name, word), Labelled.of("IBAN", word)))),
                        new Block.Way("Ask", List.of(Labelled.of("", word), Labelled.of("Mail", name)))),
                new Block.Note(name, name + "\n" + word),
                new Block.Closing("Kind regards", word, name)), new PageWords("Page {0} of {1} " + name, name, word));
    }
}
