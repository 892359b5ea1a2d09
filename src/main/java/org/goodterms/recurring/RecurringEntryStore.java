package org.goodterms.recurring;

import static org.goodterms.db.gen.Tables.RECURRING_ENTRY;
import static org.goodterms.db.gen.Tables.RECURRING_ENTRY_LINE;
import static org.goodterms.db.gen.Tables.RECURRING_ENTRY_PERIOD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.RecurringEntryRecord;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Recurring entries and what was decided about their periods, to and from the tables. */
final class RecurringEntryStore {

    void insert(Tx tx, EntryTemplate template) {
        Schedule schedule = template.schedule();
        tx.sql().insertInto(RECURRING_ENTRY).set(RECURRING_ENTRY.ID, template.id().value()).set(RECURRING_ENTRY.NAME, template.name())
                .set(RECURRING_ENTRY.DESCRIPTION, template.text()).set(RECURRING_ENTRY.EVERY_UNIT, schedule.unit().word())
                .set(RECURRING_ENTRY.EVERY_COUNT, schedule.count()).set(RECURRING_ENTRY.FIRST_DATE, schedule.first())
                .set(RECURRING_ENTRY.ANCHOR_DAY, schedule.anchorDay()).set(RECURRING_ENTRY.UNTIL_DATE, schedule.until())
                .set(RECURRING_ENTRY.SKIP_HOLIDAYS, schedule.skipHolidays()).set(RECURRING_ENTRY.PAUSED, template.state().paused())
                .set(RECURRING_ENTRY.CREATED_AT, tx.now()).set(RECURRING_ENTRY.VERSION, template.state().version()).execute();
        int number = 1;
        for (Entry.Posting posting : template.postings()) {
            tx.sql().insertInto(RECURRING_ENTRY_LINE).set(RECURRING_ENTRY_LINE.TEMPLATE_ID, template.id().value())
                    .set(RECURRING_ENTRY_LINE.LINE, number++).set(RECURRING_ENTRY_LINE.ACCOUNT, posting.account())
                    .set(RECURRING_ENTRY_LINE.AMOUNT, posting.amount().getAmountMinorLong()).execute();
        }
    }

    /** Stops or resumes; false where there is none. */
    boolean pause(Tx tx, Id<EntryTemplate> id, boolean paused) {
        return tx.sql().update(RECURRING_ENTRY).set(RECURRING_ENTRY.PAUSED, paused)
                .set(RECURRING_ENTRY.VERSION, RECURRING_ENTRY.VERSION.plus(1)).where(RECURRING_ENTRY.ID.eq(id.value())).execute() == 1;
    }

    boolean end(Tx tx, Id<EntryTemplate> id, LocalDate until) {
        return tx.sql().update(RECURRING_ENTRY).set(RECURRING_ENTRY.UNTIL_DATE, until)
                .set(RECURRING_ENTRY.VERSION, RECURRING_ENTRY.VERSION.plus(1)).where(RECURRING_ENTRY.ID.eq(id.value())).execute() == 1;
    }

    List<EntryTemplate> all(Tx tx, CurrencyUnit book) {
        return load(tx, DSL.noCondition(), book);
    }

    /** Keeps every other writer of this template waiting until the transaction ends. */
    Optional<EntryTemplate> lock(Tx tx, Id<EntryTemplate> id, CurrencyUnit book) {
        tx.sql().select(RECURRING_ENTRY.ID).from(RECURRING_ENTRY).where(RECURRING_ENTRY.ID.eq(id.value())).forUpdate().fetch();
        return load(tx, RECURRING_ENTRY.ID.eq(id.value()), book).stream().findFirst();
    }

    private static List<EntryTemplate> load(Tx tx, Condition which, CurrencyUnit book) {
        List<RecurringEntryRecord> rows = tx.sql().selectFrom(RECURRING_ENTRY).where(which)
                .orderBy(RECURRING_ENTRY.CREATED_AT, RECURRING_ENTRY.ID).fetch();
        Map<UUID, List<Entry.Posting>> lines = new HashMap<>();
        tx.sql().selectFrom(RECURRING_ENTRY_LINE).orderBy(RECURRING_ENTRY_LINE.TEMPLATE_ID, RECURRING_ENTRY_LINE.LINE).fetch()
                .forEach(row -> lines.computeIfAbsent(row.getTemplateId(), id -> new ArrayList<>())
                        .add(new Entry.Posting(row.getAccount(), Money.ofMinor(book, row.getAmount()))));
        return rows.stream().map(row -> template(row, lines.getOrDefault(row.getId(), List.of()))).toList();
    }

    private static EntryTemplate template(RecurringEntryRecord row, List<Entry.Posting> lines) {
        Schedule schedule = new Schedule(Schedule.Unit.of(row.getEveryUnit()).orElseThrow(), row.getEveryCount(), row.getFirstDate(),
                row.getAnchorDay(), row.getUntilDate(), row.getSkipHolidays());
        return new EntryTemplate(Id.of(row.getId()), row.getName(), schedule, row.getDescription(), lines,
                new Template.State(row.getPaused(), row.getVersion()));
    }

    /** The periods of a template that were decided. */
    Set<LocalDate> decided(Tx tx, Id<EntryTemplate> id) {
        return tx.sql().select(RECURRING_ENTRY_PERIOD.PERIOD_START).from(RECURRING_ENTRY_PERIOD)
                .where(RECURRING_ENTRY_PERIOD.TEMPLATE_ID.eq(id.value())).fetchSet(RECURRING_ENTRY_PERIOD.PERIOD_START);
    }

    int posted(Tx tx, Id<EntryTemplate> id) {
        return tx.sql().fetchCount(RECURRING_ENTRY_PERIOD, RECURRING_ENTRY_PERIOD.TEMPLATE_ID.eq(id.value()),
                RECURRING_ENTRY_PERIOD.ENTRY_ID.isNotNull());
    }

    /** @param entry what was posted; null where the period is left out */
    void decide(Tx tx, Id<EntryTemplate> id, LocalDate period, @Nullable Id<PostedEntry> entry, LocalDate today) {
        tx.sql().insertInto(RECURRING_ENTRY_PERIOD).set(RECURRING_ENTRY_PERIOD.TEMPLATE_ID, id.value())
                .set(RECURRING_ENTRY_PERIOD.PERIOD_START, period).set(RECURRING_ENTRY_PERIOD.ENTRY_ID, entry == null ? null : entry.value())
                .set(RECURRING_ENTRY_PERIOD.DECIDED_ON, today).set(RECURRING_ENTRY_PERIOD.DECIDED_AT, tx.now()).execute();
    }
}
