package org.goodterms.bankfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goodterms.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/** camt.052, .053 and .054 (ISO 20022) of every version: the elements that count have kept their names since the first. */
final class Camt {
    private static final Set<String> STATEMENTS = Set.of("Stmt", "Rpt", "Ntfctn");
    private static final int DEEPEST = 16;
    private final List<BankStatement> statements = new ArrayList<>();
    private @Nullable Format format;

    private Camt() {
    }

    static BankFile read(byte[] bytes) {
        try {
            XMLStreamReader reader = SafeXml.reader(bytes);
            Camt camt = new Camt();
            camt.walk(reader);
            reader.close();
            if (camt.format == null) {
                throw new Refusal("bankfile.no_statement");
            }
            return new BankFile(camt.format, camt.statements, List.of());
        } catch (XMLStreamException e) {
            throw new Refusal("bankfile.broken_xml", Math.max(1, e.getLocation() == null ? 1
                    : e.getLocation().getLineNumber()));
        }
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new Refusal("bankfile.entities");
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    format = format != null ? format : switch (name) {
                        case "BkToCstmrStmt", "Stmt" -> Format.CAMT_053;
                        case "BkToCstmrAcctRpt", "BkToCstmrAcctRptV01", "Rpt" -> Format.CAMT_052;
                        case "BkToCstmrDbtCdtNtfctn", "Ntfctn" -> Format.CAMT_054;
                        default -> null;
                    };
                    if (format != null && STATEMENTS.contains(name)) {
                        statement(reader);
                    } else if (++depth > DEEPEST) {
                        throw new Refusal("bankfile.too_deep");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                }
            }
        }
    }

    private void statement(XMLStreamReader reader) throws XMLStreamException {
        Node account = null;
        String number = null;
        String created = "";
        Map<String, BankStatement.Stand> stands = new HashMap<>();
        List<Node> entries = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                Node node = Node.read(reader);
                switch (node.name()) {
                    case "Id" -> number = Plain.line(node.text());
                    case "CreDtTm" -> created = node.text();
                    case "Acct" -> account = node;
                    case "Bal" -> stands.putIfAbsent(node.text("Tp/CdOrPrtry/Cd", "Tp/Cd"), stand(node));
                    case "Ntry" -> entries.add(node);
                    default -> {
                    }
                }
            } else if (reader.getEventType() == XMLStreamConstants.DTD
                    || reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refusal("bankfile.entities");
            }
        }
        LocalDate made = created.isEmpty() ? null : day(created);
        List<BankEntry> booked = new ArrayList<>();
        List<BankEntry> pending = new ArrayList<>();
        for (Node entry : entries) {
            boolean announced = Set.of("PDNG", "INFO", "FUTR").contains(entry.text("Sts/Cd", "Sts"));
            (announced ? pending : booked).add(entry(entry, made));
        }
        String id = account == null ? "" : account.text("Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/PrtryAcct/Id", "Id/UPIC");
        BankStatement.Stand opening = stands.getOrDefault("PRCD", stands.get("OPBD"));
        BankStatement.Stand closing = stands.get("CLBD");
        String currency = account == null ? "" : account.text("Ccy");
        if (currency.isEmpty()) {
            currency = java.util.stream.Stream.concat(booked.stream(), pending.stream()).map(BankEntry::currency)
                    .filter(java.util.Objects::nonNull).findFirst()
                    .orElse(closing != null ? closing.currency() : opening != null ? opening.currency() : null);
        }
        statements.add(new BankStatement(number, id.isEmpty() ? null : Plain.account(id), currency, opening, closing,
                booked, pending));
    }

    private static BankStatement.Stand stand(Node balance) {
        Node amount = balance.at("Amt");
        if (amount == null) {
            throw new Refusal("bankfile.amount", "");
        }
        boolean debit = balance.text("CdtDbtInd").equals("DBIT");
        java.math.BigDecimal value = Plain.amount(amount.text(), '.');
        String date = balance.text("Dt/Dt", "Dt/DtTm");
        return new BankStatement.Stand(debit ? value.negate() : value, amount.currency(),
                date.isEmpty() ? null : day(date));
    }

    private static LocalDate day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            throw new Refusal("bankfile.date", text);
        }
        return Plain.day(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5, 7)),
                Integer.parseInt(text.substring(8, 10)), text);
    }

    private static BankEntry entry(Node entry, @Nullable LocalDate made) {
        Node amount = entry.at("Amt");
        if (amount == null) {
            throw new Refusal("bankfile.amount", "");
        }
        boolean debit = entry.text("CdtDbtInd").equals("DBIT");
        java.math.BigDecimal value = Plain.amount(amount.text(), '.');
        String booked = entry.text("BookgDt/Dt", "BookgDt/DtTm");
        String valued = entry.text("ValDt/Dt", "ValDt/DtTm");
        if (booked.isEmpty() && valued.isEmpty() && made == null) {
            throw new Refusal("bankfile.no_date", amount.text());
        }
        LocalDate valueDay = valued.isEmpty() ? null : day(valued);
        LocalDate bookedDay = !booked.isEmpty() ? day(booked) : valueDay != null ? valueDay
                : java.util.Objects.requireNonNull(made);
        List<Node> details = entry.all("NtryDtls").stream().flatMap(d -> d.all("TxDtls").stream()).toList();
        List<Node> texts = details.isEmpty() ? List.of(entry) : details;
        String payer = joined(texts.stream().map(d -> party(d, debit)).distinct().toList());
        List<String> purpose = new ArrayList<>();
        texts.forEach(d -> purpose.addAll(purpose(d)));
        String booking = Plain.line(entry.text("AddtlNtryInf"));
        if (payer.isEmpty() || purpose.isEmpty()) {
            purpose.addFirst(booking);
        }
        return new BankEntry(bookedDay, valueDay, debit ? value.negate() : value, amount.currency(), payer,
                iban(texts.getFirst(), debit), joined(purpose), joined(texts.stream().map(Camt::reference).toList()),
                bankId(entry, details), details.size());
    }

    /** Whom the money came from or went to; where only the other side is named (a return), that one. */
    private static String party(Node detail, boolean debit) {
        String ours = debit ? "Dbtr" : "Cdtr";
        String theirs = debit ? "Cdtr" : "Dbtr";
        return Plain.line(detail.text(paths(theirs, "Nm", "Pty/Nm"))).isEmpty()
                ? Plain.line(detail.text("RltdPties/Ultmt" + theirs + "/Nm", "RltdPties/Ultmt" + theirs + "/Pty/Nm",
                        "RltdPties/" + ours + "/Nm", "RltdPties/" + ours + "/Pty/Nm"))
                : Plain.line(detail.text(paths(theirs, "Nm", "Pty/Nm")));
    }

    private static String[] paths(String party, String... ends) {
        return java.util.Arrays.stream(ends).map(end -> "RltdPties/" + party + "/" + end).toArray(String[]::new);
    }

    private static String iban(Node detail, boolean debit) {
        String theirs = debit ? "Cdtr" : "Dbtr";
        String ours = debit ? "Dbtr" : "Cdtr";
        return Plain.account(detail.text("RltdPties/" + theirs + "Acct/Id/IBAN", "RltdPties/" + theirs + "Acct/Id/Othr/Id",
                "RltdPties/" + ours + "Acct/Id/IBAN"));
    }

    private static List<String> purpose(Node detail) {
        List<String> parts = new ArrayList<>();
        for (Node remittance : detail.all("RmtInf")) {
            remittance.all("Ustrd").forEach(u -> parts.add(Plain.line(u.text())));
            remittance.all("Strd").forEach(s -> {
                parts.add(Plain.line(s.text("CdtrRefInf/Ref", "CdtrRefInf/CdtrRef")));
                s.all("RfrdDocInf").forEach(d -> parts.add(Plain.line(d.text("Nb", "RfrdDocNb"))));
                s.all("AddtlRmtInf").forEach(a -> parts.add(Plain.line(a.text())));
            });
        }
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty()) {
            String more = Plain.line(detail.text("AddtlTxInf"));
            return more.isEmpty() ? List.of() : List.of(more);
        }
        return parts;
    }

    private static String reference(Node detail) {
        String endToEnd = Plain.line(detail.text("Refs/EndToEndId"));
        return endToEnd.equals("NOTPROVIDED") ? "" : endToEnd;
    }

    private static @Nullable String bankId(Node entry, List<Node> details) {
        String own = Plain.line(entry.text("AcctSvcrRef"));
        if (own.isEmpty() && details.size() == 1) {
            own = Plain.line(details.getFirst().text("Refs/AcctSvcrRef"));
        }
        return own.isEmpty() ? null : own;
    }

    private static String joined(List<String> parts) {
        return Plain.line(String.join(" ", parts.stream().filter(p -> !p.isEmpty()).toList()));
    }
}
