package org.goodterms.invoice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.Design;
import org.goodterms.company.PayTo;
import org.goodterms.customer.Customer;

/**
 * Who wrote to whom, as it stood when a document was issued, so that its page can be made again whatever changed since.
 * Stored as lines {@code name=value} with line breaks as {@code \n}.
 */
public record Parties(Map<String, String> facts) {

    public Parties {
        Map<String, String> known = new HashMap<>();
        facts.forEach((name, value) -> known.put(name, value.replace("\r", "")));
        known.values().removeIf(String::isEmpty);
        facts = Map.copyOf(known);
    }

    /**
     * The firm, its way to be paid and the customer as they are now.
     *
     * @param payTo how to pay in the currency of the document, where the firm has said so
     */
    public static Parties of(Company company, Customer customer, Optional<PayTo> payTo) {
        Map<String, String> facts = new HashMap<>(of(company, payTo.map(to -> to.liked(customer.payables().ways()))).facts());
        Company.Firm firm = company.firm();
        List<String> address = new ArrayList<>(addressLines(customer.address()));
        if (!customer.address().country().equals(firm.address().country()) && !address.isEmpty()) {
            address.add(Locale.of("", customer.address().country()).getDisplayCountry(company.locale())
                    .toUpperCase(company.locale()));
        }
        facts.put("buyer.name", customer.name());
        facts.put("buyer.code", customer.code());
        facts.put("buyer.address", String.join("\n", address));
        structured(facts, "buyer", customer.address());
        facts.put("buyer.taxId", customer.trade().taxId());
        return new Parties(facts);
    }

    /** The firm and its way to be paid alone. */
    static Parties of(Company company, Optional<PayTo> payTo) {
        Map<String, String> facts = new HashMap<>();
        Company.Firm firm = company.firm();
        facts.put("seller.name", firm.name());
        facts.put("seller.address", String.join("\n", addressLines(firm.address())));
        structured(facts, "seller", firm.address());
        facts.put("seller.taxId", firm.taxId());
        facts.put("seller.registration", firm.registration());
        facts.put("seller.email", firm.reach().email());
        facts.put("seller.phone", firm.reach().phone());
        facts.put("seller.website", firm.reach().website());
        facts.put("seller.person", firm.reach().person());
        facts.put("seller.currency", company.currency().getCode());
        facts.put("page.paper", company.practice().paper().name());
        facts.put("page.accent", company.look().accent());
        facts.put("page.footer", company.look().footer());
        Design design = company.look().design();
        facts.put("page.layout", design.layout() == Design.Layout.CLASSIC ? "" : design.layout().word());
        facts.put("page.hidden", design.hiddenWords());
        String logo = company.look().logoHash();
        facts.put("page.logo", logo == null ? "" : logo);
        payTo.ifPresent(to -> pay(facts, to));
        return new Parties(facts);
    }

    /** The same with a way to be paid that was not known before. */
    public Parties paidTo(PayTo payTo) {
        Map<String, String> more = new HashMap<>(facts);
        pay(more, payTo);
        return new Parties(more);
    }

    public boolean knowsHowToPay() {
        return !get("pay.details").isEmpty();
    }

    private static void structured(Map<String, String> facts, String who, Address address) {
        facts.put(who + ".street", address.street());
        facts.put(who + ".postcode", address.postcode());
        facts.put(who + ".city", address.city());
        facts.put(who + ".region", address.region());
        facts.put(who + ".country", address.country());
    }

    private static void pay(Map<String, String> facts, PayTo payTo) {
        String iban = payTo.iban();
        String bic = payTo.bic();
        facts.put("pay.details", payTo.details());
        facts.put("pay.iban", iban == null ? "" : iban);
        facts.put("pay.bic", bic == null ? "" : bic);
    }

    /** Street, then town and postcode as the country writes them; no name and no country. */
    private static List<String> addressLines(Address address) {
        List<String> lines = new ArrayList<>(address.street().lines().map(String::strip).toList());
        switch (address.country()) {
            case "US", "CA", "AU" -> {
                String place = Stream.of(address.city(), address.region()).filter(part -> !part.isBlank())
                        .collect(Collectors.joining(address.country().equals("US") ? ", " : " "));
                lines.add((place + " " + address.postcode()).strip());
            }
            case "GB", "IE", "IN" -> {
                lines.add(address.city());
                lines.add(address.region());
                lines.add(address.postcode());
            }
            default -> {
                lines.add((address.postcode() + " " + address.city()).strip());
                lines.add(address.region());
            }
        }
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** The fact of that name; empty where it was not known. */
    public String get(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The lines of a fact, without blank ones. */
    public List<String> lines(String name) {
        return get(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public String text() {
        return facts.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + "=" + escaped(fact.getValue())).collect(Collectors.joining("\n"));
    }

    public static Parties parse(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int sign = line.indexOf('=');
            facts.put(line.substring(0, sign), plain(line.substring(sign + 1)));
        });
        return new Parties(facts);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                plain.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
