package io.storeops.enrolment;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Role;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.json.Json;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ASSIGN_POST: somebody who works in the store gets a post, and others of theirs end where it begins (R88, R89, D81). Nobody gives a post to
 * themself.
 *
 * @param person who gets it
 * @param role the post
 * @param from where it begins
 * @param ends the posts that end there, in order
 */
record AssignPost(ActorId person, Role role, Bound from, List<Role> ends) implements Act<Assignment> {
    @Override
    public EntryPoint entry() {
        return EnrolmentModule.ASSIGN_POST;
    }

    @Override
    public Target target() {
        return Target.of(Assignment.TABLE.name(), person.value());
    }

    @Override
    public String arguments() {
        return Json.array(List.of(
                        Json.of(person.value()),
                        Json.of(role.name()),
                        Json.of(from.toString()),
                        Json.array(ends.stream().map(Role::name).map(Json::of).toList())))
                .canonical();
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return Set.of(person);
    }

    @Override
    public Verdict decide(Context context) {
        List<Assignment> posts = context.rows()
                .all(Query.of(Assignment.TABLE, context.store().id()).where(person));
        Optional<Refusal> refusal = refusal(context, posts);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        Instant begins = from.begins(context.store().zone());
        List<Edit<?>> edits = new ArrayList<>();
        edits.add(Edit.insert(
                Assignment.TABLE,
                new Assignment(
                        context.store().id(),
                        person,
                        ActorKind.PERSON,
                        role,
                        from,
                        Optional.empty(),
                        Optional.empty())));
        ends.forEach(ending -> held(context, posts, ending, begins)
                .forEach(post -> edits.add(Edit.replace(
                        Assignment.TABLE,
                        context.rows().find(Assignment.TABLE, post.key()).orElseThrow(),
                        post.endingAt(Bound.at(begins))))));
        Optional<Versioned<CharterVersion>> version = context.rows()
                .find(CharterVersion.TABLE, CharterVersion.key(context.store().id()));
        edits.add(Edit.touch(
                CharterVersion.TABLE,
                version,
                new CharterVersion(
                        context.store().id(), version.map(Versioned::revision).orElse(0L) + 1)));
        return Verdict.done(edits.toArray(Edit<?>[]::new));
    }

    private Optional<Refusal> refusal(Context context, List<Assignment> posts) {
        Instant begins = from.begins(context.store().zone());
        if (posts.isEmpty() || posts.get(0).kind() == ActorKind.SERVICE) {
            return refused(
                    "NO_SUCH_PERSON",
                    person + " is nobody who works in store " + context.store().id() + "; the host enrols people");
        }
        Set<Role> roles = context.rosterOn(begins.atZone(context.store().zone()).toLocalDate())
                .roles()
                .keySet();
        if (!roles.contains(role)) {
            return refused("NO_SUCH_ROLE", "the roster of " + from + " has no role " + role + "; it has " + roles);
        }
        if (begins.isBefore(context.now())) {
            return refused(
                    "IN_THE_PAST",
                    "the post would begin at " + begins + ", and now is " + context.now()
                            + "; what was done before was judged by the posts of then (R88)");
        }
        Optional<Role> notHeld = ends.stream()
                .filter(ending -> held(context, posts, ending, begins).isEmpty())
                .findFirst();
        if (notHeld.isPresent()) {
            return refused(
                    "NOT_HELD",
                    person + " does not hold " + notHeld.get() + " when " + role + " begins, so it cannot end there; "
                            + "of posts, " + person + " holds "
                            + posts.stream()
                                    .filter(post ->
                                            post.holds(begins, context.store().zone()))
                                    .map(Assignment::role)
                                    .toList());
        }
        boolean holds = posts.stream()
                .anyMatch(post -> post.role().equals(role)
                        && !ends.contains(role)
                        && post.holds(begins, context.store().zone()));
        return holds ? refused("HELD_ALREADY", person + " holds " + role + " then already") : Optional.empty();
    }

    private static Optional<Refusal> refused(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    /** The assignments by which somebody holds a post at an instant and held it before. */
    private static List<Assignment> held(Context context, List<Assignment> posts, Role post, Instant at) {
        return posts.stream()
                .filter(each -> each.role().equals(post))
                .filter(each -> each.holds(at, context.store().zone())
                        && each.from().begins(context.store().zone()).isBefore(at))
                .toList();
    }

    @Override
    public Assignment recall(Context context, Written written) {
        return written.get(Assignment.TABLE);
    }
}
