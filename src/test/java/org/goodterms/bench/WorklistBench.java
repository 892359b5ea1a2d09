package org.goodterms.bench;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goodterms.App;
import org.goodterms.company.Founding;
import org.goodterms.db.gen.tables.records.CustomerRecord;
import org.goodterms.db.gen.tables.records.ItemStepRecord;
import org.goodterms.db.gen.tables.records.OpenItemRecord;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.reminder.DunningPlan;

/** How long the plan of a day takes for 10,000 customers with 100,000 open items: {@code java … WorklistBench}. */
final class WorklistBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 4);
    private static final int CUSTOMERS = 10_000;
    private static final int ITEMS = 10;

    private WorklistBench() {
    }

    public static void main(String[] args) {
        Clock clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Changes changes = new Changes();
        try (App app = new App(Engine.H2.open(clock, changes), clock, Ids.timeOrdered(clock), changes)) {
            app.begin(Founding.of("Firm", "FR", "EUR").inZone("UTC")).orThrow();
            app.db().write(tx -> {
                List<CustomerRecord> customers = new ArrayList<>();
                List<OpenItemRecord> items = new ArrayList<>();
                List<ItemStepRecord> steps = new ArrayList<>();
                for (int c = 0; c < CUSTOMERS; c++) {
                    customers.add(customer(c, tx.now(), items, steps));
                }
                tx.sql().batchInsert(customers).execute();
                tx.sql().batchInsert(items).execute();
                tx.sql().batchInsert(steps).execute();
                return Outcome.ok(CUSTOMERS);
            }).orThrow();
            for (int round = 0; round < 8; round++) {
                Instant begin = Instant.now();
                long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                DunningPlan plan = app.reminders().worklists().plan(TODAY);
                System.out.printf("%d ms, of them %d at work: %d messages, %d tasks, %d left alone%n", Duration.between(begin, Instant.now()).toMillis(),
                        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1_000_000,
                        plan.messages().size(), plan.tasks().size(), plan.stopped().size());
            }
        }
    }

    private static CustomerRecord customer(int c, Instant now, List<OpenItemRecord> items, List<ItemStepRecord> steps) {
        UUID id = new UUID(1, c);
        CustomerRecord customer = new CustomerRecord();
        customer.setId(id);
        customer.setCode("C%05d".formatted(c));
        customer.setName("Customer " + c);
        customer.setEmail("c" + c + "@example.org");
        customer.setCountry("FR");
        customer.setLanguage("en");
        customer.setCurrency("EUR");
        customer.setTerms("net 30");
        customer.setChannel("email");
        customer.setSearchText("c" + c);
        customer.setCreatedAt(now);
        customer.setVersion(1);
        for (int i = 0; i < ITEMS; i++) {
            OpenItemRecord item = new OpenItemRecord();
            item.setId(new UUID(2, c * (long) ITEMS + i));
            item.setCustomerId(id);
            item.setKind("invoice");
            item.setNumber("N" + c + "-" + i);
            item.setPart(1);
            item.setDueDate(TODAY.minusDays((c + i * 7L) % 70 - 20));
            item.setItemDate(item.getDueDate().minusDays(30));
            item.setCurrency("EUR");
            item.setOriginal(10_000L + i);
            item.setCarrying(10_000L + i);
            item.setOpenAmount(10_000L + i);
            item.setOpenCarrying(10_000L + i);
            item.setReference("");
            item.setDiscountAmount(0L);
            item.setRecordedAt(now);
            items.add(item);
            if (i % 2 == 0 && item.getDueDate().isBefore(TODAY.minusDays(4))) {
                ItemStepRecord step = new ItemStepRecord();
                step.setId(new UUID(3, c * (long) ITEMS + i));
                step.setItemId(item.getId());
                step.setStep("R1");
                step.setCycle(1);
                step.setStepDate(item.getDueDate().plusDays(3));
                step.setWritten(true);
                step.setRecordedAt(now);
                steps.add(step);
            }
        }
        return customer;
    }
}
