package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.goodterms.kernel.MoneyText;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes documents as the contract wants them: amounts as strings in the minor unit, dates as {@code yyyy-mm-dd}. */
final class Json {

    private Json() {
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode put(ObjectNode node, String key, @Nullable Money money) {
        return money == null ? node.putNull(key) : node.put(key, MoneyText.plain(money));
    }

    static ObjectNode put(ObjectNode node, String key, @Nullable LocalDate date) {
        return date == null ? node.putNull(key) : node.put(key, date.toString());
    }

    /** A rate or number without trailing zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static <T> ArrayNode array(ObjectNode node, String key, List<T> rows, Function<T, ObjectNode> row) {
        ArrayNode array = node.putArray(key);
        rows.forEach(one -> array.add(row.apply(one)));
        return array;
    }
}
