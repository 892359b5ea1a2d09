package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.goodterms.fixture.TestServer;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Test;

class SharedBookTest {
    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private static List<String> opening(BookLocation location) {
        return switch (Database.open(location, InstantSource.system(), new Changes())) {
            case Opening.Opened opened -> {
                opened.database().close();
                yield List.of("opened");
            }
            case Opening.Refused refused -> codes(refused.problems());
            case Opening.Suspect suspect -> codes(suspect.found().findings());
        };
    }

    @Test
    void a_database_without_a_book_is_not_opened_and_a_book_is_not_made_twice() {
        BookLocation location = TestServer.freshDatabase();
        assertThat(opening(location)).containsExactly("book.not_found");
        Database.create(location, InstantSource.system(), new Changes()).orThrow().close();
        assertThat(codes(Database.create(location, InstantSource.system(), new Changes()).problems()))
                .containsExactly("book.exists");
        assertThat(opening(location)).containsExactly("opened");
    }

    @Test
    void an_older_program_refuses_a_book_that_was_updated() throws SQLException {
        BookLocation.Shared location = (BookLocation.Shared) TestServer.freshBook();
        try (Connection connection = Connections.connect(location.url(), ""); var statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history select 99, '99', 'later', 'SQL', 'V99', 0, 'x', now(), 1, true");
        }
        assertThat(opening(location)).containsExactly("book.newer");
    }

    @Test
    void a_server_that_does_not_answer_and_one_that_refuses_are_told_apart() {
        assertThat(opening(BookLocation.parse("jdbc:postgresql://127.0.0.1:1/books").orThrow()))
                .containsExactly("book.server_unreachable");
        String url = ((BookLocation.Shared) TestServer.freshBook()).url();
        assertThat(opening(BookLocation.parse(url.replaceFirst("/book_\\d+", "/nobodys_book")).orThrow()))
                .containsExactly("book.server_refused");
    }

    @Test
    void a_connection_that_the_server_ended_is_named_and_the_next_write_connects_anew() throws SQLException {
        BookLocation.Shared location = (BookLocation.Shared) TestServer.freshBook();
        try (Database book = Database.open(location, InstantSource.system(), new Changes()).orThrow()) {
            book.write(tx -> RawLedger.post(tx, 1)).orThrow();
            try (Connection connection = Connections.connect(location.url(), ""); var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where datname = current_database() and pid <> pg_backend_pid()");
            }
            assertThat(failure(book)).isEqualTo("book.server_away");
            assertThat(book.write(tx -> RawLedger.post(tx, 1)).orThrow()).isEqualTo(2);
        }
    }

    private static String failure(Database book) {
        try {
            book.write(tx -> RawLedger.post(tx, 1));
            return "none";
        } catch (BookFailure e) {
            return e.problem().code();
        }
    }
}
