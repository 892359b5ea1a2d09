package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script, run by sh with a Java that only prints how it was called. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path script() throws IOException {
        assumeTrue(new File("/bin/sh").canExecute(), "needs a POSIX shell");
        Path bin = Files.createDirectories(folder.resolve("the program/bin"));
        Files.createDirectories(folder.resolve("the program/lib"));
        Path script = bin.resolve("goodterms");
        Files.copy(Path.of("installer/bin/goodterms"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = home.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\necho \"" + name + "\"\nfor a in \"$@\"; do echo \"[$a]\"; done\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private record Run(int code, List<String> out) {
    }

    private Run run(Path script, Map<String, String> environment, String... args) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
        builder.command().addAll(List.of(args));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectErrorStream(true).start();
        List<String> out = process.inputReader().lines().toList();
        return new Run(process.waitFor(), out);
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        Run run = run(script(), Map.of("GOODTERMS_JAVA_HOME", java("jdk", "25.0.1").toString()), "customer", "add",
                "--name", "Müller & Söhne \"GmbH\"", "");
        assertThat(run.code).isZero();
        assertThat(run.out).startsWith("jdk").contains("[org.goodterms.Main]", "[-XX:TieredStopAtLevel=1]")
                .endsWith("[customer]", "[add]", "[--name]", "[Müller & Söhne \"GmbH\"]", "[]");
        assertThat(run.out).anyMatch(a -> a.endsWith("the program/lib/*]"));
    }

    @Test
    void an_older_java_is_passed_over() throws Exception {
        Run run = run(script(), Map.of("GOODTERMS_JAVA_HOME", java("old", "21.0.4").toString(),
                "JAVA_HOME", java("new", "26").toString()));
        assertThat(run.out).startsWith("new").doesNotContain("[-XX:TieredStopAtLevel=1]");
    }

    @Test
    void a_link_to_the_script_finds_the_program() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), script());
        Run run = run(link, Map.of("JAVA_HOME", java("jdk", "25").toString()), "version");
        assertThat(run.out).contains("[version]").anyMatch(a -> a.endsWith("the program/lib/*]"));
    }

    @Test
    void a_start_cache_is_used_where_there_is_one() throws Exception {
        Path script = script();
        Files.writeString(folder.resolve("the program/lib/goodterms.aot"), "");
        Run run = run(script, Map.of("JAVA_HOME", java("jdk", "25").toString()), "version");
        assertThat(run.out).anyMatch(a -> a.startsWith("[-XX:AOTCache=") && a.endsWith("goodterms.aot]"));
    }

    @Test
    void without_a_fit_java_a_sentence_says_what_to_install() throws Exception {
        Path script = script();
        String text = Files.readString(script).replaceAll("(?m)^needed=.*$", "needed=999");
        Files.writeString(script, text);
        Run run = run(script, Map.of("JAVA_HOME", java("jdk", "25").toString()), "version");
        assertThat(run.code).isEqualTo(1);
        assertThat(run.out).hasSize(1).first().asString().contains("needs Java 999 or newer", "Install one");
    }
}
