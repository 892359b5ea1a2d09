import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the table classes (org.goodterms.db.gen) from the migrations: migrates an empty database in memory and lets
 * jOOQ read it. Does nothing while the migrations are those of the last run.
 */
class Tables {
    static final String URL = "jdbc:h2:mem:tables;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;"
            + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path output = Path.of(args[1]);
        String now = fingerprint(migrations);
        Path stamp = output.resolve("migrations.sha256");
        if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
            Files.writeString(stamp, now);
            return;
        }
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (var keep = DriverManager.getConnection(URL, "sa", "")) {
            Flyway.configure().dataSource(URL, "sa", "").locations("filesystem:" + migrations).load().migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc().withDriver("org.h2.Driver").withUrl(URL).withUser("sa").withPassword(""))
                    .withGenerator(new Generator()
                            .withDatabase(new Database().withName("org.jooq.meta.h2.H2Database")
                                    .withInputSchema("public").withOutputSchemaToDefault(true)
                                    .withExcludes("flyway_schema_history")
                                    .withForcedTypes(new ForcedType().withName("INSTANT")
                                            .withIncludeTypes("(?i:timestamp.*with.*time.*zone.*)")))
                            .withGenerate(new Generate().withPojos(false).withDaos(false).withRecords(true)
                                    .withJavadoc(false).withGlobalCatalogReferences(false))
                            .withTarget(new Target().withPackageName("org.goodterms.db.gen")
                                    .withDirectory(output.toString()))));
        }
        writeNewest(migrations, output);
        Files.writeString(stamp, now);
    }

    /** The newest migration as a constant, so that opening a current book needs no migration tool. */
    static void writeNewest(Path migrations, Path output) throws Exception {
        int newest;
        try (var list = Files.list(migrations)) {
            newest = list.map(f -> f.getFileName().toString()).filter(n -> n.matches("V\\d+__.*\\.sql"))
                    .mapToInt(n -> Integer.parseInt(n.substring(1, n.indexOf("__")))).max().orElseThrow();
        }
        Path folder = Files.createDirectories(output.resolve("org/goodterms/db"));
        Files.writeString(folder.resolve("NewestSchema.java"), """
                package org.goodterms.db;

                /** The number of the newest migration in this program; written by the build. */
                final class NewestSchema {
                    static final int VERSION = Integer.parseInt("%d");

                    private NewestSchema() {
                    }
                }
                """.formatted(newest));
    }

    static String fingerprint(Path folder) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("tables and newest schema".getBytes(StandardCharsets.UTF_8));
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        }
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
