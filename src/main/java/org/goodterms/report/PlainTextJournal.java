package org.goodterms.report;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goodterms.kernel.MoneyText;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The journal in the forms of plain-text accounting, in the book's currency: hledger and beancount read it and come to
 * the same balances. The last part of an account's name begins with its number.
 */
final class PlainTextJournal {
    private final String firm;
    private final CurrencyUnit currency;
    private final Map<String, Account> accounts;
    private final List<PostedEntry> entries;

    /** @param entries in order of date and recording */
    PlainTextJournal(String firm, CurrencyUnit currency, List<Account> accounts, List<PostedEntry> entries) {
        this.firm = firm;
        this.currency = currency;
        this.accounts = accounts.stream().collect(Collectors.toMap(Account::number, a -> a, (a, b) -> a, TreeMap::new));
        this.entries = entries;
    }

    /** As {@code hledger check} accepts it: {@code assets:1200 Receivables}. */
    String hledger() {
        StringBuilder text = new StringBuilder("; ").append(plain(firm)).append("\n\ncommodity ").append(amount(sample())).append("\n\n");
        accounts.values().forEach(account -> text.append("account ").append(hledger(account)).append("  ; type: ")
                .append(type(account.kind())).append('\n'));
        for (PostedEntry posted : entries) {
            text.append('\n').append(posted.entry().effective()).append(" * (").append(posted.seq()).append(") ")
                    .append(plain(posted.entry().text())).append('\n');
            for (Entry.Posting posting : posted.entry().postings()) {
                text.append("    ").append(hledger(account(posting))).append("  ").append(amount(posting.amount())).append('\n');
            }
        }
        return text.toString();
    }

    private Account account(Entry.Posting posting) {
        return java.util.Objects.requireNonNull(accounts.get(posting.account()), posting.account());
    }

    private static String hledger(Account account) {
        return root(account.kind()) + ":" + account.number() + " " + plain(account.name()).replace(':', ' ').replaceAll("\\s+", " ").strip();
    }

    private static String root(AccountKind kind) {
        return switch (kind) {
            case ASSET -> "assets";
            case LIABILITY -> "liabilities";
            case EQUITY -> "equity";
            case INCOME -> "income";
            case EXPENSE -> "expenses";
        };
    }

    private static String type(AccountKind kind) {
        return switch (kind) {
            case ASSET -> "A";
            case LIABILITY -> "L";
            case EQUITY -> "E";
            case INCOME -> "R";
            case EXPENSE -> "X";
        };
    }

    /** Without what hledger takes for comments and line ends. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").replace(';', ',').replace('|', '/').replaceAll("\\s+", " ").strip();
    }

    private Money sample() {
        return Money.of(currency, new BigDecimal(1000));
    }

    private static String amount(Money money) {
        return MoneyText.plain(money) + (money.getCurrencyUnit().getDecimalPlaces() == 0 ? "." : "") + " " + money.getCurrencyUnit().getCode();
    }

    /** As {@code bean-check} accepts it: {@code Assets:1200-Receivables}. */
    String beancount() {
        StringBuilder text = new StringBuilder("option \"title\" ").append(quoted(firm)).append("\noption \"operating_currency\" \"")
                .append(currency.getCode()).append("\"\n\n");
        LocalDate first = entries.stream().map(posted -> posted.entry().effective()).min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        accounts.values().forEach(account -> text.append(first).append(" open ").append(beancount(account)).append(' ')
                .append(currency.getCode()).append('\n'));
        for (PostedEntry posted : entries) {
            text.append('\n').append(posted.entry().effective()).append(" * ").append(quoted(posted.entry().text()))
                    .append("\n  entry: \"").append(posted.seq()).append("\"\n");
            for (Entry.Posting posting : posted.entry().postings()) {
                text.append("  ").append(beancount(account(posting))).append("  ").append(MoneyText.plain(posting.amount()))
                        .append(' ').append(currency.getCode()).append('\n');
            }
        }
        return text.toString();
    }

    private static String beancount(Account account) {
        String root = root(account.kind());
        String name = Normalizer.normalize(account.name(), Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return root.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + root.substring(1) + ":" + account.number()
                + (name.isEmpty() ? "" : "-" + name);
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
