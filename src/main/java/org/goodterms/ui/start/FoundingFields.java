package org.goodterms.ui.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.Bookcase;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Country;
import org.goodterms.company.Founding;
import org.goodterms.company.Law;
import org.goodterms.company.Series;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** What is typed to begin a book. Country and name propose the rest, until the user types something else there. */
final class FoundingFields {
    private final Bookcase books;
    private final Law law = CompanyService.knownLaw();
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty country = new SimpleStringProperty("");
    final StringProperty currency = new SimpleStringProperty("");
    final StringProperty zone = new SimpleStringProperty("");
    final StringProperty street = new SimpleStringProperty("");
    final StringProperty postcode = new SimpleStringProperty("");
    final StringProperty city = new SimpleStringProperty("");
    final StringProperty taxId = new SimpleStringProperty("");
    final StringProperty email = new SimpleStringProperty("");
    final StringProperty payTo = new SimpleStringProperty("");
    final StringProperty pattern = new SimpleStringProperty(Series.DEFAULT_INVOICE);
    final StringProperty next = new SimpleStringProperty("1");
    final StringProperty place = new SimpleStringProperty("");
    final StringProperty firstNumber = new SimpleStringProperty("");
    private String proposedCurrency = "";
    private String proposedZone = "";
    private String proposedPlace = "";

    FoundingFields(Bookcase books) {
        this.books = books;
        country.addListener((o, was, is) -> proposeForCountry(is));
        name.addListener((o, was, is) -> proposePlace());
        pattern.addListener((o, was, is) -> preview());
        next.addListener((o, was, is) -> preview());
        country.set(Locale.getDefault().getCountry());
        proposePlace();
        preview();
    }

    private void proposeForCountry(String code) {
        if (!List.of(Locale.getISOCountries()).contains(code)) {
            return;
        }
        Country known = law.country(code);
        String itsZone = known.zone() == null ? books.zone() : known.zone();
        if (currency.get().equals(proposedCurrency)) {
            currency.set(known.currency());
        }
        if (zone.get().equals(proposedZone)) {
            zone.set(itsZone);
        }
        proposedCurrency = known.currency();
        proposedZone = itsZone;
    }

    private void proposePlace() {
        String proposal = books.proposedPlace(name.get());
        if (place.get().equals(proposedPlace)) {
            place.set(proposal);
        }
        proposedPlace = proposal;
    }

    private void preview() {
        firstNumber.set(nextNumber() < 1 ? "" : switch (Series.of(Series.INVOICE, pattern.get())) {
            case Outcome.Ok<Series>(Series series) -> series.number(books.today(), nextNumber());
            case Outcome.Refused<Series> wrong -> "";
        });
    }

    private long nextNumber() {
        return next.get().strip().matches("[0-9]{1,12}") ? Long.parseLong(next.get().strip()) : 0;
    }

    /** The last part of the proposed place. */
    String folderName() {
        return java.nio.file.Path.of(proposedPlace).getFileName().toString();
    }

    /** What cannot even be handed on. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (!next.get().strip().matches("[0-9]{1,12}")) {
            problems.add(Problem.at("next", "start.next_number", next.get()));
        }
        return problems;
    }

    Founding founding() {
        Company.Reach reach = new Company.Reach(email.get().strip(), "", "", "");
        Address address = new Address(street.get(), postcode.get(), city.get(), "", country.get());
        Company.Firm firm = new Company.Firm(name.get().strip(), address, taxId.get().strip(), "", reach);
        return new Founding(firm, currency.get(), zone.get().isBlank() ? null : zone.get(), payTo.get(),
                pattern.get().strip(), nextNumber());
    }
}
