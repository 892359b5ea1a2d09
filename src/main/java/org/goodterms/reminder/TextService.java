package org.goodterms.reminder;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.reminder.DunningPlan.Line;
import org.goodterms.reminder.DunningPlan.Notice;
import org.goodterms.reminder.Facts.Debtor;
import org.goodterms.reminder.Facts.Due;
import org.jspecify.annotations.Nullable;

/** What reminders say: the shipped texts, and those the firm put in their place, for each step, tone and language. */
public final class TextService {
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final WorklistService worklists;
    private final WritingService writing;
    private final TextStore store = new TextStore();

    TextService(WritingService.Rooms rooms, WorklistService worklists, WritingService writing) {
        this.db = rooms.db();
        this.ids = rooms.ids();
        this.companies = rooms.companies();
        this.worklists = worklists;
        this.writing = writing;
    }

    /** Every text there is, by step, tone and language. */
    public List<StepText> all() {
        return db.read(tx -> {
            Map<Occasion, StepText.Version> own = store.own(tx);
            return Occasion.all().stream().map(occasion -> text(occasion, own.get(occasion))).toList();
        });
    }

    /** The text of an occasion of {@link Occasion#all}. */
    public StepText text(Occasion occasion) {
        return db.read(tx -> text(tx, occasion));
    }

    private StepText text(Tx tx, Occasion occasion) {
        return text(occasion, store.own(tx, occasion).orElse(null));
    }

    private static StepText text(Occasion occasion, StepText.@Nullable Version own) {
        return new StepText(occasion, TemplateService.of(occasion).orElseThrow(), own);
    }

    /** Every own text an occasion ever had and every way back, the oldest first. */
    public List<StepText.Version> versions(Occasion occasion) {
        return db.read(tx -> store.versions(tx, occasion));
    }

    /** Subject in the first line, the text below it: as the texts are shipped and shown. */
    public static Wording read(String file) {
        return TemplateService.read(file.startsWith("\uFEFF") ? file.substring(1) : file);
    }

    /**
     * Puts a text in place of the shipped one, for every reminder written from now on; what was sent stays as it was. The
     * text before stays on record. The shipped text itself is the way back to it; the text that holds changes nothing.
     *
     * @return refused with every reason of {@link TextJudgeService}, and then nothing changes
     */
    public Outcome<StepText> save(Occasion occasion, Wording typed) {
        Wording wording = tidy(typed);
        List<Problem> problems = TextJudgeService.judge(occasion, wording);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return db.write(tx -> {
            StepText now = text(tx, occasion);
            if (!wording.equals(tidy(now.wording()))) {
                store.add(tx, ids.next(), occasion, companies.today(tx), wording.equals(tidy(now.shipped())) ? null : wording);
            }
            return Outcome.ok(text(tx, occasion));
        });
    }

    /** Back to the shipped text; nothing changes where it holds. */
    public Outcome<StepText> reset(Occasion occasion) {
        return db.write(tx -> {
            if (text(tx, occasion).isOwn()) {
                store.add(tx, ids.next(), occasion, companies.today(tx), null);
            }
            return Outcome.ok(text(tx, occasion));
        });
    }

    /** Line ends and white space around are no difference. */
    private static Wording tidy(Wording typed) {
        return new Wording(typed.subject().strip(), typed.text().replace("\r\n", "\n").replace('\r', '\n').strip() + "\n");
    }

    /**
     * A text as it would read.
     *
     * @param number the invoice it is shown on
     * @param name   of its customer
     */
    public record Proof(String number, String name, Wording wording) {
    }

    /** A text filled in for an open invoice of the book, the one longest overdue; refused as {@link #save}, or where nothing is open. */
    public Outcome<Proof> proof(Occasion occasion, Wording typed) {
        Wording wording = tidy(typed);
        List<Problem> problems = TextJudgeService.judge(occasion, wording);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Optional<Notice> notice = db.read(tx -> example(tx, occasion.step()));
        return notice.isEmpty() ? Outcome.refused(Problem.of("reminder.text_no_item"))
                : writing.proof(notice.get(), occasion.language(), wording);
    }

    private record Found(Debtor debtor, Due due) {
    }

    private Optional<Notice> example(Tx tx, Step step) {
        Facts facts = worklists.known(tx, FactsStore.Scope.of(companies.today(tx)));
        return facts.debtors().stream().flatMap(debtor -> debtor.items().stream().map(due -> new Found(debtor, due)))
                .filter(found -> !found.due().charge() && found.due().undisputed().isPositive())
                .min(Comparator.comparing((Found found) -> found.due().due()).thenComparing(found -> found.due().number()))
                .map(found -> notice(found.debtor(), found.due(), step));
    }

    private static Notice notice(Debtor debtor, Due due, Step step) {
        return new Notice(debtor.id(), debtor.code(), step, due.undisputed().getCurrencyUnit(), List.of(new Line(due.item(), due.number(), step,
                due.cycle(), due.due(), due.undisputed())), List.of());
    }
}
