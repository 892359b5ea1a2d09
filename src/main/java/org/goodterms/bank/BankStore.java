package org.goodterms.bank;

import static org.goodterms.db.gen.Tables.BANK_BOOKING;
import static org.goodterms.db.gen.Tables.BANK_LINE;
import static org.goodterms.db.gen.Tables.BANK_MATCH;
import static org.goodterms.db.gen.Tables.BANK_STATEMENT;
import static org.goodterms.db.gen.Tables.PAYER_LINK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.BankBookingRecord;
import org.goodterms.db.gen.tables.records.BankLineRecord;
import org.goodterms.db.gen.tables.records.BankMatchRecord;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** SQL of statements, lines, matches and learned links. */
final class BankStore {

    /** A statement as it is stored; balances in minor units. */
    record Stored(UUID id, String number, @Nullable LocalDate first, @Nullable LocalDate last, @Nullable Long opening,
            @Nullable Long closing) {
    }

    /** A line to be stored: its hash, and which of those alike on that day it is. */
    record NewLine(BankLine line, long seq, String print, int running, UUID statement, UUID match) {
    }

    /** A learned link. @param shown whether its first use was told */
    record PayerLink(String iban, Id<Customer> customer, LocalDate learned, boolean shown) {
    }

    /** What is known of the days of a file, for {@link Fingerprint}. */
    List<Fingerprint.Known> known(Tx tx, String account, LocalDate from, LocalDate to) {
        return tx.sql().select(BANK_LINE.BOOKED_ON, BANK_LINE.AMOUNT, BANK_LINE.PRINT, BANK_LINE.FAMILY, BANK_LINE.BANK_ID)
                .from(BANK_LINE).where(BANK_LINE.ACCOUNT.eq(account)).and(BANK_LINE.BOOKED_ON.between(from, to))
                .orderBy(BANK_LINE.SEQ).fetch(r -> new Fingerprint.Known(r.value1(), r.value2(), r.value3(), r.value4(),
                        r.value5()));
    }

    /** The highest running number of each print on each day. */
    Map<String, Integer> running(Tx tx, String account, LocalDate from, LocalDate to) {
        Map<String, Integer> running = new HashMap<>();
        tx.sql().select(BANK_LINE.BOOKED_ON, BANK_LINE.AMOUNT, BANK_LINE.PRINT, max(BANK_LINE.RUNNING)).from(BANK_LINE)
                .where(BANK_LINE.ACCOUNT.eq(account)).and(BANK_LINE.BOOKED_ON.between(from, to))
                .groupBy(BANK_LINE.BOOKED_ON, BANK_LINE.AMOUNT, BANK_LINE.PRINT)
                .forEach(r -> running.put(r.value1() + "/" + r.value2() + "/" + r.value3(), r.value4()));
        return running;
    }

    long lastSeq(Tx tx) {
        return tx.sql().select(coalesce(max(BANK_LINE.SEQ), 0L)).from(BANK_LINE).fetchSingle().value1();
    }

    void insert(Tx tx, String account, String fileAccount, String format, Stored s, int lines) {
        tx.sql().insertInto(BANK_STATEMENT).set(BANK_STATEMENT.ID, s.id()).set(BANK_STATEMENT.ACCOUNT, account)
                .set(BANK_STATEMENT.NUMBER, s.number()).set(BANK_STATEMENT.FILE_ACCOUNT, fileAccount)
                .set(BANK_STATEMENT.FORMAT, format).set(BANK_STATEMENT.FIRST_ON, s.first())
                .set(BANK_STATEMENT.LAST_ON, s.last()).set(BANK_STATEMENT.OPENING, s.opening())
                .set(BANK_STATEMENT.CLOSING, s.closing()).set(BANK_STATEMENT.LINES, lines)
                .set(BANK_STATEMENT.RECORDED_AT, tx.now()).execute();
    }

    List<Stored> statements(Tx tx, String account) {
        return tx.sql().selectFrom(BANK_STATEMENT).where(BANK_STATEMENT.ACCOUNT.eq(account))
                .orderBy(BANK_STATEMENT.LAST_ON, BANK_STATEMENT.RECORDED_AT)
                .fetch(r -> new Stored(r.getId(), r.getNumber(), r.getFirstOn(), r.getLastOn(), r.getOpening(),
                        r.getClosing()));
    }

    void insert(Tx tx, List<NewLine> lines) {
        tx.sql().batchInsert(lines.stream().map(n -> {
            BankLineRecord r = new BankLineRecord();
            BankLine line = n.line();
            r.setId(line.id().value());
            r.setSeq(n.seq());
            r.setAccount(line.account());
            r.setBookedOn(line.booked());
            r.setValueOn(line.value());
            r.setAmount(line.amount().getAmountMinorLong());
            r.setPayer(line.payer());
            r.setIban(line.iban());
            r.setText(line.text());
            r.setReference(line.reference());
            r.setOneText(line.oneText());
            r.setBankId(line.bankId());
            r.setFamily(line.family());
            r.setPrint(n.print());
            r.setRunning(n.running());
            r.setStatementId(n.statement());
            r.setMatchId(n.match());
            r.setRecordedAt(tx.now());
            return r;
        }).toList()).execute();
    }

    void insertMatches(Tx tx, List<Match> matches) {
        tx.sql().batchInsert(matches.stream().map(m -> {
            BankMatchRecord r = new BankMatchRecord();
            r.setId(m.id());
            r.setLineId(m.line().value());
            r.setKind(m.kind().word());
            r.setRule(m.rule());
            r.setCustomerId(m.customer() == null ? null : m.customer().value());
            r.setPaymentId(m.payment() == null ? null : m.payment().value());
            r.setEntryId(m.entry() == null ? null : m.entry().value());
            r.setItem(m.item());
            r.setEffectiveDate(m.effective());
            r.setRecordedAt(tx.now());
            return r;
        }).toList()).execute();
    }

    void insertBookings(Tx tx, UUID match, Map<String, Money> accounts) {
        List<BankBookingRecord> rows = new ArrayList<>();
        accounts.forEach((account, amount) -> {
            BankBookingRecord r = new BankBookingRecord();
            r.setMatchId(match);
            r.setPosition(rows.size() + 1);
            r.setAccount(account);
            r.setAmount(amount.getAmountMinorLong());
            rows.add(r);
        });
        tx.sql().batchInsert(rows).execute();
    }

    Map<String, Money> bookings(Tx tx, UUID match, CurrencyUnit book) {
        Map<String, Money> accounts = new LinkedHashMap<>();
        tx.sql().selectFrom(BANK_BOOKING).where(BANK_BOOKING.MATCH_ID.eq(match)).orderBy(BANK_BOOKING.POSITION)
                .forEach(r -> accounts.put(r.getAccount(), Money.ofMinor(book, r.getAmount())));
        return accounts;
    }

    /** Puts another match in the place of the one that stood; false where somebody else was quicker. */
    boolean replace(Tx tx, Id<BankLine> line, UUID before, UUID now) {
        return tx.sql().update(BANK_LINE).set(BANK_LINE.MATCH_ID, now).where(BANK_LINE.ID.eq(line.value()))
                .and(BANK_LINE.MATCH_ID.eq(before)).execute() == 1;
    }

    Optional<BankLine> line(Tx tx, Id<BankLine> id, CurrencyUnit book) {
        return lines(tx, BANK_LINE.ID.eq(id.value()), book).stream().findFirst();
    }

    /** In the order of booking dates, those of one day as they were recorded. */
    List<BankLine> all(Tx tx, CurrencyUnit book) {
        return lines(tx, org.jooq.impl.DSL.noCondition(), book);
    }

    List<BankLine> named(Tx tx, LocalDate booked, long amount, CurrencyUnit book) {
        return lines(tx, BANK_LINE.BOOKED_ON.eq(booked).and(BANK_LINE.AMOUNT.eq(amount)), book);
    }

    private List<BankLine> lines(Tx tx, Condition condition, CurrencyUnit book) {
        return tx.sql().selectFrom(BANK_LINE).where(condition).orderBy(BANK_LINE.BOOKED_ON, BANK_LINE.SEQ)
                .fetch(r -> new BankLine(Id.of(r.getId()), r.getAccount(), r.getBookedOn(), r.getValueOn(),
                        Money.ofMinor(book, r.getAmount()), r.getPayer(), r.getIban(), r.getText(), r.getReference(),
                        r.getOneText(), r.getFamily(), r.getBankId()));
    }

    /** What stands of each line. */
    Map<Id<BankLine>, Match> matches(Tx tx) {
        return matches(tx, org.jooq.impl.DSL.noCondition());
    }

    Match match(Tx tx, Id<BankLine> line) {
        return matches(tx, BANK_LINE.ID.eq(line.value())).values().iterator().next();
    }

    private Map<Id<BankLine>, Match> matches(Tx tx, Condition condition) {
        Map<Id<BankLine>, Match> matches = new HashMap<>();
        tx.sql().select(BANK_MATCH.fields()).from(BANK_MATCH).join(BANK_LINE).on(BANK_LINE.MATCH_ID.eq(BANK_MATCH.ID))
                .where(condition).fetchInto(BANK_MATCH).forEach(r -> matches.put(Id.of(r.getLineId()), new Match(r.getId(),
                        Id.of(r.getLineId()), MatchKind.of(r.getKind()), r.getRule(),
                        r.getCustomerId() == null ? null : Id.of(r.getCustomerId()),
                        r.getPaymentId() == null ? null : Id.of(r.getPaymentId()),
                        r.getEntryId() == null ? null : Id.of(r.getEntryId()), r.getItem(), r.getEffectiveDate())));
        return matches;
    }

    List<PayerLink> links(Tx tx) {
        return tx.sql().selectFrom(PAYER_LINK).orderBy(PAYER_LINK.RECORDED_AT).fetch(r -> new PayerLink(r.getIban(),
                Id.of(r.getCustomerId()), r.getLearnedOn(), r.getShownAt() != null));
    }

    /** Learns who pays from an account; what is known already stays. */
    void learn(Tx tx, UUID id, BankLine line, Id<Customer> customer, LocalDate on) {
        boolean there = tx.sql().fetchExists(PAYER_LINK, PAYER_LINK.IBAN.eq(line.iban())
                .and(PAYER_LINK.CUSTOMER_ID.eq(customer.value())));
        if (!there) {
            tx.sql().insertInto(PAYER_LINK).set(PAYER_LINK.ID, id).set(PAYER_LINK.IBAN, line.iban())
                    .set(PAYER_LINK.CUSTOMER_ID, customer.value()).set(PAYER_LINK.LINE_ID, line.id().value())
                    .set(PAYER_LINK.LEARNED_ON, on).set(PAYER_LINK.RECORDED_AT, tx.now()).execute();
        }
    }

    void unlearn(Tx tx, Id<BankLine> line) {
        tx.sql().deleteFrom(PAYER_LINK).where(PAYER_LINK.LINE_ID.eq(line.value())).execute();
    }

    void forgetLink(Tx tx, UUID link) {
        tx.sql().deleteFrom(PAYER_LINK).where(PAYER_LINK.ID.eq(link)).execute();
    }

    void forgetHabit(Tx tx, Collection<UUID> matches) {
        tx.sql().update(BANK_MATCH).set(BANK_MATCH.FORGOTTEN_AT, tx.now()).where(BANK_MATCH.ID.in(matches)).execute();
    }

    void shown(Tx tx, Collection<String> ibans) {
        tx.sql().update(PAYER_LINK).set(PAYER_LINK.SHOWN_AT, tx.now()).where(PAYER_LINK.IBAN.in(ibans))
                .and(PAYER_LINK.SHOWN_AT.isNull()).execute();
    }

    int countLines(Tx tx) {
        return tx.sql().select(count()).from(BANK_LINE).fetchSingle().value1();
    }
}
