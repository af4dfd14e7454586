package io.storeops;

import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a storage is asked, in order, as in {@code scan reading} or {@code commit}. For one thread. */
public final class AskedStorage {
    private final List<String> calls = new ArrayList<>();

    /** The storage, writing down what it is asked. */
    public Storage over(Storage storage) {
        return (Storage) Proxy.newProxyInstance(
                AskedStorage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    // What follows a commit is handed over; nothing is asked of the storage.
                    if (!method.getName().equals("afterCommit")) {
                        calls.add(method.getName()
                                + (arguments != null && arguments[0] instanceof Query<?> query
                                        ? " " + query.table().name()
                                        : ""));
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Does something, and knows afterwards what was asked for that alone. */
    public <R> R during(Supplier<R> act) {
        calls.clear();
        return act.get();
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    public long times(String call) {
        return calls.stream().filter(call::equals).count();
    }
}
