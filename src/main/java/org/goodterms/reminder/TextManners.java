package org.goodterms.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodterms.kernel.Problem;

/**
 * What a reminder never says (the domain rules, sections 7.3 and 8.1): a threat that does not follow, a word of lateness
 * before the day, capital letters, an amount beside that of the ledger, and the debt in a subject that others may read.
 */
final class TextManners {
    private static final Pattern PLACE = Pattern.compile("\\{\\{[^}]*}}+");
    private static final Pattern AMOUNT = Pattern.compile("(?:[€$£]|\\b(?:EUR|USD|GBP|CHF)\\b)\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:[€$£]|(?:EUR|USD|GBP|CHF|Euros?)\\b)");
    private static final Pattern CAPITALS = Pattern.compile("(?U)\\b(?:\\p{Lu}{4,}\\s+\\p{Lu}{4,}|\\p{Lu}{7,})\\b");

    private static final Map<String, Pattern> THREAT = Map.of(
            "en", words("lawyers?|attorneys?|solicitors?|courts?|lawsuits?|sue|legal (?:action|proceedings|steps)|debt collect\\w*"
                    + "|collection agenc\\w+|bailiffs?|credit bureaus?|prosecut\\w+"),
            "de", words("anw[aä]lt\\w*|rechtsanw\\w+|gericht|gerichts\\w+|gerichtlich\\w*|klage|verklag\\w+|mahnbescheid\\w*|inkasso\\w*|vollstreck\\w+|schufa\\w*"
                    + "|strafanzeige\\w*|rechtliche\\w? schritte\\w*"),
            "fr", words("avocats?|tribuna(?:l|ux)|huissiers?|poursuites?|en justice|contentieux|société de recouvrement|voies? de droit"),
            "es", words("abogad[oa]s?|tribunal(?:es)?|juzgados?|demandar\\w*|demanda|embargar\\w*|acciones legales|vía judicial|registro de morosos|agencia de cobros?"));

    private static final Map<String, Pattern> LATE = Map.of(
            "en", words("overdue|unpaid|debts?|arrears|in default|late payment|final notice|last (?:notice|request|warning)|second reminder|third reminder"),
            "de", words("überfällig\\w*|unbezahlt\\w*|schulden|rückst[aä]nd\\w*|verzug|zahlungsverzug|mahnung\\w*|letzte (?:mahnung|aufforderung|warnung)"),
            "fr", words("impayée?s?|dettes?|arriérés?|en retard|retard de paiement|mise en demeure|dernier (?:avis|rappel)"),
            "es", words("impagad[oa]s?|impagos?|deudas?|moros[oa]s?|morosidad|vencid[oa]s?|atrasad[oa]s?|último (?:aviso|requerimiento)"));

    private TextManners() {
    }

    private static Pattern words(String any) {
        return Pattern.compile("(?iuU)\\b(?:" + any + ")\\b");
    }

    static List<Problem> judge(Occasion occasion, Wording wording) {
        String subject = PLACE.matcher(wording.subject()).replaceAll(" ");
        String text = PLACE.matcher(wording.text()).replaceAll(" ");
        List<Problem> problems = new ArrayList<>();
        said(LATE, occasion, subject).ifPresent(word -> problems.add(Problem.at("subject", "reminder.text_subject", word)));
        said(THREAT, occasion, subject).ifPresent(word -> problems.add(Problem.at("subject", "reminder.text_subject", word)));
        if (!occasion.step().isReminder()) {
            said(LATE, occasion, text).ifPresent(word -> problems.add(Problem.at("text", "reminder.text_late", word, occasion.step())));
        }
        if (occasion.step() != Step.F) {
            said(THREAT, occasion, text).ifPresent(word -> problems.add(Problem.at("text", "reminder.text_threat", word, occasion.step())));
        }
        for (Map.Entry<String, String> part : Map.of("subject", subject, "text", text).entrySet()) {
            first(CAPITALS, part.getValue()).ifPresent(word -> problems.add(Problem.at(part.getKey(), "reminder.text_capitals", word)));
            first(AMOUNT, part.getValue()).ifPresent(amount -> problems.add(Problem.at(part.getKey(), "reminder.text_amount", amount,
                    "{{>items}}, {{total}}")));
        }
        return problems;
    }

    private static Optional<String> said(Map<String, Pattern> words, Occasion occasion, String text) {
        Pattern of = words.get(occasion.language());
        return of == null ? Optional.empty() : first(of, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
    }
}
