package org.goodterms.reminder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.mail.Carrier;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Message.State;
import org.goodterms.outbox.OutboxService;
import org.goodterms.outbox.Way;
import org.goodterms.reminder.DunningPlan.Errand;
import org.goodterms.reminder.DunningPlan.Notice;
import org.goodterms.reminder.DunningPlan.Stopped;
import org.goodterms.reminder.ReminderStore.Kept;
import org.goodterms.reminder.RunReport.Entry;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries the plan of the business date out. Safe to repeat, to crash in, and to start twice at the same time: each step
 * is claimed in a transaction of its own, and what was claimed but not sent is sent by the next run.
 */
public final class RunService {
    private static final String CONFIRMED = "reminder.confirmed";
    private static final String LARGEST = "reminder.largest";
    private static final String LAST = "reminder.last_run";
    private static final int ATTEMPTS = 3;
    private final Rooms rooms;
    private final Desk desk;

    /** What lies below. */
    public record Rooms(Database db, CompanyService companies, OutboxService outbox, MailService mail, DispatchService dispatch) {
    }

    /** The other services of this room. */
    public record Desk(WorklistService worklists, WritingService writing, SendingService sending, ErrandService errands) {
    }

    /** A message the owner has read and released: that customer's in that currency. */
    public record Pick(Id<Customer> customer, CurrencyUnit currency) {
    }

    /**
     * What is to be done.
     *
     * @param everything the owner's word for all of it: also confirms the first list and lifts the brake
     * @param picked     the owner's word for these messages
     */
    public record Order(Way way, boolean everything, Set<Pick> picked) {
        public Order {
            picked = Set.copyOf(picked);
        }
    }

    public RunService(Rooms rooms, Desk desk) {
        this.rooms = rooms;
        this.desk = desk;
    }

    /**
     * Makes the tasks of the day and sends what is released.
     *
     * @return refused, with nothing changed, where something is to be sent and that way is not open
     */
    public Outcome<RunReport> run(Order order, Progress progress) {
        Run run = new Run(order);
        desk.sending().chargeFees();
        rooms.db().write(tx -> Outcome.ok(run.leftOver.addAll(run.isBusinessDay(tx) ? desk.sending().leftOver(tx) : List.of()))).orThrow();
        run.plan = rooms.db().read(tx -> desk.worklists().plan(tx, rooms.companies().today(tx)));
        List<Notice> released = run.released();
        if (released.isEmpty() && run.leftOver.isEmpty()) {
            run.makeTasks();
            return Outcome.ok(completed(run.report()));
        }
        return rooms.mail().carrier(order.way()).map(carrier -> {
            try (Carrier open = carrier) {
                run.confirm(released);
                run.makeTasks();
                run.send(open, released, progress);
                return completed(run.report());
            }
        });
    }

    /** Keeps when a run came to its end, so that a day without one is seen. */
    private RunReport completed(RunReport report) {
        return rooms.db().write(tx -> {
            LocalDate today = rooms.companies().today(tx);
            boolean again = last(tx).filter(kept -> kept.on().equals(today)).isPresent();
            if (!again || !report.sent().isEmpty()) {
                int before = again ? last(tx).orElseThrow().sent() : 0;
                rooms.companies().putSetting(tx, LAST, today + " " + (before + report.sent().size()));
                tx.touched(RunReport.class);
            }
            return Outcome.ok(report);
        }).orThrow();
    }

    private record Ended(LocalDate on, int sent) {
    }

    private Optional<Ended> last(Tx tx) {
        return rooms.companies().setting(tx, LAST).map(kept -> kept.split(" ")).map(kept -> new Ended(LocalDate.parse(kept[0]), Integer.parseInt(kept[1])));
    }

    /** When the plan was last carried out, and how many days of business have passed without it. */
    public LastRun lastRun() {
        return rooms.db().read(tx -> {
            BusinessDays days = desk.worklists().days(tx);
            LocalDate today = rooms.companies().today(tx);
            boolean planned = new PolicyStore().all(tx).company().mode() != Policy.Mode.OFF;
            return last(tx).map(kept -> new LastRun(kept.on(), kept.sent(), missed(kept.on(), today, days), planned))
                    .orElse(new LastRun(null, 0, 0, planned));
        });
    }

    private static int missed(LocalDate on, LocalDate today, BusinessDays days) {
        return on.isBefore(today) ? (int) on.plusDays(1).datesUntil(today.isAfter(on.plusDays(1)) ? today : on.plusDays(1))
                .filter(days::isBusinessDay).count() : 0;
    }

    /** Whether the owner has confirmed a first list; before that nothing leaves. */
    public boolean isConfirmed() {
        return rooms.db().read(tx -> rooms.companies().setting(tx, CONFIRMED).isPresent());
    }

    /** One run under way. */
    private final class Run {
        private final Order order;
        private final List<Kept> leftOver = new ArrayList<>();
        private final List<Entry> sent = new ArrayList<>();
        private final List<Entry> failed = new ArrayList<>();
        private final List<Entry> waiting = new ArrayList<>();
        private final List<Errand> tasks = new ArrayList<>();
        private final List<Stopped> settled = new ArrayList<>();
        private DunningPlan plan = DunningPlan.nothing(LocalDate.EPOCH);

        Run(Order order) {
            this.order = order;
        }

        boolean isBusinessDay(Tx tx) {
            return desk.worklists().days(tx).isBusinessDay(rooms.companies().today(tx));
        }

        // ---- what may leave

        private boolean isPicked(Notice notice) {
            return order.everything() || order.picked().contains(new Pick(notice.customer(), notice.currency()));
        }

        List<Notice> released() {
            boolean hours = rooms.db().read(tx -> SendingHours.contain(tx.now(), rooms.companies().company(tx).zone()));
            boolean confirmed = isConfirmed();
            Policies policies = rooms.db().read(new PolicyStore()::all);
            List<Notice> released = new ArrayList<>();
            for (Notice notice : plan.messages()) {
                Problem wait = !hours ? Problem.of("reminder.waits_hours")
                        : isPicked(notice) ? null : !confirmed ? Problem.of("reminder.waits_first_list")
                        : needsWord(policies, notice) ? Problem.of("reminder.waits_approval") : null;
                if (wait == null) {
                    released.add(notice);
                } else {
                    waiting.add(new Entry(notice, null, wait));
                }
            }
            return braked(released);
        }

        private boolean needsWord(Policies policies, Notice notice) {
            String segment = rooms.db().read(tx -> desk.worklists().segment(tx, notice.customer()));
            return notice.lines().stream().anyMatch(line -> {
                Policy policy = policies.of(notice.code(), segment, line.number());
                Policy.Rule rule = policy.rule(line.step());
                return policy.mode() != Policy.Mode.ACTIVE || rule == null || rule.approval();
            });
        }

        /** A run that would send more than the owner ever released at once sends only what was released for it. */
        private List<Notice> braked(List<Notice> released) {
            int most = largest();
            if (released.size() <= most || released.stream().allMatch(this::isPicked)) {
                return released;
            }
            released.stream().filter(notice -> !isPicked(notice)).forEach(notice ->
                    waiting.add(new Entry(notice, null, Problem.of("reminder.waits_brake", released.size(), most))));
            return released.stream().filter(this::isPicked).toList();
        }

        private int largest() {
            return rooms.db().read(tx -> rooms.companies().setting(tx, LARGEST).map(Integer::parseInt).orElse(0));
        }

        /** Keeps the owner's word: the first list, and how many were released at once. */
        void confirm(List<Notice> released) {
            long picked = released.stream().filter(this::isPicked).count();
            int most = largest();
            if (picked > 0) {
                rooms.db().write(tx -> {
                    if (rooms.companies().setting(tx, CONFIRMED).isEmpty()) {
                        rooms.companies().putSetting(tx, CONFIRMED, rooms.companies().today(tx).toString());
                    }
                    if (picked > most) {
                        rooms.companies().putSetting(tx, LARGEST, Long.toString(picked));
                    }
                    return Outcome.ok(picked);
                }).orThrow();
            }
        }

        // ---- tasks

        void makeTasks() {
            plan.tasks().forEach(this::make);
        }

        private void make(Errand errand) {
            boolean made = rooms.db().write(tx -> {
                List<Errand> now = desk.worklists().plan(tx, FactsStore.Scope.claiming(rooms.companies().today(tx),
                        errand.customer().value(), null)).tasks();
                return now.contains(errand) ? desk.errands().make(tx, errand).map(task -> true) : Outcome.ok(false);
            }).orThrow();
            if (made) {
                tasks.add(errand);
            }
        }

        // ---- messages

        void send(Carrier carrier, List<Notice> released, Progress progress) {
            Map<UUID, Kept> going = new LinkedHashMap<>();
            leftOver.forEach(kept -> going.put(kept.id(), kept));
            for (Notice notice : released) {
                progress.stopIfCancelled();
                claim(notice).ifPresent(kept -> going.put(kept.id(), kept));
            }
            Fault.at("reminder-claimed");
            List<UUID> only = rooms.db().read(tx -> going.values().stream().flatMap(kept -> desk.sending().messages(tx, kept).stream())
                    .map(message -> message.id().value()).toList());
            if (!only.isEmpty()) {
                rooms.dispatch().dispatch(carrier, only, (tx, message) -> desk.sending().obsolete(tx, message), progress);
            }
            going.values().forEach(this::conclude);
            desk.sending().chargeFees();
            Fault.at("reminder-concluded");
            rooms.db().read(tx -> desk.worklists().trouble(tx)).forEach(trouble -> make(new Errand(trouble.customer(), trouble.code(),
                    trouble.kind(), trouble.numbers(), List.of(), trouble.message())));
        }

        /** Writes, archives and claims; written anew where the facts changed between plan and claim. */
        private Optional<Kept> claim(Notice planned) {
            Notice notice = planned;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Outcome<Written> written = desk.writing().write(notice, null).then(desk.writing()::keep);
                Fault.at("reminder-rendered");
                if (written instanceof Outcome.Refused<Written>(List<Problem> problems)) {
                    waiting.add(new Entry(notice, null, problems.getFirst()));
                    return Optional.empty();
                }
                Outcome<Kept> kept = rooms.db().write(tx -> desk.sending().claim(tx, written.orThrow()));
                if (kept.isOk()) {
                    return Optional.of(kept.orThrow());
                }
                DunningPlan today = again(notice);
                Optional<Notice> now = settled(notice, today);
                if (now.isEmpty()) {
                    return Optional.empty();
                }
                notice = now.get();
            }
            waiting.add(new Entry(notice, null, Problem.of("reminder.changed_meanwhile", notice.code())));
            return Optional.empty();
        }

        private DunningPlan again(Notice notice) {
            return rooms.db().read(tx -> desk.worklists().plan(tx, FactsStore.Scope.claiming(rooms.companies().today(tx),
                    notice.customer().value(), null)));
        }

        /** What is left to be asked for; what is not any more is told with its reason: paid, where there is no other. */
        private Optional<Notice> settled(Notice before, DunningPlan today) {
            Optional<Notice> now = today.messages().stream().filter(n -> n.currency().equals(before.currency())).findFirst();
            before.lines().stream().filter(line -> now.stream().flatMap(n -> n.lines().stream())
                    .noneMatch(other -> other.item().equals(line.item()))).forEach(line -> settled.add(new Stopped(before.customer(),
                            before.code(), line.item(), line.number(), line.step(), today.stopped().stream()
                                    .filter(s -> s.item().equals(line.item())).map(Stopped::reason).findFirst().orElse(Reason.SETTLED))));
            return now;
        }

        private void conclude(Kept kept) {
            List<Message> messages = rooms.db().write(tx -> {
                desk.sending().conclude(tx, kept);
                return Outcome.ok(desk.sending().messages(tx, kept));
            }).orThrow();
            Message first = messages.getFirst();
            if (has(messages, State.UNKNOWN)) {
                return;
            }
            if (has(messages, State.SENT)) {
                sent.add(new Entry(kept.notice(), messages.stream().filter(m -> m.state() == State.SENT).findFirst().orElse(first), null));
            } else if (has(messages, State.APPROVED)) {
                printed(kept, first);
            } else if (has(messages, State.QUEUED) || has(messages, State.DEFERRED)) {
                waiting.add(new Entry(kept.notice(), first, Problem.of("reminder.waits_line", first.course().replyText())));
            } else if (has(messages, State.FAILED)) {
                failed.add(new Entry(kept.notice(), first, Problem.of("reminder.not_taken", first.parcel().recipient(), first.course().replyText())));
            } else {
                settled(kept.notice(), again(kept.notice()));
            }
        }

        private static boolean has(List<Message> messages, State state) {
            return messages.stream().anyMatch(message -> message.state() == state);
        }

        /** A letter is put into the folder as a PDF, or waits for the printer. */
        private void printed(Kept kept, Message letter) {
            Message done = order.way() instanceof Way.Folder(String path) ? file(Path.of(path), letter) : null;
            if (done == null) {
                waiting.add(new Entry(kept.notice(), letter, Problem.of("reminder.waits_printer")));
            } else {
                sent.add(new Entry(kept.notice(), done, null));
            }
        }

        private @Nullable Message file(Path folder, Message letter) {
            try {
                Files.createDirectories(folder);
                Path file = folder.toAbsolutePath().normalize().resolve(letter.parcel().label() + ".pdf");
                Files.write(file, rooms.mail().bytes(letter).orThrow());
                return rooms.outbox().sentByHand(letter.id(), file.toString()).orThrow();
            } catch (IOException e) {
                return null;
            }
        }

        RunReport report() {
            List<Entry> unknown = rooms.db().read(tx -> desk.sending().unknown(tx).stream().map(kept -> new Entry(kept.notice(),
                    desk.sending().messages(tx, kept).stream().filter(m -> m.state() == State.UNKNOWN).findFirst().orElse(null), null)).toList());
            List<Stopped> stopped = new ArrayList<>(plan.stopped());
            stopped.addAll(settled);
            return new RunReport(sent, failed, unknown, waiting, tasks, stopped);
        }
    }
}
