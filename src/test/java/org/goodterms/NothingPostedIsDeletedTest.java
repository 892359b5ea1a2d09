package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goodterms.db.gen.DefaultSchema;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** Deleting is impossible for anything with a posting or an issued number (domain rules, section 11: invariant 31). */
class NothingPostedIsDeletedTest {
    private static final Pattern DELETE = Pattern.compile("(?:deleteFrom|truncate|\\.delete)\\(([A-Z_]+)\\)(.*)");

    /** The journal, the subledger, and whatever names the entry it made. */
    private static Set<String> posted() {
        Set<String> posted = new TreeSet<>(List.of("ENTRY", "POSTING", "OPEN_ITEM", "ALLOCATION", "BANK_LINE", "BANK_MATCH"));
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            if (table.field("entry_id") != null || table.field("ENTRY_ID") != null) {
                posted.add(table.getName().toUpperCase(Locale.ROOT));
            }
        }
        return posted;
    }

    @Test
    void no_statement_of_the_program_deletes_what_is_posted_and_of_documents_only_drafts() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher delete = DELETE.matcher(line);
                    if (delete.find()) {
                        seen.add(delete.group(1));
                        boolean draft = delete.group(1).equals("DOCUMENT") && delete.group(2).contains("DOCUMENT.STATUS.eq(DRAFT)");
                        if (posted().contains(delete.group(1)) || delete.group(1).equals("DOCUMENT") && !draft) {
                            wrong.add(file.getFileName() + ": " + line.strip());
                        }
                    }
                }
            }
        }
        assertThat(posted()).contains("PAYMENT", "ENTRY", "WRITE_OFF");
        assertThat(seen).as("the search finds what is deleted").contains("DOCUMENT", "PAYER_LINK");
        assertThat(wrong).isEmpty();
    }
}
