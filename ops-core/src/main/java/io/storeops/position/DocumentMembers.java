package io.storeops.position;

import io.storeops.json.Json;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The members of an object of a roster's document while it is written. What is absent or empty is left out. */
final class DocumentMembers {
    private final Map<String, Json> members = new TreeMap<>();

    DocumentMembers put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    DocumentMembers put(String name, Optional<Json> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    DocumentMembers text(String name, Object value) {
        return put(name, Json.of(value.toString()));
    }

    DocumentMembers text(String name, Optional<?> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    DocumentMembers number(String name, long value) {
        return put(name, Json.of(value));
    }

    DocumentMembers number(String name, Optional<Long> value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    DocumentMembers decimal(String name, BigDecimal value) {
        return text(name, value.toPlainString());
    }

    DocumentMembers decimal(String name, Optional<BigDecimal> value) {
        value.ifPresent(present -> decimal(name, present));
        return this;
    }

    <V> DocumentMembers list(String name, Collection<V> values, Function<V, Json> value) {
        return put(name, Json.array(values.stream().map(value).toList()));
    }

    DocumentMembers texts(String name, Collection<?> values) {
        return values.isEmpty() ? this : put(name, texts(values));
    }

    <V> DocumentMembers map(String name, Map<?, V> values, Function<V, Json> value) {
        return values.isEmpty() ? this : put(name, object(values, value));
    }

    Json.Obj build() {
        return Json.object(members);
    }

    static Json.Arr texts(Collection<?> values) {
        return Json.array(
                values.stream().map(value -> Json.of(value.toString())).toList());
    }

    static <V> Json.Obj object(Map<?, V> values, Function<V, Json> value) {
        DocumentMembers members = new DocumentMembers();
        values.forEach((key, each) -> members.put(key.toString(), value.apply(each)));
        return members.build();
    }
}
