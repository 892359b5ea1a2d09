package org.goodterms.ledger;

import static org.goodterms.ledger.AccountKind.ASSET;
import static org.goodterms.ledger.AccountKind.EQUITY;
import static org.goodterms.ledger.AccountKind.EXPENSE;
import static org.goodterms.ledger.AccountKind.INCOME;
import static org.goodterms.ledger.AccountKind.LIABILITY;

import java.util.List;

/** The chart of accounts a new book starts with, and the numbers by which the program itself posts. */
public final class Chart {
    public static final String BANK = "1000";
    public static final String CLEARING = "1060";
    public static final String RECEIVABLES = "1200";
    public static final String FX_REVALUATION = "1205";
    public static final String ALLOWANCE = "1290";
    public static final String INPUT_TAX = "1400";
    public static final String TAX_RELIEF_PENDING = "1450";
    public static final String SUSPENSE = "1990";
    public static final String PAYABLES = "2000";
    public static final String DEPOSITS = "2100";
    public static final String OUTPUT_TAX = "2200";
    public static final String RETAINED_EARNINGS = "3100";
    public static final String OPENING_BALANCE = "3900";
    public static final String REVENUE = "4000";
    public static final String RETURNS = "4010";
    public static final String CASH_DISCOUNTS = "4020";
    public static final String LATE_FEES = "4100";
    public static final String RECHARGED_FEES = "4150";
    public static final String RECOVERED = "4200";
    public static final String FX_DIFFERENCES = "4300";
    public static final String EXPENSES = "6000";
    public static final String BANK_CHARGES = "6100";
    public static final String BAD_DEBTS = "6200";
    public static final String SMALL_DIFFERENCES = "6210";
    public static final String COLLECTION_COSTS = "6250";

    private Chart() {
    }

    /** The accounts a firm of a country starts with, in order of number: the tax is called as it is there. */
    public static List<Account> accounts(String country) {
        String tax = switch (country) {
            case "US" -> "Sales tax";
            case "CA" -> "GST/HST";
            case "AU", "NZ", "IN", "SG", "MY" -> "GST";
            case "JP" -> "Consumption tax";
            default -> "VAT";
        };
        return accounts().stream().map(account -> switch (account.number()) {
            case INPUT_TAX -> new Account(INPUT_TAX, tax.equals("VAT") ? account.name() : tax + " paid", ASSET);
            case TAX_RELIEF_PENDING -> new Account(TAX_RELIEF_PENDING, tax + " bad-debt relief pending", ASSET);
            case OUTPUT_TAX -> new Account(OUTPUT_TAX, tax.equals("VAT") ? "Output VAT payable" : tax + " payable", LIABILITY);
            default -> account;
        }).toList();
    }

    /** The default accounts in order of number. */
    public static List<Account> accounts() {
        return List.of(
                new Account(BANK, "Bank", ASSET),
                new Account(CLEARING, "Payment clearing", ASSET),
                new Account(RECEIVABLES, "Receivables", ASSET),
                new Account(FX_REVALUATION, "Receivables FX revaluation", ASSET),
                new Account(ALLOWANCE, "Allowance for doubtful accounts", ASSET),
                new Account(INPUT_TAX, "Input VAT", ASSET),
                new Account(TAX_RELIEF_PENDING, "VAT bad-debt relief pending", ASSET),
                new Account(SUSPENSE, "Suspense (unidentified receipts)", LIABILITY),
                new Account(PAYABLES, "Payables", LIABILITY),
                new Account(DEPOSITS, "Customer deposits", LIABILITY),
                new Account(OUTPUT_TAX, "Output VAT / sales tax payable", LIABILITY),
                new Account(RETAINED_EARNINGS, "Retained earnings", EQUITY),
                new Account(OPENING_BALANCE, "Opening balance equity", EQUITY),
                new Account(REVENUE, "Revenue", INCOME),
                new Account(RETURNS, "Returns and allowances", INCOME),
                new Account(CASH_DISCOUNTS, "Cash discounts granted", INCOME),
                new Account(LATE_FEES, "Late fees and interest", INCOME),
                new Account(RECHARGED_FEES, "Recharged fees", INCOME),
                new Account(RECOVERED, "Bad debts recovered", INCOME),
                new Account(FX_DIFFERENCES, "FX gains and losses", INCOME),
                new Account(EXPENSES, "Expenses", EXPENSE),
                new Account(BANK_CHARGES, "Bank charges", EXPENSE),
                new Account(BAD_DEBTS, "Bad debt expense", EXPENSE),
                new Account(SMALL_DIFFERENCES, "Small differences", EXPENSE),
                new Account(COLLECTION_COSTS, "Collection costs", EXPENSE));
    }
}
