package org.goodterms.call;

import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The time zones in use in a country, by its code. */
final class Zones {
    private final Map<String, List<ZoneId>> known = new HashMap<>();

    /** From lines {@code DE;Europe/Berlin Europe/Busingen}; lines that begin with # say something to readers. */
    Zones(List<String> lines) {
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(";"))
                .forEach(fields -> known.put(fields[0], Arrays.stream(fields[1].split(" ")).flatMap(Zones::zone).toList()));
    }

    /** A zone that is newer than what this machine knows is passed over. */
    private static Stream<ZoneId> zone(String name) {
        try {
            return Stream.of(ZoneId.of(name));
        } catch (ZoneRulesException unknown) {
            return Stream.empty();
        }
    }

    /** @param home where nothing is known of that country */
    List<ZoneId> of(String country, ZoneId home) {
        List<ZoneId> zones = known.getOrDefault(country, List.of());
        return zones.isEmpty() ? List.of(home) : zones;
    }
}
