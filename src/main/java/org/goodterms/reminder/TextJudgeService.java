package org.goodterms.reminder;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.mail.OutgoingMail;

/**
 * Whether a text may hold: it can be filled in whatever there is to say, and says what the customer needs to pay: which
 * invoices, how much, where to, and by when if the shipped text of the step names a day (the domain rules, section 8.1).
 */
public final class TextJudgeService {
    private static final List<String> NEUTRAL = List.of("number", "reference", "firm", "contact", "person");
    private static final List<String> NAMES = List.of("contact", "number", "due", "total", "days", "deadline", "payTo", "reference", "firm",
            "person", "phone");
    /** Told by the third reminder alone. */
    private static final List<String> LATE = List.of("lateInterest", "lateFlat");
    private static final List<String> PARTS = List.of("items", "listed", "pay", "end");
    private static final List<String> CASES = List.of("several", "hasListed", "contact", "person", "phone");
    private static final List<String> SUBJECT_CASES = List.of("several", "contact", "person");

    private TextJudgeService() {
    }

    /** What can be put into a text, as it is written there: {@code {{>items}}}, {@code {{deadline}}}. */
    public static List<String> placeholders(Step step, boolean inSubject) {
        List<String> all = new ArrayList<>();
        if (!inSubject) {
            PARTS.forEach(part -> all.add("{{>" + part + "}}"));
        }
        names(step, inSubject).forEach(name -> all.add("{{" + name + "}}"));
        return all;
    }

    private static List<String> names(Step step, boolean inSubject) {
        return inSubject ? NEUTRAL : step == Step.R3 ? joined(NAMES, LATE) : NAMES;
    }

    private static List<String> cases(Step step, boolean inSubject) {
        return inSubject ? SUBJECT_CASES : step == Step.R3 ? joined(CASES, LATE) : CASES;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String allowed(Step step, boolean inSubject) {
        return String.join(", ", placeholders(step, inSubject)) + cases(step, inSubject).stream()
                .map(name -> ", {{#" + name + "}}").collect(Collectors.joining());
    }

    /** What speaks against a text; empty where it may hold. */
    public static List<Problem> judge(Occasion occasion, Wording wording) {
        List<Problem> problems = new ArrayList<>();
        OutgoingMail.Words.read(wording.subject(), wording.text(), occasion.language()).problems().forEach(problems::add);
        if (!problems.isEmpty()) {
            return problems;
        }
        problems.addAll(unknown(occasion.step(), "subject", wording.subject()));
        problems.addAll(unknown(occasion.step(), "text", wording.text()));
        if (problems.isEmpty()) {
            problems.addAll(lacking(occasion, wording));
        }
        problems.addAll(TextManners.judge(occasion, wording));
        return problems;
    }

    private static List<Problem> unknown(Step step, String field, String template) {
        boolean subject = field.equals("subject");
        Set<String> strange = new LinkedHashSet<>();
        try {
            Mustache.compiler().compile(template).visit(new Names(strange, step, subject));
        } catch (MustacheException e) {
            return List.of(Problem.at(field, "reminder.text_syntax", String.valueOf(e.getMessage())));
        }
        return strange.stream().map(name -> Problem.at(field, "reminder.text_unknown", name, allowed(step, subject))).toList();
    }

    /** Collects what is not known. */
    private record Names(Set<String> strange, Step step, boolean subject) implements Mustache.Visitor {

        private boolean judge(String written, boolean known) {
            if (!known) {
                strange.add(written);
            }
            return known;
        }

        @Override
        public void visitText(String text) {
            // words of a person
        }

        @Override
        public void visitVariable(String name) {
            judge("{{" + name + "}}", names(step, subject).contains(name));
        }

        @Override
        public boolean visitInclude(String name) {
            judge("{{>" + name + "}}", !subject && PARTS.contains(name));
            return false;
        }

        @Override
        public boolean visitParent(String name) {
            return judge("{{<" + name + "}}", false);
        }

        @Override
        public boolean visitBlock(String name) {
            return judge("{{$" + name + "}}", false);
        }

        @Override
        public boolean visitSection(String name) {
            judge("{{#" + name + "}}", cases(step, subject).contains(name));
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            judge("{{^" + name + "}}", cases(step, subject).contains(name));
            return true;
        }
    }

    /** Filled for one invoice and for two, with a person to write to and without: nothing needed may be missing in any. */
    private static List<Problem> lacking(Occasion occasion, Wording wording) {
        boolean day = TemplateService.of(occasion).filter(shipped -> shipped.text().contains("{{deadline}}")).isPresent();
        Set<String> lacks = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (boolean several : new boolean[] {false, true}) {
            for (boolean known : new boolean[] {false, true}) {
                Wording filled;
                try {
                    filled = TemplateService.fill(wording, occasion.language(), sample(several, known));
                } catch (MustacheException e) {
                    return List.of(Problem.at("text", "reminder.text_syntax", String.valueOf(e.getMessage())));
                }
                Optional<String> open = Stream.of(filled.subject(), filled.text()).filter(part -> part.contains("{{") || part.contains("}}")).findFirst();
                if (open.isPresent()) {
                    return List.of(Problem.at("text", "reminder.text_syntax", open.get().strip()));
                }
                if (problems.isEmpty()) {
                    Typed.required("subject", filled.subject(), Integer.MAX_VALUE).ifPresent(problems::add);
                }
                lacks.addAll(lacks(filled.text()::contains, several, day));
            }
        }
        if (!lacks.isEmpty()) {
            problems.add(Problem.at("text", "reminder.text_lacks", String.join(", ", lacks)));
        }
        return problems;
    }

    private static Set<String> lacks(Predicate<String> says, boolean several, boolean day) {
        Set<String> lacks = new LinkedHashSet<>();
        if (!says.test("<N1>") || several && !says.test("<N2>") || !says.test(several ? "<A>" : "<A1>")) {
            lacks.add("{{>items}}");
        }
        if (!says.test("<P>")) {
            lacks.add("{{>pay}}");
        }
        if (day && !says.test("<D>")) {
            lacks.add("{{deadline}}");
        }
        return lacks;
    }

    private static Map<String, Object> sample(boolean several, boolean known) {
        Map<String, Object> facts = new HashMap<>();
        joined(NAMES, LATE).forEach(name -> facts.put(name, known ? "<" + name + ">" : ""));
        facts.putAll(Map.of("number", "<N1>", "reference", several ? "<N1>, <N2>" : "<N1>", "due", "<U>", "total", several ? "<A>" : "<A1>",
                "days", "20", "deadline", "<D>", "payTo", "<P>", "firm", "<F>"));
        Map<String, Object> first = Map.of("number", "<N1>", "due", "<U>", "amount", "<A1>");
        Map<String, Object> second = Map.of("number", "<N2>", "due", "<U>", "amount", "<A2>");
        facts.put("several", several);
        facts.put("items", several ? List.of(first, second) : List.of(first));
        facts.put("hasListed", known);
        facts.put("listed", known ? List.of(Map.of("number", "<L>", "due", "<U>", "amount", "<A3>")) : List.of());
        return facts;
    }
}
