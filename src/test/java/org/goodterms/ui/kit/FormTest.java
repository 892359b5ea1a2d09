package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class FormTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final Formats FORMATS = new Formats(TEXTS, Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC));

    private record Fields(Form form, TextField name, MoneyField amount, DateField day, Picker<String> who) {
        static Fields make() {
            Fields fields = new Fields(new Form(TEXTS), new TextField(), new MoneyField(FORMATS, CurrencyUnit.EUR),
                    new DateField(FORMATS), new Picker<>(Tasks.inline(),
                    text -> List.of("Alder", "Brightwater", "Café").stream().filter(n -> n.toLowerCase(Locale.ROOT).contains(text)).toList(),
                    n -> n, n -> n + " (customer)"));
            fields.form().add("name", "Name", fields.name());
            fields.form().add("amount", "Amount", fields.amount());
            fields.form().add("day", "Day", fields.day());
            fields.form().add("who", "Who", fields.who());
            return fields;
        }

        Stage show() {
            return Window.show(Window.on(() -> Form.column(form.banner(), form.row("name"), form.row("amount"), form.row("day"),
                    form.row("who"))), 600, 500);
        }
    }

    private void on(java.util.function.BiConsumer<Fields, FxRobot> test) {
        Fields fields = Window.on(Fields::make);
        Stage stage = fields.show();
        try {
            test.accept(fields, new FxRobot());
        } finally {
            Window.run(stage::close);
        }
    }

    @Test
    void a_problem_stands_under_its_field_and_the_cursor_goes_to_the_first_wrong_one() {
        on((fields, robot) -> {
            Window.run(() -> fields.form().show(List.of(Problem.at("day", "window.not_a_date", "x", "25/11/2026"),
                    Problem.at("amount", "window.not_an_amount", "y", "1,190.00"), Problem.at("elsewhere", "window.nobody", "Acme"))));
            assertThat(fields.form().problem("day")).contains("“x”").contains("25/11/2026");
            assertThat(fields.form().problem("name")).isEmpty();
            assertThat(fields.form().banner().getText()).contains("Acme");
            assertThat(fields.amount().isFocused()).isTrue();
            robot.write("5");
            assertThat(fields.form().problem("amount")).isEmpty();
            assertThat(fields.form().problem("day")).isNotEmpty();
        });
    }

    @Test
    void the_value_follows_the_typing_and_leaving_puts_it_in_form() {
        on((fields, robot) -> {
            Window.run(fields.amount()::requestFocus);
            robot.write("1234.5");
            assertThat(fields.amount().getValue()).isEqualTo(Money.parse("EUR 1234.50"));
            assertThat(fields.amount().getText()).isEqualTo("1234.5");
            robot.push(KeyCode.TAB);
            assertThat(fields.amount().getText()).isEqualTo("1,234.50");
            robot.write("+7");
            robot.push(KeyCode.TAB);
            assertThat(fields.day().getValue()).isEqualTo(LocalDate.of(2026, 12, 2));
            assertThat(fields.day().getText()).isEqualTo("02/12/2026");
        });
    }

    @Test
    void what_cannot_be_read_says_so_when_left_and_stops_the_act() {
        on((fields, robot) -> {
            Window.run(fields.amount()::requestFocus);
            robot.write("12,5x");
            assertThat(fields.amount().getValue()).isNull();
            robot.push(KeyCode.TAB);
            assertThat(fields.form().problem("amount")).contains("12,5x").contains("1,190.00");
            assertThat(Window.on(fields.form()::readable)).isFalse();
            assertThat(fields.amount().isFocused()).isTrue();
            Window.run(() -> fields.amount().setText("12.50"));
            assertThat(Window.on(fields.form()::readable)).isTrue();
        });
    }

    @Test
    void a_date_is_stepped_by_the_arrows() {
        on((fields, robot) -> {
            Window.run(() -> {
                fields.day().setValue(LocalDate.of(2026, 2, 28));
                fields.day().requestFocus();
            });
            robot.push(KeyCode.UP);
            assertThat(fields.day().getValue()).isEqualTo(LocalDate.of(2026, 3, 1));
            robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
            assertThat(fields.day().getValue()).isEqualTo(LocalDate.of(2026, 2, 27));
        });
    }

    @Test
    void changing_the_currency_keeps_what_was_typed() {
        Window.run(() -> {
            MoneyField field = new MoneyField(FORMATS, CurrencyUnit.EUR);
            field.setText("12.50");
            field.currencyProperty().set(CurrencyUnit.USD);
            assertThat(field.getValue()).isEqualTo(Money.parse("USD 12.50"));
            field.currencyProperty().set(CurrencyUnit.JPY);
            assertThat(field.getValue()).isNull();
            assertThat(field.wrong()).extracting(Problem::code).containsExactly("window.not_an_amount");
        });
    }

    @Test
    void a_number_keeps_all_its_decimals() {
        Window.run(() -> {
            DecimalField field = new DecimalField(FORMATS);
            field.setText("0.00375");
            assertThat(field.getValue()).isEqualTo(new BigDecimal("0.00375"));
            field.setText("one");
            assertThat(field.wrong()).extracting(Problem::code).containsExactly("window.not_a_number");
        });
    }

    @Test
    void one_of_many_is_picked_by_typing_part_of_its_name() {
        on((fields, robot) -> {
            Window.run(fields.who()::requestFocus);
            robot.write("bri");
            robot.push(KeyCode.ENTER);
            assertThat(fields.who().valueProperty().get()).isEqualTo("Brightwater");
            assertThat(fields.who().getText()).isEqualTo("Brightwater");
            robot.push(KeyCode.BACK_SPACE);
            assertThat(fields.who().valueProperty().get()).isNull();
            robot.push(KeyCode.ESCAPE);
            assertThat(fields.who().wrong()).extracting(Problem::code).containsExactly("window.nobody");
        });
    }
}
