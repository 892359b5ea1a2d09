package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.DUNNING_POLICY;
import static org.goodterms.db.gen.Tables.DUNNING_RULE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.DunningPolicyRecord;
import org.jspecify.annotations.Nullable;

/** Policies, to and from the tables: versions are added, none is ever changed. */
final class PolicyStore {

    /** A policy on its way in. */
    record Entry(UUID id, Policies.Scope scope, String subject, LocalDate on, @Nullable Policy policy) {
    }

    Policies all(Tx tx) {
        Map<String, Map<String, Policy>> found = new HashMap<>();
        Map<UUID, List<Policy.Rule>> rules = rules(tx);
        tx.sql().selectFrom(DUNNING_POLICY).orderBy(DUNNING_POLICY.VERSION).forEach(r -> {
            Map<String, Policy> of = found.computeIfAbsent(r.getScope(), s -> new HashMap<>());
            if (r.getRemoved()) {
                of.remove(r.getSubject());
            } else {
                of.put(r.getSubject(), policy(r, rules));
            }
        });
        return new Policies(found.getOrDefault(Policies.Scope.COMPANY.word(), Map.of()).getOrDefault("", Policy.DEFAULT),
                of(found, Policies.Scope.SEGMENT), of(found, Policies.Scope.CUSTOMER), of(found, Policies.Scope.INVOICE));
    }

    private static Map<String, Policy> of(Map<String, Map<String, Policy>> found, Policies.Scope scope) {
        return found.getOrDefault(scope.word(), Map.of());
    }

    private static Map<UUID, List<Policy.Rule>> rules(Tx tx) {
        return tx.sql().selectFrom(DUNNING_RULE).fetchGroups(DUNNING_RULE.POLICY_ID, r ->
                new Policy.Rule(Step.valueOf(r.getStep()), r.getOffsetDays(), r.getUntilDays(), r.getGapDays(),
                        Policy.Travel.of(r.getTravel()), r.getDeadlineDays(), r.getApproval(), r.getFee()));
    }

    private static Policy policy(DunningPolicyRecord r, Map<UUID, List<Policy.Rule>> rules) {
        return new Policy(Policy.Mode.valueOf(r.getMode().toUpperCase(Locale.ROOT)), rules.getOrDefault(r.getId(), List.of()),
                r.getCapDays(), r.getQuietDays(), r.getMailDays(), r.getMinimum());
    }

    /** Every version of one subject, the oldest first. */
    List<PolicyVersion> versions(Tx tx, Policies.Scope scope, String subject) {
        Map<UUID, List<Policy.Rule>> rules = rules(tx);
        List<PolicyVersion> result = new ArrayList<>();
        tx.sql().selectFrom(DUNNING_POLICY).where(DUNNING_POLICY.SCOPE.eq(scope.word())).and(DUNNING_POLICY.SUBJECT.eq(subject))
                .orderBy(DUNNING_POLICY.VERSION).forEach(r -> result.add(new PolicyVersion(r.getVersion(), r.getSetOn(),
                        r.getRemoved() ? null : policy(r, rules))));
        return result;
    }

    void add(Tx tx, Entry entry) {
        int version = 1 + versions(tx, entry.scope(), entry.subject()).stream().mapToInt(PolicyVersion::version).max().orElse(0);
        Policy policy = entry.policy() == null ? Policy.DEFAULT.with(List.of()) : entry.policy();
        tx.sql().insertInto(DUNNING_POLICY).set(DUNNING_POLICY.ID, entry.id()).set(DUNNING_POLICY.SCOPE, entry.scope().word())
                .set(DUNNING_POLICY.SUBJECT, entry.subject()).set(DUNNING_POLICY.VERSION, version)
                .set(DUNNING_POLICY.SET_ON, entry.on()).set(DUNNING_POLICY.REMOVED, entry.policy() == null)
                .set(DUNNING_POLICY.MODE, policy.mode().word())
                .set(DUNNING_POLICY.CAP_DAYS, policy.capDays()).set(DUNNING_POLICY.QUIET_DAYS, policy.quietDays())
                .set(DUNNING_POLICY.MAIL_DAYS, policy.mailDays()).set(DUNNING_POLICY.MINIMUM, policy.minimum())
                .set(DUNNING_POLICY.RECORDED_AT, tx.now()).execute();
        policy.rules().forEach(rule -> tx.sql().insertInto(DUNNING_RULE).set(DUNNING_RULE.POLICY_ID, entry.id())
                .set(DUNNING_RULE.STEP, rule.step().name()).set(DUNNING_RULE.OFFSET_DAYS, rule.offset())
                .set(DUNNING_RULE.UNTIL_DAYS, rule.until()).set(DUNNING_RULE.GAP_DAYS, rule.gap())
                .set(DUNNING_RULE.TRAVEL, rule.travel().word()).set(DUNNING_RULE.DEADLINE_DAYS, rule.deadline())
                .set(DUNNING_RULE.APPROVAL, rule.approval()).set(DUNNING_RULE.FEE, rule.fee()).execute());
        tx.touched(Policy.class);
    }
}
