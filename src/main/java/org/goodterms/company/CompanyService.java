package org.goodterms.company;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodterms.company.Company.CashDiscount;
import org.goodterms.company.Company.Look;
import org.goodterms.company.Company.Practice;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Typed;
import org.joda.money.CurrencyUnit;

/** The firm of this book: founded once, changed at will. */
public final class CompanyService {
    private static final String DEFAULT_TERMS = "net 30";
    private final Database db;
    private final Ids ids;
    private final ZoneId here;
    private final NumberService numbers;
    private final CompanyStore store = new CompanyStore();
    private final Law law = knownLaw();

    /** @param here the zone of this machine, for books of countries with several zones */
    public CompanyService(Database db, Ids ids, ZoneId here, NumberService numbers) {
        this.db = db;
        this.ids = ids;
        this.here = here;
        this.numbers = numbers;
    }

    /**
     * Begins the book: the company with its country's defaults and tax rates, how to pay it, and its three number series.
     * Refused where the book has a company already.
     */
    public Outcome<Company> found(Tx tx, Founding founding) {
        if (store.load(tx).isPresent()) {
            return Outcome.refused(Problem.of("company.founded_already"));
        }
        List<Problem> problems = Particulars.judge(founding);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Company company = new Company(ids.nextId(), founding.firm(), practice(founding), Look.PLAIN, tx.now(), 1);
        store.insert(tx, company);
        law.taxRates(company.country()).forEach(rate -> store.put(tx, rate));
        if (!founding.payTo().isBlank()) {
            store.put(tx, PayTo.of(company.currency().getCode(), founding.payTo()));
        }
        tx.touched(Company.class);
        LocalDate today = today(tx);
        String pattern = founding.seriesPattern().isEmpty() ? Series.DEFAULT_INVOICE : founding.seriesPattern();
        return numbers.set(tx, Series.CREDIT_NOTE, Series.DEFAULT_CREDIT_NOTE, 1, today)
                .then(done -> numbers.set(tx, Series.FEE, Series.DEFAULT_FEE, 1, today))
                .then(done -> numbers.set(tx, Series.RECEIPT, Series.DEFAULT_RECEIPT, 1, today))
                .then(done -> numbers.set(tx, Series.INVOICE, pattern, founding.nextNumber(), today))
                .map(done -> company);
    }

    private Practice practice(Founding founding) {
        Country country = law.country(founding.firm().address().country());
        String zone = founding.zone() != null ? founding.zone() : country.zone();
        return new Practice(MoneyText.currency(founding.currency()).orElseThrow(),
                zone == null ? here : ZoneId.of(zone), country.language(), country.paper(), DEFAULT_TERMS,
                Rounding.HALF_UP, CashDiscount.of(country.code()));
    }

    /** Whether the book has been begun. */
    public boolean isFounded(Tx tx) {
        return store.load(tx).isPresent();
    }

    /** @throws IllegalStateException if the book was not begun */
    public Company company(Tx tx) {
        return store.load(tx).orElseThrow(() -> new IllegalStateException("the book has no company"));
    }

    public Company company() {
        return db.read(this::company);
    }

    /** The business date: the day it is in the zone of the book. */
    public LocalDate today() {
        return db.read(this::today);
    }

    /** The business date of a transaction: its instant in the zone of the book. */
    public LocalDate today(Tx tx) {
        return tx.now().atZone(store.zone(tx).orElseThrow()).toLocalDate();
    }

    /**
     * Stores a changed company. Refused where somebody else changed it meanwhile, or where the currency would change
     * after something was posted. A new country brings its tax rates and, unless that was changed too, its cash discount.
     */
    public Outcome<Company> change(Company changed) {
        return db.write(tx -> change(tx, changed));
    }

    public Outcome<Company> change(Tx tx, Company changed) {
        Company before = company(tx);
        List<Problem> problems = new ArrayList<>(Particulars.judge(changed.firm()));
        problems.addAll(Particulars.judge(changed.practice()));
        problems.addAll(Particulars.judge(changed.look()));
        if (!changed.currency().equals(before.currency()) && store.hasEntries(tx)) {
            problems.add(Problem.at("currency", "company.currency_in_use", before.currency().getCode()));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Company stored = moved(tx, before, changed);
        if (!store.update(tx, stored)) {
            return Outcome.refused(Problem.of("company.changed_elsewhere"));
        }
        tx.touched(Company.class);
        return Outcome.ok(company(tx));
    }

    private Company moved(Tx tx, Company before, Company changed) {
        if (changed.country().equals(before.country())) {
            return changed;
        }
        if (store.taxRates(tx, changed.country()).isEmpty()) {
            law.taxRates(changed.country()).forEach(rate -> store.put(tx, rate));
        }
        Practice practice = changed.practice();
        if (!Objects.equals(practice.cashDiscount(), before.practice().cashDiscount())) {
            return changed;
        }
        return changed.withPractice(new Practice(practice.currency(), practice.zone(), practice.language(),
                practice.paper(), practice.defaultTerms(), practice.rounding(), CashDiscount.of(changed.country())));
    }

    /** How to pay in a currency, as printed; an IBAN in the text is recognised. */
    public Outcome<PayTo> setPayTo(String currency, String details) {
        return db.write(tx -> setPayTo(tx, currency, details));
    }

    public Outcome<PayTo> setPayTo(Tx tx, String currency, String details) {
        Optional<CurrencyUnit> unit = MoneyText.currency(currency);
        if (unit.isEmpty()) {
            return Outcome.refused(Problem.at("currency", "company.currency", currency));
        }
        Optional<Problem> problem = Typed.lines("payTo", details, Particulars.BLOCK);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        PayTo payTo = PayTo.of(unit.get().getCode(), details);
        store.put(tx, payTo);
        tx.touched(Company.class);
        return Outcome.ok(payTo);
    }

    public List<PayTo> payTos(Tx tx) {
        return store.payTos(tx);
    }

    public List<PayTo> payTos() {
        return db.read(this::payTos);
    }

    /** How to pay in that currency; empty where it was never said. */
    public Optional<PayTo> payTo(Tx tx, CurrencyUnit currency) {
        return store.payTos(tx).stream().filter(payTo -> payTo.currency().equals(currency.getCode())).findFirst();
    }

    /** The rates of the company's country that hold on that day, highest first. */
    public List<TaxRate> taxRates(Tx tx, LocalDate date) {
        return store.taxRates(tx, company(tx).country()).stream().filter(rate -> rate.isValidOn(date)).toList();
    }

    /** All rates of the company's country, past, present and future. */
    public List<TaxRate> allTaxRates(Tx tx) {
        return store.taxRates(tx, company(tx).country());
    }

    public List<TaxRate> allTaxRates() {
        return db.read(this::allTaxRates);
    }

    /** Adds a rate, or changes label and last day of the one with that category, percentage and first day. */
    public Outcome<TaxRate> setTaxRate(TaxRate rate) {
        List<Problem> problems = Particulars.judge(rate);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return db.write(tx -> {
            store.put(tx, rate);
            tx.touched(TaxRate.class);
            return Outcome.ok(rate);
        });
    }

    /** A setting of this book; rooms name theirs {@code room.name}. */
    public Optional<String> setting(Tx tx, String name) {
        return store.setting(tx, name);
    }

    public void putSetting(Tx tx, String name, String content) {
        store.put(tx, name, content);
        tx.touched(Company.class);
    }

    /** What the program knows of countries. */
    public Law law() {
        return law;
    }

    /** What the program knows of countries before there is a book. */
    public static Law knownLaw() {
        return Law.of(lines("countries.csv"), lines("tax-rates.csv"), lines("invoice-contents.csv"));
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(CompanyService.class.getResourceAsStream("/company/" + file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
