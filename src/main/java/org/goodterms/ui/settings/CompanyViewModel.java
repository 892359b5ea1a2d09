package org.goodterms.ui.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Design;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** What the book says of its own firm, as it is being changed. */
public final class CompanyViewModel {
    private final Desk desk;
    private final CompanyService companies;
    private final Subscriptions subscriptions;
    private final Map<String, StringProperty> fields = new TreeMap<>();
    final ObjectProperty<Company.Paper> paper = new SimpleObjectProperty<>(Company.Paper.A4);
    final ObjectProperty<Design.Layout> layout = new SimpleObjectProperty<>(Design.Layout.CLASSIC);
    final ObservableSet<Design.Column> hidden = FXCollections.observableSet();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    private @Nullable Company before;

    public CompanyViewModel(Desk desk, CompanyService companies) {
        this.desk = desk;
        this.companies = companies;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Company.class);
    }

    /** A field by its name in problems; made at its first use. */
    StringProperty field(String name) {
        return fields.computeIfAbsent(name, n -> new SimpleStringProperty(""));
    }

    void load() {
        desk.tasks().load(fields, progress -> companies.company(), this::show);
    }

    private void show(Company company) {
        before = company;
        Company.Firm firm = company.firm();
        field("name").set(firm.name());
        field("street").set(firm.address().street());
        field("postcode").set(firm.address().postcode());
        field("city").set(firm.address().city());
        field("region").set(firm.address().region());
        field("country").set(firm.address().country());
        field("taxId").set(firm.taxId());
        field("registration").set(firm.registration());
        field("email").set(firm.reach().email());
        field("phone").set(firm.reach().phone());
        field("website").set(firm.reach().website());
        field("person").set(firm.reach().person());
        field("currency").set(company.currency().getCode());
        field("zone").set(company.zone().getId());
        field("language").set(company.practice().language());
        field("defaultTerms").set(company.practice().defaultTerms());
        field("accent").set(company.look().accent());
        field("footer").set(company.look().footer());
        field("intro").set(company.look().design().intro());
        field("closing").set(company.look().design().closing());
        paper.set(company.practice().paper());
        layout.set(company.look().design().layout());
        hidden.retainAll(company.look().design().hidden());
        hidden.addAll(company.look().design().hidden());
    }

    void save() {
        Company known = before;
        if (known == null) {
            return;
        }
        List<Problem> wrong = new ArrayList<>();
        Company changed = changed(known, wrong);
        if (!wrong.isEmpty()) {
            problems.set(wrong);
            return;
        }
        desk.tasks().run("settings.save", progress -> companies.change(changed), stored -> {
            problems.set(List.of());
            show(stored);
            desk.overlay().toast(desk.texts().get("settings.saved"));
        }, problems::set);
    }

    private Company changed(Company known, List<Problem> wrong) {
        Address address = new Address(text("street"), text("postcode"), text("city"), text("region"), text("country"));
        Company.Reach reach = new Company.Reach(text("email"), text("phone"), text("website"), text("person"));
        Company.Firm firm = new Company.Firm(text("name"), address, text("taxId"), text("registration"), reach);
        Company.Practice was = known.practice();
        Company.Practice practice = new Company.Practice(was.currency(), zone(was.zone(), wrong), text("language"),
                paper.get(), text("defaultTerms"), was.rounding(), was.cashDiscount());
        return known.withFirm(firm).withPractice(practice)
                .withLook(look(known));
    }

    private Company.Look look(Company known) {
        return new Company.Look(text("accent"), known.look().logoHash(), text("footer"),
                new Design(layout.get(), text("intro"), text("closing"), hidden));
    }

    /** The look as typed so far; empty before anything is known. */
    Optional<Company.Look> look() {
        return Optional.ofNullable(before).map(this::look);
    }

    private ZoneId zone(ZoneId was, List<Problem> wrong) {
        try {
            return ZoneId.of(text("zone"));
        } catch (DateTimeException e) {
            wrong.add(Problem.at("zone", "company.zone", text("zone")));
            return was;
        }
    }

    private String text(String name) {
        return field(name).get() == null ? "" : field(name).get().strip();
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
