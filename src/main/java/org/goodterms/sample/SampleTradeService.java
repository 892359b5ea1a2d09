package org.goodterms.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.dispute.DisputeService;
import org.goodterms.invoice.CreditNoteService;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.MailingService;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Rounding;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.ReturnService;
import org.goodterms.payment.Settlement;
import org.goodterms.payment.SuspenseService;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Bills, money and quarrels of the sample firm. */
public final class SampleTradeService {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private final Desk desk;
    private final Map<Integer, Document> bills = new HashMap<>();
    private final Map<Integer, Payment> cheques = new HashMap<>();
    private final Random rates = new Random(SampleService.SEED);

    /** The rooms in which money and documents are. */
    public record Desk(InvoiceService invoices, CreditNoteService creditNotes, MailingService mailing, OutboxService outbox,
            PaymentService payments, ReturnService returns, SuspenseService suspense, DisputeService disputes,
            ReceivableService receivables, PromiseService promises) {
    }

    SampleTradeService(Desk desk) {
        this.desk = desk;
    }

    String number(int bill) {
        return bills.get(bill).number();
    }

    boolean isSettled(Tx tx, String number) {
        return desk.receivables().byNumber(tx, number).stream().allMatch(item -> item.open().isZero());
    }

    void happen(Tx tx, Happening happening, List<SampleFirm> firms, List<Id<Customer>> customers) {
        switch (happening) {
            case Happening.Billed billed -> bills.put(billed.bill(), desk.invoices().issue(tx,
                    draft(tx, firms.get(billed.firm()), customers.get(billed.firm()), billed.lines(), billed.order()),
                    IssueOptions.LENIENT.overriding("agreed with the owner")).orThrow().document());
            case Happening.Drafted drafted -> desk.invoices().saveDraft(tx,
                    draft(tx, firms.get(drafted.firm()), customers.get(drafted.firm()), drafted.lines(), "")).orThrow();
            case Happening.Paid paid -> pay(tx, paid, customers.get(paid.firm()));
            case Happening.Credited credited -> credit(tx, credited);
            case Happening.Disputed disputed -> dispute(tx, disputed);
            case Happening.Bounced bounced -> bounce(tx, bounced);
            case Happening.Promised promised -> promise(tx, promised, firms, customers);
            default -> { }
        }
    }

    /** What opens its own transaction. */
    void afterwards(List<Happening> day) {
        for (Happening happening : day) {
            switch (happening) {
                case Happening.Settled settled -> desk.disputes().close(number(settled.bill()), settled.outcome(), "Agreed by telephone",
                        settled.day());
                case Happening.Unknown unknown -> desk.suspense().record(unknown.day(), Money.ofMinor(EUR, unknown.cents()),
                        unknown.text()).orThrow();
                case Happening.Mailed mailed -> mail(mailed);
                default -> { }
            }
        }
    }

    private Draft draft(Tx tx, SampleFirm firm, Id<Customer> customer, List<Happening.Bought> bought, String order) {
        Draft blank = desk.invoices().blank(tx, customer);
        CurrencyUnit currency = blank.pricing().currency();
        Draft.Wording wording = blank.wording().ordered(order);
        if (!firm.domestic()) {
            wording = wording.exempt(firm.inUnion() ? "Reverse charge: the recipient owes the tax" : "Supplied outside the Union, not taxable in Germany");
        }
        return blank.withPricing(new Draft.Pricing(currency, rate(currency), blank.pricing().mode())).withWording(wording)
                .withLines(bought.stream().map(one -> line(one, firm, blank.wording().language())).toList());
    }

    private static Line line(Happening.Bought bought, SampleFirm firm, String language) {
        TaxKey tax = firm.domestic() ? TaxKey.of(BigDecimal.valueOf(bought.ware().rate()))
                : new TaxKey(firm.inUnion() ? "AE" : "O", BigDecimal.ZERO);
        return new Line(bought.ware().text(language), BigDecimal.valueOf(bought.quantity()), bought.ware().unit(language),
                BigDecimal.valueOf(bought.ware().cents(), 2), BigDecimal.ONE,
                bought.off() == 0 ? null : new Line.Discount(BigDecimal.valueOf(bought.off()), null), tax, "");
    }

    /** Units of a currency for one euro, never far from where it was. */
    private BigDecimal rate(CurrencyUnit currency) {
        int middle = switch (currency.getCode()) {
            case "USD" -> 10_850;
            case "GBP" -> 8_550;
            case "CHF" -> 9_520;
            default -> 0;
        };
        return middle == 0 ? BigDecimal.ONE : BigDecimal.valueOf(middle - 180L + rates.nextInt(360), 4);
    }

    private void pay(Tx tx, Happening.Paid paid, Id<Customer> customer) {
        List<Settlement.Part> parts = new ArrayList<>();
        List<Settlement.Part> discounts = new ArrayList<>();
        for (Happening.Share share : paid.shares()) {
            Document bill = bills.get(share.bill());
            Money open = open(tx, bill);
            Money part = least(percent(bill.sums().payable(), share.percent()), open);
            Document.Discount discount = bill.discount();
            if (paid.discounted() && discount != null && !paid.day().isAfter(discount.until()) && part.isEqual(open)) {
                discounts.add(new Settlement.Part(bill.number(), discount.amount()));
                part = part.minus(discount.amount());
            }
            if (part.isPositive()) {
                parts.add(new Settlement.Part(bill.number(), part));
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        Money sum = parts.stream().map(Settlement.Part::amount).reduce(Money::plus).orElseThrow();
        Money amount = sum.plusMinor(paid.cents());
        if (paid.cents() < 0) {
            parts = List.of(new Settlement.Part(parts.getFirst().number(), amount));
        }
        Payment payment = desk.payments().record(tx, new Receipt(customer, paid.day(), amount, rate(amount.getCurrencyUnit()),
                paid.cheque() ? Method.CHEQUE : Method.BANK, new Settlement.ByHand(parts), discounts, Map.of(), "", "")).orThrow();
        if (paid.cheque()) {
            cheques.put(paid.firm(), payment);
        }
    }

    private Money open(Tx tx, Document bill) {
        return desk.receivables().byNumber(tx, bill.number()).stream().map(OpenItem::open)
                .reduce(Money.zero(bill.sums().payable().getCurrencyUnit()), Money::plus);
    }

    private static Money percent(Money amount, int percent) {
        return Rounding.HALF_UP.toMoney(amount.getAmount().multiply(BigDecimal.valueOf(percent, 2)), amount.getCurrencyUnit());
    }

    private static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    private void credit(Tx tx, Happening.Credited credited) {
        Document bill = bills.get(credited.bill());
        Line first = bill.content().lines().getFirst();
        Line part = new Line(first.text(), BigDecimal.ONE, "", percent(bill.lineNets().getFirst(), credited.percent()).getAmount(),
                BigDecimal.ONE, null, first.tax(), first.account());
        desk.creditNotes().issue(tx, new CreditRequest(bill.number(), credited.day(), List.of(part), false, credited.reason())).orThrow();
    }

    private void dispute(Tx tx, Happening.Disputed disputed) {
        OpenItem item = desk.receivables().byNumber(tx, number(disputed.bill())).getFirst();
        desk.disputes().open(tx, item, percent(item.open(), disputed.percent()), disputed.reason(), "Mira Okafor",
                disputed.day().plusDays(21), disputed.day()).orThrow();
    }

    private void promise(Tx tx, Happening.Promised promised, List<SampleFirm> firms, List<Id<Customer>> customers) {
        Document bill = bills.get(promised.bill());
        Money open = open(tx, bill);
        if (open.isPositive() && promised.by().isAfter(promised.day())) {
            desk.promises().add(tx, new PromiseService.Request(customers.get(promised.firm()), List.of(bill.number()),
                    percent(open, promised.percent()), promised.by(), new Promise.Said(firms.get(promised.firm()).person(), "phone", ""),
                    "agreed with the owner")).orThrow();
        }
    }

    private void bounce(Tx tx, Happening.Bounced bounced) {
        desk.returns().bounce(tx, new PaymentReturn(cheques.get(bounced.firm()).id(), bounced.day(), Money.of(EUR, 12),
                Money.of(EUR, 12), false)).orThrow();
    }

    private void mail(Happening.Mailed mailed) {
        List<Message> messages = desk.mailing().send(number(mailed.bill())).orThrow();
        if (!mailed.waiting()) {
            messages.forEach(message -> desk.outbox().sentByHand(message.id(), "250 accepted").orThrow());
        }
    }
}
