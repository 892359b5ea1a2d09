package org.goodterms;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What code may do, whichever room it is in: clocks, SQL text, XML factories, names, cycles, statics. */
final class CraftRules {
    /** Where a clock is made from the system's time; everybody else is handed one. */
    private static final Set<String> CLOCK_MAKERS = Set.of("App", "Main");
    /** Stores whose question jOOQ's typed API cannot ask; name the question beside the store. */
    private static final Set<String> STORES_WITH_SQL_TEXT = Set.of();
    /** The one class that makes XML readers and writers: no DTD, no external entities. */
    private static final String XML_FACTORY = "SafeXml";
    private static final List<String> BANNED = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Base",
            "Abstract");
    private static final int PARAMETERS = 7;

    private final String root;
    private final HouseRules house;

    CraftRules(String root) {
        this.root = root + ".";
        this.house = new HouseRules(root);
    }

    ArchRule noCycles() {
        return slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass c) {
                if (!house.ours(c)) {
                    return SliceIdentifier.ignore();
                }
                if (c.getName().startsWith(root + "db.gen.")) {
                    return SliceIdentifier.of(root + "db.gen");
                }
                return SliceIdentifier.of(house.area(c).isEmpty() ? c.getName() : c.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages (App and Main each on their own); move the class that closes the circle";
            }
        }).should().beFreeOfCycles().allowEmptyShould(true);
    }

    ArchRule namesAreWordsOfTheTrade() {
        return classes().should(HouseRules.never("have names of the trade", c -> BANNED.stream().anyMatch(word ->
                c.getSimpleName().endsWith(word) || c.getSimpleName().startsWith("Abstract")),
                "name it for what it is or does; banned are " + BANNED)).allowEmptyShould(true);
    }

    ArchRule clocksAreHandedIn() {
        return calls("ask no system clock", c -> !CLOCK_MAKERS.contains(local(c)), a -> readsSystemTime(a),
                "take a Clock in the constructor (services) or today as parameter (rules); only App makes clocks");
    }

    private static boolean readsSystemTime(JavaAccess<?> a) {
        String owner = a.getTargetOwner().getName();
        String call = a.getName();
        boolean handed = a.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget t
                && t.getRawParameterTypes().stream().anyMatch(p -> p.getName().equals("java.time.Clock"));
        return owner.startsWith("java.time.") && call.equals("now") && !handed
                || owner.equals("java.time.Clock") && call.startsWith("system")
                || owner.equals("java.time.InstantSource") && call.equals("system")
                || owner.equals("java.time.ZoneId") && call.equals("systemDefault")
                || owner.equals("java.lang.System") && call.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && call.equals("<init>")
                || owner.equals("java.util.Calendar") && call.equals("getInstance");
    }

    ArchRule sqlIsTyped() {
        return calls("write SQL with jOOQ's types", c -> house.ours(c) && !house.area(c).equals("db")
                && !STORES_WITH_SQL_TEXT.contains(local(c)), a -> a.getTarget() instanceof
                com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget method
                && method.resolveMember().map(m -> m.isAnnotatedWith("org.jooq.PlainSQL")).orElse(false)
                || a.getTargetOwner().getName().startsWith("java.sql."),
                "no SQL in strings: use the tables of db.gen, so that a renamed column breaks the build");
    }

    ArchRule xmlComesFromOneFactory() {
        return calls("make no XML factory of their own", c -> !local(c).equals("xml." + XML_FACTORY), a -> {
            String owner = a.getTargetOwner().getName();
            return (owner.startsWith("javax.xml.") || owner.startsWith("org.xml.sax.helpers.")) && (owner
                    .endsWith("Factory") || owner.endsWith("XMLReaderFactory")) && a.getName().startsWith("new");
        }, "the JDK's defaults read local files through entities: ask " + XML_FACTORY);
    }

    ArchRule onlyMainEndsTheProgram() {
        return calls("end no program", c -> !local(c).equals("Main"), a -> a.getTargetOwner().getName()
                .equals("java.lang.System") && a.getName().equals("exit") || a.getTargetOwner().getName()
                .equals("java.lang.Runtime") && a.getName().equals("halt") && !local(a.getOriginOwner())
                .equals("kernel.Fault"), "return an exit code to Main");
    }

    ArchRule onlyFacesPrint() {
        return calls("print nothing", c -> house.ours(c) && !house.area(c).equals("cli") && !local(c).equals("Main"),
                a -> a.getTargetOwner().getName().equals("java.lang.System")
                        && (a.getName().equals("out") || a.getName().equals("err"))
                        || a.getName().equals("printStackTrace"),
                "return what there is to say, or log it: only cli and Main print");
    }

    ArchRule fewParameters() {
        return classes().that(HouseRules.matches("are no enums", c -> !c.isEnum() && !c.getPackageName().contains(".gen"))).should(new ArchCondition<>(
                "take few parameters") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                for (JavaCodeUnit unit : c.getCodeUnits()) {
                    boolean data = c.isRecord() && unit.isConstructor();
                    boolean made = unit.getName().contains("$") || unit.getModifiers().contains(JavaModifier.SYNTHETIC);
                    if (!data && !made && unit.getRawParameterTypes().size() > PARAMETERS) {
                        events.add(violated(unit, unit.getFullName() + ": more than " + PARAMETERS
                                + " parameters; put those that belong together into a record"));
                    }
                }
            }
        }).allowEmptyShould(true);
    }

    ArchRule noSharedState() {
        return classes().should(new ArchCondition<>("hold no state in statics") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                for (JavaField field : c.getFields()) {
                    Set<JavaModifier> how = field.getModifiers();
                    boolean service = house.isService(field.getRawType()) || house.isStore(field.getRawType());
                    if (how.contains(JavaModifier.STATIC) && !how.contains(JavaModifier.SYNTHETIC)
                            && (!how.contains(JavaModifier.FINAL) || service)) {
                        events.add(violated(field, field.getFullName()
                                + ": no singletons and no static state; App makes it and hands it on"));
                    }
                }
            }
        }).allowEmptyShould(true);
    }

    ArchRule interfacesHaveSeveralShapes() {
        return classes().that(HouseRules.matches("are interfaces of rooms and machinery", c -> c.isInterface()
                && !c.isAnnotation() && (house.isIn(c, HouseRules.ROOMS) || house.isIn(c, HouseRules.MACHINERY)
                && !c.getPackageName().contains(".gen"))))
                .should(HouseRules.never("have more than one implementation", c -> c.getAllSubclasses().stream()
                        .filter(house::ours).count() == 1, "an interface with one implementation: use the class"))
                .allowEmptyShould(true);
    }

    private String local(JavaClass c) {
        String name = c.getName().startsWith(root) ? c.getName().substring(root.length()) : c.getName();
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static ArchRule calls(String text, Predicate<JavaClass> who, Predicate<JavaAccess<?>> wrong, String advice) {
        Function<JavaAccess<?>, String> say = a -> advice + "\n      " + a.getDescription();
        return classes().that(HouseRules.matches("are concerned", who)).should(new ArchCondition<JavaClass>(text) {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                c.getAccessesFromSelf().stream().filter(wrong)
                        .forEach(a -> events.add(violated(a, say.apply(a))));
            }
        }).allowEmptyShould(true);
    }
}
