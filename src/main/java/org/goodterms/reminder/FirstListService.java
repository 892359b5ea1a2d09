package org.goodterms.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.OpenItem;

/**
 * What is asked once, before the first list leaves a new book: does anything else remind these customers, such as the
 * program used before? Two who remind at once write twice. Where something does, what is overdue waits under review
 * ({@link Hold#REVIEW}) until the owner has looked at it, item by item.
 */
public final class FirstListService {
    private static final String ELSEWHERE = "reminder.elsewhere";
    private static final int LONGEST = 200;
    private final Rooms rooms;
    private final WorklistService worklists;
    private final HoldStore holds = new HoldStore();

    /** What lies below. */
    public record Rooms(Database db, Ids ids, CompanyService companies) {
    }

    public FirstListService(Rooms rooms, WorklistService worklists) {
        this.rooms = rooms;
        this.worklists = worklists;
    }

    /** The answer: what else reminds, empty text for nothing else. Empty where nobody was asked. */
    public Optional<String> answer() {
        return rooms.db().read(tx -> rooms.companies().setting(tx, ELSEWHERE));
    }

    /** Nothing else reminds these customers. */
    public Outcome<String> nothingElse() {
        return rooms.db().write(tx -> {
            rooms.companies().putSetting(tx, ELSEWHERE, "");
            return Outcome.ok("");
        });
    }

    /**
     * Something else reminds them: whatever today's plan would ask for is held for review, until it is lifted.
     *
     * @param name what it is, in a person's words
     * @return the items held now; refused without a name
     */
    public Outcome<List<Id<OpenItem>>> elsewhere(String name) {
        Optional<Problem> wrong = Typed.required("elsewhere", name, LONGEST);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return rooms.db().write(tx -> {
            rooms.companies().putSetting(tx, ELSEWHERE, name.strip());
            DunningPlan plan = worklists.plan(tx, rooms.companies().today(tx));
            Set<Id<OpenItem>> held = holds.standing(tx, plan.on(), null).stream().map(Hold::item)
                    .filter(Objects::nonNull).collect(Collectors.toSet());
            List<Id<OpenItem>> now = new ArrayList<>();
            for (DunningPlan.Notice notice : plan.messages()) {
                for (DunningPlan.Line line : notice.lines()) {
                    if (!held.contains(line.item())) {
                        holds.insert(tx, rooms.ids().next(), notice.customer(), line.item(), Hold.REVIEW, plan.on(), null);
                        now.add(line.item());
                    }
                }
            }
            tx.touched(Hold.class);
            return Outcome.ok(now);
        });
    }
}
