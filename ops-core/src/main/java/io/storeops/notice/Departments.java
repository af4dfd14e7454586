package io.storeops.notice;

import io.storeops.act.Context;
import io.storeops.authority.Assignment;
import io.storeops.id.ActorId;
import io.storeops.storage.Query;
import java.util.List;

/** Whom people speak for. The charter that an act relies on holds the assignments too, so none changes before its commit. */
final class Departments {
    private Departments() {}

    /** The departments that a person speaks for now, each once, in order. */
    static List<String> of(Context context, ActorId person) {
        return context
                .rows()
                .all(Query.of(Assignment.TABLE, context.store().id()).where(person))
                .stream()
                .filter(assignment ->
                        assignment.holds(context.now(), context.store().zone()))
                .flatMap(assignment -> assignment.department().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
