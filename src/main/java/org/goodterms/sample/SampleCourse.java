package org.goodterms.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.goodterms.customer.Contact;
import org.goodterms.sample.Happening.Billed;
import org.goodterms.sample.Happening.Bought;
import org.goodterms.sample.Happening.Paid;
import org.goodterms.sample.Happening.Share;

/** What happens to the sample firm in the two years up to a day: the plan, from a seed. Nothing happens on weekends. */
final class SampleCourse {
    private static final int FADED = 150;
    private static final int MAILED = 30;
    private final LocalDate today;
    private final Random random;
    private final List<SampleFirm> firms = SampleFirm.all();
    private final List<Happening> all = new ArrayList<>();
    private int bills;

    private SampleCourse(long seed, LocalDate today) {
        this.today = today;
        this.random = new Random(seed);
    }

    /** All that happens, in order of days; none of it after {@code today}. */
    static List<Happening> of(long seed, LocalDate today) {
        SampleCourse course = new SampleCourse(seed, today);
        for (int firm = 0; firm < course.firms.size(); firm++) {
            course.trade(firm);
        }
        course.loose();
        course.spend();
        course.all.sort(Comparator.comparing(Happening::day));
        return List.copyOf(course.all);
    }

    private void trade(int firm) {
        SampleFirm who = firms.get(firm);
        LocalDate next = today.minusYears(2).plusDays(3L + random.nextInt(28 * who.every()));
        List<Billed> billed = new ArrayList<>();
        while (!next.isAfter(today)) {
            Billed bill = new Billed(workday(next), firm, bills++, lines(who),
                    random.nextInt(3) == 0 ? "PO-" + (40_000 + random.nextInt(9_000)) : "");
            if (add(bill)) {
                billed.add(bill);
            }
            next = next.plusDays(26L * who.every() + 6 + random.nextInt(9));
        }
        TreeMap<LocalDate, List<Share>> runs = new TreeMap<>();
        for (int i = 0; i < billed.size(); i++) {
            follow(who, billed.get(i), billed.size() - 1 - i, runs);
        }
        runs.forEach((day, shares) -> add(new Paid(day, firm, shares, 0, false, false)));
    }

    private List<Bought> lines(SampleFirm who) {
        List<Bought> lines = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Ware ware = Ware.values()[random.nextInt(Ware.values().length)];
            if (lines.stream().noneMatch(line -> line.ware() == ware)) {
                lines.add(new Bought(ware, ware.usual(who.size(), random), random.nextInt(8) == 0 ? 5 : 0));
            }
        }
        if (lines.stream().allMatch(line -> line.ware().cents() < 5_000)) {
            lines.add(new Bought(Ware.FITTING, 2 + random.nextInt(4), 0));
        }
        return lines;
    }

    /** @param left how many bills of this customer come after it */
    private void follow(SampleFirm who, Billed bill, int left, TreeMap<LocalDate, List<Share>> runs) {
        LocalDate due = bill.day().plusDays(who.trade().days());
        if (!bill.day().isBefore(today.minusDays(MAILED)) && who.payer() != Payer.CHEQUE) {
            add(new Happening.Mailed(bill.day(), bill.bill(), !bill.day().isBefore(today.minusDays(3))));
        }
        LocalDate pays = workday(due.plusDays(who.payer().lateness(random)));
        switch (who.payer()) {
            case EARLY -> early(who, bill, pays);
            case RUN -> runs.computeIfAbsent(friday(pays), day -> new ArrayList<>()).add(new Share(bill.bill(), 100));
            case PARTS -> {
                pay(pays, bill, 50, 0);
                pay(workday(pays.plusDays(24L + random.nextInt(20))), bill, 100, 0);
            }
            case QUARREL -> quarrel(bill, pays, left);
            case FADING -> fade(bill, due, pays);
            case CHEQUE -> cheque(bill, pays, left);
            case ERRATIC -> pay(pays, bill, 100, random.nextInt(6) == 0 ? 4_000L + 500 * random.nextInt(20) : 0);
            default -> pay(pays, bill, 100, random.nextInt(14) == 0 ? -37 : 0);
        }
        if (who.payer() != Payer.FADING && !pays.isBefore(due.plusDays(15))) {
            chase(bill, due, pays);
        }
    }

    private void pay(LocalDate day, Billed bill, int percent, long cents) {
        add(new Paid(day, bill.firm(), List.of(new Share(bill.bill(), percent)), cents, false, false));
    }

    private void early(SampleFirm who, Billed bill, LocalDate pays) {
        boolean discount = who.trade().terms().startsWith("2/") && random.nextInt(3) > 0;
        add(new Paid(discount ? workday(bill.day().plusDays(5L + random.nextInt(3))) : pays, bill.firm(),
                List.of(new Share(bill.bill(), 100)), 0, discount, false));
    }

    private void quarrel(Billed bill, LocalDate pays, int left) {
        boolean fresh = left < 2;
        if (!fresh && random.nextInt(4) > 0) {
            pay(pays, bill, 100, 0);
            return;
        }
        String reason = List.of("quality", "price", "missing goods", "no order number").get(random.nextInt(4));
        LocalDate said = workday(bill.day().plusDays(4L + random.nextInt(6)));
        add(new Happening.Spoken(said, bill.firm(), Contact.Means.EMAIL, Contact.Direction.IN, "disputes", "They are not content: " + reason + "."));
        add(new Happening.Disputed(said, bill.bill(), fresh ? 40 : 25, reason));
        if (fresh) {
            add(new Happening.Noted(said, bill.firm(), bill.bill(), "Look into it with the workshop", workday(said.plusDays(14)), ""));
            return;
        }
        LocalDate over = workday(said.plusDays(9L + random.nextInt(12)));
        boolean accepted = random.nextBoolean();
        if (accepted) {
            add(new Happening.Credited(over, bill.bill(), 25, "Agreed by telephone: " + reason));
        }
        add(new Happening.Settled(over, bill.bill(), accepted ? "accepted" : "withdrawn"));
        pay(workday(over.plusDays(5)), bill, 100, 0);
    }

    private void fade(Billed bill, LocalDate due, LocalDate pays) {
        if (bill.day().isBefore(today.minusDays(FADED))) {
            pay(pays, bill, 100, 0);
            return;
        }
        add(new Happening.Spoken(workday(due.plusDays(9)), bill.firm(), Contact.Means.PHONE, Contact.Direction.OUT, "not reached", "Rang twice, nobody there."));
        add(new Happening.Spoken(workday(due.plusDays(23)), bill.firm(), Contact.Means.PHONE, Contact.Direction.OUT, "will pay",
                "Trade is slow; they will pay half by the end of the month."));
        add(new Happening.Promised(workday(due.plusDays(23)), bill.firm(), bill.bill(), 50, workday(due.plusDays(40))));
        add(new Happening.Held(workday(due.plusDays(50)), bill.firm(), "Invoices more than seven weeks late"));
        add(new Happening.Noted(workday(due.plusDays(23)), bill.firm(), bill.bill(), "Did the half arrive?",
                workday(due.plusDays(44)), ""));
    }

    private void cheque(Billed bill, LocalDate pays, int left) {
        add(new Paid(pays, bill.firm(), List.of(new Share(bill.bill(), 100)), 0, false, true));
        if (left == 2) {
            add(new Happening.Bounced(workday(pays.plusDays(4)), bill.firm()));
            pay(workday(pays.plusDays(16)), bill, 100, 0);
        }
    }

    /** A late bill is asked for: by telephone, with a task that is done when the money is there. */
    private void chase(Billed bill, LocalDate due, LocalDate pays) {
        LocalDate called = workday(due.plusDays(10L + random.nextInt(5)));
        add(new Happening.Spoken(called, bill.firm(), Contact.Means.PHONE, Contact.Direction.OUT, "will pay",
                List.of("The transfer goes out with the next run.", "The invoice lay with somebody on holiday.",
                        "They ask for a copy; sent.", "Payment is released, two signatures were missing.").get(random.nextInt(4))));
        if (random.nextInt(3) > 0) {
            add(new Happening.Promised(called, bill.firm(), bill.bill(), 100, workday(called.plusDays(6L + random.nextInt(8)))));
        }
        LocalDate look = workday(called.plusDays(7));
        add(new Happening.Noted(called, bill.firm(), bill.bill(), "Ask whether the transfer went out", look,
                look.isBefore(today.minusDays(4)) ? "Asked again; it is on its way." : ""));
    }

    /** What belongs to no bill: drafts, money nobody knows. */
    private void loose() {
        add(new Happening.Drafted(workday(today.minusDays(2)), 0, lines(firms.get(0))));
        add(new Happening.Drafted(workday(today.minusDays(1)), 5, lines(firms.get(5))));
        add(new Happening.Drafted(workday(today.minusDays(6)), 12, lines(firms.get(12))));
        add(new Happening.Unknown(workday(today.minusDays(5)), 48_790, "Transfer, Brodersen, invoice March"));
    }

    /** Wages at the end of a month; rent, programs and material with the input tax in them. */
    private void spend() {
        for (LocalDate month = today.minusYears(2).withDayOfMonth(1).plusMonths(1); !month.isAfter(today); month = month.plusMonths(1)) {
            add(new Happening.Spent(workday(month), "Rent of the studio", 240_000, 45_600));
            add(new Happening.Spent(workday(month.plusDays(9)), "Material and fittings", 520_000 + 1_000L * random.nextInt(260), 0).taxed());
            add(new Happening.Spent(workday(month.plusDays(14)), "Programs and telephone", 31_900, 6_061));
            add(new Happening.Spent(workday(month.plusDays(26)), "Wages", 1_480_000, 0));
        }
    }

    private boolean add(Happening happening) {
        return !happening.day().isAfter(today) && all.add(happening);
    }

    /** The day itself, or the Monday after a weekend; where that is not here yet, the Friday before. */
    private LocalDate workday(LocalDate day) {
        LocalDate monday = weekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
        return monday.isAfter(today) && !day.isAfter(today) ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : monday;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The next Friday of a payment run: the first and third of a month. */
    private static LocalDate friday(LocalDate day) {
        LocalDate friday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        while ((friday.getDayOfMonth() - 1) / 7 % 2 == 1 || friday.getDayOfMonth() > 28) {
            friday = friday.plusWeeks(1);
        }
        return friday;
    }
}
