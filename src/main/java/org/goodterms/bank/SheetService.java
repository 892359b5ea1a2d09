package org.goodterms.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.goodterms.bankfile.BankEntry;
import org.goodterms.bankfile.BankFile;
import org.goodterms.bankfile.BankFileReader;
import org.goodterms.bankfile.BankStatement;
import org.goodterms.bankfile.Format;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Turns a file of any known kind into the room's own sheets. */
final class SheetService {
    static final String CSV = "csv";
    static final String AUTO = "auto";

    private SheetService() {
    }

    /**
     * @param format what it was read as
     * @param left   accounts of securities that were left out
     */
    record Sheets(String format, List<Sheet> sheets, List<String> left) {
        /** Formats that give one entry the same id. */
        String family() {
            return format.startsWith("camt") ? "camt" : format;
        }
    }

    /** @param format a word of the contract; {@code auto}: found by looking */
    static Outcome<Sheets> read(byte[] bytes, String format, @Nullable String mapJson) {
        if (bytes.length == 0) {
            return Outcome.refused(Problem.of("csv.empty"));
        }
        Optional<Format> known;
        if (mapJson != null || format.equals(CSV)) {
            known = Optional.empty();
        } else if (format.equals(AUTO)) {
            known = BankFileReader.recognise(bytes);
        } else {
            known = Arrays.stream(Format.values()).filter(f -> f.word().equals(format)).findFirst();
            if (known.isEmpty()) {
                return Outcome.refused(Problem.at("format", "bank.format", format));
            }
        }
        if (known.isEmpty()) {
            return CsvSheetService.read(bytes, mapJson).map(sheet -> new Sheets(CSV, List.of(sheet), List.of()));
        }
        return BankFileReader.read(bytes, known.get()).map(SheetService::sheets);
    }

    private static Sheets sheets(BankFile file) {
        List<Sheet> sheets = new ArrayList<>();
        file.statements().forEach(s -> sheets.add(sheet(s)));
        return new Sheets(file.format().word(), sheets, file.investments());
    }

    private static Sheet sheet(BankStatement statement) {
        BankStatement.Stand opening = statement.opening();
        BankStatement.Stand closing = statement.closing();
        boolean mixed = opening != null && closing != null && !Objects.equals(opening.currency(), closing.currency());
        List<Sheet.Row> rows = new ArrayList<>(statement.entries().stream().map(SheetService::row).toList());
        if (rows.size() > 1 && rows.getFirst().booked().isAfter(rows.getLast().booked())) {
            java.util.Collections.reverse(rows);
        }
        return new Sheet(Objects.requireNonNullElse(statement.number(), ""), statement.account(), statement.currency(),
                amount(opening), amount(closing), closing == null ? null : closing.date(), mixed, rows,
                statement.pending().size());
    }

    private static @Nullable BigDecimal amount(BankStatement.@Nullable Stand stand) {
        return stand == null ? null : stand.amount();
    }

    private static Sheet.Row row(BankEntry entry) {
        return new Sheet.Row(entry.booked(), entry.value(), entry.amount(), entry.payer(), entry.iban(), entry.text(),
                entry.reference(), entry.payer().isEmpty(), entry.bankId());
    }
}
