package org.goodterms.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.goodterms.company.Company.CashDiscount;
import org.goodterms.company.Company.Firm;
import org.goodterms.company.Company.Look;
import org.goodterms.company.Company.Paper;
import org.goodterms.company.Company.Reach;
import org.goodterms.db.Database;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class CompanyServiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);
    private final Database db;
    private final NumberService numbers;
    private final CompanyService companies;

    CompanyServiceTest(Engine engine) {
        db = engine.open(clock);
        numbers = new NumberService(db);
        companies = new CompanyService(db, Ids.counting(), ZoneId.of("America/Denver"), numbers);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Outcome<Company> found(Founding founding) {
        return db.write(tx -> companies.found(tx, founding));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @Test
    void a_founded_company_comes_back_as_it_went_in() {
        Firm firm = new Firm("  Müller & Söhne <b> GmbH ", new Address("Hof 3\n2. Stock", "10115", "Berlin", "", "DE"),
                "DE123456789", "HRB 1", new Reach("post@example.org", "+49 30 1", "example.org", "Frau Ay"));
        Company made = found(new Founding(firm, "eur", null, "", "", 1)).orThrow();
        assertThat(companies.company()).isEqualTo(made);
        assertThat(made.firm()).isEqualTo(firm);
        assertThat(made.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(made.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(made.practice().language()).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({"DE, Europe/Berlin, A4, GROSS, true", "US, America/Denver, LETTER, NET, false",
            "GB, Europe/London, A4, GROSS, true", "BT, America/Denver, A4, GROSS, true"})
    void the_country_gives_zone_paper_and_cash_discount(String country, String zone, Paper paper,
            CashDiscount.Basis base, boolean corrects) {
        Company made = found(Founding.of("Firm", country, "USD")).orThrow();
        assertThat(made.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(made.practice().paper()).isEqualTo(paper);
        assertThat(made.practice().cashDiscount()).isEqualTo(new CashDiscount(base, corrects));
    }

    @Test
    void a_book_has_one_company() {
        found(Founding.of("Firm", "DE", "EUR")).orThrow();
        assertThat(codes(found(Founding.of("Other", "FR", "EUR")))).containsExactly("company.founded_already");
        assertThat(companies.company().name()).isEqualTo("Firm");
    }

    @Test
    void each_wrong_particular_is_named_at_its_field_and_nothing_is_stored() {
        Firm firm = new Firm(" \u200B", new Address("", "", "B\u0007", "", "XX"), "", "",
                new Reach("nobody", "", "", ""));
        Outcome<Company> refused = found(new Founding(firm, "EURO", "Europe/Bonn", "x\u0000", "", 0));
        assertThat(refused.problems()).extracting(Problem::field)
                .containsExactlyInAnyOrder("name", "city", "country", "email", "currency", "zone", "payTo", "next");
        assertThat(db.<Boolean>read(companies::isFounded)).isFalse();
        refused.problems().forEach(problem -> assertThat(Texts.of(Locale.ENGLISH).of(problem))
                .doesNotStartWith("problem.").doesNotContain("{"));
    }

    @Test
    void a_refused_pattern_founds_nothing() {
        assertThat(codes(found(Founding.of("Firm", "DE", "EUR").numbered("no way", 1))))
                .containsExactly("company.series_pattern");
        assertThat(codes(found(Founding.of("Firm", "DE", "EUR").numbered(Series.DEFAULT_CREDIT_NOTE, 1))))
                .containsExactly("company.series_doubled");
        assertThat(db.<Boolean>read(companies::isFounded)).isFalse();
    }

    @Test
    void a_change_made_from_an_old_version_is_refused() {
        Company first = found(Founding.of("Firm", "DE", "EUR")).orThrow();
        Company second = companies.change(first.withLook(new Look("#2f6f9f", "a".repeat(64), "Thank you"))).orThrow();
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(companies.company().look().logoHash()).isEqualTo("a".repeat(64));
        assertThat(codes(companies.change(first.withLook(Look.PLAIN)))).containsExactly("company.changed_elsewhere");
        assertThat(companies.company()).isEqualTo(second);
    }

    @Test
    void moving_to_another_country_brings_its_tax_rates_and_cash_discount() {
        Company firm = found(Founding.of("Firm", "DE", "EUR")).orThrow();
        Firm moved = new Firm("Firm", Address.in("US"), "", "", Reach.NONE);
        Company there = companies.change(firm.withFirm(moved)).orThrow();
        assertThat(there.practice().cashDiscount()).isEqualTo(CashDiscount.NET_TAX_UNCHANGED);
        assertThat(db.<List<TaxRate>>read(tx -> companies.taxRates(tx, DAY))).extracting(TaxRate::category)
                .containsExactlyInAnyOrder("E", "G", "O");
    }

    @Test
    void the_currency_changes_only_until_something_is_posted() {
        Company firm = found(Founding.of("Firm", "CH", "EUR")).orThrow();
        var francs = new Company.Practice(CurrencyUnit.CHF, firm.zone(), "de", Paper.A4, "net 30",
                firm.practice().rounding(), firm.practice().cashDiscount());
        Company now = companies.change(firm.withPractice(francs)).orThrow();
        db.write(tx -> Outcome.ok(tx.sql().execute("insert into entry (id, seq, effective_date, recorded_at, text, "
                + "source_kind, prev_hash, hash) values ('00000000-0000-7000-8000-000000000001', 1, date '2026-03-02', "
                + "timestamp with time zone '2026-03-02 10:00:00+00', 'x', 'manual', '0', '1')"))).orThrow();
        assertThat(codes(companies.change(now.withPractice(firm.practice())))).containsExactly("company.currency_in_use");
    }

    @Test
    void ways_to_pay_are_kept_by_currency() {
        found(Founding.of("Firm", "DE", "EUR").paidTo("IBAN DE89 3704 0044 0532 0130 00")).orThrow();
        companies.setPayTo("usd", "ABA 021000021").orThrow();
        companies.setPayTo("USD", "ABA 026009593").orThrow();
        assertThat(codes(companies.setPayTo("US", "x"))).containsExactly("company.currency");
        assertThat(codes(companies.setPayTo("USD", "x\u0001"))).containsExactly("typed.control_character");
        assertThat(db.<List<PayTo>>read(companies::payTos)).containsExactly(
                new PayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00", "DE89370400440532013000", null),
                new PayTo("USD", "ABA 026009593", null, null));
        assertThat(db.<java.util.Optional<PayTo>>read(tx -> companies.payTo(tx, CurrencyUnit.GBP))).isEmpty();
    }

    @Test
    void tax_rates_can_be_added_and_ended() {
        found(Founding.of("Firm", "US", "USD")).orThrow();
        companies.setTaxRate(rate("8.875", null)).orThrow();
        assertThat(db.<List<TaxRate>>read(tx -> companies.taxRates(tx, DAY))).extracting(r -> r.percent().toPlainString())
                .startsWith("8.875");
        companies.setTaxRate(rate("8.875", DAY.minusDays(1))).orThrow();
        assertThat(db.<List<TaxRate>>read(tx -> companies.taxRates(tx, DAY))).noneMatch(r -> r.category().equals("S"));
        assertThat(codes(companies.setTaxRate(new TaxRate("US", "Q", "x", new java.math.BigDecimal("101"), DAY,
                DAY.minusDays(1))))).containsExactly("company.tax_percent", "company.tax_category", "company.tax_days");
    }

    private static TaxRate rate(String percent, LocalDate to) {
        return new TaxRate("US", "S", "NY sales tax", new java.math.BigDecimal(percent), LocalDate.of(2020, 1, 1), to);
    }

    @Test
    void settings_are_put_and_read() {
        db.write(tx -> {
            companies.putSetting(tx, "mail.host", "a");
            companies.putSetting(tx, "mail.host", "b");
            return Outcome.ok(true);
        }).orThrow();
        assertThat(db.<java.util.Optional<String>>read(tx -> companies.setting(tx, "mail.host"))).contains("b");
        assertThat(db.<java.util.Optional<String>>read(tx -> companies.setting(tx, "mail.port"))).isEmpty();
    }

    @Test
    void unsaid_numbering_starts_at_one_and_next_says_where() {
        found(Founding.of("Firm", "DE", "EUR").numbered("RE", 15)).orThrow();
        assertThat(db.<String>read(tx -> numbers.preview(tx, Series.INVOICE, DAY))).isEqualTo("RE-2026-0015");
        assertThat(db.<String>read(tx -> numbers.preview(tx, Series.INVOICE, DAY.plusYears(1)))).isEqualTo("RE-2027-0001");
        assertThat(db.<String>read(tx -> numbers.preview(tx, Series.CREDIT_NOTE, DAY))).isEqualTo("CN-2026-0001");
        assertThat(db.<String>read(tx -> numbers.preview(tx, Series.FEE, DAY))).isEqualTo("FEE-2026-001");
    }
}
