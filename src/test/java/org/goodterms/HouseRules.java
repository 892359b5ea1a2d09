package org.goodterms;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may know whom. The same rules hold for the real house ({@code org.goodterms}) and for a planted one in test code,
 * in which each of them is broken once.
 */
final class HouseRules {
    static final List<String> MACHINERY =
            List.of("xml", "db", "pdf", "mail", "einvoice", "bankfile", "csv", "archive", "secret", "calendar");
    /** Each room may use those before it. A new room is placed in this row first. */
    static final List<String> ROOMS = List.of("company", "customer", "followup", "ledger", "receivable", "dispute", "outbox",
            "invoice", "payment", "agreement", "claim", "bank", "closing", "reminder", "call", "recurring", "intake", "report",
            "dossier", "check", "backup", "sample");
    /** Libraries of pure values: money, nullness, e-mail syntax, account numbers. No I/O in any of them. */
    private static final List<String> VALUES =
            List.of("org.joda.money.", "org.jspecify.", "com.sanctionco.jmail.", "org.iban4j.");
    private static final List<String> IO =
            List.of("java.io.", "java.net.", "java.nio.file.", "java.sql.", "java.awt.", "java.net.http.");
    private static final Set<String> NO_IO = Set.of("java.io.Serializable", "java.io.UncheckedIOException", "java.net.IDN",
            "java.io.IOException");
    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");
    /** "A document or mail as data; machinery only renders it": these may use the records machinery takes. */
    private static final List<String> PAGES = List.of("Page", "Letter", "Mail", "Message", "Document");

    private final String root;

    HouseRules(String root) {
        this.root = root + ".";
    }

    ArchRule kernelKnowsOnlyValues() {
        return each("kernel knows nothing of the house", c -> isIn(c, List.of("kernel")), d -> {
            JavaClass to = target(d);
            return ours(to) && !area(to).equals("kernel") || !ours(to) && (!isValue(to) || isIo(to))
                    ? Optional.of("kernel may use java.* without I/O, Joda-Money, JSpecify, JMail and iban4j only: move"
                            + " the class to the machinery or room it serves")
                    : Optional.empty();
        });
    }

    ArchRule machineryKnowsNoRoom() {
        return each("machinery knows kernel, the one XML reader and its own library", c -> isIn(c, MACHINERY), d -> {
            JavaClass to = target(d);
            if (!ours(to)) {
                return to.getName().startsWith("javafx.") ? Optional.of("only ui may use JavaFX") : Optional.empty();
            }
            return isIn(to, List.of("kernel", "xml")) || area(to).equals(area(d.getOriginClass())) ? Optional.empty()
                    : Optional.of("machinery speaks its own input type: let a *Service of a room translate");
        });
    }

    ArchRule roomsLookDownOnly() {
        return each("a room knows only rooms before it", c -> isIn(c, ROOMS), d -> {
            JavaClass to = target(d);
            if (!ours(to) || isIn(to, List.of("kernel")) || isIn(to, MACHINERY)) {
                return Optional.empty();
            }
            int there = ROOMS.indexOf(area(to));
            return there < 0 || there > ROOMS.indexOf(area(d.getOriginClass()))
                    ? Optional.of("a need that points backwards is answered by asking later, not by calling up; the"
                            + " order is " + ROOMS)
                    : Optional.empty();
        });
    }

    ArchRule rulesArePure() {
        return each("records and rules of a room are pure", c -> isIn(c, ROOMS) && !isStore(c) && !isService(c),
                this::impurity);
    }

    private Optional<String> impurity(Dependency d) {
        JavaClass to = target(d);
        if (ours(to)) {
            if (isStore(to) || isService(to)) {
                return Optional.of("a rule gets facts and today handed in: let the *Service load them");
            }
            boolean page = PAGES.stream().anyMatch(outermost(d.getOriginClass()).getSimpleName()::endsWith);
            boolean data = !area(to).equals("db") && (to.isRecord() || to.isEnum() || to.isInterface() && to.reflect().isSealed());
            return !isIn(to, MACHINERY) || page && data ? Optional.empty()
                    : Optional.of("only a *Service may use machinery (a class named " + PAGES
                            + " may use the records, enums and sealed kinds of them it takes)");
        }
        if (CLOCKS.contains(to.getName())) {
            return Optional.of("take LocalDate today or an Instant as parameter; clocks belong to *Service");
        }
        return !isValue(to) || isIo(to) ? Optional.of("pure classes use java.* without I/O and value libraries only")
                : Optional.empty();
    }

    ArchRule storesKnowTablesOnly() {
        return each("a store knows tables and records", c -> isIn(c, ROOMS) && isStore(c), d -> {
            JavaClass to = target(d);
            if (ours(to) && isService(to) || ours(to) && isStore(to) && !area(to).equals(area(d.getOriginClass()))) {
                return Optional.of("a store asks nobody but the database: read the table yourself");
            }
            if (ours(to) && isIn(to, MACHINERY) && !area(to).equals("db") || CLOCKS.contains(to.getName())
                    || to.getName().startsWith("javafx.")) {
                return Optional.of("a store uses jOOQ and db only; Tx.now() is the instant to record");
            }
            return Optional.empty();
        });
    }

    ArchRule storesArePackagePrivate() {
        return classes().that(matches("are stores", c -> isIn(c, ROOMS) && isStore(c)))
                .should(never("be package-private", c -> c.getModifiers().contains(JavaModifier.PUBLIC),
                        "take away 'public': the room's door is its *Service"))
                .allowEmptyShould(true);
    }

    ArchRule servicesKnowNoSql() {
        return each("a service writes no SQL and shows no window", c -> isIn(c, ROOMS) && isService(c), d -> {
            JavaClass to = target(d);
            if (to.getName().startsWith("org.jooq.") || to.getName().startsWith("java.sql.")
                    || to.getName().startsWith(root + "db.gen.")) {
                return Optional.of("move the query into the room's *Store");
            }
            return to.getName().startsWith("javafx.") ? Optional.of("only ui may use JavaFX") : Optional.empty();
        });
    }

    ArchRule facesKnowServices() {
        return each("cli and screens use services, not what is behind them",
                c -> isIn(c, List.of("cli", "ui")) && !isFrame(c), d -> {
            JavaClass to = target(d);
            if (!ours(to)) {
                return area(d.getOriginClass()).equals("cli") && to.getName().startsWith("javafx.")
                        ? Optional.of("the command line loads no JavaFX") : Optional.empty();
            }
            if (isStore(to) || isIn(to, MACHINERY)) {
                return Optional.of("ask a *Service of the room");
            }
            boolean face = isIn(to, List.of("cli", "ui"));
            boolean kit = area(d.getOriginClass()).equals("ui") && screenPackage(to).equals("kit");
            return face && !kit && !sameFace(d)
                    ? Optional.of("screens meet through ui.kit (Navigator), not by importing each other")
                    : Optional.empty();
        });
    }

    ArchRule framesKnowKernelOnly() {
        return each("ui.kit and ui.shell know kernel (and the shell the kit)", this::isFrame, d -> {
            JavaClass to = target(d);
            boolean fine = !ours(to) || area(to).equals("kernel") || sameFace(d)
                    || screenPackage(d.getOriginClass()).equals("shell") && screenPackage(to).equals("kit");
            return fine ? Optional.empty() : Optional.of("the frame knows no room: hand it in as a Screen");
        });
    }

    ArchRule noFrameworksThatWire() {
        return each("App wires by hand", c -> true, d -> {
            String to = target(d).getName();
            return to.matches("(jakarta|javax)\\.inject\\..*|org\\.springframework\\..*|com\\.google\\.inject\\..*"
                    + "|java\\.util\\.ServiceLoader.*")
                    ? Optional.of("no DI framework and no service locator: pass it to the constructor in App")
                    : Optional.empty();
        });
    }

    // ---- who is who

    boolean ours(JavaClass c) {
        return c.getName().startsWith(root);
    }

    /** The first part of the package behind the root: a room, machinery, kernel, cli, ui; empty for App and Main. */
    String area(JavaClass c) {
        if (!ours(c)) {
            return "";
        }
        String rest = c.getName().substring(root.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
    }

    private String screenPackage(JavaClass c) {
        return area(c).equals("ui") ? c.getPackageName().substring((root + "ui").length()).replaceFirst("^\\.", "") : "";
    }

    private boolean sameFace(Dependency d) {
        JavaClass to = target(d);
        return area(to).equals(area(d.getOriginClass())) && screenPackage(to).equals(screenPackage(d.getOriginClass()));
    }

    boolean isFrame(JavaClass c) {
        return screenPackage(c).equals("kit") || screenPackage(c).equals("shell");
    }

    boolean isIn(JavaClass c, List<String> areas) {
        return ours(c) && areas.contains(area(c));
    }

    boolean isStore(JavaClass c) {
        return isIn(c, ROOMS) && outermost(c).getSimpleName().endsWith("Store");
    }

    boolean isService(JavaClass c) {
        return isIn(c, ROOMS) && outermost(c).getSimpleName().endsWith("Service");
    }

    private static boolean isValue(JavaClass c) {
        return c.isPrimitive() || c.getName().startsWith("java.") || VALUES.stream().anyMatch(c.getName()::startsWith);
    }

    private static boolean isIo(JavaClass c) {
        return IO.stream().anyMatch(c.getName()::startsWith) && !NO_IO.contains(c.getName());
    }

    static JavaClass target(Dependency d) {
        return d.getTargetClass().getBaseComponentType();
    }

    private static JavaClass outermost(JavaClass c) {
        return c.getEnclosingClass().map(HouseRules::outermost).orElse(c);
    }

    // ---- how a rule is made

    static com.tngtech.archunit.base.DescribedPredicate<JavaClass> matches(String text,
            java.util.function.Predicate<JavaClass> test) {
        return com.tngtech.archunit.base.DescribedPredicate.describe(text, test);
    }

    static ArchCondition<JavaClass> never(String text, java.util.function.Predicate<JavaClass> wrong, String advice) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                if (wrong.test(c)) {
                    events.add(violated(c, c.getName() + ": " + advice));
                }
            }
        };
    }

    static ArchRule each(String text, java.util.function.Predicate<JavaClass> who,
            Function<Dependency, Optional<String>> wrong) {
        return classes().that(matches("are concerned", who)).should(new ArchCondition<JavaClass>(text) {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                for (Dependency d : c.getDirectDependenciesFromSelf()) {
                    wrong.apply(d).ifPresent(why ->
                            events.add(violated(d, why + "\n      " + d.getDescription())));
                }
            }
        }).allowEmptyShould(true);
    }
}
