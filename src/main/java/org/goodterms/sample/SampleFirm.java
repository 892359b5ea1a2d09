package org.goodterms.sample;

import java.util.Arrays;
import java.util.List;

/**
 * A customer of the sample firm.
 *
 * @param terms of payment, as people write them; {@code days} is the number in them
 * @param every months between its invoices
 * @param size  1 to 5: how much it buys at a time
 */
record SampleFirm(String code, String name, Place place, Trade trade, Payer payer, int every, int size, String person) {

    record Place(String street, String postcode, String city, String country) {
    }

    record Trade(String language, String currency, String terms, int days, String taxId, String segment) {
    }

    /** Name, street, postcode, city, country; language, currency, terms, tax ID, segment; payer, months, size; person. */
    private static final String ALL = """
            Alder & Sons Joinery|Feldstra\u00dfe 14|20357|Hamburg|DE|de|EUR|net 30||Craft|PROMPT|1|3|Jonas Alder
            Brightwater Hotels|Elbchaussee 77|22763|Hamburg|DE|en|EUR|2/10 net 30|DE811907980|Hotel|EARLY|1|5|Karin Winther
            Caf\u00e9 Gr\u00f6\u00dfenwahn GmbH & Co. KG|Gro\u00dfe Bergstra\u00dfe 160|22767|Hamburg|DE|de|EUR|net 14||Gastronomy|FADING|2|2|B\u00e4rbel Thie\u00dfen
            Dunmore Dental Practice|Wexstra\u00dfe 9|20355|Hamburg|DE|de|EUR|net 14||Practice|PROMPT|3|2|Dr. Aoife Dunmore
            Eastgate Physiotherapy and Sports Rehabilitation Centre|Osterstra\u00dfe 45|20259|Hamburg|DE|de|EUR|net 30||Practice|STEADY|3|2|Lennart Quast
            Fjordlys Interi\u00f8r AS|Bygd\u00f8y all\u00e9 21|0262|Oslo|NO|en|EUR|net 30|NO977074010MVA|Trade|STEADY|2|3|Ingrid Solberg
            Halloran Print|Stresemannstra\u00dfe 300|22761|Hamburg|DE|en|EUR|net 30||Craft|SLOW|1|2|Declan Halloran
            Ivy Lane Nursery|M\u00fchlenkamp 31|22303|Hamburg|DE|de|EUR|net 30||Public|RUN|3|2|Merle Petersen
            Jansen Installatietechniek B.V.|Oudegracht 210|3511 NR|Utrecht|NL|en|EUR|net 30|NL123456782B12|Craft|STEADY|2|3|Bram Jansen
            Kessler & Rau Rechtsanw\u00e4lte PartG|Neuer Wall 50|20354|Hamburg|DE|de|EUR|net 30|DE129273398|Office|PROMPT|2|4|Sabine Rau
            Lindqvist Optik|Gr\u00f6ninger Stra\u00dfe 6|28195|Bremen|DE|de|EUR|net 30||Shop|PROMPT|3|3|Maja Lindqvist
            Museum f\u00fcr Seefahrt|Koreastra\u00dfe 1|20457|Hamburg|DE|de|EUR|net 30||Public|RUN|1|4|Dr. Henrik Asmussen
            Nordwind Energie eG|Am Sandtorkai 62|20457|Hamburg|DE|de|EUR|net 30|DE136695976|Office|EARLY|1|5|Tomke Hansen
            Otto Brandt Messebau|Gewerbehof 12|28217|Bremen|DE|de|EUR|2/14 net 45||Trade|QUARREL|1|4|Otto Brandt
            Pier 9 Coworking|Versmannstra\u00dfe 9|20457|Hamburg|DE|en|EUR|net 14||Office|ERRATIC|2|3|Noor El Amrani
            Quendel Apotheke|Eppendorfer Weg 88|20259|Hamburg|DE|de|EUR|net 14||Practice|PROMPT|4|2|Gesa Quendel
            Restaurant Zum Lotsen|\u00d6velg\u00f6nne 31|22605|Hamburg|DE|de|EUR|net 14||Gastronomy|FADING|2|3|Fiete Lohse
            Sch\u00fctte Immobilien|Rothenbaumchaussee 112|20149|Hamburg|DE|de|EUR|net 30||Office|SLOW|1|4|Cornelius Sch\u00fctte
            Th\u00e9\u00e2tre du Quai SARL|12 quai de la Fosse|44000|Nantes|FR|en|EUR|net 45|FR40303265045|Culture|SLOW|3|4|\u00c9lodie Marchand
            Uhlenhorst Yoga|Hofweg 63|22085|Hamburg|DE|de|EUR|net 14||Practice|PARTS|3|1|Pia Uhlendahl
            Vogel & Partner Architekten|Schulterblatt 58|20357|Hamburg|DE|de|EUR|net 30|DE118605484|Trade|STEADY|1|4|Martin Vogel
            Wendt Elektrotechnik|Boschstra\u00dfe 18|24118|Kiel|DE|de|EUR|net 30||Craft|PROMPT|2|2|Silke Wendt
            Xenia Verlag|Borselstra\u00dfe 16|22765|Hamburg|DE|de|EUR|net 30||Culture|ERRATIC|2|2|Ruth Kalinke
            Yamato Bento|Colonnaden 29|20354|Hamburg|DE|en|EUR|net 14||Gastronomy|PARTS|3|2|Haruki Tanaka
            Zimmermann Weinhandel|Deichstra\u00dfe 32|20459|Hamburg|DE|de|EUR|2/10 net 30||Shop|EARLY|2|3|Philipp Zimmermann
            Almhof Sonnblick GmbH|Kirchgasse 4|5020|Salzburg|AT|de|EUR|net 30|ATU13585627|Hotel|RUN|2|4|Magdalena Egger
            Bergmann Uhren AG|Bahnhofstrasse 40|8001|Z\u00fcrich|CH|de|CHF|net 30|CHE-116.281.710 MWST|Shop|PROMPT|2|4|Reto Bergmann
            Copper & Pine Ltd|18 Redchurch Street|E2 7DP|London|GB|en|GBP|net 30|GB980780684|Trade|STEADY|2|4|Harriet Lowe
            Delaney Group Inc.|215 Water Street|11201|Brooklyn|US|en|USD|net 45||Trade|SLOW|3|5|Marcus Delaney
            Elbinsel Schule|Rotenh\u00e4user Damm 40|21107|Hamburg|DE|de|EUR|net 30||Public|RUN|3|3|Heike Burmester
            F\u00f6rdeblick Seniorenwohnen|Strandstra\u00dfe 91|24159|Kiel|DE|de|EUR|net 30||Public|RUN|2|4|Uwe Clausen
            Galerie Marten|Admiralit\u00e4tstra\u00dfe 71|20459|Hamburg|DE|de|EUR|net 14||Culture|QUARREL|2|2|Corinna Marten
            Hafenb\u00e4ckerei Sievers|Fischmarkt 5|22767|Hamburg|DE|de|EUR|net 14||Gastronomy|CHEQUE|2|2|Torben Sievers
            Insel Reederei|Am Alten Hafen 8|25845|Nordstrand|DE|de|EUR|net 30||Hotel|PROMPT|4|4|Wiebke Jessen
            Jaro Sp. z o.o.|ul. Mariacka 12|80-833|Gda\u0144sk|PL|en|EUR|net 30|PL5260250274|Trade|STEADY|2|3|Zofia Jaro\u0144ska
            Kontor Elf Kaffee|Br\u00fcderstra\u00dfe 11|20355|Hamburg|DE|de|EUR|net 14||Shop|PROMPT|2|1|Lasse Brodersen
            Loretto Kliniken|Marienplatz 2|23552|L\u00fcbeck|DE|de|EUR|net 60||Public|ERRATIC|1|5|Dr. Stefanie Korn
            Mare Kosmetik|L\u00fcbecker Stra\u00dfe 126|22087|Hamburg|DE|de|EUR|net 14||Shop|PARTS|2|2|Azra Demir
            Norrland M\u00f6bler AB|Storgatan 14|903 26|Ume\u00e5|SE|en|EUR|net 30|SE556703748501|Trade|PROMPT|3|3|Elsa Norrman
            Ophelia Moden|Lange Reihe 22|20099|Hamburg|DE|de|EUR|net 14||Shop|FADING|2|2|Ophelia Brandes
            """;

    /** The forty, with their codes from C-1001 on. */
    static List<SampleFirm> all() {
        List<String> lines = ALL.lines().toList();
        return java.util.stream.IntStream.range(0, lines.size()).mapToObj(i -> of("C-" + (1001 + i), lines.get(i))).toList();
    }

    private static SampleFirm of(String code, String line) {
        List<String> of = Arrays.asList(line.split("\\|"));
        String terms = of.get(7);
        return new SampleFirm(code, of.get(0), new Place(of.get(1), of.get(2), of.get(3), of.get(4)),
                new Trade(of.get(5), of.get(6), terms, Integer.parseInt(terms.substring(terms.lastIndexOf(' ') + 1)), of.get(8), of.get(9)),
                Payer.valueOf(of.get(10)), Integer.parseInt(of.get(11)), Integer.parseInt(of.get(12)), of.get(13));
    }

    boolean domestic() {
        return place.country().equals("DE");
    }

    /** Whether the buyer owes the tax: in the Union, with a number of its own. */
    boolean inUnion() {
        return List.of("NL", "FR", "AT", "PL", "SE").contains(place.country());
    }

    boolean foreignMoney() {
        return !trade.currency().equals("EUR");
    }

    /** A mailbox of the firm: {@code accounts@brightwater-hotels.example}. */
    String mailbox(String box) {
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD).replace("\u00f8", "o")
                .replace("\u00df", "ss").replaceAll("\\p{M}", "").toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String[] words = plain.split("-");
        return box + "@" + (words.length < 2 || words[0].length() > 8 ? words[0] : words[0] + "-" + words[1]) + ".example";
    }
}
