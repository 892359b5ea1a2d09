package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.DUNNING_POLICY;
import static org.goodterms.db.gen.Tables.DUNNING_RULE;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goodterms.db.Tx;

/** Policies, to and from the tables. */
final class PolicyStore {

    Policies all(Tx tx) {
        Map<String, Map<String, Policy>> found = new HashMap<>();
        Map<UUID, List<Policy.Rule>> rules = tx.sql().selectFrom(DUNNING_RULE).fetchGroups(DUNNING_RULE.POLICY_ID, r ->
                new Policy.Rule(Step.valueOf(r.getStep()), r.getOffsetDays(), r.getUntilDays(), r.getGapDays(),
                        Policy.Travel.of(r.getTravel()), r.getDeadlineDays(), r.getApproval()));
        tx.sql().selectFrom(DUNNING_POLICY).forEach(r -> found.computeIfAbsent(r.getScope(), s -> new HashMap<>())
                .put(r.getSubject(), new Policy(Policy.Mode.valueOf(r.getMode().toUpperCase(Locale.ROOT)),
                        rules.getOrDefault(r.getId(), List.of()), r.getCapDays(), r.getQuietDays(), r.getMailDays(),
                        r.getMinimum())));
        return new Policies(found.getOrDefault(Policies.Scope.COMPANY.word(), Map.of()).getOrDefault("", Policy.DEFAULT),
                found.getOrDefault(Policies.Scope.SEGMENT.word(), Map.of()),
                found.getOrDefault(Policies.Scope.CUSTOMER.word(), Map.of()));
    }

    void put(Tx tx, UUID id, Policies.Scope scope, String subject, Policy policy) {
        remove(tx, scope, subject);
        tx.sql().insertInto(DUNNING_POLICY).set(DUNNING_POLICY.ID, id).set(DUNNING_POLICY.SCOPE, scope.word())
                .set(DUNNING_POLICY.SUBJECT, subject).set(DUNNING_POLICY.MODE, policy.mode().word())
                .set(DUNNING_POLICY.CAP_DAYS, policy.capDays()).set(DUNNING_POLICY.QUIET_DAYS, policy.quietDays())
                .set(DUNNING_POLICY.MAIL_DAYS, policy.mailDays()).set(DUNNING_POLICY.MINIMUM, policy.minimum())
                .set(DUNNING_POLICY.RECORDED_AT, tx.now()).execute();
        policy.rules().forEach(rule -> tx.sql().insertInto(DUNNING_RULE).set(DUNNING_RULE.POLICY_ID, id)
                .set(DUNNING_RULE.STEP, rule.step().name()).set(DUNNING_RULE.OFFSET_DAYS, rule.offset())
                .set(DUNNING_RULE.UNTIL_DAYS, rule.until()).set(DUNNING_RULE.GAP_DAYS, rule.gap())
                .set(DUNNING_RULE.TRAVEL, rule.travel().word()).set(DUNNING_RULE.DEADLINE_DAYS, rule.deadline())
                .set(DUNNING_RULE.APPROVAL, rule.approval()).execute());
        tx.touched(Policy.class);
    }

    void remove(Tx tx, Policies.Scope scope, String subject) {
        tx.sql().deleteFrom(DUNNING_RULE).where(DUNNING_RULE.POLICY_ID.in(tx.sql().select(DUNNING_POLICY.ID).from(DUNNING_POLICY)
                .where(DUNNING_POLICY.SCOPE.eq(scope.word())).and(DUNNING_POLICY.SUBJECT.eq(subject)))).execute();
        tx.sql().deleteFrom(DUNNING_POLICY).where(DUNNING_POLICY.SCOPE.eq(scope.word()))
                .and(DUNNING_POLICY.SUBJECT.eq(subject)).execute();
        tx.touched(Policy.class);
    }
}
