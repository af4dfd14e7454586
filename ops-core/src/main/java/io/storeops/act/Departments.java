package io.storeops.act;

import io.storeops.authority.Assignment;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.storage.Query;
import java.util.List;
import java.util.Optional;

/**
 * Whom people speak for. The charter that an act relies on holds the assignments too, so none changes before its commit.
 */
public final class Departments {
    private Departments() {}

    /**
     * The departments that a person speaks for now.
     *
     * @param context the store, its rows and the instant
     * @param person the person
     * @return each once, in order; none of whoever is assigned to no department
     */
    public static List<String> of(Context context, ActorId person) {
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

    /**
     * Whether a right that covers a person's own department alone reaches a department's affairs.
     *
     * @param context who acts, in whose name, where and when
     * @param right the right
     * @param department whose affairs
     * @return empty if who acts, or whom they stand in for, speaks for the department; else those holders of the right who do
     */
    public static Optional<List<ActorId>> beyond(Context context, Right right, String department) {
        return of(context, context.onBehalfOf().orElse(context.actor())).contains(department)
                ? Optional.empty()
                : Optional.of(context.charter().holders(right, context.now()).stream()
                        .filter(holder -> of(context, holder).contains(department))
                        .toList());
    }
}
