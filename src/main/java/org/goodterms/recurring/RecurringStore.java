package org.goodterms.recurring;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.RECURRING_LINE;
import static org.goodterms.db.gen.Tables.RECURRING_PERIOD;
import static org.goodterms.db.gen.Tables.RECURRING_TEMPLATE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.RecurringLineRecord;
import org.goodterms.db.gen.tables.records.RecurringTemplateRecord;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Templates and what was decided about their periods, to and from the tables. */
final class RecurringStore {

    void insert(Tx tx, Template template) {
        Schedule schedule = template.schedule();
        tx.sql().insertInto(RECURRING_TEMPLATE).set(RECURRING_TEMPLATE.ID, template.id().value())
                .set(RECURRING_TEMPLATE.CUSTOMER_ID, template.customer().value()).set(RECURRING_TEMPLATE.NAME, template.name())
                .set(RECURRING_TEMPLATE.EVERY_UNIT, schedule.unit().word()).set(RECURRING_TEMPLATE.EVERY_COUNT, schedule.count())
                .set(RECURRING_TEMPLATE.FIRST_DATE, schedule.first()).set(RECURRING_TEMPLATE.ANCHOR_DAY, schedule.anchorDay())
                .set(RECURRING_TEMPLATE.UNTIL_DATE, schedule.until()).set(RECURRING_TEMPLATE.SKIP_HOLIDAYS, schedule.skipHolidays())
                .set(RECURRING_TEMPLATE.RAISE_PERCENT, template.raise()).set(RECURRING_TEMPLATE.INTRO, template.wording().intro())
                .set(RECURRING_TEMPLATE.PAUSED, template.state().paused()).set(RECURRING_TEMPLATE.CREATED_AT, tx.now())
                .set(RECURRING_TEMPLATE.VERSION, template.state().version()).execute();
        int number = 1;
        for (Line line : template.wording().lines()) {
            tx.sql().insertInto(RECURRING_LINE).set(RECURRING_LINE.TEMPLATE_ID, template.id().value()).set(RECURRING_LINE.LINE, number++)
                    .set(RECURRING_LINE.DESCRIPTION, line.text()).set(RECURRING_LINE.QUANTITY, line.quantity())
                    .set(RECURRING_LINE.UNIT, line.unit()).set(RECURRING_LINE.PRICE, line.price())
                    .set(RECURRING_LINE.TAX_CATEGORY, line.tax().category()).set(RECURRING_LINE.TAX_RATE, line.tax().rate()).execute();
        }
    }

    /** Stops or resumes; false where there is none. */
    boolean pause(Tx tx, Id<Template> id, boolean paused) {
        return tx.sql().update(RECURRING_TEMPLATE).set(RECURRING_TEMPLATE.PAUSED, paused)
                .set(RECURRING_TEMPLATE.VERSION, RECURRING_TEMPLATE.VERSION.plus(1))
                .where(RECURRING_TEMPLATE.ID.eq(id.value())).execute() == 1;
    }

    boolean end(Tx tx, Id<Template> id, LocalDate until) {
        return tx.sql().update(RECURRING_TEMPLATE).set(RECURRING_TEMPLATE.UNTIL_DATE, until)
                .set(RECURRING_TEMPLATE.VERSION, RECURRING_TEMPLATE.VERSION.plus(1))
                .where(RECURRING_TEMPLATE.ID.eq(id.value())).execute() == 1;
    }

    List<Template> all(Tx tx) {
        return load(tx, DSL.noCondition());
    }

    /** Keeps every other writer of this template waiting until the transaction ends. */
    Optional<Template> lock(Tx tx, Id<Template> id) {
        tx.sql().select(RECURRING_TEMPLATE.ID).from(RECURRING_TEMPLATE).where(RECURRING_TEMPLATE.ID.eq(id.value())).forUpdate().fetch();
        return load(tx, RECURRING_TEMPLATE.ID.eq(id.value())).stream().findFirst();
    }

    private static List<Template> load(Tx tx, Condition which) {
        List<RecurringTemplateRecord> rows = tx.sql().selectFrom(RECURRING_TEMPLATE).where(which)
                .orderBy(RECURRING_TEMPLATE.CREATED_AT, RECURRING_TEMPLATE.ID).fetch();
        Map<UUID, List<Line>> lines = new HashMap<>();
        tx.sql().selectFrom(RECURRING_LINE).orderBy(RECURRING_LINE.TEMPLATE_ID, RECURRING_LINE.LINE).fetch()
                .forEach(row -> lines.computeIfAbsent(row.getTemplateId(), id -> new ArrayList<>()).add(line(row)));
        return rows.stream().map(row -> template(row, lines.getOrDefault(row.getId(), List.of()))).toList();
    }

    private static Line line(RecurringLineRecord row) {
        return new Line(row.getDescription(), row.getQuantity(), row.getUnit(), row.getPrice(), BigDecimal.ONE, null,
                new TaxKey(row.getTaxCategory(), row.getTaxRate()), "");
    }

    private static Template template(RecurringTemplateRecord row, List<Line> lines) {
        Schedule schedule = new Schedule(Schedule.Unit.of(row.getEveryUnit()).orElseThrow(), row.getEveryCount(), row.getFirstDate(),
                row.getAnchorDay(), row.getUntilDate(), row.getSkipHolidays());
        return new Template(Id.of(row.getId()), Id.of(row.getCustomerId()), row.getName(), schedule,
                row.getRaisePercent().stripTrailingZeros(), new Template.Wording(row.getIntro(), lines),
                new Template.State(row.getPaused(), row.getVersion()));
    }

    /** The periods of a template that were decided. */
    Set<LocalDate> decided(Tx tx, Id<Template> id) {
        return tx.sql().select(RECURRING_PERIOD.PERIOD_START).from(RECURRING_PERIOD)
                .where(RECURRING_PERIOD.TEMPLATE_ID.eq(id.value())).fetchSet(RECURRING_PERIOD.PERIOD_START);
    }

    int issued(Tx tx, Id<Template> id) {
        return tx.sql().fetchCount(RECURRING_PERIOD, RECURRING_PERIOD.TEMPLATE_ID.eq(id.value()), RECURRING_PERIOD.DOCUMENT_ID.isNotNull());
    }

    /** @param document its invoice; null where the period is left out */
    void decide(Tx tx, Id<Template> id, LocalDate period, @Nullable Id<Document> document, LocalDate today) {
        tx.sql().insertInto(RECURRING_PERIOD).set(RECURRING_PERIOD.TEMPLATE_ID, id.value())
                .set(RECURRING_PERIOD.PERIOD_START, period).set(RECURRING_PERIOD.DOCUMENT_ID, document == null ? null : document.value())
                .set(RECURRING_PERIOD.DECIDED_ON, today).set(RECURRING_PERIOD.DECIDED_AT, tx.now()).execute();
    }

    /** Code and name of a customer. */
    String[] customer(Tx tx, UUID id) {
        return tx.sql().select(CUSTOMER.CODE, CUSTOMER.NAME).from(CUSTOMER).where(CUSTOMER.ID.eq(id))
                .fetchSingle(row -> new String[] {row.value1(), row.value2()});
    }
}
