package org.goodterms.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.company.CompanyService;
import org.goodterms.csv.CsvFile;
import org.goodterms.csv.CsvRows;
import org.goodterms.csv.ImportMap;
import org.goodterms.db.Database;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.jspecify.annotations.Nullable;

/** Looks at a file before it is imported, and keeps mappings that fitted once. */
public final class LookService {
    private static final int LONGEST_NAME = 100;
    private final Database db;
    private final MapStore store = new MapStore();

    private final CompanyService company;

    public LookService(Database db, CompanyService company) {
        this.db = db;
        this.company = company;
    }

    /** The bytes of a file; refused where it cannot be read. */
    public Outcome<byte[]> bytes(Path file) {
        try {
            return Outcome.ok(Files.readAllBytes(file));
        } catch (IOException e) {
            return Outcome.refused(Problem.at("file", "intake.file_unreadable", file.toString()));
        }
    }

    /**
     * What a file looks like. Nothing is imported.
     *
     * @param told what is known of it already; null: a kept mapping whose columns it has, else what the headings say
     * @return refused where it is no such file at all
     */
    public Outcome<Looked> look(ImportKind kind, byte[] file, @Nullable Mapping told) {
        Optional<Outcome<Recognised>> program = told == null ? recognise(kind, file) : Optional.empty();
        if (program.isPresent()) {
            return program.get().then(found -> CsvFile.look(RecogniseService.file(found.kind(), found.rows()), map(found.mapping())).map(csv ->
                    looked(kind, csv, found.mapping(), Optional.of(found.program()))));
        }
        ImportMap known = map(told == null ? Mapping.NOTHING : told);
        return CsvFile.look(file, known).then(csv -> {
            if (told != null) {
                return Outcome.ok(looked(kind, csv, told, Optional.empty()));
            }
            Optional<Mapping> kept = saved(kind).values().stream()
                    .filter(mapping -> !mapping.fields().isEmpty() && csv.columns().containsAll(mapping.fields().values())).findFirst();
            Mapping mapping = kept.orElseGet(() -> Mapping.NOTHING.with(kind.propose(csv.columns()), Map.of()));
            return kept.isPresent() ? look(kind, file, mapping) : Outcome.ok(looked(kind, csv, mapping, Optional.empty()));
        });
    }

    /** What the file of another program holds of that kind; empty where it is of none that is known. */
    Optional<Outcome<Recognised>> recognise(ImportKind kind, byte[] file) {
        RecogniseService recognising = db.read(tx -> new RecogniseService(company.company(tx).currency(), company.allTaxRates(tx)));
        return recognising.read(kind, file);
    }

    /** What a file of a known program holds, where it is one; a file may hold more than one kind, then the kind asked for. */
    public ImportKind kindOf(byte[] file, ImportKind asked) {
        return IifFile.is(file) ? asked : RecogniseService.kind(file).orElse(asked);
    }

    private static Looked looked(ImportKind kind, CsvFile csv, Mapping mapping, Optional<Program> program) {
        Map<String, String> there = new LinkedHashMap<>(mapping.fields());
        there.values().removeIf(column -> !csv.columns().contains(column));
        Mapping fitting = mapping.with(there, mapping.constants());
        Outcome<CsvRows> rows = csv.read(map(fitting), kind.dates(), kind.numbers());
        Map<String, String> forms = new HashMap<>();
        rows.ifOk(read -> kind.dates().forEach(field -> read.dateFormat(field).ifPresent(form -> forms.put(field, form))));
        String decimal = rows instanceof Outcome.Ok<CsvRows>(CsvRows read) ? String.valueOf(read.decimalMark()) : "";
        return new Looked(program, fitting, csv.encoding(), String.valueOf(csv.delimiter()), csv.header(), csv.columns(), csv.firstRows(),
                forms, decimal, rows.problems());
    }

    static ImportMap map(Mapping m) {
        return new ImportMap(m.fields(), m.constants(), m.dateFormat(), m.decimal(), m.delimiter(), m.encoding(), m.header());
    }

    /** A mapping as a map file, for {@link ImportService.Order}. */
    public String mapFile(Mapping mapping) {
        return map(mapping).write();
    }

    /** The mappings kept for that kind of file, by name. */
    public Map<String, Mapping> saved(ImportKind kind) {
        Map<String, Mapping> all = new LinkedHashMap<>();
        db.read(tx -> store.all(tx, kind.word())).forEach((name, json) -> ImportMap.parse(json).ifOk(m -> all.put(name, new Mapping(
                m.fields(), m.constants(), m.dateFormat(), m.decimal(), m.delimiter(), m.encoding(), m.header()))));
        return all;
    }

    /** Keeps a mapping under a name; one of the same name is replaced. Refused without a name. */
    public Outcome<String> save(ImportKind kind, String name, Mapping mapping) {
        Optional<Problem> wrong = Typed.required("name", name, LONGEST_NAME);
        return wrong.isPresent() ? Outcome.refused(wrong.get()) : ImportMap.parse(map(mapping).write()).then(good -> db.write(tx -> {
            store.put(tx, kind.word(), name.strip(), good.write());
            return Outcome.ok(name.strip());
        }));
    }

    public void forget(ImportKind kind, String name) {
        db.write(tx -> {
            store.remove(tx, kind.word(), name);
            return Outcome.ok(name);
        }).orThrow();
    }

    /** The fields of a kind that a mapping leaves without a column or value, though no row can do without them. */
    public static List<String> lacking(ImportKind kind, Mapping mapping) {
        return kind.needed().stream().filter(field -> !mapping.fields().containsKey(field)
                && mapping.constants().getOrDefault(field, "").isBlank()).sorted().toList();
    }
}
