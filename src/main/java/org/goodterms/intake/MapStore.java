package org.goodterms.intake;

import static org.goodterms.db.gen.Tables.IMPORT_MAP;

import java.util.LinkedHashMap;
import java.util.Map;
import org.goodterms.db.Tx;

/** Mappings that were kept under a name. */
final class MapStore {

    /** Name to map, by name. */
    Map<String, String> all(Tx tx, String kind) {
        Map<String, String> maps = new LinkedHashMap<>();
        tx.sql().select(IMPORT_MAP.NAME, IMPORT_MAP.MAP).from(IMPORT_MAP).where(IMPORT_MAP.KIND.eq(kind))
                .orderBy(IMPORT_MAP.NAME).forEach(r -> maps.put(r.value1(), r.value2()));
        return maps;
    }

    void put(Tx tx, String kind, String name, String map) {
        remove(tx, kind, name);
        tx.sql().insertInto(IMPORT_MAP).set(IMPORT_MAP.KIND, kind).set(IMPORT_MAP.NAME, name).set(IMPORT_MAP.MAP, map).execute();
    }

    void remove(Tx tx, String kind, String name) {
        tx.sql().deleteFrom(IMPORT_MAP).where(IMPORT_MAP.KIND.eq(kind)).and(IMPORT_MAP.NAME.eq(name)).execute();
    }
}
