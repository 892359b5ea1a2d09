package org.goodterms.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.Statement.StatementLine;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes statements from items (the domain rules, section 5). */
final class Stating {
    private static final Comparator<OpenItem> BY_DATE = Comparator.comparing(OpenItem::date)
            .thenComparing((OpenItem item) -> !item.kind().debit()).thenComparing(OpenItem::number)
            .thenComparing(OpenItem::part);

    private Stating() {
    }

    /** All movements between the days; parts of one number are one line. {@code items}: all of the customer, any age. */
    static Statement balanceForward(Statement frame, List<OpenItem> items, @Nullable LocalDate from) {
        CurrencyUnit currency = frame.closing().getCurrencyUnit();
        Money opening = Money.zero(currency);
        Map<String, OpenItem> first = new LinkedHashMap<>();
        Map<String, Money> sums = new LinkedHashMap<>();
        for (OpenItem item : items.stream().sorted(BY_DATE).toList()) {
            if (from != null && item.date().isBefore(from)) {
                opening = opening.plus(item.original());
            } else if (!item.date().isAfter(frame.to())) {
                first.putIfAbsent(item.number(), item);
                sums.merge(item.number(), item.original(), Money::plus);
            }
        }
        List<StatementLine> lines = new ArrayList<>();
        Money balance = opening;
        for (OpenItem item : first.values()) {
            Money amount = sums.get(item.number());
            balance = balance.plus(amount);
            lines.add(new StatementLine(item.date(), item.kind(), item.number(), item.due(), 0, amount, amount, balance));
        }
        return new Statement(frame.customer(), frame.code(), frame.form(), from, frame.to(), opening, lines, balance,
                frame.overdue());
    }

    /** Only what is open at the end of the last day, each with its open amount. */
    static Statement openItem(Statement frame, List<OpenItem> open) {
        List<StatementLine> lines = new ArrayList<>();
        Money balance = Money.zero(frame.closing().getCurrencyUnit());
        for (OpenItem item : open.stream().sorted(BY_DATE).toList()) {
            balance = balance.plus(item.open());
            lines.add(new StatementLine(item.dated(), item.kind(), item.number(), item.due(),
                    item.isOverdue(frame.to()) ? item.daysPastDue(frame.to()) : 0, item.original(), item.open(),
                    balance));
        }
        return new Statement(frame.customer(), frame.code(), frame.form(), frame.from(), frame.to(),
                Money.zero(balance.getCurrencyUnit()), lines, balance, frame.overdue());
    }
}
