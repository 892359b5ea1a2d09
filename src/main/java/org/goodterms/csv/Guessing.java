package org.goodterms.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** One pass over the rows to find the forms of dates and numbers that the map does not tell. */
final class Guessing {
    private final CsvFile file;
    private final ImportMap map;
    private final Map<String, Integer> places;

    /**
     * What was found.
     *
     * @param dates  field to form
     * @param number the decimal mark of the file
     */
    record Forms(Map<String, DateForm> dates, NumberForm number) {
    }

    private Guessing(CsvFile file, ImportMap map, Map<String, Integer> places) {
        this.file = file;
        this.map = map;
        this.places = places;
    }

    static Guessing of(CsvFile file, ImportMap map, Map<String, Integer> places) {
        return new Guessing(file, map, places);
    }

    Outcome<Forms> decide(Set<String> dates, Set<String> numbers) {
        Map<String, DateGuess> guesses = new LinkedHashMap<>();
        NumberGuess number = new NumberGuess();
        places.keySet().stream().filter(dates::contains).sorted()
                .forEach(field -> guesses.put(field, new DateGuess(map.fields().get(field))));
        List<Integer> numberPlaces = numbers.stream().filter(places::containsKey).map(places::get).toList();
        if (map.dateFormat() == null && !guesses.isEmpty() || map.decimal() == null && !numberPlaces.isEmpty()) {
            file.rows(record -> {
                List<String> cells = record.getFields();
                guesses.forEach((field, guess) -> guess.see(cell(cells, places.get(field))));
                numberPlaces.forEach(place -> number.see(cell(cells, place)));
            });
        }
        Map<String, DateForm> forms = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        guesses.forEach((field, guess) -> {
            Outcome<DateForm> found = map.dateFormat() != null
                    ? Outcome.ok(DateForm.of(map.dateFormat(), Locale.ENGLISH)) : form(guess, guesses);
            found.ifOk(form -> forms.put(field, form));
            found.problems().forEach(problem -> problems.add(problem.under(field)));
        });
        Outcome<NumberForm> mark = map.decimal() != null
                ? Outcome.ok(map.decimal().equals(".") ? NumberForm.POINT : NumberForm.COMMA) : number.decide();
        problems.addAll(mark.problems());
        return problems.isEmpty() ? mark.map(m -> new Forms(forms, m)) : Outcome.refused(problems);
    }

    /** What this column cannot tell, another date column of the same file may. */
    private static Outcome<DateForm> form(DateGuess guess, Map<String, DateGuess> all) {
        if (guess.sawNothing()) {
            return Outcome.ok(DateForm.KNOWN.getFirst());
        }
        Outcome<DateForm> own = guess.decide();
        boolean ambiguous = own.problems().stream().anyMatch(p -> p.code().equals("csv.date_ambiguous"));
        List<DateForm> possible = ambiguous ? guess.best() : List.of();
        return all.values().stream().filter(other -> ambiguous && other != guess && !other.sawNothing())
                .map(DateGuess::decide).filter(other -> other.isOk() && possible.contains(other.orThrow()))
                .findFirst().orElse(own);
    }

    static String cell(List<String> cells, int place) {
        return place < cells.size() ? cells.get(place) : "";
    }
}
