package org.goodterms.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goodterms.company.CompanyService;
import org.goodterms.csv.CsvOut;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The whole journal as a file for other programs, in the book's currency. */
public final class JournalFileService {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private final CompanyService company;
    private final LedgerService ledger;

    public JournalFileService(CompanyService company, LedgerService ledger) {
        this.company = company;
        this.ledger = ledger;
    }

    /** The file in UTF-8. CSV has one row for each posting; a text that a spreadsheet could run gets an apostrophe. */
    public byte[] file(JournalFormat format) {
        List<Account> accounts = ledger.accounts();
        List<PostedEntry> entries = ledger.entries(FIRST, LAST);
        CurrencyUnit currency = company.company().currency();
        PlainTextJournal text = new PlainTextJournal(company.company().name(), currency, accounts, entries);
        return switch (format) {
            case HLEDGER -> text.hledger().getBytes(StandardCharsets.UTF_8);
            case BEANCOUNT -> text.beancount().getBytes(StandardCharsets.UTF_8);
            case CSV -> csv(accounts, entries, currency);
        };
    }

    private static byte[] csv(List<Account> accounts, List<PostedEntry> entries, CurrencyUnit currency) {
        Map<String, String> names = accounts.stream().collect(Collectors.toMap(Account::number, Account::name));
        CsvOut out = new CsvOut(List.of("entry", "date", "text", "account", "name", "debit", "credit", "currency", "source", "recorded"));
        Money zero = Money.zero(currency);
        for (PostedEntry posted : entries) {
            for (Entry.Posting posting : posted.entry().postings()) {
                boolean debit = posting.amount().isPositive();
                out.row(posted.seq(), posted.entry().effective(), posted.entry().text(), posting.account(),
                        names.get(posting.account()), debit ? posting.amount() : zero, debit ? zero : posting.amount().negated(),
                        currency.getCode(), posted.entry().source().kind(), posted.recordedAt().toString());
            }
        }
        return out.bytes();
    }
}
