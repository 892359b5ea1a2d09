package org.goodterms.company;

import static org.goodterms.db.gen.Tables.COMPANY;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.PAY_TO;
import static org.goodterms.db.gen.Tables.SETTING;
import static org.goodterms.db.gen.Tables.TAX_RATE;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goodterms.company.Company.CashDiscount;
import org.goodterms.company.Company.Firm;
import org.goodterms.company.Company.Look;
import org.goodterms.company.Company.Paper;
import org.goodterms.company.Company.Practice;
import org.goodterms.company.Company.Reach;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.CompanyRecord;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Rounding;
import org.joda.money.CurrencyUnit;

/** The company, its ways of being paid, its tax rates and settings, to and from the tables. */
final class CompanyStore {

    Optional<Company> load(Tx tx) {
        return tx.sql().selectFrom(COMPANY).fetchOptional(CompanyStore::company);
    }

    /** The zone of the book alone: asked for in each act. */
    Optional<ZoneId> zone(Tx tx) {
        return tx.sql().select(COMPANY.ZONE).from(COMPANY).fetchOptional(r -> ZoneId.of(r.value1()));
    }

    void insert(Tx tx, Company company) {
        CompanyRecord row = row(tx, company);
        row.setId(company.id().value());
        row.setCreatedAt(company.createdAt());
        row.insert();
    }

    /** @return false where the version was no longer that of {@code company}: nothing was stored */
    boolean update(Tx tx, Company company) {
        CompanyRecord row = row(tx, company);
        row.setVersion(company.version() + 1);
        return tx.sql().update(COMPANY).set(row).where(COMPANY.ID.eq(company.id().value()))
                .and(COMPANY.VERSION.eq(company.version())).execute() == 1;
    }

    boolean hasEntries(Tx tx) {
        return tx.sql().fetchExists(ENTRY);
    }

    List<PayTo> payTos(Tx tx) {
        return tx.sql().selectFrom(PAY_TO).orderBy(PAY_TO.CURRENCY)
                .fetch(r -> new PayTo(r.getCurrency(), r.getDetails(), r.getIban(), r.getBic()));
    }

    void put(Tx tx, PayTo payTo) {
        tx.sql().deleteFrom(PAY_TO).where(PAY_TO.CURRENCY.eq(payTo.currency())).execute();
        tx.sql().insertInto(PAY_TO, PAY_TO.CURRENCY, PAY_TO.DETAILS, PAY_TO.IBAN, PAY_TO.BIC)
                .values(payTo.currency(), payTo.details(), payTo.iban(), payTo.bic()).execute();
    }

    List<TaxRate> taxRates(Tx tx, String country) {
        return tx.sql().selectFrom(TAX_RATE).where(TAX_RATE.COUNTRY.eq(country))
                .orderBy(TAX_RATE.RATE.desc(), TAX_RATE.CATEGORY, TAX_RATE.VALID_FROM)
                .fetch(r -> new TaxRate(r.getCountry(), r.getCategory(), r.getLabel(), r.getRate(), r.getValidFrom(),
                        r.getValidTo()));
    }

    void put(Tx tx, TaxRate rate) {
        tx.sql().deleteFrom(TAX_RATE).where(TAX_RATE.COUNTRY.eq(rate.country()))
                .and(TAX_RATE.CATEGORY.eq(rate.category())).and(TAX_RATE.RATE.eq(rate.percent()))
                .and(TAX_RATE.VALID_FROM.eq(rate.validFrom())).execute();
        tx.sql().insertInto(TAX_RATE).set(TAX_RATE.COUNTRY, rate.country()).set(TAX_RATE.CATEGORY, rate.category())
                .set(TAX_RATE.LABEL, rate.label()).set(TAX_RATE.RATE, rate.percent())
                .set(TAX_RATE.VALID_FROM, rate.validFrom()).set(TAX_RATE.VALID_TO, rate.validTo()).execute();
    }

    Optional<String> setting(Tx tx, String name) {
        return tx.sql().select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.CONTENT);
    }

    void put(Tx tx, String name, String content) {
        tx.sql().deleteFrom(SETTING).where(SETTING.NAME.eq(name)).execute();
        tx.sql().insertInto(SETTING, SETTING.NAME, SETTING.CONTENT).values(name, content).execute();
    }

    private static CompanyRecord row(Tx tx, Company company) {
        Firm firm = company.firm();
        Practice practice = company.practice();
        CompanyRecord row = tx.sql().newRecord(COMPANY);
        row.setName(firm.name());
        row.setCountry(firm.address().country());
        row.setStreet(firm.address().street());
        row.setPostcode(firm.address().postcode());
        row.setCity(firm.address().city());
        row.setRegion(firm.address().region());
        row.setTaxId(firm.taxId());
        row.setRegistration(firm.registration());
        row.setEmail(firm.reach().email());
        row.setPhone(firm.reach().phone());
        row.setWebsite(firm.reach().website());
        row.setContactPerson(firm.reach().person());
        row.setCurrency(practice.currency().getCode());
        row.setZone(practice.zone().getId());
        row.setLanguage(practice.language());
        row.setPaper(practice.paper().name().toLowerCase(Locale.ROOT));
        row.setDefaultTerms(practice.defaultTerms());
        row.setRounding(practice.rounding().name().toLowerCase(Locale.ROOT));
        row.setDiscountBase(practice.cashDiscount().base().name().toLowerCase(Locale.ROOT));
        row.setDiscountCorrectsTax(practice.cashDiscount().correctsTax());
        row.setAccent(company.look().accent());
        row.setLogoHash(company.look().logoHash());
        row.setFooter(company.look().footer());
        Design design = company.look().design();
        row.setLayout(design.layout().word());
        row.setIntro(design.intro());
        row.setClosing(design.closing());
        row.setHiddenColumns(design.hiddenWords());
        row.setVersion(company.version());
        return row;
    }

    private static Company company(CompanyRecord row) {
        Address address = new Address(row.getStreet(), row.getPostcode(), row.getCity(), row.getRegion(),
                row.getCountry());
        Reach reach = new Reach(row.getEmail(), row.getPhone(), row.getWebsite(), row.getContactPerson());
        CashDiscount discount = new CashDiscount(
                CashDiscount.Basis.valueOf(row.getDiscountBase().toUpperCase(Locale.ROOT)),
                row.getDiscountCorrectsTax());
        Practice practice = new Practice(CurrencyUnit.of(row.getCurrency()), ZoneId.of(row.getZone()),
                row.getLanguage(), Paper.valueOf(row.getPaper().toUpperCase(Locale.ROOT)), row.getDefaultTerms(),
                Rounding.valueOf(row.getRounding().toUpperCase(Locale.ROOT)), discount);
        Design design = new Design(Design.Layout.valueOf(row.getLayout().toUpperCase(Locale.ROOT)), row.getIntro(), row.getClosing(),
                Design.columns(row.getHiddenColumns()));
        return new Company(Id.of(row.getId()), new Firm(row.getName(), address, row.getTaxId(), row.getRegistration(),
                reach), practice, new Look(row.getAccent(), row.getLogoHash(), row.getFooter(), design), row.getCreatedAt(),
                row.getVersion());
    }
}
