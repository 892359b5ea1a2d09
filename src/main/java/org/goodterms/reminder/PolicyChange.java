package org.goodterms.reminder;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An unpaid item for which something else would come next. */
public record PolicyChange(Outlook.Next before, Outlook.Next after) {

    /** The items whose next step, its day or its reason differ, in the order of the first list; both are of one day. */
    static List<PolicyChange> between(List<Outlook.Next> before, List<Outlook.Next> after) {
        Map<Object, Outlook.Next> changed = after.stream().collect(Collectors.toMap(Outlook.Next::item, Function.identity()));
        return before.stream().map(next -> new PolicyChange(next, Objects.requireNonNull(changed.get(next.item()))))
                .filter(change -> !change.before().equals(change.after())).toList();
    }
}
