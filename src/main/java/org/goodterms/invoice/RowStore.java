package org.goodterms.invoice;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.gen.tables.records.DocumentAllowanceRecord;
import org.goodterms.db.gen.tables.records.DocumentDueRecord;
import org.goodterms.db.gen.tables.records.DocumentLineRecord;
import org.goodterms.db.gen.tables.records.DocumentRecord;
import org.goodterms.db.gen.tables.records.DocumentTaxRecord;
import org.goodterms.invoice.Document.Kind;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Terms.Due;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One document between its records and its rows. */
record RowStore(CurrencyUnit book, DocumentRecord row, List<DocumentLineRecord> lines,
        List<DocumentAllowanceRecord> allowances, List<DocumentTaxRecord> taxes, List<DocumentDueRecord> dues) {

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Document document() {
        CurrencyUnit currency = CurrencyUnit.of(row.getCurrency());
        Document.Sums sums = new Document.Sums(money(row.getNet()), money(row.getTax()), money(row.getTotal()),
                money(row.getPayable()), Money.ofMinor(book, row.getBaseTotal()));
        Document.Discount discount = row.getDiscountUntil() == null ? null
                : new Document.Discount(row.getDiscountUntil(), money(row.getDiscountAmount()));
        Document.Trace trace = new Document.Trace(row.getOverrideReason(), row.getContentHash(), row.getPdfHash(),
                row.getCreatedAt(), row.getIssuedAt(), row.getVersion());
        Kind kind = Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Document(Id.of(row.getId()), kind, row.getNumber() == null ? "" : row.getNumber(), draft(currency),
                row.getCredits(), sums, lines.stream().map(line -> money(line.getNet())).toList(),
                allowances.stream().map(allowance -> money(allowance.getNet())).toList(),
                taxes.stream().map(tax -> new TaxRow(new TaxKey(tax.getCategory(), tax.getRate()), money(tax.getBase()),
                        money(tax.getTax()))).toList(),
                dues.stream().map(due -> new Due(due.getDueDate(), money(due.getAmount()))).toList(), discount,
                row.getParties().isEmpty() ? null : Parties.parse(row.getParties()), trace);
    }

    private Draft draft(CurrencyUnit currency) {
        return new Draft(Id.<Customer>of(row.getCustomerId()), row.getDocDate(),
                new Draft.Supply(row.getSupplyFrom(), row.getSupplyTo()),
                new Draft.Pricing(currency, row.getRate(), PriceMode.valueOf(row.getPriceMode())),
                new Draft.Agreed(row.getTerms(), row.getDueDate()),
                new Draft.Wording(row.getLanguage(), row.getOrderNumber(), row.getBuyerContact(), row.getIntro(),
                        row.getClosing(), row.getExemptionReason()),
                new Draft.Deposit(row.getDeposit(), row.getLessDeposit(), row.getKind().equals(word(Document.Kind.INVOICE)) ? row.getCredits() : ""),
                lines.stream().map(this::line).toList(), allowances.stream().map(this::allowance).toList());
    }

    private Line line(DocumentLineRecord line) {
        Line.Discount discount = line.getDiscountPercent() == null && line.getDiscountAmount() == null ? null
                : new Line.Discount(line.getDiscountPercent(), moneyOrNull(line.getDiscountAmount()));
        return new Line(line.getDescription(), line.getQuantity(), line.getUnit(), line.getPrice(),
                line.getBaseQuantity(), discount, new TaxKey(line.getTaxCategory(), line.getTaxRate()), line.getAccount());
    }

    private Allowance allowance(DocumentAllowanceRecord allowance) {
        return new Allowance(allowance.getCharge(), allowance.getReason(), allowance.getPercent(),
                moneyOrNull(allowance.getAmount()));
    }

    private Money money(long minor) {
        return Money.ofMinor(CurrencyUnit.of(row.getCurrency()), minor);
    }

    private @Nullable Money moneyOrNull(@Nullable Long minor) {
        return minor == null ? null : money(minor);
    }

    // ---- records to rows

    static DocumentRecord row(Document document) {
        DocumentRecord row = new DocumentRecord();
        Draft content = document.content();
        row.setId(document.id().value());
        row.setKind(word(document.kind()));
        row.setStatus(document.isDraft() ? DocumentStore.DRAFT : DocumentStore.ISSUED);
        row.setNumber(document.isDraft() ? null : document.number());
        row.setCustomerId(content.customer().value());
        row.setDocDate(content.date());
        row.setSupplyFrom(content.supply().from());
        row.setSupplyTo(content.supply().to());
        row.setCurrency(content.pricing().currency().getCode());
        row.setRate(content.pricing().rate());
        row.setPriceMode(content.pricing().mode().name());
        row.setTerms(content.agreed().terms());
        row.setDueDate(content.agreed().due());
        wording(row, content.wording());
        row.setDeposit(content.deposit().asked());
        row.setLessDeposit(content.deposit().less());
        row.setCredits(document.credits());
        sums(row, document);
        trace(row, document);
        return row;
    }

    private static void wording(DocumentRecord row, Draft.Wording wording) {
        row.setLanguage(wording.language());
        row.setOrderNumber(wording.orderNumber());
        row.setBuyerContact(wording.contact());
        row.setIntro(wording.intro());
        row.setClosing(wording.closing());
        row.setExemptionReason(wording.exemptionReason());
    }

    private static void sums(DocumentRecord row, Document document) {
        row.setNet(document.sums().net().getAmountMinorLong());
        row.setTax(document.sums().tax().getAmountMinorLong());
        row.setTotal(document.sums().total().getAmountMinorLong());
        row.setPayable(document.sums().payable().getAmountMinorLong());
        row.setBaseTotal(document.sums().baseTotal().getAmountMinorLong());
        Document.Discount discount = document.discount();
        row.setDiscountUntil(discount == null ? null : discount.until());
        row.setDiscountAmount(discount == null ? 0L : discount.amount().getAmountMinorLong());
    }

    private static void trace(DocumentRecord row, Document document) {
        Parties parties = document.parties();
        row.setOverrideReason(document.trace().override());
        row.setParties(parties == null ? "" : parties.text());
        row.setContentHash(document.trace().contentHash());
        row.setPdfHash(document.trace().pdfHash());
        row.setCreatedAt(document.trace().createdAt());
        row.setIssuedAt(document.trace().issuedAt());
        row.setVersion(document.trace().version());
    }

    static DocumentLineRecord row(UUID document, int number, Line line, Money net) {
        DocumentLineRecord row = new DocumentLineRecord();
        Line.Discount discount = line.discount();
        Money off = discount == null ? null : discount.amount();
        row.setDocumentId(document);
        row.setLine(number);
        row.setDescription(line.text());
        row.setQuantity(line.quantity());
        row.setUnit(line.unit());
        row.setPrice(line.price());
        row.setBaseQuantity(line.per());
        row.setDiscountPercent(discount == null ? null : discount.percent());
        row.setDiscountAmount(off == null ? null : off.getAmountMinorLong());
        row.setTaxCategory(line.tax().category());
        row.setTaxRate(line.tax().rate());
        row.setNet(net.getAmountMinorLong());
        row.setAccount(line.account());
        return row;
    }

    static DocumentAllowanceRecord row(UUID document, int number, Allowance allowance, Money net) {
        DocumentAllowanceRecord row = new DocumentAllowanceRecord();
        Money amount = allowance.amount();
        row.setDocumentId(document);
        row.setLine(number);
        row.setCharge(allowance.charge());
        row.setReason(allowance.reason());
        row.setPercent(allowance.percent());
        row.setAmount(amount == null ? null : amount.getAmountMinorLong());
        row.setNet(net.getAmountMinorLong());
        return row;
    }

    static DocumentTaxRecord row(UUID document, int number, TaxRow tax) {
        return new DocumentTaxRecord(document, number, tax.key().category(), tax.key().rate(),
                tax.base().getAmountMinorLong(), tax.tax().getAmountMinorLong());
    }

    static DocumentDueRecord row(UUID document, int part, Due due) {
        return new DocumentDueRecord(document, part, due.date(), due.amount().getAmountMinorLong());
    }
}
